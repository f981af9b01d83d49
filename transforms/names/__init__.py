"""Names: who and what an article mentions, and which mentions mean the same."""

from transforms.names.find import find_names

__all__ = ["find_names"]
