"""Reads the user's ``entities.csv``: who and what the names of a corpus stand for.

Columns: ``name`` and ``label`` (an OntoNotes name), ``aliases`` (separated by ``|``), and any number of ids elsewhere:
``wikidata``, ``isni``, ``ror`` or whatever ends in ``_id``. The column's name is the scheme of its ids.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from schemas.vocabulary import Label
from transforms.names.linking.decisions import ConflictingEntitiesError, UserEntity, claims

_SCHEMES = frozenset({"wikidata", "viaf", "isni", "orcid", "ror", "lei", "geonames", "gnd", "id", "external_id"})
_NAMELESS = frozenset({"id", "external_id"})  # their values say the scheme themselves, if any
_DELIMITERS = (",", ";", "\t")


class EntityListError(ValueError):
    """The list can't be meant as it is; ``line`` is the line of the file, from 1."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line = line


def read_entity_list(data: bytes) -> list[UserEntity]:
    """The entities of the file, in its order.

    Raises:
        EntityListError: a line is not usable, or claims a name that another one claims.
    """
    rows = list(_rows(_decoded(data)))
    users = [user for _, user in rows]
    try:
        claims(users)
    except ConflictingEntitiesError as error:
        first, second = (line for line, user in rows if user is error.one or user is error.other)
        raise EntityListError(second, f"{error} (the other is line {first})") from error
    return users


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EntityListError(data[: error.start].count(b"\n") + 1, "not UTF-8; save the file as UTF-8") from error


def _rows(text: str) -> Iterator[tuple[int, UserEntity]]:
    head = text.partition("\n")[0]
    delimiter = next((mark for mark in _DELIMITERS if mark in head), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] = []
    line = 1
    try:
        for cells in reader:
            if not columns:
                columns = _checked_columns([cell.strip().lower() for cell in cells])
            elif any(cell.strip() for cell in cells):
                yield line, _row(line, columns, [cell.strip() for cell in cells])
            line = reader.line_num + 1
    except csv.Error as error:
        raise EntityListError(reader.line_num, f"not CSV: {error}") from error
    if not columns:
        raise EntityListError(1, "the file is empty; its first line names the columns: name,label,aliases,wikidata")


def _checked_columns(columns: list[str]) -> list[str]:
    for wanted in ("name", "label"):
        if wanted not in columns:
            raise EntityListError(
                1, f"no column {wanted!r}; the first line names the columns: name,label,aliases,wikidata"
            )
    if twice := sorted({column for column in columns if columns.count(column) > 1}):
        raise EntityListError(1, f"column {twice[0]!r} stands twice")
    known = {"name", "label", "aliases", *_SCHEMES}
    if strange := [column for column in columns if column not in known and not column.endswith("_id")]:
        raise EntityListError(
            1,
            f"unknown column {strange[0]!r}; there are name, label, aliases, and ids: {', '.join(sorted(_SCHEMES))}, "
            "or a name that ends in _id",
        )
    return columns


def _row(line: int, columns: Sequence[str], cells: Sequence[str]) -> UserEntity:
    if len(cells) != len(columns):
        raise EntityListError(
            line, f"{len(cells)} cells, but there are {len(columns)} columns; put cells with commas in quotation marks"
        )
    row = dict(zip(columns, cells, strict=True))
    if not any(character.isalnum() for character in row["name"]):
        raise EntityListError(line, "the name is empty")
    label = row["label"].upper()
    if label not in {known.value for known in Label}:
        told = f"unknown label {row['label']!r}" if label else "the label is empty"
        raise EntityListError(line, f"{told}; there are {', '.join(known.value for known in Label)}")
    aliases = (alias.strip() for alias in row.get("aliases", "").split("|"))
    ids = (
        row[column] if column in _NAMELESS else f"{column.removesuffix('_id')}:{row[column]}"
        for column in columns
        if column not in {"name", "label", "aliases"} and row[column]
    )
    return UserEntity(row["name"], Label(label), tuple(dict.fromkeys(filter(None, aliases))), tuple(ids))
