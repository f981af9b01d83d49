"""Acronyms that an article introduces, as in 'Harbour Workers Union (HWU)', which shows where the full name begins."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.docs import text_of
from transforms.names.forms.acronyms import is_acronym, letters
from transforms.names.forms.folding import fold
from transforms.names.roles.titles import is_office
from transforms.names.spots import HasDoc, Spot, bare, in_order, make_spot, trimmed
from transforms.names.wordlists import words

_IN_BRACKETS = re.compile(r"\(\s*([^\s()]+)\s*\)")
_MARKS = frozenset({"-", ",", "–", "/", "'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Introduction:
    """An acronym in brackets at token ``acronym`` and its expansion at tokens ``[first, last)`` before it."""

    paragraph: int
    first: int
    last: int
    acronym: int


def with_introductions(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, put right where the article says what an acronym stands for.

    The initials show where the full name begins. An acronym of something that is no name ('non-performing loans
    (NPL)') is none either, wherever it stands, and neither is that of an office ('Member of Parliament (MP)').
    """
    result: dict[int, list[Spot]] = defaultdict(list)  # by paragraph, as most of an introduction is of its own
    for spot in spots:
        result[spot.paragraph].append(spot)
    for introduction in introductions(paragraphs):
        number = introduction.paragraph
        doc, own = paragraphs[number].doc, result[number]
        inside = [spot for spot in own if _overlaps(spot, introduction)]
        if not inside or _is_of_office(doc, introduction):
            result[number] = [spot for spot in own if spot not in inside]
            _drop_acronym(result, doc[introduction.acronym].text)
        elif doc[introduction.first].text[0].isupper():
            others = [spot for spot in own if spot not in inside and not _covers(spot, introduction)]
            result[number] = [*others, *_introduced(doc, introduction, inside)]
    return in_order(spot for own in result.values() for spot in own)


def _drop_acronym(spots: dict[int, list[Spot]], acronym: str) -> None:
    """Take out what is no name, wherever it stands, in the plural, too."""
    keys = {fold(acronym), fold(letters(acronym)), fold(letters(acronym)) + "s"}
    for paragraph, found in spots.items():
        spots[paragraph] = [spot for spot in found if spot.key not in keys]


def _introduced(doc: Doc, introduction: Introduction, inside: Sequence[Spot]) -> list[Spot]:
    """The full name and the acronym; both are what the last spot ``inside`` the name is taken for, but no people."""
    named = [spot for spot in inside if spot.last == introduction.last]
    label = (named or inside)[-1].label
    if label in {Label.PERSON, Label.NORP}:
        label = Label.ORG
    begin = min(introduction.first, inside[0].first)
    places = [(begin, introduction.last), (introduction.acronym, introduction.acronym + 1)]
    return [make_spot(doc, introduction.paragraph, first, last, label, weight=2.0) for first, last in places]


def _is_of_office(doc: Doc, introduction: Introduction) -> bool:
    """Whether the noun of an expansion is somebody's office: 'Commissioner of Police (CP)'."""
    expansion = doc[introduction.first : introduction.last]
    before = next((token.i for token in expansion if token.lower_ in {"of", "for"}), introduction.last)
    return is_office(bare(doc[before - 1]))


def introductions(paragraphs: Sequence[HasDoc]) -> Iterator[Introduction]:
    """Every acronym that stands in brackets right behind words with its initials, or behind their possessive ending."""
    for number, paragraph in enumerate(paragraphs):
        doc = paragraph.doc
        if not has_acronym_in_brackets(text_of(doc)):
            continue
        for at in range(2, len(doc) - 1):
            if doc[at - 1].text == "(" and doc[at + 1].text == ")" and is_acronym(doc[at].text):
                _, last = trimmed(doc, 0, at - 1)  # 'the Harbour Workers’ (HW) house'
                first = _expansion_start(doc, last, letters(doc[at].text).lower())
                if first is not None:
                    yield Introduction(number, first, last, at)


def has_acronym_in_brackets(text: str) -> bool:
    """Whether a text has an acronym in brackets by itself: one without any has no need to be looked through."""
    return any(map(is_acronym, _IN_BRACKETS.findall(text)))


def _expansion_start(doc: Doc, last: int, initials: str) -> int | None:
    """First token of the words before token ``last`` whose initials are ``initials``; small words may be left out."""
    if doc[last - 1].is_lower and _abbreviates(initials, doc[last - 1].lower_):
        return last - 1
    left = list(initials)
    at = last
    while left and at > 0:
        at -= 1
        word = doc[at].lower_
        if word[:1] == left[-1]:
            left.pop()
        elif word not in words("small_words.txt") and word not in _MARKS:
            return None
    return at if not left else None


def _abbreviates(initials: str, word: str) -> bool:
    """Whether the letters stand in the word in order, the first one first: 'tb' in 'tuberculosis'."""
    rest = iter(word)
    return word[0] == initials[0] and all(letter in rest for letter in initials)


def _overlaps(spot: Spot, introduction: Introduction) -> bool:
    same = spot.paragraph == introduction.paragraph
    return same and spot.first < introduction.last and spot.last > introduction.first


def _covers(spot: Spot, introduction: Introduction) -> bool:
    return spot.paragraph == introduction.paragraph and spot.first <= introduction.acronym < spot.last
