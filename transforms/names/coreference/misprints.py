"""A bare name that is spelt otherwise than in full: 'Holmqist', where an article names Randy Holmquist, 'Alkuwari'.

One letter of a family name may be wrong. Arabic names have several spellings in Latin letters: 'Alkuwari' is
'ElKuwari', and 'Tarik' is 'Tariq'.
"""

from collections import defaultdict
from collections.abc import Iterable

_SHORTEST = 6  # letters; of shorter names too many differ by one
_ARTICLES = ("al", "el")
_LETTERS = str.maketrans("q", "k")


def misprinted(names: Iterable[str], families: Iterable[str]) -> dict[str, str]:
    """For bare names, of nobody else, the one family name that each is meant for, where that is one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for family in families:
        alike[family[:1]].append(family)
    meant = {name: [family for family in alike[name[:1]] if _is_near(name, family)] for name in names}
    return {name: found[0] for name, found in meant.items() if len(found) == 1}


def respelt(names: Iterable[str], others: Iterable[str]) -> dict[str, str]:
    """For bare names, of nobody else, the one word of a full name that each is another spelling of."""
    alike: dict[str, list[str]] = defaultdict(list)
    for other in others:
        alike[_sounded(other)].append(other)
    found = {name: alike[_sounded(name)] for name in names if len(_sounded(name)) >= _SHORTEST}
    return {name: others[0] for name, others in found.items() if len(others) == 1 and others[0] != name}


def _sounded(name: str) -> str:
    """A folded name in one spelling: without an article that is written as part of it, and with "k" for "q"."""
    is_article = name.startswith(_ARTICLES) and len(name) >= _SHORTEST + 2
    return name[2 * is_article :].translate(_LETTERS)


def _is_near(one: str, other: str) -> bool:
    """Whether two names differ by a letter: one too many, one too few, or another."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
