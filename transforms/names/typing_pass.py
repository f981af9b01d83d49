"""One name has one type: every spot of a name gets the label that the whole article speaks for.

The recogniser sees a paragraph at a time and is easily wrong about a bare surname; the article usually says
once what the name is: by a full form, a title, an age, a verb of speaking, a legal form or a gazetteer.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.acronyms import is_acronym
from transforms.names.countries import is_city, is_country, is_demonym, is_known_place, is_region
from transforms.names.person_names import person_name
from transforms.names.spots import HasDoc, Spot
from transforms.names.titles import is_titled
from transforms.names.wordlists import mapping, words

_PLACES = (Label.GPE, Label.LOC, Label.FAC)
_AGE_DIGITS = 2
_LONGEST_ACRONYM = 3  # letters of one that is hardly a name in capitals
_DETERMINERS = frozenset({"the", "a", "an", "some", "many", "most", "all", "no", "this", "these", "those", "other"})
_LED_BY_SOMEBODY = frozenset({"administration", "campaign", "presidency", "regime"})
_LIST_MARKS = frozenset({",", "and", ", and", "&"})
_AFTER_SPEECH = frozenset({'"', "”", ",", "''"})
_ORDER = {label: rank for rank, label in enumerate(Label)}  # settles ties the same way everywhere


def with_one_type(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, each with the label that the evidence of the whole article favours for its name."""
    votes: dict[str, dict[Label, float]] = defaultdict(lambda: defaultdict(float))
    for at, spot in enumerate(spots):
        doc = paragraphs[spot.paragraph].doc
        votes[spot.key][spot.label] += spot.weight
        neighbours = [*spots[max(0, at - 1) : at], *spots[at + 1 : at + 2]]
        for label, weight in (*_evidence(doc, spot), *_company(doc, spot, neighbours)):
            votes[spot.key][label] += weight
    labels = {key: _winner(ballot) for key, ballot in votes.items()}
    surnames = _surnames(labels)
    somebody = _speakers_named_like_peoples(paragraphs, spots)
    for key, ballot in votes.items():
        if key in surnames and key in somebody:
            labels[key] = Label.PERSON
        elif key in surnames and not is_country(key) and not is_demonym(key):
            ballot[Label.PERSON] += surnames[key]
            labels[key] = _winner(ballot)
    return [replace(spot, label=labels[spot.key]) for spot in spots]


def _speakers_named_like_peoples(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> set[str]:
    """Words for a people that the article uses as a name: 'French said', and never 'the French' or 'a French'."""
    speaking: set[str] = set()
    others: set[str] = set()
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        if spot.last - spot.first == 1 and is_demonym(spot.key) and not is_country(spot.key):
            if spot.first > 0 and doc[spot.first - 1].lower_ in _DETERMINERS:
                others.add(spot.key)
            elif spot.last < len(doc) and doc[spot.last].lower_ in words("speech_verbs.txt"):
                speaking.add(spot.key)
    return speaking - others


def _evidence(doc: Doc, spot: Spot) -> list[tuple[Label, float]]:
    found: list[tuple[Label, float]] = []
    last_word = doc[spot.last - 1].lower_.rstrip(".")
    several = spot.last - spot.first > 1
    if is_country(spot.key):
        found.append((Label.GPE, 4))
    elif is_demonym(spot.key):
        found.append((Label.NORP, 4))
    elif is_region(spot.key):
        is_land = mapping("label_words.tsv").get(last_word) == Label.LOC  # as the recogniser has it
        found.append((Label.LOC if is_land else Label.GPE, 1.2))
    elif is_city(spot.key):
        found.append((Label.GPE, 2 if several else 0.9))
    if several and last_word in words("org_words.txt"):
        found.append((Label.ORG, 2))
    elif several and spot.label is not Label.ORG and mapping("label_words.tsv").get(last_word) == Label.FAC:
        found.append((Label.FAC, 2))
    elif is_titled(doc, spot.first) and spot.label is not Label.NORP and not _is_body(doc, spot):
        found.append((Label.PERSON, 2))
    if _names_a_body(doc, spot):
        found.append((Label.PERSON, 2))
    if _has_age(doc, spot.last):
        found.append((Label.PERSON, 3))
    if spot.last < len(doc) and doc[spot.last].lower_ == "who":
        found.append((Label.PERSON, 1))
    if _speaks(doc, spot):
        found.append((Label.PERSON, 0.5))
    if spot.first > 0 and doc[spot.first - 1].lower_ == "in" and spot.label in _PLACES:
        found.append((spot.label, 1))
    return found


def _names_a_body(doc: Doc, spot: Spot) -> bool:
    """'The Byron administration': a lone word that is no country's, region's or people's."""
    alone = spot.last - spot.first == 1 and spot.first > 0 and spot.last < len(doc)
    if not alone or spot.label is Label.NORP or is_country(spot.key) or is_region(spot.key):
        return False
    return doc[spot.first - 1].lower_ == "the" and doc[spot.last].text in _LED_BY_SOMEBODY


def _is_body(doc: Doc, spot: Spot) -> bool:
    """Whether it ends in a word for a body, or is an acronym: 'the official WFO line'."""
    text = doc[spot.first : spot.last].text
    is_short = len(text) <= _LONGEST_ACRONYM and is_acronym(text) and not doc.text.isupper()
    return is_short or doc[spot.last - 1].lower_.rstrip(".") in words("org_words.txt")


def _company(doc: Doc, spot: Spot, neighbours: Sequence[Spot]) -> Iterator[tuple[Label, float]]:
    """What the names beside it tell: those of a list are of one type, and brackets hold the short name of a body."""
    for other in neighbours:
        if other.paragraph != spot.paragraph or other.key == spot.key:
            continue
        first, last = (other, spot) if other.first < spot.first else (spot, other)
        between = doc[first.last : last.first].text.strip()
        if between in _LIST_MARKS and other.label in _PLACES and (is_known_place(other.key)):
            yield other.label, 0.6
        if between == "(" and other is first and other.label is Label.ORG and _is_short_name(doc, spot):
            yield Label.ORG, 3


def _is_short_name(doc: Doc, spot: Spot) -> bool:
    """A single word, in brackets by itself, that is no place."""
    closed = spot.last < len(doc) and doc[spot.last].text == ")"
    return closed and spot.last - spot.first == 1 and not is_known_place(spot.key)


def _has_age(doc: Doc, last: int) -> bool:
    """``, 45,`` after a name."""
    if last + 2 >= len(doc) or doc[last].text != ",":
        return False
    return doc[last + 1].is_digit and len(doc[last + 1]) <= _AGE_DIGITS and doc[last + 2].text in {",", "."}


def _speaks(doc: Doc, spot: Spot) -> bool:
    verbs = words("speech_verbs.txt")
    after = spot.last < len(doc) and doc[spot.last].lower_ in verbs
    before = spot.first > 1 and doc[spot.first - 1].lower_ in verbs and doc[spot.first - 2].text in _AFTER_SPEECH
    return after or before


def _surnames(labels: dict[str, Label]) -> dict[str, float]:
    """Weight for a bare word that ends (or begins) the full name of a person of the article."""
    weights: dict[str, float] = {}
    for key in sorted(labels):
        if labels[key] is Label.PERSON:
            name = person_name(key)
            if len(name.words) > 1:
                weights[name.family] = 6
                weights.setdefault(name.given, 1.5)
    return weights


def _winner(ballot: dict[Label, float]) -> Label:
    return min(ballot, key=lambda label: (-ballot[label], _ORDER[label]))
