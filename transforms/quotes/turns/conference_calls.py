"""Records of conference calls, where each turn stands below a line with the speaker's name.

"Ada Lind -- Chief Executive Officer" or "Ada Lind", then what she says in paragraphs of its own, up to the next such
line. An article is such a record where somebody's line comes back, and at least two people have an office in theirs or
the "Operator" of the call has a line as well: no list of winners is one.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from schemas.vocabulary import BlockKind
from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.turns.labels import named, names_somebody
from transforms.quotes.turns.transcripts import SENTENCE_ENDS, Turn, said_from
from transforms.spans import Names, Span
from transforms.turn_labels import TurnLabel, lone_label

_FEWEST = 2  # people with an office, or lines with one name
_LEADS_CALLS = "operator"
_LINES = frozenset({BlockKind.BODY, BlockKind.HEADING})


def turns_of_call(paragraphs: Sequence[Paragraph], people: Names, lexicon: Lexicon) -> list[Turn]:
    """The turns of a call, in order; none where an article is no record of one."""
    labels = _labels(paragraphs, people, lexicon)
    places = [*labels, len(paragraphs)]
    return [
        turn
        for opening, following in pairwise(places)
        for turn in _turns_below(paragraphs, opening, following, labels[opening])
    ]


def _labels(paragraphs: Sequence[Paragraph], people: Names, lexicon: Lexicon) -> dict[int, TurnLabel]:
    """The lines that open turns, by paragraph, in order."""
    lines = ((i, lone_label(p.text)) for i, p in enumerate(paragraphs) if p.kind in _LINES)
    labels = {i: label for i, label in lines if label}
    known = {i: label for i, label in labels.items() if named(label.name, people) is not None}
    often = Counter(label.name for label in known.values())
    with_office = {label.name for label in known.values() if label.has_prose}
    is_led = any(label.name.casefold() == _LEADS_CALLS for label in labels.values())
    comes_back = max(often.values(), default=0) >= _FEWEST
    if not comes_back or (len(with_office) < _FEWEST and not is_led):
        return {}
    return {i: label for i, label in labels.items() if i in known or not names_somebody(label.name, lexicon)}


def _turns_below(paragraphs: Sequence[Paragraph], opening: int, following: int, label: TurnLabel) -> list[Turn]:
    """What is said between two such lines, a turn for each paragraph."""
    start = paragraphs[opening].start
    at = Span(start + label.start, start + label.end)
    said = [
        (i, span)
        for i in range(opening + 1, following)
        if paragraphs[i].kind is BlockKind.BODY
        and paragraphs[i].text.rstrip().endswith(SENTENCE_ENDS)  # and no heading
        and (span := said_from(paragraphs[i], 0))
    ]
    return [Turn(i, span, opening, at, label.name, goes_on=i != said[-1][0]) for i, span in said]
