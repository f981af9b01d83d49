"""Words at the head of a sentence, where any has a capital: 'Orchardist Ada Byron said', 'Quoting Byron, she'."""

import re
from collections.abc import Sequence, Set

from schemas.vocabulary import Label
from transforms.names.forms.countries import is_demonym
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, make_spot
from transforms.names.wordlists import words

# Endings of nouns for what people do, and of no given name: neither '-er' (Tyler) nor '-ian' (Adrian) is one.
_OCCUPATION = re.compile(
    r"[A-Z][a-z-]{2,}(?:breeder|goer|grapher|grower|holder|ician|ioner|ist|keeper|maker|owner|woman|worker)"
)
_USUAL_NAME = 2  # words


def with_sentence_heads_apart(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Shopkeeper Ada Byron', 'Husband Karl' and 'Quoting Byron' name Ada Byron, Karl and Byron.

    So does 'Plumber Karl' where the article has 'Karl Byron'.
    """
    result = [_cut(paragraphs, spot) if _begins_with_no_name(paragraphs, spot) else spot for spot in spots]
    people = (spot.key.split() for spot in result if spot.label is Label.PERSON)
    known = {(word, name[0]) for name in people for word in name}
    return [_cut(paragraphs, spot) if _begins_with_noun(paragraphs, spot, known) else spot for spot in result]


def _cut(paragraphs: Sequence[HasDoc], spot: Spot) -> Spot:
    doc = paragraphs[spot.paragraph].doc
    return make_spot(doc, spot.paragraph, spot.first + 1, spot.last, spot.label, weight=spot.weight)


def _begins_with_no_name(paragraphs: Sequence[HasDoc], spot: Spot) -> bool:
    """Whether somebody's name begins with a word that is none, whatever else the article tells."""
    doc, others = paragraphs[spot.paragraph].doc, spot.last - spot.first - 1
    if not others or spot.label is not Label.PERSON or not is_sentence_start(doc, spot.first):
        return False
    word = doc[spot.first].text
    is_what_one_does = _OCCUPATION.fullmatch(word) or _is_noun_for_people(word)
    return (others >= _USUAL_NAME and bool(is_what_one_does)) or (
        word.istitle() and word.lower() in words("before_names.txt")
    )


def _begins_with_noun(paragraphs: Sequence[HasDoc], spot: Spot, known: Set[tuple[str, str]]) -> bool:
    """Whether a noun for people stands before a word of somebody's name that begins otherwise.

    ``known`` are the words of names of people, each with the first of its name.
    """
    doc, first, rest = paragraphs[spot.paragraph].doc, *spot.key.partition(" ")[::2]
    if not rest or spot.label is not Label.PERSON or not is_sentence_start(doc, spot.first):
        return False
    is_known = any(word == rest and begin != first for word, begin in known)
    return is_known and _is_noun_for_people(doc[spot.first].text)


def _is_noun_for_people(word: str) -> bool:
    """Whether a word is one for people: 'Plumber Ada Byron', 'Pole Ada Byron'.

    Before a surname alone it may be a name: 'Cook Byron'.
    """
    lists = ("role_nouns.txt", "callings.txt", "people_nouns.txt")
    return word.istitle() and (any(word.lower() in words(name) for name in lists) or is_demonym(word.lower()))
