"""Initials before a surname, of which the recogniser took the first for an article: 'A K Lind'."""

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from transforms.names.spots import HasDoc, Spot, make_spot, tokens_of

_ADDRESSES = frozenset({"HE", "HH", "HM", "HRH"})  # "His Excellency", "Her Highness"
_FEWEST = 2  # a single letter may be an article, or somebody's "I"


def with_initials(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """Two initials or more before somebody's surname are part of the name, also where some were seen."""
    taken = tokens_of(spots)
    return [_with_initials(paragraphs[spot.paragraph].doc, spot, taken) for spot in spots]


def _with_initials(doc: Doc, spot: Spot, taken: Set[tuple[int, int]]) -> Spot:
    first = spot.first
    while first > 0 and (spot.paragraph, first - 1) not in taken and _is_initial(doc, first - 1):
        first -= 1
    surname = spot.first
    while surname < spot.last and _is_initial(doc, surname):
        surname += 1
    if "".join(token.text for token in doc[first:surname]) in _ADDRESSES:
        return spot
    is_longer = first < spot.first and surname - first >= _FEWEST and surname < spot.last
    return make_spot(doc, spot.paragraph, first, spot.last, spot.label) if is_longer else spot


def _is_initial(doc: Doc, at: int) -> bool:
    """Whether a token is one capital letter before a space."""
    token = doc[at]
    return len(token.text) == 1 and token.is_upper and bool(token.whitespace_)
