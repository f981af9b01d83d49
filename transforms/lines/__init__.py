"""Plain text: from lines to paragraphs to the role of each."""

from transforms.lines.article import PlainArticle, contributors, read_plain_text

__all__ = ["PlainArticle", "contributors", "read_plain_text"]
