"""People whose names the recogniser cut short, most often before a family name that is a common word."""

from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.spots import HasDoc, Spot, is_suffix, make_spot


def with_suffixes(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Ada Byron Key Jr.' where the spot ends before 'Key' or 'Jr.'; a spot of its own for 'Jr.' goes."""
    starts = {(spot.paragraph, spot.first): spot for spot in spots}
    result: list[Spot] = []
    for spot in spots:
        last = _suffix_end(paragraphs[spot.paragraph].doc, spot)
        if result and spot.paragraph == result[-1].paragraph and spot.last <= result[-1].last:
            continue
        is_free = all((spot.paragraph, at) not in starts or at == last - 1 for at in range(spot.last, last))
        if last > spot.last and is_free:
            result.append(make_spot(paragraphs[spot.paragraph].doc, spot.paragraph, spot.first, last, Label.PERSON))
        else:
            result.append(spot)
    return result


def _suffix_end(doc: Doc, spot: Spot) -> int:
    """Where a suffix ends that comes right behind a person's name, or a word behind it; else where the spot does."""
    for at in (spot.last, spot.last + 1):
        if spot.label is not Label.PERSON or at >= len(doc) or not doc[at].text[0].isupper():
            break
        if is_suffix(doc[at : at + 1]):
            return at + 1
        if doc[at].is_stop:
            break
    return spot.last
