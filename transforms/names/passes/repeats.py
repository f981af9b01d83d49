"""Repeats of a known name that the recogniser passed over."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from schemas.vocabulary import Label
from transforms.names.forms.folding import fold
from transforms.names.forms.name_parts import name_parts
from transforms.names.forms.person_names import person_name
from transforms.names.passes.capitals import common_words, is_headline
from transforms.names.passes.common_surnames import is_family_name, is_given_name
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, bare, in_order, make_spot, title_words
from transforms.names.wordlists import words

_Tokens = tuple[str, ...]
_Known = dict[str, list[tuple[_Tokens, Label]]]
"""Names in the forms that are looked for, with what each names, by their first token, longest first."""
_SHORTEST_IN_CAPITALS = 3  # letters of a word that is told by its capitals: "LIND", not "DE"


def with_repeats(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots and, in their places, further spots of the same names and of the surnames of their people.

    So are those of a given name that is also a month or a day, where it speaks.
    """
    common = common_words(paragraphs)
    known = _known_names(paragraphs, spots, common)
    taken: dict[int, set[int]] = defaultdict(set)
    for spot in spots:
        taken[spot.paragraph].update(range(spot.first, spot.last))
    added = [
        spot
        for number, paragraph in enumerate(paragraphs)
        for spot in _in_doc(paragraph.doc, number, known, common, taken[number])
    ]
    given = _of_the_calendar(paragraphs, spots)
    added += [
        make_spot(paragraph.doc, number, at, at + 1, Label.PERSON, weight=0.0)
        for number, paragraph in enumerate(paragraphs)
        for at, token in enumerate(paragraph.doc)
        if token.text in given and at not in taken[number] and is_given_name(paragraph.doc, at)
    ]
    return in_order([*spots, *added])


def _known_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], common: Set[str]) -> _Known:
    """What is looked for: the names of the spots and the family names of their people, as written or in capitals.

    Single words that the article has in small letters, too, which ``common`` holds, are known only as somebody's family
    name.
    """
    names, surnames = _as_written(paragraphs, spots)
    known: _Known = defaultdict(list)
    for tokens, label in names.items():
        is_distinctive = len(tokens) > 1 or _distinctive(tokens[0], common)
        if is_distinctive or (tokens[0] in surnames and tokens[0].istitle()):
            known[tokens[0]].append((tokens, label))
        capitals = _in_capitals(tokens)
        if is_distinctive and capitals is not None:
            known[capitals[0]].append((capitals, label))
    for entries in known.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return known


def _as_written(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> tuple[dict[_Tokens, Label], set[str]]:
    """The names of the spots and the family names of their people, each with what it names first; and the latter."""
    names: dict[_Tokens, Label] = {}
    surnames: set[str] = set()
    for spot in spots:
        span = paragraphs[spot.paragraph].doc[spot.first : spot.last]
        names.setdefault(tuple(token.text for token in span), spot.label)
        for family in _family_names(span) if spot.label is Label.PERSON else ():
            names.setdefault((family,), Label.PERSON)
            surnames.add(family)
    return names, surnames


def _family_names(span: Span) -> Iterator[str]:
    """The tokens of a person's full name that may be the family name: its last, or its first ("Park Seo-yeon")."""
    if len(span) == 1:
        return
    name = person_name(" ".join(token.text for token in span))
    last = span[-2 if name.suffix else -1].text
    if fold(last) == name.family:
        yield last
    if name_parts(span.text).family == span[0].text:
        yield span[0].text


def _in_capitals(tokens: _Tokens) -> _Tokens | None:
    """A name as headlines and captions may print it; None if that is how it is written, or if it has short words."""
    capitals = tuple(token.upper() for token in tokens)
    is_told = all(len(token) >= _SHORTEST_IN_CAPITALS for token in tokens)
    return capitals if is_told and capitals != tokens else None


def _of_the_calendar(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> set[str]:
    """The given names of people that are also months and days: "April" of "April Lind"."""
    people = (spot for spot in spots if spot.label is Label.PERSON and spot.last - spot.first > 1)
    given = {paragraphs[spot.paragraph].doc[spot.first].text for spot in people}
    return {name for name in given if name.lower() in words("calendar.txt") and name.istitle()}


def _distinctive(token: str, common: Set[str]) -> bool:
    """Whether a word by itself is known as a name: it has a capital, and is never written without."""
    return len(token) > 1 and token[0].isupper() and token.lower() not in common


def _in_doc(doc: Doc, number: int, known: _Known, common: Set[str], taken: set[int]) -> Iterator[Spot]:
    """The known names of a paragraph beside the tokens ``taken``; of two that overlap the first, then the longest."""
    paragraph = _Paragraph(doc, common, taken, is_headline(doc))
    at = 0
    while at < len(doc):
        entries = known.get(doc[at].text, ())
        repeated = next((entry for entry in entries if paragraph.repeats(entry[0], at)), None)
        if repeated is None:
            at += 1
            continue
        tokens, label = repeated
        yield make_spot(doc, number, at, at + len(tokens), label, weight=0.0)
        at += len(tokens)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph, the words that the article has in small letters, and the tokens of names that are known."""

    doc: Doc
    common: Set[str]
    taken: Set[int]
    is_headline: bool

    def repeats(self, name: _Tokens, first: int) -> bool:
        """Whether a name stands at a token, as a name and no part of a longer one."""
        last = first + len(name)
        if not self.taken.isdisjoint(range(first, last)):
            return False
        is_printed = tuple(token.text for token in self.doc[first:last]) == name
        is_whole = is_printed and (self.is_headline or _stands_alone(self.doc, first, last, self.taken))
        return is_whole and (len(name) > 1 or _distinctive(name[0], self.common) or is_family_name(self.doc, first))


def _stands_alone(doc: Doc, first: int, last: int, taken: Set[int]) -> bool:
    """Whether no capitalised neighbour makes it part of a longer name."""
    if last < len(doc) and last not in taken and _is_name_word(doc, last):
        return False
    before = first - 1
    if before < 0 or before in taken or not _is_name_word(doc, before):
        return True
    return (
        is_sentence_start(doc, before)
        or bare(doc[before]) in title_words()
        or bare(doc[before]) in words("role_modifiers.txt")
    )


def _is_name_word(doc: Doc, at: int) -> bool:
    return doc[at].text[:1].isupper() and not doc[at].is_stop
