"""Words between marks with all that tells whether they are a term."""

import re
from typing import NamedTuple

from transforms.marks import QUOTATION_MARKS, Segment
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.questions import ArticleReading, Question

AROUND = 60  # code points beside the marks that tell
NEAR = 5  # tokens from a word that tells to the words in marks, which may be typed twice
_SMALL = re.compile(r"[a-zà-ÿ]")
_CALLS = frozenset({"called", "dubbed", "nicknamed", "termed"})


class Marked(NamedTuple):
    """The words between marks, what stands right before and behind these, and where that is in text and parse."""

    before: str
    inner: str
    behind: str
    text: str
    segment: Segment
    place: SegmentPlace
    view: View
    lexicon: Lexicon

    @property
    def length(self) -> int:
        """How many words there are."""
        return len(self.inner.split())

    @property
    def begins_small(self) -> bool:
        """Whether the first letter is a small one."""
        return _SMALL.match(self.inner) is not None

    @property
    def has_capitals(self) -> bool:
        """Whether neither the first nor the last word begins with a small letter."""
        return not self.begins_small and not _SMALL.match(self.inner.split()[-1])

    @property
    def is_called_by_somebody(self) -> bool:
        """Whether the verb before the marks has a subject: 'which its chairman, Tom Tanner, called "a farce"'."""
        view, first = self.view, self.place.first
        calls = [t for t in range(max(0, first - NEAR), first) if view.lower[t] in _CALLS]
        return any(view.deps[child] == "nsubj" for call in calls for child in view.children[call])


def marked(reading: ArticleReading, question: Question) -> Marked:
    """The words of a question with what stands beside them; nothing of the marks themselves."""
    text, segment, place = reading.text, question.segment, question.place
    before, behind = text[max(0, segment.start - AROUND) : segment.start], text[segment.end : segment.end + AROUND]
    if before.rstrip().endswith("«"):  # which a space follows
        before = before.rstrip()
    if behind.lstrip().startswith("»"):
        behind = behind.lstrip()
    return Marked(
        before.rstrip(QUOTATION_MARKS),
        text[segment.start : segment.end],
        behind.lstrip(QUOTATION_MARKS),
        text,
        segment,
        place,
        reading.views[place.paragraph],
        reading.lexicon,
    )
