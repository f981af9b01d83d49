"""Nouns for companies before their names, where a sentence begins: 'Carmaker Byron said'."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.forms.person_names import person_name
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, make_spot
from transforms.names.wordlists import words

_SURE = 4.0  # weight as of a noun in small letters before a name (transforms.names.passes.evidence)


def with_company_kinds(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Carmaker Byron' is Byron, a company; so is 'Byron' behind 'Brewer', where the article names no Ada Byron."""
    people = {
        part
        for spot in spots
        if spot.label is Label.PERSON
        and " " in spot.key
        and not _begins_with_kind(paragraphs[spot.paragraph].doc, spot)
        for part in person_name(spot.key).words
    }
    return [_put_right(paragraphs[spot.paragraph].doc, spot, people) for spot in spots]


def _put_right(doc: Doc, spot: Spot, people: set[str]) -> Spot:
    first = spot.first + _begins_with_kind(doc, spot)
    kind = first - 1
    if kind < 0 or spot.label is Label.NORP or not _is_noun_here(doc, kind):
        return spot
    named = make_spot(doc, spot.paragraph, first, spot.last, Label.ORG, weight=_SURE)
    if doc[kind].lower_ in words("company_kinds.txt"):
        return named
    if doc[kind].lower_ not in words("companies_or_people.txt"):
        return spot
    is_company = spot.last - first == 1 and named.key not in people
    return named if is_company else replace(named, label=spot.label, weight=spot.weight)


def _begins_with_kind(doc: Doc, spot: Spot) -> bool:
    """Whether the recogniser took the noun for a part of the name."""
    noun = doc[spot.first]
    is_kind = noun.lower_ in words("company_kinds.txt") or noun.lower_ in words("companies_or_people.txt")
    return spot.last - spot.first > 1 and is_kind and _is_noun_here(doc, spot.first)


def _is_noun_here(doc: Doc, at: int) -> bool:
    """Whether a capital is owed to the sentence alone: 'Software maker Byron', but not 'the Retailer Byron Act'."""
    if doc[at].is_lower:
        return True
    return doc[at].is_title and is_sentence_start(doc, at)
