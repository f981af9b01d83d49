"""Where a lake is: its folder, and the database that holds its catalog."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

POSTGRES = "postgres:"


@dataclass(frozen=True, slots=True)
class Place:
    """A lake. ``catalog`` is ``postgres:`` and a libpq connection string, or empty: a SQLite file in the folder."""

    folder: Path
    catalog: str = ""

    @property
    def conninfo(self) -> str | None:
        """How to reach the PostgreSQL database with the catalog; None if it is a file."""
        return self.catalog.removeprefix(POSTGRES) if self.catalog else None

    def __str__(self) -> str:
        """The folder. The connection string may hold a password, so it is told to nobody."""
        return f"{self.folder} (catalog in PostgreSQL)" if self.catalog else str(self.folder)


Where: TypeAlias = Path | Place
"""A folder stands for the lake that has its catalog in there."""


def place_of(where: Where) -> Place:
    """The place that ``where`` stands for."""
    return where if isinstance(where, Place) else Place(where)
