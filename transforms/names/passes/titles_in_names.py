"""Titles that are part of a name: 'Sheikh Hamid', who is never called by more than one word behind it.

Or that are given names themselves: 'Amir Rahimi'.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.forms.person_names import person_name
from transforms.names.spots import HasDoc, Spot, bare, make_spot
from transforms.names.wordlists import words

_FAMILY_NAME = "King"
_GIVEN_NAMES_LIKE_TITLES = frozenset({"Amir", "Emir"})  # "Emir Hodzic"; a ruler is "the emir"
_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")  # a given name behind its family name, as "Jung-min" in Korean ones


def with_titles_in_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Sheikh Hamid' for 'Hamid' behind the title, unless the article has a longer name with that word.

    A family name may look like a title, too: 'King Jung-min' is no king.
    """
    longer = {
        word
        for spot in spots
        if spot.label is Label.PERSON and len(person_name(spot.key).words) > 1
        for word in person_name(spot.key).words
    }
    return [
        make_spot(paragraphs[spot.paragraph].doc, spot.paragraph, spot.first - 1, spot.last, Label.PERSON)
        if _is_behind_name(paragraphs[spot.paragraph].doc, spot) and spot.key not in longer
        else spot
        for spot in spots
    ]


def _is_behind_name(doc: Doc, spot: Spot) -> bool:
    """Whether the title right before a name of one word may be part of it."""
    if spot.label is not Label.PERSON or not spot.first or not doc[spot.first - 1].whitespace_:
        return False
    title, name = doc[spot.first - 1], doc[spot.first : spot.last].text
    if title.is_title and bare(title) in words("titles_in_names.txt"):
        return " " not in name
    if title.text in _GIVEN_NAMES_LIKE_TITLES:
        return title.i == 0 or title.nbor(-1).lower_ != "the"
    return title.text == _FAMILY_NAME and bool(_SYLLABLES.fullmatch(name))
