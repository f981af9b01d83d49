"""Words at the head of a sentence, where any has a capital: 'Orchardist Ada Byron said', 'Quoting Byron, she'."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, make_spot
from transforms.names.wordlists import words

# Endings of nouns for what people do, and of no given name: neither '-er' (Tyler) nor '-ian' (Adrian) is one.
_OCCUPATION = re.compile(
    r"[A-Z][a-z-]{2,}(?:breeder|goer|grapher|grower|holder|ician|ioner|ist|keeper|maker|owner|woman|worker)"
)
_USUAL_NAME = 2  # words


def with_sentence_heads_apart(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Shopkeeper Ada Byron', 'Husband Karl' and 'Quoting Byron' name Ada Byron, Karl and Byron."""
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        if spot.label is Label.PERSON and is_sentence_start(doc, spot.first) and _begins_with_no_name(doc, spot):
            spot = make_spot(doc, spot.paragraph, spot.first + 1, spot.last, spot.label, weight=spot.weight)  # noqa: PLW2901
        result.append(spot)
    return result


def _begins_with_no_name(doc: Doc, spot: Spot) -> bool:
    word, others = doc[spot.first].text, spot.last - spot.first - 1
    if others >= _USUAL_NAME and _OCCUPATION.fullmatch(word):
        return True
    return others > 0 and word.istitle() and word.lower() in words("before_names.txt")
