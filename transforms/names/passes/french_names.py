"""French names that the recogniser passed over, cut wrongly or saw where there is none, as the words before them tell.

"M. Lind", "Me Ada Lind", "témoigne Ada Lind": who is so addressed, or follows a verb of speech, is somebody.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from schemas.vocabulary import Label
from transforms.language import FRENCH
from transforms.names.docs import is_french
from transforms.names.spots import HasDoc, Spot, in_order, make_spot, overlapping
from transforms.names.wordlists import mapping, words
from transforms.tags.french import tag_verb_lemmas

_PARTICLES = frozenset({"de", "d'", "du", "des", "le", "la", "von", "van", "ben", "el", "al"})
_LONGEST = 7  # tokens of a name, hyphens among them
_FEWEST = 2  # words behind a verb, or behind what a minister is of
_OFFICE = 5  # tokens from the noun of an office to what it is of: "ministre norvégien de la"
_LEADS = frozenset({"la", "l'", "des", "du", "de"})
_COMPLEMENTS = (["de", "la"], ["de", "l'"])


def without_portfolios(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots without what somebody is the minister of."""
    return [_without_portfolio(paragraphs[spot.paragraph].doc, spot) for spot in spots]


def _without_portfolio(doc: Doc, spot: Spot) -> Spot:
    """A spot without what somebody is the minister of: "Justice" of "la ministre danoise de la Justice Ada Lind"."""
    first = spot.first + 1
    is_name = is_french(doc) and spot.last - first >= _FEWEST and _end_of_name(doc, first) == spot.last
    if not is_name or not _is_portfolio(doc, spot.first):
        return spot
    return make_spot(doc, spot.paragraph, first, spot.last, Label.PERSON)


def _is_portfolio(doc: Doc, at: int) -> bool:
    """Whether a word is what somebody is the minister of, behind the noun of the office."""
    if doc[at].text not in words("portfolios.txt", FRENCH):
        return False
    before = [_plain(word) for word in doc[max(0, at - _OFFICE) : at]]
    return bool(before) and before[-1] in _LEADS and not words("role_nouns.txt", FRENCH).isdisjoint(before)


def _plain(word: Token) -> str:
    return str(word.lower_).replace("’", "'")


def without_complements(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots without what is left of an office in French: "de la République" is nobody's name.

    "M. de la Tour" is, and so is "de la Tour" where "Ada de la Tour" stands elsewhere.
    """
    keys = {spot.key for spot in spots}
    return [
        spot
        for spot in spots
        if not _is_complement(paragraphs[spot.paragraph].doc, spot) or any(key.endswith(f" {spot.key}") for key in keys)
    ]


def _is_complement(doc: Doc, spot: Spot) -> bool:
    if not is_french(doc) or spot.label is not Label.PERSON:
        return False
    before = spot.first - 1 - (spot.first > 0 and doc[spot.first - 1].text == ".")
    if before >= 0 and _is_address(doc, before):
        return False
    return [token.text.replace("’", "'") for token in doc[spot.first : spot.first + 2]] in _COMPLEMENTS


def without_strays(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots without the French ones that are nobody's name."""
    return [spot for spot in spots if not _is_stray(paragraphs[spot.paragraph].doc, spot)]


def _is_stray(doc: Doc, spot: Spot) -> bool:
    """Whether a spot is a small word or a letter of one, or somebody's office taken for a body.

    "n'", "Combien" at the begin of a sentence, "ministre de la Défense"
    """
    word = doc[spot.first]
    if is_french(doc) and spot.label is Label.ORG and word.is_lower and word.text in words("role_nouns.txt", FRENCH):
        return True
    is_one = is_french(doc) and spot.last - spot.first == 1
    return is_one and (word.is_stop or len(word.text.rstrip("'")) == 1)


def with_addressed(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The French spots, and whoever is addressed, or named in full behind a verb of speech."""
    result = list(spots)
    for number, paragraph in enumerate(paragraphs):
        if not is_french(paragraph.doc):
            continue
        for first, last in _found(paragraph.doc):
            inside = overlapping(result, number, first, last)
            is_known = any(spot.label is Label.PERSON and spot.last - spot.first >= last - first for spot in inside)
            if not is_known and all(first <= spot.first and spot.last <= last for spot in inside):
                result = [spot for spot in result if spot not in inside]
                result.append(make_spot(paragraph.doc, number, first, last, Label.PERSON))
    return in_order(result)


def _found(doc: Doc) -> Iterator[tuple[int, int]]:
    for token in doc:
        first = token.i + 1
        if _is_address(doc, token.i):
            first += first < len(doc) and doc[first].text == "."
            last = _end_of_name(doc, first)
            if last > first:
                yield first, last
        elif (token.lower_ in tag_verb_lemmas() or _is_portfolio(doc, token.i)) and not _is_address(doc, first):
            last = _end_of_name(doc, first)
            if sum(doc[at].text[0].isupper() for at in range(first, last)) >= _FEWEST:
                yield first, last


def _is_address(doc: Doc, at: int) -> bool:
    return at < len(doc) and doc[at].text.rstrip(".") in mapping("honorifics.tsv", FRENCH)


def _end_of_name(doc: Doc, first: int) -> int:
    """The end of the words with capitals from a token on, with particles and hyphens between them."""
    last = at = first
    while at < len(doc) and at - first < _LONGEST:
        word = doc[at]
        if word.text[0].isupper() and word.text.replace("'", "").isalpha():
            last = at + 1
        elif not (last > first and (word.lower_ in _PARTICLES or (word.text == "-" and not doc[at - 1].whitespace_))):
            break
        at += 1
    return last
