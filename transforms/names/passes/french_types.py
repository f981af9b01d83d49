"""What a French name is, as the article or the noun before it tells: "le Savoyard", "le fabricant de volets Byron"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.language import FRENCH
from transforms.names.docs import is_french
from transforms.names.spots import HasDoc, Spot
from transforms.names.wordlists import words

_SURE = 5.0  # weight of a name that is of a people by its article
_ARTICLES = frozenset({"le", "la", "l'", "l’", "un", "une", "les", "des", "du", "au", "aux", "cet", "cette", "ce"})
_OF_PEOPLE = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:ais|aise|ois|oise|ien|ienne)s?")
_SMALL = _ARTICLES | {"de", "d'", "d’", "à", "en", "par", "pour", "chez", "que", "qu'", "et", "avec", "dans", "sur"}
_LONGEST = 7  # tokens from the noun for a company to its name
_LANDS = frozenset(
    {"Palais", "Marais", "Valois", "Artois", "Beaujolais", "Lyonnais", "Gâtinais", "Charolais", "Bourbonnais", "Bois"}
)  # fmt: skip


def with_peoples(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, with "le Savoyard" as one of a people."""
    return [
        replace(spot, label=Label.NORP, weight=_SURE) if _is_people(paragraphs[spot.paragraph].doc, spot) else spot
        for spot in spots
    ]


def _is_people(doc: Doc, spot: Spot) -> bool:
    """Whether a spot is whom a place or country gives its name: "le Savoyard", "un Espagnol"; a paper keeps its own."""
    word = doc[spot.first].text
    is_one = is_french(doc) and spot.last - spot.first == 1 and spot.first > 0 and spot.label is not Label.ORG
    if not is_one or doc[spot.first - 1].lower_ not in _ARTICLES or word in _LANDS:
        return False
    listed = words("demonyms.txt", FRENCH)
    return word in listed or word.removesuffix("s") in listed or _OF_PEOPLE.fullmatch(word) is not None


def is_maker(doc: Doc, first: int) -> bool:
    """Whether what a body is and does stands right before its name: "le fabricant de volets industriels" Byron."""
    at = first - 1
    if at < 0 or doc[at].lower_ in _SMALL:
        return False
    while at > 0 and first - at <= _LONGEST and doc[at].is_lower and not doc[at].is_punct:
        if doc[at].text in words("org_nouns.txt", FRENCH):
            return doc[at - 1].lower_ in _ARTICLES
        at -= 1
    return False
