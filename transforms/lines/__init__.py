"""Plain text: from lines to paragraphs to the role of each.

``article`` is the way through, ``roles`` has the order of the steps.

- Lines and the paragraphs they make: ``units``.
- What one line shows by itself: ``line_forms``, ``byline_lines``, ``french_bylines``, ``name_lines``, ``page_lines``,
  ``picture_lines``, ``source_lines``, ``notes``. They go by ``wording`` and the lists in ``words``.
- What its place takes back of that: ``retractions``. What it adds: at the ``top``, with ``head`` (title and dek),
  ``kickers`` and ``menus`` above it and ``lone_names`` of authors; beside its ``neighbours``; as a turn of
  ``transcripts``, or one of the ``headings``.
- The ``dateline`` that opens the body.
"""

from transforms.lines.article import PlainArticle, contributors, read_plain_text

__all__ = ["PlainArticle", "contributors", "read_plain_text"]
