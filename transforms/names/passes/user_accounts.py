"""Users of a site: 'the blue_heron Harbourbook account' is that of blue_heron, and '@blue_heron said' names them."""

import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.docs import text_of
from transforms.names.forms.folding import fold
from transforms.names.spots import HasDoc, Spot, in_order, make_spot, tokens_of
from transforms.names.wordlists import words

_OFTEN = 2  # times that the article has the name alone
_HANDLE = re.compile(r"@\w[\w.]*")
_NICK = re.compile(r"(?=.*[a-z])(?=.*[_\d])[\w.]{3,}", re.IGNORECASE)  # what no word is written like: 'fox_99'
_USERS = frozenset({"user", "redditor"})
_MAY_BE_USER = re.compile("@|" + "|".join(sorted(_USERS)), re.IGNORECASE)  # in a paragraph with any user
_BEHIND_SPEECH = frozenset("\"”'’,")


def with_handles(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots and users by the names they have on a site, where these say something or stand behind 'user'."""
    taken = tokens_of(spots)
    handles = [
        make_spot(paragraph.doc, number, token.i, token.i + 1, Label.PERSON)
        for number, paragraph in enumerate(paragraphs)
        for token in (paragraph.doc if _MAY_BE_USER.search(text_of(paragraph.doc)) else ())
        if (number, token.i) not in taken and _is_user(paragraph.doc, token.i)
    ]
    return in_order([*spots, *handles]) if handles else list(spots)


def _is_user(doc: Doc, at: int) -> bool:
    """'user fox_99', '@fox_99 wrote', and '”, wrote @fox_99', for the one of 'she told @fox_99' is told."""
    is_handle = _HANDLE.fullmatch(doc[at].text) is not None
    if not is_handle and _NICK.fullmatch(doc[at].text) is None:
        return False
    if at and doc[at - 1].lower_ in _USERS:
        return True
    verbs = words("speech_verbs.txt")
    is_before = at + 1 < len(doc) and doc[at + 1].lower_ in verbs
    is_behind = at > 1 and doc[at - 1].lower_ in verbs and doc[at - 2].text in _BEHIND_SPEECH
    return is_handle and (is_before or is_behind)


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
