"""What a sentence says of whom it names, in the words beside the name: "the tuner Omar Haddad, 34, is a neighbour"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from schemas.vocabulary import Label
from transforms.names import wordlists
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.descriptions import age_told
from transforms.spans import LocalEntity

_PLACES = frozenset({Label.GPE, Label.LOC})
_LONGEST_INITIALS = 4
_NAMED = frozenset({"called", "named", "surnamed"})
_IDENTIFIED_WITHIN = 8  # tokens: "identified by the harbour police only as Lind"
_OF_RANKS = frozenset(
    {"additional", "assistant", "commissioner", "deputy", "director", "general", "inspector", "officer", "police"}
    | {"senior", "sub", "superintendent"}
)
# Words of offices that go by their initials however they are printed: "director general", "vice chancellor".
_OF_HEADS = frozenset(
    {"attorney", "chancellor", "chief", "commissioner", "deputy", "director", "executive", "general", "inspector"}
    | {"managing", "minister", "officer", "permanent", "president", "prime", "principal", "secretary", "vice"}
)
_APART = frozenset({"CCONJ", "PUNCT"})
_JOINERS = ("of", "for", "from", "at", "in", "to", "de", "du", "des", "en", "au", "aux", "à", "pour", "chez")


def nouns_beside(view: View, candidate: Candidate, entity: LocalEntity, lexicon: Lexicon) -> Iterator[int]:
    """The nouns that name somebody or something as well: before the name, in an apposition, behind "is a"."""
    yield from _in_its_phrase(view, candidate, entity, lexicon)
    yield from _apposed(view, candidate.head, entity, lexicon)
    yield from _so_named(view, candidate, entity)
    yield from _behind_is(view, candidate.head)


def _in_its_phrase(view: View, candidate: Candidate, entity: LocalEntity, lexicon: Lexicon) -> Iterator[int]:
    """Nouns in the noun phrase of a name: "the tuner Omar Haddad", "superintendent of police Omar Haddad"."""
    if _is_kind_of_body(view, candidate, lexicon) or _is_no_role(view, candidate, entity, lexicon):
        yield candidate.head
    for token in range(candidate.first, candidate.head):
        if view.pos[token] == "NOUN" and view.deps[token] in {"compound", "nmod"} and view.pos[token + 1] == "PROPN":
            yield token
    office = _office_of(view, candidate, entity)
    if office is not None:
        yield office


def _apposed(view: View, name: int, entity: LocalEntity, lexicon: Lexicon) -> Iterator[int]:
    """Nouns that stand beside a name, or that it stands beside: "Ada Lind, a tuner,", "the tuner, Ada Lind,"."""
    beside = (child for child in view.children[name] if view.deps[child] == "appos")
    yield from (child for child in beside if _is_role(view, child, lexicon))
    noun = view.heads[name]
    is_place = entity.label in _PLACES  # "the mayor of Lund, Denmark"
    if view.deps[name] == "appos" and _is_office(view, noun, lexicon) and not is_place:
        yield noun


def _so_named(view: View, candidate: Candidate, entity: LocalEntity) -> Iterator[int]:
    """Nouns whose name a verb tells: "a tuner named Omar Haddad", "a tuner, identified as Haddad,"."""
    verb = view.heads[candidate.head]
    if view.deps[candidate.head] in {"oprd", "dobj"} and _tells_name(view, verb):
        yield from _same(view, view.heads[verb])
    identified = _identified_as(view, candidate.first)
    if identified is not None and entity.label is Label.PERSON:
        yield from _same(view, identified)


def _behind_is(view: View, name: int) -> Iterator[int]:
    """The noun in "Lind is a baker"; none in "Lind is no baker" and "Lind should be mayor"."""
    verb = view.heads[name]
    is_denied = any(view.deps[child] == "neg" or view.tags[child] == "MD" for child in view.children[verb])
    if view.deps[name] == "nsubj" and view.lemmas[verb] == "be" and not is_denied:
        yield from (child for child in view.children[verb] if view.deps[child] == "attr" and view.pos[child] == "NOUN")


def _is_kind_of_body(view: View, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether a name ends with a noun for what it is: "the Harbour Press agency", which is "the agency" then."""
    name = candidate.head
    return candidate.first < name and view.pos[name] == "NOUN" and view.lemmas[name] in lexicon.bodies.own_kinds


def _is_no_role(view: View, candidate: Candidate, entity: LocalEntity, lexicon: Lexicon) -> bool:
    """Whether a French noun before a name tells who somebody is, and is no role: "la prévenue, Ada Lind,"."""
    head = candidate.head
    if not lexicon.has_gendered_things or view.pos[head] != "NOUN":
        return False
    is_apart = view.lower[head - 1 : head] == ["the"] and view.words[head + 1 : head + 2] == [","]
    is_person = entity.label is Label.PERSON and lexicon.people.is_person(view.lemmas[head])
    is_printed = any(view.words[head].lower() in role.lower().split() for role in entity.roles)
    return is_apart and is_person and not is_printed


def _office_of(view: View, candidate: Candidate, entity: LocalEntity) -> int | None:
    """The office before a name that the parser takes for what it is of: "superintendent of police Omar Haddad"."""
    of = view.heads[candidate.head]
    if view.deps[candidate.head] != "pobj" or view.lower[of] != "of":
        return None
    title = title_before(view, candidate, entity)
    office = " ".join([*view.words[view.heads[of] : of + 1], *title])
    is_printed = any(role == office or role.endswith(f" {office}") for role in entity.roles)
    return view.heads[of] if title and is_printed else None


