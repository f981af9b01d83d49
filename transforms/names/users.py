"""Users of a site: 'the blue_heron Harbourbook account' is the account of blue_heron."""

from collections import Counter
from collections.abc import Sequence

from schemas.vocabulary import Label
from transforms.names.folding import fold
from transforms.names.spots import HasDoc, Spot, make_spot
from transforms.names.wordlists import words

_OFTEN = 2  # times that the article has the name alone


def with_users(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """Names of one word without the site behind them, where both stand before a word for an account only."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    alone = Counter(spot.key for spot in people)
    elsewhere = {spot.key for spot in people if not _is_before_account(paragraphs, spot)}
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        only_there = spot.label is Label.PERSON and spot.key not in elsewhere
        if only_there and alone[fold(doc[spot.first].text)] >= _OFTEN:
            result.append(make_spot(doc, spot.paragraph, spot.first, spot.first + 1, Label.PERSON))
        else:
            result.append(spot)
    return result


def _is_before_account(paragraphs: Sequence[HasDoc], spot: Spot) -> bool:
    doc = paragraphs[spot.paragraph].doc
    return spot.last < len(doc) and doc[spot.last].text in words("account_nouns.txt")
