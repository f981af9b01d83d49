"""The quote map: which stretches of an article stand between quotation marks.

Marks are paired over one paragraph at a time, before anything else is known of the text, so that a sentence
splitter or a parser can never cut a quotation apart. The pairing rests on form alone: which way a mark bends,
and which kinds of character stand before and behind it.

- ``forms`` tells that of each mark.
- ``pairs`` pairs those of a paragraph, with ``nested`` and ``mixed`` for what would mislead it: marks within marks of
  the same kind, and double marks whose pair is a single one.
- ``single`` pairs single marks, and tells whether they are the main ones of an article.
- ``dashes`` finds turns of a dialogue that have dashes in place of marks.
- ``paragraphs`` puts these together, and tells what goes on from one paragraph into the next.
"""

from transforms.marks.forms import MARKS_BEFORE, MARKS_BEHIND, QUOTATION_MARKS, Segment, split_at_marks
from transforms.marks.paragraphs import quote_map

__all__ = ["MARKS_BEFORE", "MARKS_BEHIND", "QUOTATION_MARKS", "Segment", "quote_map", "split_at_marks"]
