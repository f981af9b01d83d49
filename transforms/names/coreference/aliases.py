"""Other names of people, as the article itself gives them: 'Luiz Byron, the striker known as Lulu'."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from schemas.vocabulary import Label
from transforms.names.forms.acronyms import first_letters
from transforms.names.forms.going_by import KNOWN_AS
from transforms.names.forms.person_names import person_name
from transforms.names.spots import HasDoc, Spot

_CALLED = frozenset({"called", "christened", "dubbed", "nicknamed"})
_OPENING = frozenset("\"“‘'") | {"``"}
_FEWEST = 3  # initials; two are those of many
_NEAR = 12  # tokens from the full name to the other one


def aliases(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Key of a person's other name to the key of the full name right before it."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    found: dict[str, str] = {}
    for full, other in pairwise(people):
        is_near = full.paragraph == other.paragraph and 0 < other.first - full.last < _NEAR
        if is_near and " " in full.key and " " not in other.key and other.key not in full.key.split():
            before = paragraphs[other.paragraph].doc[max(0, other.first - 2) : other.first]
            if _is_known_as(token.lower_ for token in before):
                found.setdefault(other.key, full.key)
    return found


def initialed(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Key of the initials that somebody is known by to the one full name that they are of: 'OBS' is Omar bin Said."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    full: dict[str, set[str]] = defaultdict(set)
    for key in {spot.key for spot in people if " " in spot.key}:
        full[first_letters(key.replace("-", " "))].add(key)
    short = {spot.key for spot in people if _is_initials(paragraphs[spot.paragraph].doc[spot.first : spot.last].text)}
    return {key: min(full[key]) for key in short if len(full.get(key, ())) == 1}


def _is_initials(text: str) -> bool:
    return text.isalpha() and text.isupper() and len(text) >= _FEWEST


def nicknames(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Key of a nickname of several words to that of the one person whose given name it ends in: 'dubbed “Big Ada”'."""
    people = [spot for spot in spots if spot.label is Label.PERSON]
    called = {spot.key for spot in people if " " in spot.key and _is_called(paragraphs, spot)}
    in_full = sorted({spot.key for spot in people if " " in spot.key} - called)
    found = {key: [full for full in in_full if person_name(full).given == key.split()[-1]] for key in called}
    return {key: full[0] for key, full in found.items() if len(full) == 1}


def _is_called(paragraphs: Sequence[HasDoc], spot: Spot) -> bool:
    """Whether a name stands in marks behind a word for calling somebody so."""
    words = [token.lower_ for token in paragraphs[spot.paragraph].doc[max(0, spot.first - 3) : spot.first]]
    is_marked = bool(words) and words[-1] in _OPENING
    return is_marked and (not _CALLED.isdisjoint(words[-2:-1]) or _is_known_as(words[-3:-1]))


def _is_known_as(words: Iterable[str]) -> bool:
    return KNOWN_AS.fullmatch(" ".join(words)) is not None
