"""What a speaker's own words tell of who that is: whoever says "Fox was late" is not Fox."""

import re
from collections.abc import Iterator

from transforms.marks import Segment
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.mentions import MentionIndex
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.nameless import has_quotation_cue

_INNER = frozenset("‘'“\"")
_OF_ONE = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself)\b")


def named_in_speech(view: View, speaker: Candidate, mentions: MentionIndex, text: str) -> Iterator[int]:
    """The entities that somebody names in what he says: "Fox was late," he said, and is not Fox.

    But for whom another speaks to there, in inner marks: "He said: ‘Fox, be quiet,’" Fox recalls.
    """
    for segment in _said(view, speaker):
        named = mentions.between(segment.start, segment.end)
        yield from (one.entity for one in named if one.start == segment.start or text[one.start - 1] not in _INNER)


def speaks_of_one(view: View, speaker: Candidate, text: str) -> bool:
    """Whether somebody says "I": of "they" that is one."""
    return any(_OF_ONE.search(text, segment.start, segment.end) for segment in _said(view, speaker))


def _said(view: View, speaker: Candidate) -> Iterator[Segment]:
    """The quotations of the sentence that somebody speaks in."""
    if has_quotation_cue(speaker):
        own = {view.inside[token] for token in view.sentence_of(speaker.head)} - {None}
        yield from (view.paragraph.segments[k] for k in own if k is not None)
