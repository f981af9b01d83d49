"""Plain text: from lines to paragraphs to the role of each.

``article.py`` is the way through, ``roles.py`` has the order of the steps. What one line shows by itself is asked of
``cues.py`` and of the modules that end in ``_lines``; they go by ``wording.py`` and the lists in ``words``.
"""

from transforms.lines.article import PlainArticle, contributors, read_plain_text

__all__ = ["PlainArticle", "contributors", "read_plain_text"]
