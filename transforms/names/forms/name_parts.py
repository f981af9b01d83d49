"""Given name, family name and suffix of a person, as printed."""

from collections.abc import Collection
from dataclasses import dataclass

from transforms.names.forms.folding import fold
from transforms.names.wordlists import mapping, words


@dataclass(frozen=True, slots=True)
class NameParts:
    """Printed words of each part, None where there are none. Middle names count as given names."""

    given: str | None = None
    family: str | None = None
    suffix: str | None = None


def name_parts(name: str, forms: Collection[str] = ()) -> NameParts:
    """Parts of a person's name without titles; ``forms`` are the ways in which the article writes it.

    The family name is the last word with the particles before it ('von der Leyen'). It is the first one where that
    is a family name of a language that puts it first, and the rest or the article's short form bears that out.
    Of one word alone nothing is told.
    """
    parts = name.replace(",", " ").split()
    suffix = parts.pop() if len(parts) > 1 and fold(parts[-1]) in words("name_suffixes.txt") else None
    if len(parts) <= 1:
        return NameParts(suffix=suffix)
    if _is_family_first(parts, {fold(form) for form in forms}):
        return NameParts(" ".join(parts[1:]), parts[0], suffix)
    at = len(parts) - 1
    while at > 1 and fold(parts[at - 1]) in words("name_particles.txt"):
        at -= 1
    return NameParts(" ".join(parts[:at]), " ".join(parts[at:]), suffix)


def _is_family_first(parts: list[str], forms: set[str]) -> bool:
    told = mapping("family_names_first.tsv")
    first, last = fold(parts[0]), fold(parts[-1])
    if first not in told or last in told or last in forms:
        return False
    _, hyphen, second = parts[-1].partition("-")
    return told[first] == "only" or first in forms or (bool(hyphen) and second.islower())
