"""Whom the label of a turn names: "KAMAU", "Karl", "K.M.", "Doctor"; and which labels name nobody, "Q" or "A WOMAN"."""

import re
from collections.abc import Sequence

from schemas.vocabulary import Label
from transforms.names.forms.acronyms import first_letters
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.spans import Names

ANSWERS = frozenset({"A", "ANSWER", "R", "REPONSE", "RÉPONSE"})  # the last three are French
Q_AND_A = ANSWERS | {"Q", "QUESTION"}
_ANYBODY = frozenset({"all", "audience", "caller", "female", "interviewer", "male", "narrator", "operator", "voice"})
_OF_ROLES = re.compile(r"\s(?:at|for|from|in|of)\s")
_NUMBERED = re.compile(r"(?P<label>[AQR])\d{1,2}")
_INITIALS = re.compile(r"[A-Z]\.?(?:[- ]?[A-Z]\.?){1,3}")


def named(label: str, names: Names) -> int | None:
    """The one entity whose name a label ends, in whatever case; else begins, or whose initials or role it is.

    "Moe", "Karl", "KM", "K.M." and "Sen. Moe" are Karl Moe, and "Author" is whoever is called so.
    """
    if label in Q_AND_A:
        return None
    words = label.casefold().removeprefix("the ").split()
    printed = [entity.name.casefold().split() for entity in names.entities]
    ending_so = [i for i, name in enumerate(printed) if name[-len(words) :] == words]
    beginning_so = [i for i, name in enumerate(printed) if name[: len(words)] == words]
    matches = ending_so or beginning_so or _by_initials_or_role(label, words, names) or _behind_title(words, names)
    return matches[0] if len(matches) == 1 else None


def _by_initials_or_role(label: str, words: Sequence[str], names: Names) -> list[int]:
    """The entities whose initials a label is, or else whose role it is in one word."""
    if _INITIALS.fullmatch(label):
        letters = "".join(filter(str.isalpha, label))
        return [i for i, entity in enumerate(names.entities) if first_letters(entity.name) == letters]
    if len(words) != 1:
        return []
    called = ({_noun_of(role) for role in entity.roles} for entity in names.entities)
    return [i for i, nouns in enumerate(called) if words[0] in nouns]


def _behind_title(words: Sequence[str], names: Names) -> list[int]:
    """The people whose name ends a label that begins otherwise: "PRESIDENT MOE", "SEN. KARL MOE"."""
    printed = [entity.name.casefold().split() if entity.label is Label.PERSON else [] for entity in names.entities]
    for begin in range(1, len(words)):
        size = len(words) - begin
        if matches := [i for i, name in enumerate(printed) if name[-size:] == words[begin:]]:
            return matches
    return []


def names_somebody(label: str, lexicon: Lexicon) -> bool:
    """Whether a label should be somebody's name: not "Q", nor "MODERATOR" and "A WOMAN"."""
    noun = label.casefold().split()[-1]
    return label not in Q_AND_A and noun not in _ANYBODY and not lexicon.people.is_person(noun)


def full_names(labels: Sequence[str]) -> dict[str, str]:
    """What each label stands for: the label in full that has these initials, or this last word; else the label itself.

    "Q2" stands for "Q".
    """
    full: dict[str, set[str]] = {}
    for label in labels:
        if " " in label:
            for short in (first_letters(label), label.rpartition(" ")[2]):
                full.setdefault(short, set()).add(label)
    meant = {short: next(iter(names)) for short, names in full.items() if len(names) == 1}
    return {label: meant.get(label, without_number(label)) for label in labels}


def without_number(label: str) -> str:
    """The label of a question or an answer without its number: "Q" for "Q2"."""
    numbered = _NUMBERED.fullmatch(label)
    return numbered["label"] if numbered else label


def _noun_of(role: str) -> str:
    """The noun of a role: "doctor" of "senior doctor at the harbour hospital"."""
    return _OF_ROLES.split(role.casefold())[0].split()[-1]
