"""Article pages: what they state about themselves (JSON-LD, meta tags), then what can be found in them.

``readers/html.py`` is the way through: it parses the ``page``, has paragraphs marked where the page marks none
(``marking``) and live blogs opened (``live``), then finds the ``body`` and the fields.

- The body: ``body`` checks what an extractor took against the page's own ``prose``, with ``captions`` put back, as
  ``parts``; ``roles`` labels what is no text of the article. ``non_articles`` tells pages that are no article.
- The fields: ``titles``, ``times`` and all other ``fields``, by ``jsonld``, ``headings`` and ``bylines``; pictures by
  ``images``.
"""

from transforms.html.page import Page, parse_page

__all__ = ["Page", "parse_page"]
