"""French names that the recogniser passed over or took for something else, as the words before them tell.

"M. Lind", "Me Ada Lind", "témoigne Ada Lind": who is so addressed, or follows a verb of speech, is somebody.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.incises import tag_forms
from transforms.language import FRENCH
from transforms.names.spots import HasDoc, Spot, make_spot
from transforms.names.wordlists import mapping

_PARTICLES = frozenset({"de", "d'", "du", "des", "le", "la", "von", "van", "ben", "el", "al"})
_LONGEST = 7  # tokens of a name, hyphens among them
_FEWEST = 2  # words behind a verb


def with_addressed(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The French spots without stray words, and with whoever is addressed, or named behind a verb of speech."""
    result = [spot for spot in spots if not _is_stray(paragraphs[spot.paragraph].doc, spot)]
    for number, paragraph in enumerate(paragraphs):
        if paragraph.doc.lang_ != FRENCH:
            continue
        for first, last in _found(paragraph.doc):
            inside = [spot for spot in result if spot.paragraph == number and spot.first < last and first < spot.last]
            is_known = any(spot.label is Label.PERSON and spot.last - spot.first >= last - first for spot in inside)
            if not is_known and all(first <= spot.first and spot.last <= last for spot in inside):
                result = [spot for spot in result if spot not in inside]
                result.append(make_spot(paragraph.doc, number, first, last, Label.PERSON))
    return sorted(result, key=lambda spot: (spot.paragraph, spot.first))


def _is_stray(doc: Doc, spot: Spot) -> bool:
    """Whether a spot is but a small word or a letter of one: "n'", "Combien" at the begin of a sentence."""
    word = doc[spot.first]
    is_one = doc.lang_ == FRENCH and spot.last - spot.first == 1
    return is_one and (word.is_stop or len(word.text.rstrip("'")) == 1)


def _found(doc: Doc) -> Iterator[tuple[int, int]]:
    for token in doc:
        first = token.i + 1
        if _is_address(doc, token.i):
            first += first < len(doc) and doc[first].text == "."
            last = _end_of_name(doc, first)
            if last > first:
                yield first, last
        elif token.lower_ in tag_forms() and not _is_address(doc, first):
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
