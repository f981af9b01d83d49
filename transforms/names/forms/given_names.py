"""Given names that the lists of this package know, which are few."""

from functools import cache

from transforms.names.wordlists import mapping


@cache
def given_names() -> frozenset[str]:
    """Given names that have a short form, and those."""
    known = mapping("nicknames.tsv")
    return frozenset(known).union(*(full.split("|") for full in known.values()))
