"""Quotations: finding them, and finding who said them."""

from transforms.quotes.find import find_quotes

__all__ = ["find_quotes"]
