"""Other names of people, as the article itself gives them: 'Luiz Byron, the striker known as Lulu'."""

from collections.abc import Sequence
from itertools import pairwise

from schemas.vocabulary import Label
from transforms.names.spots import HasDoc, Spot

_KNOWN_AS = frozenset(
    {("known", "as"), ("goes", "by"), ("went", "by"), ("calls", "himself"), ("calls", "herself")}
    | {("called", "himself"), ("called", "herself")}
)
_NEAR = 12  # tokens from the full name to the other one


def aliases(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Key of a person's other name to the key of the full name right before it."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    found: dict[str, str] = {}
    for full, other in pairwise(people):
        is_near = full.paragraph == other.paragraph and 0 < other.first - full.last < _NEAR
        if is_near and " " in full.key and " " not in other.key and other.key not in full.key.split():
            before = paragraphs[other.paragraph].doc[max(0, other.first - 2) : other.first]
            if tuple(token.lower_ for token in before) in _KNOWN_AS:
                found.setdefault(other.key, full.key)
    return found
