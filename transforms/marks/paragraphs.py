"""The quote map: what stands between the marks of each paragraph, and what goes on from one into the next."""

import re
from collections.abc import Iterable, Sequence

from transforms.marks.dashes import turns_behind_long_dashes, turns_in_a_row, turns_in_guillemets
from transforms.marks.forms import CLOSERS, ENDS, MARKS, OPENERS, SINGLE, Segment, around, leans_right, trimmed
from transforms.marks.pairs import pairs_of_marks
from transforms.marks.single import Pair, are_main, begins_with_single_mark, last_before, single_pairs

_REPORTS = re.compile(r"\b(?:said|says|told|tells|asked|added|adds|wrote|writes|according)\b")
_LED_TO = re.compile('(?:^|[,:]\\s)\\s*["\u201c](?=\\w)[^"\u201c\u201d]*$')
_MOST_WITHOUT_MARKS = 4  # paragraphs within a quotation


def quote_map(paragraphs: Sequence[str], *, headlines: bool = False) -> list[tuple[Segment, ...]]:
    """The quoted stretches of each paragraph, in order, as offsets into that paragraph.

    A mark that is left open runs to the end of its paragraph where the paragraph begins with it or where the
    next one begins with a mark, or has one that ends it (a quotation over several paragraphs); elsewhere it is stray.
    Stretches without a letter or a digit are dropped; white space at their ends is not part of them. Where two
    paragraphs or more open with a long dash, those are turns of a dialogue (dash marks, as in French and Spanish)
    unless nothing in them is spoken. So are four or more in a row with a shorter dash, of which some are questions.
    Single marks count where they are the main ones (``single``), and in headlines.
    """
    maps = _of_double_marks(paragraphs)
    singles = [single_pairs(text, runs_on=_runs_on(paragraphs, i)) for i, text in enumerate(paragraphs)]
    if any(singles) and (
        headlines or are_main(paragraphs, singles, [_spans(*both) for both in zip(paragraphs, maps, strict=True)])
    ):
        return [_with_single_marks(*both) for both in zip(paragraphs, maps, singles, strict=True)]
    return maps


def _spans(text: str, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """Where stretches begin and end, but for those that a single mark opens."""
    return [(s.start, s.end) for s in segments if last_before(text, s.start) not in SINGLE]


def _of_double_marks(paragraphs: Sequence[str]) -> list[tuple[Segment, ...]]:
    begins = [_begins_with_mark(text) for text in paragraphs]
    in_guillemets, behind_dashes = turns_in_guillemets(paragraphs), turns_behind_long_dashes(paragraphs)
    turns = turns_in_a_row(paragraphs) | in_guillemets
    maps: list[tuple[Segment, ...]] = []
    for i, text in enumerate(paragraphs):
        if i in turns:
            maps.append(turns[i])
            continue
        runs_on = any(begins[i + 1 : i + 2]) or i + 1 in in_guillemets or _ends_further_on(paragraphs, i)
        segments = tuple(pairs_of_marks(text, runs_on=runs_on))
        if maps and _is_at_end(paragraphs[i - 1], maps[-1]):
            segments = _going_on(paragraphs, i, segments, is_open=not maps[-1][-1].closes)
        maps.append(segments or behind_dashes.get(i, ()))
    return maps


def _going_on(
    paragraphs: Sequence[str], i: int, segments: tuple[Segment, ...], *, is_open: bool
) -> tuple[Segment, ...]:
    """The stretches of a paragraph, with what goes on there of the one that ends the paragraph before.

    ``is_open``: nothing closes that one.
    """
    text = paragraphs[i]
    if _ends_only(text, is_open=is_open):
        begun = tuple(_beginning(text))
        return (*begun, *(segment for segment in segments if not begun or segment.start >= begun[0].end))
    if is_open and not MARKS.search(text) and _ends_later(paragraphs, i):
        return tuple(trimmed(text, 0, len(text), closes=False))
    return segments


def _ends_only(text: str, *, is_open: bool = True) -> re.Match[str] | None:
    """The first mark of a paragraph, if it ends what began in the paragraph before: "... to this," he said.

    Before its comma or full stop as well if that is left open.
    """
    mark = MARKS.search(text)
    if mark is None or not mark.start() or mark[0] in OPENERS or leans_right(text, mark):
        return None
    before, behind = around(text, mark)
    is_bare = is_open and mark[0] in CLOSERS and before.isalnum() and behind in ENDS
    return mark if before in ENDS or is_bare else None


def _ends_further_on(paragraphs: Sequence[str], i: int) -> bool:
    """Whether what a paragraph leaves open ends in the next one, or further on if it is led to by a comma or colon."""
    ends_next = any(_ends_only(text) for text in paragraphs[i + 1 : i + 2])
    return ends_next or (_LED_TO.search(paragraphs[i]) is not None and _ends_later(paragraphs, i + 1))


def _ends_later(paragraphs: Sequence[str], i: int) -> bool:
    """Whether a paragraph, or one of the next behind it, ends what began before them, and no mark comes first.

    Of those without a mark none tells what somebody says, or the mark may well be the end of that.
    """
    for text in paragraphs[i : i + _MOST_WITHOUT_MARKS + 1]:
        if MARKS.search(text):
            return _ends_only(text) is not None
        if _REPORTS.search(text):
            break
    return False


def _is_at_end(text: str, segments: Sequence[Segment]) -> bool:
    """Whether the last stretch of a paragraph ends with it."""
    return bool(segments) and not any(map(str.isalnum, text[segments[-1].end :]))


def _beginning(text: str) -> Iterable[Segment]:
    """The stretch from a paragraph's begin to the mark that ends it."""
    mark = MARKS.search(text)
    return trimmed(text, 0, mark.start() if mark else 0, closes=True)


def _runs_on(paragraphs: Sequence[str], i: int) -> bool:
    return any(begins_with_single_mark(text) for text in paragraphs[i + 1 : i + 2])


def _with_single_marks(text: str, doubles: tuple[Segment, ...], singles: Sequence[Pair]) -> tuple[Segment, ...]:
    """The outermost of both kinds: of two stretches that overlap, the one that begins first."""
    found = [*doubles]
    for pair in singles:
        found += trimmed(text, pair.start, pair.end, closes=pair.closes)
    kept: list[Segment] = []
    for segment in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or segment.start >= kept[-1].end:
            kept.append(segment)
    return tuple(kept)


def _begins_with_mark(text: str) -> bool:
    return MARKS.match(text.lstrip()) is not None
