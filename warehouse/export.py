"""The tables as plain files and streams."""

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from schemas.literals import quote_literal

if TYPE_CHECKING:
    import pyarrow as pa


def export_parquet(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Write the current rows of ``table`` to a Parquet file."""
    con.execute(f"COPY (FROM {table}) TO {quote_literal(str(path))} (FORMAT parquet, COMPRESSION zstd)")


def stream(con: duckdb.DuckDBPyConnection, table: str) -> "pa.RecordBatchReader":
    """The current rows of ``table``."""
    return con.execute(f"FROM {table}").to_arrow_reader(10_000)
