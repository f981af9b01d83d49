"""The word lists of this package, by file name in ``data/``, those of other languages in a folder of theirs there."""

from functools import cache

from transforms.wordlists import entries, pairs, word_set

_PACKAGE = "transforms.names"


@cache
def words(file: str, language: str = "en") -> frozenset[str]:
    """The lines of a file of one column."""
    return word_set(_PACKAGE, _path(file, language))


@cache
def mapping(file: str, language: str = "en") -> dict[str, str]:
    """First column to second column of a file of two."""
    return dict(pairs(_PACKAGE, _path(file, language)))


@cache
def rows(file: str) -> tuple[tuple[str, ...], ...]:
    """The tab-separated rows of a file."""
    return tuple(tuple(line.split("\t")) for line in entries(_PACKAGE, f"data/{file}"))


def _path(file: str, language: str) -> str:
    return f"data/{file}" if language == "en" else f"data/{language}/{file}"
