"""Contests and their titles, which are no women: 'Miss World', 'Miss Harbour Kenya'."""

from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.forms.countries import is_country
from transforms.names.forms.folding import fold
from transforms.names.spots import HasDoc, Spot, make_spot

_TITLES = frozenset({"miss", "mr", "mrs", "ms"})
_OF_ALL = frozenset({"earth", "globe", "grand", "international", "supranational", "universe", "world"})
_CONTESTS = frozenset({"competition", "contest", "contestant", "crown", "final", "pageant"})
_YEAR = 4  # digits


def with_contests(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, with 'Miss' and what the title is of as one name that is nobody's."""
    return [_put_right(paragraphs[spot.paragraph].doc, spot) for spot in spots]


def _put_right(doc: Doc, spot: Spot) -> Spot:
    first = spot.first - (doc[spot.first].lower_ not in _TITLES)
    if first < 0 or doc[first].text.rstrip(".").lower() not in _TITLES or not _is_contest(doc, first, spot.last):
        return spot
    return make_spot(doc, spot.paragraph, first, spot.last, Label.ORG, weight=spot.weight)


def _is_contest(doc: Doc, first: int, last: int) -> bool:
    """Whether a title is of all, or of a country with another word, a year or "pageant" beside it: no 'Miss Jordan'."""
    inner = doc[first + 1 : last]
    if not len(inner):
        return False
    if inner[0].lower_ in _OF_ALL:
        return True
    has_year = first > 0 and doc[first - 1].is_digit and len(doc[first - 1]) == _YEAR
    is_told = has_year or (last < len(doc) and (doc[last].lower_ in _CONTESTS or doc[last].is_digit))
    return is_country(fold(inner[-1].text)) and (len(inner) > 1 or is_told)
