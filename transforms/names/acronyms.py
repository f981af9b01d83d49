"""Acronyms and what they stand for, as the article itself tells: 'Harbour Workers Union (HWU)'."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.countries import is_known_place
from transforms.names.folding import fold
from transforms.names.spots import HasDoc, Spot, bare, make_spot, trimmed
from transforms.names.titles import is_office
from transforms.names.wordlists import words

_MARKS = frozenset({"-", ",", "–", "/", "'s", "’s", "'", "’"})
_SHORTEST = 2
_SHORTEST_OF_PART = 3  # letters
_MOST_LEFT_OUT = 2  # words of a name whose initials an acronym does without
_LINKS = frozenset(
    {("known", "as"), ("or",), ("also", "known", "as"), ("better", "known", "as"), ("abbreviated", "as")}
)
_LONGEST_LINK = 4  # tokens


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
        acronym = doc[introduction.acronym].text
        keys = {fold(acronym), fold(_letters(acronym)), fold(_letters(acronym)) + "s"}
        inside = [spot for spot in own if _overlaps(spot, introduction)]
        named = [spot for spot in inside if spot.last == introduction.last]
        is_office = _is_of_office(doc, introduction)
        if not inside or is_office or not doc[introduction.first].text[0].isupper():
            if not inside or is_office:
                result[number] = [spot for spot in own if not (is_office and spot in inside)]
                for paragraph, found in result.items():
                    result[paragraph] = [spot for spot in found if spot.key not in keys]
            continue
        label = (named or inside)[-1].label
        if label in {Label.PERSON, Label.NORP}:
            label = Label.ORG
        begin = min(introduction.first, inside[0].first)
        result[number] = [spot for spot in own if spot not in inside and not _covers(spot, introduction)]
        result[number].append(make_spot(doc, number, begin, introduction.last, label, weight=2.0))
        result[number].append(make_spot(doc, number, introduction.acronym, introduction.acronym + 1, label, weight=2.0))
    return sorted((spot for own in result.values() for spot in own), key=lambda spot: (spot.paragraph, spot.first))


def _is_of_office(doc: Doc, introduction: Introduction) -> bool:
    """Whether the noun of an expansion is somebody's office: 'Commissioner of Police (CP)'."""
    expansion = doc[introduction.first : introduction.last]
    before = next((token.i for token in expansion if token.lower_ in {"of", "for"}), introduction.last)
    return is_office(bare(doc[before - 1]))


def introductions(paragraphs: Sequence[HasDoc]) -> Iterator[Introduction]:
    """Every acronym that stands in brackets right behind words with its initials, or behind their possessive ending."""
    for number, paragraph in enumerate(paragraphs):
        doc = paragraph.doc
        if "(" not in doc.text:
            continue
        for at in range(2, len(doc) - 1):
            if doc[at - 1].text == "(" and doc[at + 1].text == ")" and is_acronym(doc[at].text):
                _, last = trimmed(doc, 0, at - 1)  # 'the Harbour Workers’ (HW) house'
                first = _expansion_start(doc, last, _letters(doc[at].text).lower())
                if first is not None:
                    yield Introduction(number, first, last, at)


def acronym_pairs(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Folded acronym to folded full name: 'who' to 'world health organization'.

    Two names belong together if one stands in brackets after the other, or if one is written in capitals and
    has the initials of exactly one other organisation of the article.
    """
    pairs: dict[str, str] = {}
    for introduction in introductions(paragraphs):
        doc = paragraphs[introduction.paragraph].doc
        full = fold(doc[introduction.first : introduction.last].text)
        pairs.setdefault(fold(doc[introduction.acronym].text), full)
    for one, other in zip(spots, spots[1:], strict=False):  # noqa: RUF007
        if one.paragraph == other.paragraph and other.first == one.last + 1:
            doc = paragraphs[one.paragraph].doc
            text = doc[other.first : other.last].text
            is_short = one.label is other.label is Label.ORG and " " not in other.key and not is_known_place(other.key)
            if doc[one.last].text == "(" and (is_acronym(text) or is_short) and " " in one.key:
                pairs.setdefault(other.key, one.key)
    pairs = _other_names(paragraphs, spots) | pairs
    organisations = [spot for spot in spots if spot.label is Label.ORG]
    full_names = sorted({spot.key for spot in organisations if " " in spot.key})
    for spot in organisations:
        text = paragraphs[spot.paragraph].doc[spot.first : spot.last].text
        if spot.key not in pairs and is_acronym(text):
            matches = [name for name in full_names if spot.key in initials(name)]
            matches = matches or [name for name in full_names if spot.key == _initials_of_court(name)]
            matches = matches or [name for name in full_names if _is_of_part(spot.key, name)]
            if len(matches) == 1:
                pairs[spot.key] = matches[0]
    return pairs


def _other_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
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


def is_acronym(text: str) -> bool:
    """Two or more letters, all capitals, full stops allowed."""
    letters = _letters(text)
    return len(letters) >= _SHORTEST and letters.isupper() and letters.isalpha()


def _letters(text: str) -> str:
    """Letters of an acronym, without full stops and the s of a plural."""
    plain = text.replace(".", "")
    return plain[:-1] if len(plain) > _SHORTEST and plain.endswith("s") and plain[:-1].isupper() else plain


def _expansion_start(doc: Doc, last: int, letters: str) -> int | None:
    """First token of the words before token ``last`` whose initials are ``letters``; small words may be left out."""
    if doc[last - 1].is_lower and _abbreviates(letters, doc[last - 1].lower_):
        return last - 1
    left = list(letters)
    at = last
    while left and at > 0:
        at -= 1
        word = doc[at].lower_
        if word[:1] == left[-1]:
            left.pop()
        elif word not in words("small_words.txt") and word not in _MARKS:
            return None
    return at if not left else None


def _abbreviates(letters: str, word: str) -> bool:
    """Whether the letters stand in the word in order, the first one first: 'tb' in 'tuberculosis'."""
    rest = iter(word)
    return word[0] == letters[0] and all(letter in rest for letter in letters)


def _overlaps(spot: Spot, introduction: Introduction) -> bool:
    same = spot.paragraph == introduction.paragraph
    return same and spot.first < introduction.last and spot.last > introduction.first


def _covers(spot: Spot, introduction: Introduction) -> bool:
    return spot.paragraph == introduction.paragraph and spot.first <= introduction.acronym < spot.last


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


def initials(name: str) -> set[str]:
    """The initials of a folded name, with and without its small words."""
    parts = name.replace("-", " ").split()
    large = [part for part in parts if part not in words("small_words.txt")]
    return {"".join(part[0] for part in parts), "".join(part[0] for part in large)}
