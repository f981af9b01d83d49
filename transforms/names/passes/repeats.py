"""Finds the repeats of a known name that the recogniser passed over."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.forms.folding import fold
from transforms.names.forms.name_parts import name_parts
from transforms.names.forms.person_names import person_name
from transforms.names.passes.capitals import common_words, is_headline
from transforms.names.passes.common_surnames import is_given_name, is_somebody
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, bare, make_spot, title_words
from transforms.names.wordlists import words

_Known = dict[str, list[tuple[tuple[str, ...], Label]]]


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
    return sorted([*spots, *added], key=lambda spot: (spot.paragraph, spot.first))


def _known_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], common: Set[str]) -> _Known:
    """Token sequences of known names by their first token, longest first.

    Single words that the article has in small letters, too, are known only as somebody's family name.
    """
    surnames: set[str] = set()
    names: dict[tuple[str, ...], Label] = {}
    for spot in spots:
        span = paragraphs[spot.paragraph].doc[spot.first : spot.last]
        tokens = tuple(token.text for token in span)
        names.setdefault(tokens, spot.label)
        if spot.label is Label.PERSON and len(tokens) > 1:
            name = person_name(" ".join(tokens))
            family = tokens[-2 if name.suffix else -1]
            families = [family] if fold(family) == name.family else []
            if name_parts(span.text).family == tokens[0]:
                families.append(tokens[0])  # 'Park Seo-yeon'
            for family in families:
                names.setdefault((family,), Label.PERSON)
                surnames.add(family)
    known: _Known = defaultdict(list)
    for tokens, label in names.items():
        is_distinctive = len(tokens) > 1 or _distinctive(tokens[0], common)
        if is_distinctive or (tokens[0] in surnames and tokens[0].istitle()):
            known[tokens[0]].append((tokens, label))
        if is_distinctive:
            upper = tuple(token.upper() for token in tokens)
            if upper != tokens and all(len(token) > 2 for token in tokens):  # noqa: PLR2004
                known[upper[0]].append((upper, label))
    for entries in known.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return known


def _of_the_calendar(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> set[str]:
    """The given names of people that are also months and days: "April" of "April Lind"."""
    people = (spot for spot in spots if spot.label is Label.PERSON and spot.last - spot.first > 1)
    given = {paragraphs[spot.paragraph].doc[spot.first].text for spot in people}
    return {name for name in given if name.lower() in words("calendar.txt") and name.istitle()}


def _distinctive(token: str, common: Set[str]) -> bool:
    return len(token) > 1 and token[0].isupper() and token.lower() not in common


def _in_doc(doc: Doc, number: int, known: _Known, common: Set[str], taken: set[int]) -> Iterator[Spot]:
    headline = is_headline(doc)
    at = 0
    while at < len(doc):
        for tokens, label in known.get(doc[at].text, ()):
            end = at + len(tokens)
            if (
                taken.isdisjoint(range(at, end))
                and tuple(token.text for token in doc[at:end]) == tokens
                and (headline or _stands_alone(doc, at, end, taken))
                and (len(tokens) > 1 or _distinctive(tokens[0], common) or is_somebody(doc, at))
            ):
                yield make_spot(doc, number, at, end, label, weight=0.0)
                at = end - 1
                break
        at += 1


def _stands_alone(doc: Doc, first: int, last: int, taken: set[int]) -> bool:
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
