"""What offices belong to: "the head of the Harbour Trust" is not Lind, "president of the Lund Union".

Two complements that have no word in common, and neither is the acronym of the other, tell two offices apart. A body
called by its kind only ("of the board") tells nothing. In French the noun leads ("Premier ministre danois"), and some
words stand for the highest offices ("le chef de l'Etat").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from schemas.vocabulary import Label
from transforms.language import FRENCH
from transforms.names.forms.countries import nation_code
from transforms.names.wordlists import words as list_of_words
from transforms.quotes.grammar.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINERS = frozenset({"de", "du", "des", "d"})
_OTHER_JOINERS = frozenset({"en", "au", "aux", "à", "pour", "chez", "dans", "sur"})
_SMALL = _JOINERS | frozenset(
    {"le", "la", "les", "l", "et", "un", "une", "a", "an", "and", "at", "for", "from", "his", "in", "of", "on", "the",
     "their", "to"}
)  # fmt: skip
_TELLING_NOTHING = {"procureur": frozenset({"république"})}  # "procureur de la République de Lund", "procureur de Lund"
_STATE = "république"
HIGHEST = frozenset({"président", "premier-ministre"})
"""The nouns of the offices of which there is one in a country."""
_FIRST = "premier"


@dataclass(frozen=True, slots=True)
class Office:
    """The noun of an office, the words about it, and those for what it is of, in small letters and in order."""

    noun: str
    words: frozenset[str]
    of: tuple[str, ...]
    is_of_state: bool = True
    """Whether it may be of a state: not "présidente du groupe écologiste"."""


def office(noun: str, about: frozenset[str], behind: Iterable[str], lexicon: Lexicon) -> Office:
    """An office by its noun, the words about it and those behind its "of"; the highest ones by their own names."""
    content = [word for part in behind for word in _WORD.findall(part) if word.lower() not in _SMALL]
    lower = [word.lower() for word in content]
    if noun == "ministre" and _FIRST in about:
        noun, about = "premier-ministre", about - {_FIRST}
    name = next((lexicon.offices.highest.get(f"{noun} {word}") for word in lower), None)
    highest = None if name is None else _french_office(name, lexicon)
    if highest is not None:
        nations = {lexicon.offices.nations[word] for word in lower if word in lexicon.offices.nations}
        return replace(highest, words=about | nations)
    untold = _TELLING_NOTHING.get(noun, frozenset())
    of = tuple(word for word in lower if word not in untold) if _is_named(content, lexicon) else ()
    is_of_state = (
        not lower or lower[0] == _STATE or any(word in lexicon.offices.nations or _is_nation(word) for word in lower)
    )
    return Office(noun, about, of, is_of_state)


def _is_named(content: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words name what an office is of, rather than tell its kind: "the Board"."""
    kinds = lexicon.bodies.public, lexicon.bodies.companies, lexicon.bodies.general, list_of_words("org_nouns.txt")
    is_kind = len(content) == 1 and any(content[0].lower() in nouns for nouns in kinds)
    return any(word[0].isupper() for word in content) and not is_kind


def are_apart(told: Sequence[str], known: Iterable[Sequence[str]]) -> bool:
    """Whether an office belongs to something, and to nothing that somebody's office is known to belong to."""
    own = [of for of in known if of]
    return bool(told and own) and not any(_are_same(told, of) for of in own)


def french_offices(role: str, lexicon: Lexicon) -> Iterator[Office]:
    """The offices of a French role, each by its noun: "ministre" of "Premier ministre danois"."""
    for part in re.split(r",| et (?!de |d'|du |des )", role.replace("\u2019", "'")):
        found = _french_office(part, lexicon)
        if found is not None:
            yield found
            parts = [word for word in found.noun.split("-") if word in lexicon.people.nouns]
            yield from (replace(found, noun=word) for word in parts if len(parts) > 1)


def english_offices(role: str, lexicon: Lexicon) -> Iterator[Office]:
    """The office of an English role that tells what it is of: "president of the Lund Union"."""
    before, of, behind = role.partition(" of ")
    noun = before.split()[-1:]
    if of and noun:
        found = office(noun[0].lower(), frozenset(), behind.split(), lexicon)
        yield from [found] if found.of else []


def is_highest(told: Office) -> bool:
    """Whether there is one such office in a country: a head of state's, or of government."""
    return told.noun == "premier-ministre" or (told.noun == "président" and told.of[:1] == (_STATE,))


def _french_office(role: str, lexicon: Lexicon) -> Office | None:
    printed = _WORD.findall(role)
    lower = [word.lower() for word in printed]
    end = next((i for i, word in enumerate(lower) if i and word in _JOINERS | _OTHER_JOINERS), len(lower))
    nouns, modifiers = list_of_words("role_nouns.txt", FRENCH), list_of_words("role_modifiers.txt", FRENCH)
    own = [lexicon.genders.masculines.get(word, word) for word in lower[:end]]
    heads = [i for i, word in enumerate(own) if lexicon.people.is_person(word) or word in nouns]
    head = next((i for i in heads if own[i] not in modifiers), heads[0] if heads else None)
    if head is None:
        return None
    is_of = end < len(lower) and lower[end] in _JOINERS
    about = {
        lexicon.offices.nations.get(word, word)
        for i, word in enumerate(lower[:end])
        if i != head and word not in _SMALL
    }
    return office(own[head], frozenset(about), printed[end + 1 :] if is_of else (), lexicon)


def _are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    if not set(one).isdisjoint(other) or _is_acronym(one, other) or _is_acronym(other, one):
        return True
    return any(of[0] == _STATE and all(map(_is_nation, rest)) for of, rest in ((one, other), (other, one)))


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the one word of a complement has the initials of another in their order: "FDC", "UST"."""
    letters = iter(short[0])
    return len(short) == 1 and short[0][0] == long[0][0] and all(word[0] in letters for word in long)


def _is_nation(word: str) -> bool:
    return any(nation_code(word, label) for label in (Label.GPE, Label.NORP))
