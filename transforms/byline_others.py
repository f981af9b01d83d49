"""What stands beside names in a byline and wrote nothing: agencies, outlets and bodies, and places.

The lists of names are read as files: the package that they belong to takes seconds to import.
"""

import re
from functools import cache

from transforms.wordlists import entries, pairs, word_set

_WORKED_FOR = re.compile(r"(?:for|special to)\s", re.IGNORECASE)
_ENDINGS = (("transforms.lines", "words/masthead_words.txt"), ("transforms", "names/data/org_words.txt"))


def is_outlet(name: str) -> bool:
    """An agency, or a name that begins or ends like an outlet's or a body's.

    One that ends with a word that is a family name, too, must begin with a place: "Vellmar Post", not "Ann Post".
    """
    words = name.casefold().split()
    if name in agencies() or _WORKED_FOR.match(name):
        return True
    if len(words) < 2 or words[0] == "the":  # noqa: PLR2004
        return len(words) > 1
    if not any(words[-1] in word_set(*ending) for ending in _ENDINGS):
        return False
    return words[-1] not in word_set("transforms", "byline_family_names.txt") or is_place(" ".join(words[:-1]))


@cache
def agencies() -> frozenset[str]:
    """Names of agencies and archives as they are printed, and in capitals."""
    names = word_set("transforms.lines", "words/credit_words.txt")
    return names | {name.upper() for name in names}


def is_place(name: str) -> bool:
    """Whether it is the name of a country, a region, or a city of some size ("New York" is short for one)."""
    return not {name.casefold(), f"{name.casefold()} city"}.isdisjoint(_places())


@cache
def _places() -> frozenset[str]:
    cities = (name for name, _ in pairs("transforms", "names/data/cities.tsv"))
    rows = (
        entry.split("\t")[1]
        for kind in ("countries", "regions")
        for entry in entries("transforms", f"names/data/{kind}.tsv")
    )
    return frozenset(name.casefold() for name in (*cities, *(form for row in rows for form in row.split("|"))))
