"""Firms whose names end like a possessive, as the article shows: 'Harbour's said', 'a meal at Harbour's.'."""

from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.spots import HasDoc, Spot, is_possessive, make_spot

# What a possessive ending never stands before, unlike "announced": "Byron's announced plan".
_SAID = frozenset({"said", "says", "told"})
_IS = frozenset({"had", "has", "is", "was", "will", "would"})
_AT = frozenset({"at", "of"})
_ENDS = frozenset({".", "?", "!", ",", ";"})


def with_possessive_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The ending belongs to a name if it ever stands before "said", or that of a body before a verb or a stop."""
    shown = {spot.key for spot in spots if _shows(paragraphs[spot.paragraph].doc, spot)}
    return [
        make_spot(paragraphs[spot.paragraph].doc, spot.paragraph, spot.first, spot.last + 1, Label.ORG)
        if spot.key in shown and _has_ending(paragraphs[spot.paragraph].doc, spot)
        else spot
        for spot in spots
    ]


def _has_ending(doc: Doc, spot: Spot) -> bool:
    return spot.last < len(doc) and is_possessive(doc[spot.last])


def _shows(doc: Doc, spot: Spot) -> bool:
    if spot.label not in {Label.ORG, Label.PERSON} or not _has_ending(doc, spot) or spot.last + 1 == len(doc):
        return False
    behind = doc[spot.last + 1].lower_
    if spot.label is Label.PERSON or behind in _SAID:
        return behind in _SAID
    return behind in _IS or (behind in _ENDS and spot.first > 0 and doc[spot.first - 1].lower_ in _AT)
