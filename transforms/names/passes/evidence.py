"""What an article tells about the type of a name at one of its places, as labels with weights."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from schemas.vocabulary import Label
from transforms.language import FRENCH
from transforms.names.docs import is_french, text_of
from transforms.names.forms.acronyms import is_acronym
from transforms.names.forms.countries import is_city, is_country, is_demonym, is_known_place, is_region
from transforms.names.forms.going_by import GOES_BY_NAME, IN_GOES_BY
from transforms.names.passes.french_types import is_maker
from transforms.names.roles.titles import is_titled
from transforms.names.spots import Spot, bare
from transforms.names.wordlists import mapping, words

_PLACES = (Label.GPE, Label.LOC, Label.FAC)
_AGE_DIGITS = 2
_LONGEST_ACRONYM = 3  # letters of one that is hardly a name in capitals
_MANY = frozenset({"many", "some", "other", "most", "all", "these", "those"})
_BEHIND_PEOPLES = frozenset({"people", "peoples", "refugees", "tribe", "tribes", "minority", "communities", "families"})
_LIVING = frozenset({"based", "born", "headquartered", "lived", "lives", "living", "located", "raised"})
_LED_BY_SOMEBODY = frozenset({"administration", "campaign", "presidency", "regime"})
_OF_PEOPLE = frozenset({"ethnic", "indigenous", "minority", "religious", "tribal"})
_NAMED = frozenset({"called", "named"})
_CLOSING = frozenset({'"', "”", "’", "'"})
_IS = frozenset({"is", "was", "'s", "’s"})
_HE_OR_SHE = frozenset({"he", "she"})
_BEHIND_OFFICES = frozenset({"at", "for", "from", "in", "of", "with"})
_DASHES = frozenset({"-", "--", "–", "—"})
_DATELINE = 10  # tokens
_APPOSITION = 6  # tokens
_BY_ROLE = 1.5
_OF_BODIES = frozenset({"of", "for"})
_CLAUSE = 8  # tokens
_LONGEST_LINK = 4  # tokens between the names of a list, white space among them
_LIST_MARKS = frozenset({",", "and", ", and", "&"})
_AFTER_SPEECH = frozenset({'"', "”", ",", "''"})


def evidence(doc: Doc, spot: Spot) -> Iterator[tuple[Label, float]]:
    """What the words of the name and those around it tell."""
    yield from _gazetteer_evidence(doc, spot)
    yield from _last_word(doc, spot)
    yield from _person_evidence(doc, spot)
    yield from _place_evidence(doc, spot)
    yield from _organisation_evidence(doc, spot)


def _gazetteer_evidence(doc: Doc, spot: Spot) -> Iterator[tuple[Label, float]]:
    several = spot.last - spot.first > 1
    if is_country(spot.key):
        yield Label.GPE, 4
    elif is_demonym(spot.key):
        yield Label.NORP, 4
    elif not several and mapping("label_words.tsv").get(spot.key) == Label.LOC:
        yield Label.LOC, 2
    elif is_region(spot.key):
        is_land = mapping("label_words.tsv").get(bare(doc[spot.last - 1])) == Label.LOC  # as the recogniser has it
        yield Label.LOC if is_land else Label.GPE, 1.2
    elif is_city(spot.key):
        yield Label.GPE, 2 if several else 0.9


def _last_word(doc: Doc, spot: Spot) -> Iterator[tuple[Label, float]]:
    """What the last word of several tells, or else a title before the name."""
    label = _label_by_words(doc, spot) if spot.last - spot.first > 1 else None
    if label is not None:
        yield label, 2
    elif is_titled(doc, spot.first) and spot.label is not Label.NORP and not _is_body(doc, spot):
        yield Label.PERSON, 2


def _label_by_words(doc: Doc, spot: Spot) -> Label | None:
    """What a name of several words is by the last of them, if that tells."""
    last_word = bare(doc[spot.last - 1])
    of_bodies = words("org_words.txt")
    if spot.label is Label.PERSON and is_titled(doc, spot.first) and last_word not in of_bodies:
        return Label.PERSON  # 'director Mia Park'
    if last_word in words("buildings.txt"):
        return Label.FAC
    if last_word in of_bodies:
        return Label.ORG
    if doc[spot.first + 1].lower_ in _OF_BODIES and bare(doc[spot.first]) in of_bodies:
        return Label.ORG  # 'University of Lima'
    if spot.label is not Label.ORG and mapping("label_words.tsv").get(last_word) == Label.FAC:
        return Label.FAC
    return None


def _person_evidence(doc: Doc, spot: Spot) -> Iterator[tuple[Label, float]]:
    if _names_a_body(doc, spot):
        yield Label.PERSON, 2
    if _tells_names(doc) and GOES_BY_NAME.search(doc[max(0, spot.first - _CLAUSE) : spot.first].text):
        yield Label.PERSON, 3
    if _has_age(doc, spot.last):
        yield Label.PERSON, 3
    if spot.last < len(doc) and doc[spot.last].lower_ == "who":
        yield Label.PERSON, 1
    if _speaks(doc, spot):
        yield Label.PERSON, 0.5
    if _is_told_by_role(doc, spot) or _is_apposed(doc, spot.last):
        yield Label.PERSON, _BY_ROLE
    if _is_called(doc, spot.first - 1):
        yield Label.PERSON, 3


@lru_cache(maxsize=128)  # asked for each name of a paragraph, by several passes over one article
def _tells_names(doc: Doc) -> bool:
    """Whether a paragraph has a word that tells by what name somebody goes."""
    return any(word in text_of(doc) for word in IN_GOES_BY)


def _is_called(doc: Doc, verb: int) -> bool:
    """'An engineer named Ada Byron', 'a ‘safety engineer’ called Byron', 'he was called Byron'."""
    if verb < 1 or doc[verb].lower_ not in _NAMED:
        return False
    before = verb - 1 if doc[verb - 1].text not in _CLOSING else verb - 2
    if doc[before].lower_ in _IS:
        return before > 0 and doc[before - 1].lower_ in _HE_OR_SHE
    return before >= 0 and _is_of_people(doc[before])


def _is_told_by_role(doc: Doc, spot: Spot) -> bool:
    """'The party's leader, Ada Byron,' and 'Byron is a candidate'."""
    before = spot.first - 1
    if before > 0 and doc[before].text == "," and bare(doc[before - 1]) in words("role_nouns.txt"):
        return spot.last < len(doc) and doc[spot.last].text in {",", "."}
    if spot.last + 2 >= len(doc) or doc[spot.last].lower_ not in {"is", "was"}:
        return False
    return doc[spot.last + 1].lower_ in {"a", "an", "the"} and bare(doc[spot.last + 2]) in words("role_nouns.txt")


