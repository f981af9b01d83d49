"""What an article tells of the gender of people who share a family name, so that "Mr." and "Ms." find their bearers.

Titles and roles tell it, kinship does ("her son, David Lind,", "Ada Lind and her husband"), and so do the pronouns of a
paragraph that names nobody else. No list of first names is used.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, zip_longest

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.roles.titles import address_gender, role_after, role_gender
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot
from transforms.names.wordlists import mapping
from transforms.wordlists import pairs

_MARKS = frozenset({'"', "“", "”", "„", "''", "``"})


def printed_genders(paragraphs: Sequence[HasDoc], spots: Iterable[Spot]) -> set[str]:
    """The genders that titles, roles and kinship beside some names tell."""
    found: set[str] = set()
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        told = address_gender(doc, spot.first) or role_gender(role_after(doc, spot.last) or "", doc.lang_)
        if told:
            found.add(told)
    return found


def lone_genders(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, set[str]]:
    """Of each name of a person: the genders of the pronouns, outside of speech, in paragraphs that name nobody else.

    A paragraph with pronouns of both genders tells nothing.
    """
    found: dict[str, set[str]] = {}
    people = (spot for spot in spots if spot.label is Label.PERSON)
    for number, named in groupby(people, key=lambda spot: spot.paragraph):
        own = list(named)
        keys = {spot.key for spot in own}
        genders = set(_pronouns_behind(paragraphs[number].doc, own[0].last)) if len(keys) == 1 else set()
        if len(genders) == 1:
            found.setdefault(own[0].key, set()).update(genders)
    return found


def genders_of_relatives(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, set[str]]:
    """Of each name of a person: the genders of the pronouns behind it that tell whose a relative is: "her husband".

    In its sentence and outside of speech, with nobody named or meant between.
    """
    found: dict[str, set[str]] = {}
    people = (spot for spot in spots if spot.label is Label.PERSON)
    for number, named in groupby(people, key=lambda spot: spot.paragraph):
        own, doc = list(named), paragraphs[number].doc
        for spot, other in zip_longest(own, own[1:]):
            gender = _whose_relative(doc, spot.last, len(doc) if other is None else other.first)
            if gender is not None:
                found.setdefault(spot.key, set()).add(gender)
    return found


def _whose_relative(doc: Doc, first: int, last: int) -> str | None:
    """The gender of the first pronoun in a stretch of a sentence, if a noun for a relative follows: "her late son"."""
    genders = _genders_of_pronouns()
    for at in range(first, last):
        if doc[at].text in _MARKS or is_sentence_start(doc, at):
            return None
        if doc[at].lower_ in genders:
            is_of_kin = any(token.text in mapping("gender_nouns.tsv") for token in doc[at + 1 : at + 3])
            return genders[doc[at].lower_] if is_of_kin else None
    return None


def _pronouns_behind(doc: Doc, first: int) -> Iterator[str]:
    genders = _genders_of_pronouns()
    quoted = sum(token.text in _MARKS for token in doc[:first]) % 2 == 1
    for token in doc[first:]:
        if token.text in _MARKS:
            quoted = not quoted
        elif not quoted and token.lower_ in genders:
            yield genders[token.lower_]


@cache
def _genders_of_pronouns() -> dict[str, str]:
    """The list by which quotations understand pronouns, read as a file: their package is built on this one."""
    return dict(pairs("transforms", "quotes/data/en/genders/pronouns.tsv"))
