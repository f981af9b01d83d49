"""Where a lake is: its folder, the database that holds its catalog, and the bucket that holds its files."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

POSTGRES = "postgres:"

_BUCKET = re.compile(r"(s3|gs|az)://([A-Za-z0-9._-]+)((?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._=+-]+)+)/?")
"""The address of a folder in a bucket, without signs that mean something to whoever lists or opens files by it."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A folder in a bucket (or container) of an object store."""

    scheme: str
    name: str
    folder: str

    def __str__(self) -> str:
        """Its address, with a slash at its end."""
        return f"{self.scheme}://{self.name}/{self.folder}/"


def bucket_of(address: str) -> Bucket | None:
    """The folder that an address like ``s3://bucket/folder`` names; None if it names none.

    A whole bucket is no place for a lake: what lies in a lake's folder and isn't the lake's is deleted sooner or later.
    """
    found = _BUCKET.fullmatch(address)
    return Bucket(found[1], found[2], found[3].strip("/")) if found else None


@dataclass(frozen=True, slots=True)
class Place:
    """A lake.

    ``catalog`` is ``postgres:`` and a libpq connection string, or empty: a SQLite file in the folder.
    ``data`` is the folder in a bucket that holds the Parquet files, or None: the folder ``data`` in the folder.
    """

    folder: Path
    catalog: str = ""
    data: Bucket | None = None

    @property
    def conninfo(self) -> str | None:
        """How to reach the PostgreSQL database with the catalog; None if it is a file."""
        return self.catalog.removeprefix(POSTGRES) if self.catalog else None

    def __str__(self) -> str:
        """The folder. The connection string may hold a password, so it is told to nobody."""
        elsewhere = ["catalog in PostgreSQL"] if self.catalog else []
        if self.data:
            elsewhere.append(f"files in {self.data}")
        return f"{self.folder} ({', '.join(elsewhere)})" if elsewhere else str(self.folder)


Where: TypeAlias = Path | Place
"""A folder stands for the lake that has its catalog and its files in there."""


def place_of(where: Where) -> Place:
    """The place that ``where`` stands for."""
    return where if isinstance(where, Place) else Place(where)
