"""Reading of the groups of a lexicon from their folders in ``data/<language>``."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib.resources import files
from typing import Any, TypeVar

Group = TypeVar("Group")
Words = frozenset[str]
Pairs = dict[str, str]

_NEEDED = frozenset(
    {
        "cues/according.txt",
        "cues/asking_verbs.txt",
        "cues/hearer_verbs.txt",
        "cues/nouns.txt",
        "cues/verbs.txt",
        "genders/pronouns.tsv",
        "people/nouns.txt",
        "pronouns/first_person.txt",
        "pronouns/kinds.tsv",
        "pronouns/second_person.txt",
        "terms/small_words.txt",
    }
)  # what no language can do without; a rule that asks for any other list finds nothing where there is none


def group(kind: type[Group], language: str, folder: str, **made: Any) -> Group:
    """A dataclass of lists: each field from the file of its name, words (``.txt``) or pairs of them (``.tsv``).

    ``made`` are the fields that are made otherwise.

    Raises:
        FileNotFoundError: the language has words, but lacks a list that none can do without.
    """
    readers: dict[Any, Callable[[str, str], Any]] = {Words: words, Pairs: pairs}
    lists = [field for field in fields(kind) if field.name not in made]  # type: ignore[arg-type]
    return kind(**{field.name: readers[field.type](language, f"{folder}/{field.name}") for field in lists}, **made)


def words(language: str, name: str) -> Words:
    """The words of a list."""
    return frozenset(listed(language, name))


def listed(language: str, name: str) -> list[str]:
    """The words of a list in their order."""
    return [word for line in _lines(language, f"{name}.txt") for word in line.split()]


def pairs(language: str, name: str) -> Pairs:
    """The rows of a table of two columns."""
    return dict(line.split("\t") for line in _lines(language, f"{name}.tsv"))


def rows(language: str, name: str) -> Iterator[list[str]]:
    """The rows of a table."""
    return (line.split("\t") for line in _lines(language, f"{name}.tsv"))


def _lines(language: str, name: str) -> list[str]:
    folder = files("transforms.quotes").joinpath("data", language)
    path = folder.joinpath(name)
    is_needed = name in _NEEDED and folder.is_dir()
    if not is_needed and not path.is_file():
        return []
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
