"""Article pages: what they state about themselves (JSON-LD, meta tags), then what can be found in them."""

from transforms.html.page import Page, parse_page

__all__ = ["Page", "parse_page"]