def _is_apposed(doc: Doc, last: int) -> bool:
    """', a harbour engineer at Halvik,' after a name."""
    if last + 2 >= len(doc) or doc[last].text != "," or doc[last + 1].lower_ not in {"a", "an", "the"}:
        return False
    for token in doc[last + 2 : last + _APPOSITION]:
        if bare(token) in words("role_nouns.txt"):
            after = doc[token.i + 1 : token.i + 2].text
            return after in {",", "."} or after in _BEHIND_OFFICES
        if not token.is_alpha or token.is_stop:
            return False
    return False


def _is_of_people(token: Token) -> bool:
    return token.lower_ in words("people_nouns.txt") or bare(token) in words("role_nouns.txt")


def _place_evidence(doc: Doc, spot: Spot) -> Iterator[tuple[Label, float]]:
    if spot.label in {Label.PERSON, Label.ORG} and _is_dateline(doc, spot):
        yield Label.GPE, 3
    if spot.label in {Label.PERSON, Label.ORG} and _is_where(doc, spot.first):
        yield Label.GPE, 2
    if spot.first > 0 and doc[spot.first - 1].lower_ == "in" and spot.label in _PLACES:
        yield spot.label, 1


def _is_dateline(doc: Doc, spot: Spot) -> bool:
    """Whether the paragraph opens with the name in capitals and a dash: 'HALVIK/LIMA, June 1 (Wire) -'."""
    if not _opens_in_capitals(doc, spot) or doc[spot.last].text not in _DASHES | {",", "/", "("}:
        return False
    return any(token.text in _DASHES for token in doc[spot.last : spot.last + _DATELINE])


def is_before_colon(doc: Doc, spot: Spot) -> bool:
    """Whether the paragraph opens with the name in capitals and a colon: a dateline, or whoever speaks."""
    return _opens_in_capitals(doc, spot) and doc[spot.last].text == ":"


def _opens_in_capitals(doc: Doc, spot: Spot) -> bool:
    if spot.first or spot.last == len(doc):
        return False
    name = doc[: spot.last].text
    return len(name) > _LONGEST_ACRONYM and name.isupper()


def is_people(doc: Doc, spot: Spot) -> bool:
    """'Rohingya refugees', 'many Rohingya are', '150 Rohingya had'."""
    if spot.last - spot.first > 1 or spot.last == len(doc):
        return False
    after = doc[spot.last]
    return after.lower_ in _BEHIND_PEOPLES or (_is_counted(doc, spot.first) and bool(after.is_stop and after.is_lower))


def _is_counted(doc: Doc, first: int) -> bool:
    before = doc[first - 1] if first else None
    return before is not None and (before.lower_ in _MANY or (before.like_num and len(before) > 1))


def _is_where(doc: Doc, first: int) -> bool:
    """Behind 'the town of' or 'based in'."""
    if first < 2:  # noqa: PLR2004
        return False
    before, last = doc[first - 2].lower_, doc[first - 1].lower_
    return (last == "of" and before in words("nouns_of_places.txt")) or (last == "in" and before in _LIVING)


