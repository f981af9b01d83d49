"""Kinds of column that several tables share, so that an id or a span means the same everywhere."""

from collections.abc import Iterable
from enum import StrEnum

import dataframely as dy
import polars as pl


def identifier(description: str, *, primary_key: bool = False, nullable: bool = False) -> dy.String:
    """A lower-case hexadecimal id, derived from content, never from a clock or a counter."""
    return dy.String(description=description, primary_key=primary_key, nullable=nullable, min_length=1)


def text(description: str, *, nullable: bool = True) -> dy.String:
    """Free text as found, null where there is none."""
    return dy.String(description=description, nullable=nullable)


def texts(description: str, *, nullable: bool = False) -> dy.List:
    """A list of free texts, empty where there is none.

    One that came with a later version is ``nullable``: the rows of before say nothing, and DuckLake can't add a column
    that must hold something.
    """
    return dy.List(dy.String(), description=description, nullable=nullable)


def pictures(description: str) -> dy.List:
    """A list of pictures, each with what is known of it."""
    picture = dy.Struct(
        {"url": dy.String(nullable=True), "caption": dy.String(nullable=True), "credit": dy.String(nullable=True)}
    )
    return dy.List(picture, description=description, nullable=True)


def choice(values: type[StrEnum], description: str, *, nullable: bool = False) -> dy.String:
    """One value of a closed vocabulary of :mod:`schemas.vocabulary`."""
    allowed: list[str] = [member.value for member in values]

    def is_known(column: pl.Expr) -> pl.Expr:
        return column.is_in(allowed)

    return dy.String(description=description, nullable=nullable, check=is_known, metadata={"values": allowed})


def offset(description: str, *, nullable: bool = False) -> dy.Int32:
    """A position in ``articles.text``, in Unicode code points from 0."""
    return dy.Int32(
        description=description, nullable=nullable, min=0, metadata={"unit": "code points into articles.text"}
    )


def count(description: str, unit: str, *, nullable: bool = False) -> dy.Int64:
    """A number of things, never negative."""
    return dy.Int64(description=description, nullable=nullable, min=0, metadata={"unit": unit})


def instant(description: str, *, nullable: bool = True) -> dy.Datetime:
    """A moment in UTC, to the microsecond."""
    return dy.Datetime(
        description=description, nullable=nullable, time_zone="UTC", time_unit="us", metadata={"unit": "UTC"}
    )


def local_time(description: str) -> dy.Datetime:
    """A wall-clock time whose zone may be unknown."""
    return dy.Datetime(description=description, nullable=True, time_unit="us", metadata={"unit": "local wall clock"})


def share(description: str, *, nullable: bool = False) -> dy.Float64:
    """A number from 0 to 1."""
    return dy.Float64(description=description, nullable=nullable, min=0, max=1, metadata={"unit": "0 to 1"})


def allowed_values(column: dy.Column) -> Iterable[str]:
    """The vocabulary of a :func:`choice` column, empty for every other."""
    values: Iterable[str] = (column.metadata or {}).get("values", ())
    return values