def title_before(view: View, candidate: Candidate, entity: LocalEntity) -> list[str]:
    """The words of a noun phrase before its name."""
    own = set(entity.name.split())
    phrase = range(candidate.first, candidate.last)
    name = next((token for token in phrase if view.words[token] in own), candidate.first)
    before = itertools.takewhile(lambda token: view.pos[token] not in _APART, reversed(phrase[: name - phrase.start]))
    return [view.words[token] for token in before][::-1]


def ages_beside(view: View, candidate: Candidate) -> Iterator[str]:
    """The ages before and behind a name, as printed: "the 34-year-old Omar Haddad", "Omar Haddad, 34,"."""
    yield from filter(None, [age_told(view, candidate.first, candidate.last)])
    behind = candidate.last
    if behind + 1 < len(view.words) and view.words[behind] in {",", "("} and view.words[behind + 1].isdigit():
        yield view.words[behind + 1]


def _is_office(view: View, token: int, lexicon: Lexicon) -> bool:
    """Whether a noun may be what somebody is, also one in capitals: "the Minister for Energy, Ama Lind"."""
    return view.pos[token] == "NOUN" or (view.pos[token] == "PROPN" and lexicon.people.is_person(view.lower[token]))


def _tells_name(view: View, verb: int) -> bool:
    """Whether a participle behind a noun tells the name of whom it means: "a tuner named Omar Haddad"."""
    is_behind = view.deps[verb] == "acl" and view.pos[view.heads[verb]] == "NOUN"
    return is_behind and view.tags[verb] == "VBN" and view.lower[verb] in _NAMED


def _identified_as(view: View, name: int) -> int | None:
    """The noun whose name is told by "identified": "a tuner, identified as Haddad,", "they identified the tuner as"."""
    before = range(name - 2, max(name - _IDENTIFIED_WITHIN, 0), -1)
    verb = next((token for token in before if view.lower[token] == "identified"), None)
    if verb is None or view.lower[name - 1] != "as":
        return None
    passive = (child for child in view.children[verb] if view.deps[child] == "nsubjpass")
    behind_comma = verb - 1 - (view.words[verb - 1] == ",")
    is_active = verb < name - 2 and view.lower[verb + 1] in {"the", "a", "an"}
    noun = name - 2 if is_active else next(passive, behind_comma)
    return noun if view.pos[noun] == "NOUN" else None


def _same(view: View, noun: int) -> Iterator[int]:
    """A noun and the one that it stands beside: "the man in the bed, a tuner named Omar Haddad, nodded"."""
    yield noun
    if view.deps[noun] == "appos":
        yield view.heads[noun]
    elif view.deps[noun] == "nsubj":
        yield from (o for o in view.children[view.heads[noun]] if o < noun and view.deps[o] == "nsubj")


def _is_role(view: View, token: int, lexicon: Lexicon) -> bool:
    """Whether an apposition is a noun, or the initials of an office: "Fox, OC of the Harbour station".

    Somebody's writing is nobody's apposition: "After smuggling grew in Lund, a study by the union found ...".
    """
    if view.lemmas[token] in lexicon.writings.studies or view.lemmas[token] in lexicon.writings.nouns:
        return False
    is_initials = view.words[token].isupper() and 1 < len(view.words[token]) <= _LONGEST_INITIALS
    return view.pos[token] == "NOUN" or (is_initials and view.lower[token + 1 : token + 2] == ["of"])


def _without_ex(role: str) -> str:
    """An "ex-member" as a former one."""
    return re.sub(r"\b[Ee]x-", "former ", role)


def is_of_theirs(role: str, words: Sequence[str]) -> bool:
    """Whether the last of the words is no office but what one is of: a "head of the harbour school" is no school."""
    printed = _without_ex(role).lower().split()
    is_of = any(joiner in printed[: len(words)] for joiner in _JOINERS)
    return is_of and bool(words) and words[-1] not in wordlists.words("role_nouns.txt")


def _known_initials(role: Sequence[str]) -> Iterator[str]:
    """The longest initials in a role that are those of a rank of the police: "SSP", a senior SP, but for its town."""
    letters = "".join(word[0].upper() if word.lower() in _OF_RANKS else " " for word in role if word not in _JOINERS)
    ranks = wordlists.words("office_initials.txt")
    places = range(len(letters) - 1)
    found = [letters[a:b] for a in places for b in range(a + 2, len(letters) + 1) if letters[a:b] in ranks]
    if found:
        yield max(found, key=len)


def heads_of_role(role: str, lexicon: Lexicon) -> Iterator[list[str]]:
    """The nouns of a role, each with the words before it, and its initials from any word of the office on.

    A "Deputy Commissioner of Police" is a commissioner, and a "DCP"; a "Health Principal Secretary" is a "PS". A
    "chairman of the Harbour Traders" is no "HT". A "vice chancellor of the school" is a "VC", however that is printed.
    """
    role = _without_ex(role)
    printed = role.replace("-", " ").split()
    initials = "".join(word[0] for word in printed if word[0].isupper()).lower()
    office = [*itertools.takewhile(lambda word: word not in _JOINERS, printed)]
    offices = sum(word[0].isupper() for word in office)
    yield from ([initials[begin:]] for begin in range(min(offices, len(initials) - 1)))
    if 1 < len(office) <= _LONGEST_INITIALS and all(word.lower() in _OF_HEADS for word in office):
        yield ["".join(word[0] for word in office).lower()]
    yield from ([known.lower()] for known in _known_initials(printed))
    words = [word.strip(".,()").lower() for word in role.replace("d'", "de ").split()]
    words = [lexicon.genders.masculines.get(word, word) for word in words]
    for joiner in _JOINERS:
        if joiner in words:
            yield words[: words.index(joiner)]
    yield words
