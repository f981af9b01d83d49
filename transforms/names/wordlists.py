"""The word lists of this package, by file name in ``data/``."""

from functools import cache

from transforms.wordlists import entries, pairs, word_set

_PACKAGE = "transforms.names"


def words(file: str) -> frozenset[str]:
    """The lines of a file of one column."""
    return word_set(_PACKAGE, f"data/{file}")


@cache
def mapping(file: str) -> dict[str, str]:
    """First column to second column of a file of two."""
    return dict(pairs(_PACKAGE, f"data/{file}"))


@cache
def rows(file: str) -> tuple[tuple[str, ...], ...]:
    """The tab-separated rows of a file."""
    return tuple(tuple(line.split("\t")) for line in entries(_PACKAGE, f"data/{file}"))
