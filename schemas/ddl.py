"""The SQL form of the tables: DuckDB DDL and comments."""

from collections.abc import Iterator

import dataframely as dy
import polars as pl

from schemas.literals import quote_literal

_SQL_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Boolean: "BOOLEAN",
    pl.Int32: "INTEGER",
    pl.Int64: "BIGINT",
    pl.UInt32: "UINTEGER",
    pl.Float64: "DOUBLE",
    pl.Date: "DATE",
}


def sql_type(dtype: pl.DataType) -> str:
    """The DuckDB type that holds a Polars type without loss.

    Raises:
        TypeError: the type has no counterpart here; add it before a column uses it.
    """
    if isinstance(dtype, pl.List):
        return f"{sql_type(dtype.inner)}[]"  # type: ignore[arg-type]
    if isinstance(dtype, pl.Struct):
        return "STRUCT(" + ", ".join(f'"{field.name}" {sql_type(field.dtype)}' for field in dtype.fields) + ")"  # type: ignore[arg-type]
    if isinstance(dtype, pl.Datetime):
        return "TIMESTAMPTZ" if dtype.time_zone else "TIMESTAMP"
    try:
        return _SQL_TYPES[type(dtype)]
    except KeyError:
        raise TypeError(f"no SQL type for {dtype}: add it to schemas/ddl.py") from None


def summary(table: type[dy.Schema]) -> str:
    """First line of a table's docstring: what one row is."""
    return (table.__doc__ or "").strip().splitlines()[0]


def create_table(name: str, table: type[dy.Schema]) -> str:
    """``CREATE TABLE`` of a table. DuckLake has no primary keys: :mod:`warehouse.commit` keeps them."""
    columns = ",\n".join(
        f'    "{column_name}" {sql_type(column.dtype)}{"" if column.nullable else " NOT NULL"}'
        for column_name, column in table.columns().items()
    )
    return f"CREATE TABLE {name} (\n{columns}\n)"


def comments(name: str, table: type[dy.Schema]) -> Iterator[str]:
    """``COMMENT ON`` statements that carry the descriptions of a table and of each column."""
    yield f"COMMENT ON TABLE {name} IS {quote_literal(summary(table))}"
    for column_name, column in table.columns().items():
        yield f'COMMENT ON COLUMN {name}."{column_name}" IS {quote_literal(column.description or "")}'
