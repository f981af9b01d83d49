"""A bare family name that is printed with one letter wrong: 'Holmqist', where an article names Randy Holmquist."""

from collections import defaultdict
from collections.abc import Iterable

_SHORTEST = 6  # letters; of shorter names too many differ by one


def misprinted(names: Iterable[str], families: Iterable[str]) -> dict[str, str]:
    """For bare names, of nobody else, the one family name that each is meant for, where that is one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for family in families:
        alike[family[:1]].append(family)
    meant = {name: [family for family in alike[name[:1]] if _is_near(name, family)] for name in names}
    return {name: found[0] for name, found in meant.items() if len(found) == 1}


def _is_near(one: str, other: str) -> bool:
    """Whether two names differ by a letter: one too many, one too few, or another."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or one == other:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
