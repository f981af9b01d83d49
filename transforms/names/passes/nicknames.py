"""Nicknames in a name of which the recogniser knows half: what follows tells, as in 'Omar “ace” Lind, the coach'."""

import re
from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Span

from schemas.vocabulary import Label
from transforms.names.docs import text_of
from transforms.names.passes.capitals import common_words, is_headline
from transforms.names.passes.common_surnames import is_told_behind
from transforms.names.spots import HasDoc, Spot, in_order, make_spot, title_words
from transforms.names.wordlists import words

_NAME = r"[^\W\d_a-z](?:[’'][A-Z])?[\w-]{0,60}\w"  # bounded for words of nothing but hyphens
_MARKED = re.compile(rf"\b({_NAME}) [\"“](\w[\w.-]*\w)[\"”] ({_NAME})")  # not in single marks: they may be apostrophes
_IN_MARKS = re.compile(r"[\"“]\w[\w.-]*\w[\"”]")
_OF_VERBS = ("s", "ed", "ing")  # 'Lind “loves” Moss, who'
_LONGEST_ROLE = 6


def with_nicknames(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The names of people with a nickname inside, in the places of what was found of them."""
    result = list(spots)
    texts = [text_of(paragraph.doc) for paragraph in paragraphs]
    marked = [number for number, text in enumerate(texts) if _IN_MARKS.search(text) and _MARKED.search(text)]
    common = common_words(paragraphs) if marked else frozenset()
    for number in marked:
        doc = paragraphs[number].doc
        for first, last in _nicknamed(doc, [spot for spot in spots if spot.paragraph == number], common):
            if doc[first + 2].is_lower and _is_named_before(paragraphs, spots, number, first):
                continue
            result = [spot for spot in result if spot.paragraph != number or not first <= spot.first < last]
            result.append(make_spot(doc, number, first, last, Label.PERSON))
    return in_order(result)


def _nicknamed(doc: Doc, spots: Sequence[Spot], common: Set[str]) -> Iterator[tuple[int, int]]:
    """First and last token of names with a word in marks, of which what follows tells that they are somebody's."""
    if is_headline(doc):
        return
    for match in _MARKED.finditer(text_of(doc)):
        given, family = doc.char_span(*match.span(1)), doc.char_span(*match.span(3))
        if not given or not family or (match[2].islower() and match[2].endswith(_OF_VERBS)):
            continue
        first, last = _ends(spots, given, family)
        if _may_be_given(given, spots, common) and _may_be_family(family, spots) and _is_told(doc, last):
            yield first, last


def _ends(spots: Sequence[Spot], given: Span, family: Span) -> tuple[int, int]:
    """A name from its first to its last token, with what the recogniser has before and behind."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    first = min([given.start, *(spot.first for spot in people if spot.last == given.end)])
    return first, max([family.end, *(spot.last for spot in people if spot.first == family.start)])


def _may_be_given(given: Span, spots: Sequence[Spot], common: Set[str]) -> bool:
    word = given.text.lower()
    is_other = word in common or word in _no_names() or given[0].is_stop
    return not is_other and all(spot.label is Label.PERSON for spot in spots if _overlaps(spot, given))


def _may_be_family(family: Span, spots: Sequence[Spot]) -> bool:
    inside = [spot for spot in spots if _overlaps(spot, family)]
    is_whole = all(
        family.start <= spot.first and (spot.last <= family.end or spot.label is Label.PERSON) for spot in inside
    )
    return is_whole and not family[0].is_stop and family.text.lower() not in _no_names()


def _no_names() -> frozenset[str]:
    """What begins with a capital before or behind marks and is no name: 'Coach “Ace” Lind', 'Omar “sorry” Tuesday'."""
    return title_words() | words("role_modifiers.txt") | words("people_nouns.txt") | words("calendar.txt")


def _is_told(doc: Doc, last: int) -> bool:
    """Whether what stands behind the name tells that it is somebody's."""
    if is_told_behind(doc, last):
        return True
    if last >= len(doc) or doc[last].text != ",":
        return False
    for token in doc[last + 1 : last + 1 + _LONGEST_ROLE]:  # ', in-game leader of'
        if token.lower_ in words("role_nouns.txt"):
            return True
        if not (token.is_lower or token.text == "-") or token.lower_ in _JOINS:
            break
    return False


_JOINS = frozenset({"and", "but", "or", "who", "which", "that", "with", "to"})


def _is_named_before(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], number: int, first: int) -> bool:
    """Whether the word before the marks is somebody named further up: 'Lind “love” Moss' are two."""
    name = paragraphs[number].doc[first].text
    return any(
        paragraphs[spot.paragraph].doc[spot.last - 1].text == name
        for spot in spots
        if (spot.paragraph, spot.first) < (number, first)
    )


def _overlaps(spot: Spot, span: Span) -> bool:
    return bool(spot.first < span.end and span.start < spot.last)
