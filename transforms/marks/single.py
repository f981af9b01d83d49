"""Single quotation marks where they are the main ones, as in much of the British press: ‘It is over,’ he said.

The closing mark is also the apostrophe, so that a pair is told by what stands around its marks. Whether single marks
are the main ones is told by the whole article: there double marks stand inside single ones, elsewhere the other way.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_OPENS = re.compile(r"(?<![^\s(\[\u2014\u2013-])[\u2018'](?![\u2018'\s])(?=[\w\u2026$\u00a3\u20ac\[(.]|\"\w|\u201c)")
# An apostrophe for letters left out at the front of a word: '90s, 'em, 'til.
_CLIPPED = re.compile(r"[\u2018'](?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n)\b)", re.IGNORECASE)
_CLOSES = re.compile(r"(?<=[\w.,?!\u2026;:%)\]\"\u201d\u2014\u2013-])[\u2019'](?![\w'\u2019])")
_STOPS = frozenset(".,?!\u2026")
# Behind the apostrophe of "the players' bus"; what stands behind "for rising costs'" closes a stretch.
_POSSESSOR = re.compile(
    r"\s(?!(?:about|after|and|as|at|because|before|but|by|for|from|had|has|have|he|if|in|into|is|it|of|on|or|over|said"
    r"|says|she|than|that|they|to|was|were|when|which|while|who|will|with|would)\b)[a-z]"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch between single marks: ``[start, end)`` without the marks; an open one runs to the paragraph's end."""

    start: int
    end: int
    closes: bool


def begins_with_single_mark(text: str) -> bool:
    """Whether a paragraph opens with a single mark."""
    return _OPENS.match(text, len(text) - len(text.lstrip())) is not None


def single_pairs(text: str, *, runs_on: bool) -> list[Pair]:
    """The stretches of a paragraph between single marks; ``runs_on``: the next one begins with such a mark."""
    if "\u2018" not in text and "'" not in text:
        return []
    openers = [mark.start() for mark in _OPENS.finditer(text) if not _CLIPPED.match(text, mark.start())]
    closers = [mark.start() for mark in _CLOSES.finditer(text)]
    pairs: list[Pair] = []
    for k, opener in enumerate(openers):
        if pairs and opener < pairs[-1].end:
            continue
        limit = openers[k + 1] if k + 1 < len(openers) else len(text)
        end = _closer(text, closers[bisect_right(closers, opener) : bisect_left(closers, limit)])
        if end is not None:
            pairs.append(Pair(opener + 1, end, closes=True))
        elif runs_on and limit == len(text):
            pairs.append(Pair(opener + 1, len(text), closes=False))
    return pairs


def _closer(text: str, marks: Sequence[int]) -> int | None:
    """The mark that ends a stretch: the first that cannot be the apostrophe of a plural, else the last one."""
    for mark in marks:
        if not (text[mark - 1] == "s" and _POSSESSOR.match(text, mark + 1)):
            return mark
    return marks[-1] if marks else None


def are_main(
    paragraphs: Sequence[str], singles: Sequence[Sequence[Pair]], doubles: Sequence[Sequence[tuple[int, int]]]
) -> bool:
    """Whether more speech stands between single marks than between double ones, each outside of the other."""
    speech = others = 0
    for text, own, rivals in zip(paragraphs, singles, doubles, strict=True):
        spans = [(pair.start, pair.end) for pair in own]
        speech += sum(_is_speech(text, pair) for pair in own if not _is_in(pair.start, pair.end, rivals))
        others += sum(not _is_in(start, end, spans) for start, end in rivals)
    return speech > others


def _is_in(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch is within one of others, which are in order and don't overlap."""
    before = bisect_right(spans, start, key=lambda span: span[0])
    return before > 0 and end <= spans[before - 1][1]


def _is_speech(text: str, pair: Pair) -> bool:
    """Whether a stretch looks like speech: it opens behind a comma or colon, or ends with a stop or comma."""
    if not pair.closes or text[pair.end - 1] in _STOPS or text[pair.end + 1 : pair.end + 2] == ",":
        return True
    return last_before(text, pair.start - 1) in {":", ","}


def last_before(text: str, place: int) -> str:
    """The last code point before a place that is no white space; empty at the beginning of a text."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[place - 1] if place else ""
