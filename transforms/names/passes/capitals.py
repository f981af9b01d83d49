"""Where capitals tell nothing about names: headlines, starts of sentences, words in capitals."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.forms.folding import fold
from transforms.names.forms.given_names import given_names
from transforms.names.forms.person_names import person_name
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, make_spot
from transforms.names.wordlists import words

_WORDS: list[int | str] = ["ORTH", "IS_LOWER"]
_USUAL_NAME = 2  # words
_WELL_KNOWN = 3  # mentions of a full name in one article
_SHORT = 3  # letters of words that headlines may leave in small letters
_MOST = 0.7
_LONG_HEADLINE = 6  # long words
_VERB_ENDINGS = ("es", "ts", "ms", "ns", "ks", "ed", "ing")
_WHICH_MONTH = frozenset({"last", "next", "this", "that", "early", "late", "mid", "in"})
_LONGEST_ACRONYM = 3  # letters of a word in capitals that may well be a name though the word is common too


def with_people_cut_back(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """People whose spots took in too much of a headline, cut back to a name that the article prints elsewhere.

    Every word has a capital there: 'Ada Byron Meets Reed' ends at the first known name if a verb form follows, or
    if another known name is at the end; and 'Favourite Ada Byron' is the full name behind a word of the article.
    """
    counts = Counter(spot.key for spot in spots if spot.label is Label.PERSON)
    common = common_words(paragraphs)
    return [
        _cut(paragraphs[spot.paragraph].doc, spot, counts, common) if _may_be_too_long(spot) else spot for spot in spots
    ]


def common_words(paragraphs: Sequence[HasDoc]) -> frozenset[str]:
    """The words that the article writes in small letters."""
    return _common_words(tuple(paragraph.doc for paragraph in paragraphs))


@lru_cache(maxsize=1)  # asked for by several passes over one article
def _common_words(docs: tuple[Doc, ...]) -> frozenset[str]:
    if not docs:
        return frozenset()
    # Far quicker than token by token, or paragraph by paragraph.
    codes = np.concatenate([doc.to_array(_WORDS) for doc in docs])
    strings = docs[0].vocab.strings
    return frozenset(strings[code] for code in np.unique(codes[codes[:, 1] == 1, 0]).tolist())


def _may_be_too_long(spot: Spot) -> bool:
    return spot.label is Label.PERSON and spot.last - spot.first > _USUAL_NAME


def _cut(doc: Doc, spot: Spot, counts: Counter[str], common: frozenset[str]) -> Spot:
    """Cut back in a headline; and where words that the article knows as common follow a well-known full name."""
    spot = _behind_words(doc, _behind_a_phrase(doc, spot, counts), counts, common)
    cut = _cut_back(doc, spot, set(counts), common)
    if cut is not spot or counts[spot.key] > 1:
        return cut
    for last in range(spot.last - 1, spot.first + 1, -1):
        if (
            any(token.lower_ in common for token in doc[last : spot.last])
            and counts[fold(doc[spot.first : last].text)] >= _WELL_KNOWN
        ):
            return make_spot(doc, spot.paragraph, spot.first, last, Label.PERSON)
    return spot


def _behind_a_phrase(doc: Doc, spot: Spot, counts: Counter[str]) -> Spot:
    """'Byron' of 'Friends for Byron': a name has no words in small letters but particles, and syllables ('Hyun-ju')."""
    for at in range(spot.last - 2, spot.first, -1):
        if not doc[at - 1].whitespace_:
            continue
        if doc[at].is_lower and doc[at].is_alpha and doc[at].lower_ not in words("name_particles.txt"):
            rest = make_spot(doc, spot.paragraph, at + 1, spot.last, Label.PERSON)
            return rest if counts[rest.key] else spot
    return spot


def _behind_words(doc: Doc, spot: Spot, counts: Counter[str], common: Set[str]) -> Spot:
    """'Ada Byron' of 'Favourite Ada Byron' in a headline, where the article has 'favourite' and the full name."""
    for first in range(spot.first + 1, spot.last - 1):
        if doc[first - 1].lower_ not in common or counts[spot.key] > 1:
            break
        rest = make_spot(doc, spot.paragraph, first, spot.last, Label.PERSON)
        if " " in rest.key and counts[rest.key] and is_headline(doc):
            return rest
    return spot


def _cut_back(doc: Doc, spot: Spot, known: set[str], common: frozenset[str]) -> Spot:
    if not is_headline(doc):
        return spot
    ends_known = fold(doc[spot.last - 1].text) in known
    for last in range(spot.first + _USUAL_NAME, spot.last):
        is_known = fold(doc[last - 1].text) in known or fold(doc[spot.first : last].text) in known
        is_word = doc[last].lower_.endswith(_VERB_ENDINGS) or doc[last].lower_ in common
        goes_on = (ends_known and last < spot.last - 1) or is_word
        if is_known and goes_on and doc[last - 1].whitespace_:
            return make_spot(doc, spot.paragraph, spot.first, last, Label.PERSON)
    return spot


@lru_cache(maxsize=128)  # asked for each name of a paragraph, by several passes over one article
def is_headline(doc: Doc) -> bool:
    """Whether most words are capitalised, so that capitals tell nothing about names.

    With a full stop at its end, a line must be long to be one, since a short sentence may be names for the most part.
    """
    long_words = [token for token in doc if token.is_alpha and len(token) > _SHORT]
    if not long_words or (doc[-1].text == "." and len(long_words) < _LONG_HEADLINE):
        return False
    return sum(token.text[0].isupper() for token in long_words) > _MOST * len(long_words)


def without_shouting(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """A common word of the article that is written in capitals for emphasis is no name."""
    common = common_words(paragraphs)
    return [spot for spot in spots if not _is_shouted(paragraphs[spot.paragraph].doc, spot, common)]


def _is_shouted(doc: Doc, spot: Spot, common: frozenset[str]) -> bool:
    token = doc[spot.first]
    alone = spot.last - spot.first == 1
    return alone and token.is_upper and len(token) > _LONGEST_ACRONYM and token.lower_ in common


def with_lone_surnames(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """A surname and a common word that only the start of a sentence or a headline gives a capital: 'Absent Byron'.

    The article must name somebody else in full by that surname, and the two words but once. So it is with 'last May
    Byron', and with 'So Ada', whom the article names otherwise, too.
    """
    people = [spot for spot in spots if spot.label is Label.PERSON]
    counts = Counter(spot.key for spot in people)
    known = _known(paragraphs, people)
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        is_told_once = spot.label is Label.PERSON and counts[spot.key] == 1
        name = _name_within(doc, spot, people, known) if is_told_once else None
        result.append(spot if name is None else make_spot(doc, spot.paragraph, *name, Label.PERSON))
    return result


class _Known(NamedTuple):
    """The names of people in an article by their words, and words that are common there."""

    using: Mapping[str, Set[str]]
    """By any of their words."""
    bearers: Mapping[str, Set[str]]
    """Full names by family name."""
    names_too: Set[str]
    """Words that are common, and in names as well."""
    common: Set[str]


def _known(paragraphs: Sequence[HasDoc], people: Sequence[Spot]) -> _Known:
    using: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for spot in people:
        name = person_name(spot.key)
        for word in name.words:
            using[word].add(spot.key)
        if len(name.words) > 1:
            bearers[name.family].add(spot.key)
    names_too = words("name_particles.txt") | words("given_names_too.txt")
    return _Known(using, bearers, names_too, (common_words(paragraphs) | words("speech_verbs.txt")) - names_too)


def _name_within(doc: Doc, spot: Spot, people: Sequence[Spot], known: _Known) -> tuple[int, int] | None:
    """The tokens of a name without the common word before or behind it; None if all of it is the name."""
    if _is_told_by_kind(doc, spot, people):
        return spot.first + 1, spot.last
    at = _lone_surname(doc, spot, known) if spot.last - spot.first == _USUAL_NAME else None
    return None if at is None else (at, at + 1)


def _lone_surname(doc: Doc, spot: Spot, known: _Known) -> int | None:
    """Which of two words is the surname of somebody else, if the other one is a common word."""
    first, last = fold(doc[spot.first].text), fold(doc[spot.last - 1].text)
    is_small = doc[spot.first].is_stop and first not in known.names_too and known.using[first] == {spot.key}
    is_common = (is_small or doc[spot.first].lower_ in known.common) and _is_always_capitalised(doc, spot.first)
    others = known.using[last] if is_small else known.bearers[last]
    if others - {spot.key} and (is_common or _is_month(doc, spot.first)):
        return spot.last - 1
    if known.bearers[first] and doc[spot.last - 1].lower_ in known.common and is_headline(doc):
        return spot.first
    return None


def _is_told_by_kind(doc: Doc, spot: Spot, people: Sequence[Spot]) -> bool:
    """Whether the headline opens with one word and a surname whose only bearer comes next: 'Goalkeeper Byron is back'.

    A given name would come again, in the text. A short one may not, so those that are known as such are left.
    """
    first, _, family = spot.key.partition(" ")
    if spot.paragraph or spot.first or not doc[0].is_title or any(token.text == "." for token in doc):
        return False
    if first in given_names() or first in words("given_names_too.txt"):
        return False
    others = [other for other in people if other != spot and family in person_name(other.key).words]
    in_full = {other.key for other in others if other.key != family}
    has_come_again = any(first in person_name(other.key).words for other in people if other != spot)
    return len(in_full) == 1 and others[0].key in in_full and not has_come_again


def _is_always_capitalised(doc: Doc, at: int) -> bool:
    """Whether any word would have a capital in this place."""
    return is_sentence_start(doc, at) or is_headline(doc)


def _is_month(doc: Doc, at: int) -> bool:
    """Whether a word is a month, and no given name: 'last May'."""
    return at > 0 and doc[at].lower_ in words("calendar.txt") and doc[at - 1].lower_ in _WHICH_MONTH
