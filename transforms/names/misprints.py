"""A bare family name that is printed with one letter wrong: 'Kremacek', where an article names Randy Kremlacek."""

from collections.abc import Iterable

_SHORTEST = 6  # letters; of shorter names too many differ by one


def misprinted(name: str, families: Iterable[str]) -> str | None:
    """The one family name that a bare name, of nobody else, is meant for; None if it is none or may be several."""
    meant = {family for family in families if _is_near(name, family)}
    return meant.pop() if len(meant) == 1 else None


def _is_near(one: str, other: str) -> bool:
    """Whether two names begin alike and differ by a letter: one too many, one too few, or another."""
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or one == other:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
