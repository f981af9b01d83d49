"""Names with a word in marks inside: a nickname, as in 'Ada “Kit” Byron', or what an editor put in, '(Ada) Byron'."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from schemas.vocabulary import Label
from transforms.names.docs import text_of
from transforms.names.forms.folding import fold
from transforms.names.forms.given_names import given_names
from transforms.names.spots import HasDoc, Spot, make_spot

_WORD = r"[A-Z](?:[’'][A-Z])?[\w-]*\w"
_MARKED = re.compile(rf"([\"“‘'(\[])({_WORD}(?: {_WORD}){{0,2}})[\"”’')\]] ({_WORD})")
_BRACKETS = frozenset("([")


def with_marked_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots before, inside and behind the marks of one name as one."""
    by_paragraph: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_paragraph[spot.paragraph].append(spot)
    result: list[Spot] = []
    for number, found in by_paragraph.items():
        doc = paragraphs[number].doc
        joined = [_joined(doc, found, first, last) for first, last in _marked(doc, found)]
        rest = [spot for spot in found if not any(one.first <= spot.first < one.last for one in joined)]
        result += sorted([*rest, *joined], key=lambda spot: spot.first)
    return result


def _joined(doc: Doc, spots: Sequence[Spot], first: int, last: int) -> Spot:
    """A name from the first to the last token of a marked one, and of the spots that reach into it."""
    inside = [spot for spot in spots if spot.first < last and first < spot.last]
    begin, end = min(first, *(spot.first for spot in inside)), max(last, *(spot.last for spot in inside))
    return make_spot(doc, inside[0].paragraph, begin, end, Label.PERSON)


def _marked(doc: Doc, spots: Sequence[Spot]) -> Iterator[tuple[int, int]]:
    """First and last token of each name with marks; no two share a word."""
    end = 0
    for match in _MARKED.finditer(text_of(doc)):
        inside, family = doc.char_span(*match.span(2)), doc.char_span(*match.span(3))
        if not inside or not family or inside.start - 1 <= end:
            continue
        opening = inside.start - 1
        before = doc[opening - 1 : opening]
        if match[1] in _BRACKETS:
            is_name = fold(inside.text) in given_names() and _is_somebody(spots, family)
            first = opening - _is_somebody(spots, before)
        else:
            is_name = _is_one(spots, before, family)
            first = before.start
        if is_name:
            yield first, family.end
            end = family.end


def _is_one(spots: Sequence[Spot], given: Span, family: Span) -> bool:
    """Whether the recogniser saw somebody before the nickname, and nothing else behind it; or went on past a mark."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    if any(spot.first < at < spot.last for spot in people for at in (given.end, family.start)):
        return bool(given[0].is_title)
    others = [spot for spot in spots if spot.label is not Label.PERSON and _overlaps(spot, family)]
    return _is_somebody(spots, given) and not others


def _is_somebody(spots: Sequence[Spot], span: Span) -> bool:
    return any(spot.label is Label.PERSON and _overlaps(spot, span) for spot in spots)


def _overlaps(spot: Spot, span: Span) -> bool:
    return bool(spot.first < span.end and span.start < spot.last)
