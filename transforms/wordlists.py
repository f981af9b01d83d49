"""Reading of the small data files that stand beside the rules: one entry a line, ``#`` starts a comment line."""

from functools import cache
from importlib.resources import files


@cache
def entries(package: str, name: str) -> tuple[str, ...]:
    """Lines of a data file of a package, without comments and blank ones.

    Raises:
        FileNotFoundError: the wheel was built without its data.
    """
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return tuple(line.rstrip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def pairs(package: str, name: str) -> tuple[tuple[str, str], ...]:
    """Rows of a data file of two columns with a tab between them."""
    return tuple((key, value) for key, _, value in (line.partition("\t") for line in entries(package, name)))


@cache
def word_set(package: str, name: str) -> frozenset[str]:
    """Entries of a data file, for membership only."""
    return frozenset(entries(package, name))
