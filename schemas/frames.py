"""The Polars form of the tables."""

import dataframely as dy
import polars as pl


def polars_types(table: type[dy.Schema]) -> dict[str, pl.DataType]:
    """The columns of a table with their Polars types, in order."""
    return {name: column.dtype for name, column in table.columns().items()}