def _names_a_body(doc: Doc, spot: Spot) -> bool:
    """'The Byron administration': a lone word that is no country's, region's or people's."""
    alone = spot.last - spot.first == 1 and spot.first > 0 and spot.last < len(doc)
    if not alone or spot.label is Label.NORP or is_country(spot.key) or is_region(spot.key):
        return False
    return doc[spot.first - 1].lower_ == "the" and doc[spot.last].text in _LED_BY_SOMEBODY


def _is_body(doc: Doc, spot: Spot) -> bool:
    """Whether it ends in a word for a body, or is an acronym: 'the official WFO line'."""
    text = doc[spot.first : spot.last].text
    is_short = len(text) <= _LONGEST_ACRONYM and is_acronym(text) and not text_of(doc).isupper()
    return is_short or bare(doc[spot.last - 1]) in words("org_words.txt")


def _organisation_evidence(doc: Doc, spot: Spot) -> Iterator[tuple[Label, float]]:
    is_full_name = spot.label is Label.PERSON and spot.last - spot.first > 1  # 'Harbour newspaper Ada Byron reads'
    is_place = spot.label in {Label.NORP, *_PLACES} and is_known_place(spot.key)
    if _is_medium(doc, spot.last) and not is_place and not is_country(spot.key) and not is_demonym(spot.key):
        yield Label.ORG, 2 if is_full_name else 4  # 'the official Byron news agency'
    if is_full_name or spot.label in {Label.NORP, Label.ORG} or is_known_place(spot.key):
        return
    nouns = words("org_nouns.txt", FRENCH if is_french(doc) else "en")
    if spot.first > 0 and doc[spot.first - 1].text in nouns and doc[spot.first - 1].whitespace_:
        yield Label.ORG, 4
    if is_french(doc) and is_maker(doc, spot.first):
        yield Label.ORG, 4
    if _is_organisation_after(doc, spot.last):
        yield Label.ORG, 4


def _is_medium(doc: Doc, last: int) -> bool:
    """Whether 'newspaper' or 'news agency' follows a name."""
    at = last + (last < len(doc) and doc[last].lower_ in words("news_words.txt"))
    return at < len(doc) and doc[at].text in words("media.txt") and bool(doc[last - 1].whitespace_)


def _is_organisation_after(doc: Doc, last: int) -> bool:
    """', a Peruvian bank,' after a name."""
    if last + 2 >= len(doc) or doc[last].text != "," or doc[last + 1].lower_ not in {"a", "an", "the"}:
        return False
    for at in range(last + 2, min(last + _APPOSITION, len(doc) - 1)):
        if doc[at].is_punct or doc[at].is_stop or doc[at].lower_ in _OF_PEOPLE:
            return False
        if doc[at].text in words("org_nouns.txt"):
            return bool(doc[at + 1].is_punct or doc[at + 1].is_stop or doc[at + 1].text in _LIVING)
    return False


def evidence_of_neighbours(doc: Doc, spot: Spot, neighbours: Sequence[Spot]) -> Iterator[tuple[Label, float]]:
    """What the names beside it tell: those of a list are of one type, and brackets hold the short name of a body."""
    for other in neighbours:
        tells = other.label in _PLACES or other.label is Label.ORG
        if not tells or other.paragraph != spot.paragraph or other.key == spot.key:
            continue
        first, last = (other, spot) if other.first < spot.first else (spot, other)
        if last.first - first.last > _LONGEST_LINK:
            continue
        between = doc[first.last : last.first].text.strip()
        if between in _LIST_MARKS and other.label in _PLACES and (is_known_place(other.key)):
            yield other.label, 0.6
        if between == "(" and other is first and other.label is Label.ORG and _is_short_name(doc, spot):
            yield Label.ORG, 3


def _is_short_name(doc: Doc, spot: Spot) -> bool:
    """A single word, in brackets by itself, that is no place."""
    closed = spot.last < len(doc) and doc[spot.last].text == ")"
    return closed and spot.last - spot.first == 1 and not is_known_place(spot.key)


def _has_age(doc: Doc, last: int) -> bool:
    """``, 45,`` after a name."""
    if last + 2 >= len(doc) or doc[last].text != ",":
        return False
    return doc[last + 1].is_digit and len(doc[last + 1]) <= _AGE_DIGITS and doc[last + 2].text in {",", "."}


def _speaks(doc: Doc, spot: Spot) -> bool:
    verbs = words("speech_verbs.txt")
    after = spot.last < len(doc) and doc[spot.last].lower_ in verbs
    before = spot.first > 1 and doc[spot.first - 1].lower_ in verbs and doc[spot.first - 2].text in _AFTER_SPEECH
    return after or before
