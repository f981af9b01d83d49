"""Which acronyms of an article go with which full names, as in 'Harbour Workers Union (HWU)'."""

from collections.abc import Container, Sequence
from itertools import pairwise

from schemas.vocabulary import Label
from transforms.names.forms.acronyms import initials, is_acronym
from transforms.names.forms.countries import is_known_place
from transforms.names.forms.folding import fold
from transforms.names.passes.introductions import introductions
from transforms.names.spots import HasDoc, Spot

_SHORTEST_OF_PART = 3  # letters
_MOST_LEFT_OUT = 2  # words of a name whose initials an acronym does without
_LINKS = frozenset(
    {("known", "as"), ("or",), ("also", "known", "as"), ("better", "known", "as"), ("abbreviated", "as")}
)
_LONGEST_LINK = 4  # tokens


def acronym_pairs(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Folded acronym to folded full name: 'who' to 'world health organization'.

    Two names belong together if one stands in brackets after the other, if the article says that one is known as the
    other, or if one is written in capitals and has the initials of exactly one other organisation of the article.
    """
    pairs = _known_as(paragraphs, spots) | _in_brackets(paragraphs, spots)
    return pairs | _by_initials(paragraphs, spots, pairs)


def _known_as(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Short names in capitals of bodies that stand right before them: 'the Harbour Authority, known as HX2'."""
    found: dict[str, str] = {}
    for one, other in pairwise(spots):
        is_near = one.paragraph == other.paragraph and 0 < other.first - one.last <= _LONGEST_LINK
        if is_near and one.label is other.label is Label.ORG and " " in one.key and " " not in other.key:
            doc = paragraphs[one.paragraph].doc
            link = tuple(token.lower_ for token in doc[one.last : other.first] if token.text != ",")
            if link in _LINKS and doc[other.first].is_upper:
                found.setdefault(other.key, one.key)
    return found


def _in_brackets(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Acronyms whose expansion stands before them, then any short name in brackets behind a name of several words."""
    found: dict[str, str] = {}
    for introduction in introductions(paragraphs):
        doc = paragraphs[introduction.paragraph].doc
        full = fold(doc[introduction.first : introduction.last].text)
        found.setdefault(fold(doc[introduction.acronym].text), full)
    for one, other in pairwise(spots):
        if one.paragraph == other.paragraph and other.first == one.last + 1:
            doc = paragraphs[one.paragraph].doc
            text = doc[other.first : other.last].text
            is_short = one.label is other.label is Label.ORG and " " not in other.key and not is_known_place(other.key)
            if doc[one.last].text == "(" and (is_acronym(text) or is_short) and " " in one.key:
                found.setdefault(other.key, one.key)
    return found


def _by_initials(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], known: Container[str]) -> dict[str, str]:
    """Acronyms that are not ``known``, where just one organisation of the article has their initials."""
    found: dict[str, str] = {}
    organisations = [spot for spot in spots if spot.label is Label.ORG]
    full_names = sorted({spot.key for spot in organisations if " " in spot.key})
    for spot in organisations:
        text = paragraphs[spot.paragraph].doc[spot.first : spot.last].text
        if spot.key not in known and is_acronym(text):
            matches = [name for name in full_names if spot.key in initials(name)]
            matches = matches or [name for name in full_names if spot.key == _initials_of_court(name)]
            matches = matches or [name for name in full_names if _is_of_part(spot.key, name)]
            if len(matches) == 1:
                found[spot.key] = matches[0]
    return found


def _initials_of_court(name: str) -> str | None:
    """'hc' for 'lima high court' and 'high court of peru', whose place goes without saying."""
    parts = name.split()
    at = parts.index("court") if "court" in parts else 0
    return f"{parts[at - 1][0]}c" if at else None


def _is_of_part(letters: str, name: str) -> bool:
    """Whether letters are the initials of all of a name but a word or two at its ends.

    'lfc' of 'the northern lund flood council of halvik'.
    """
    return len(letters) >= _SHORTEST_OF_PART and any(
        letters in own and len(own) - len(letters) <= _MOST_LEFT_OUT for own in initials(name)
    )
