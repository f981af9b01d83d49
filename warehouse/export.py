"""The tables as plain files and streams."""

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from schemas.literals import quote_literal
from schemas.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 8_192
"""Of a row group: with DuckDB's 122,880, of articles, sorting 660 MB took 3.7 GB, and ended at a limit of 1.5 GB."""


def export_parquet(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Write the current rows of ``table`` to a Parquet file, in an order that is always the same.

    Raises:
        OSError: the file can't be written.
    """
    sorting = path.parent / ".sorting"  # for what memory can't hold
    con.execute(f"SET temp_directory = {quote_literal(str(sorting))}")
    try:
        con.execute(
            f"COPY ({_in_order(table)}) TO {quote_literal(str(path))} "
            f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS})"
        )
    except duckdb.IOException as error:
        told = str(error)
        if str(path) not in told and str(sorting) not in told:  # it is of the lake
            raise
        raise OSError(None, told.rpartition(": ")[2]) from error


def stream(con: duckdb.DuckDBPyConnection, table: str) -> "pa.RecordBatchReader":
    """The current rows of ``table``, in the same order."""
    return con.execute(_in_order(table)).to_arrow_reader(10_000)


def _in_order(table: str) -> str:
    """A query for the rows of ``table``, whose order tells nothing of the batches that they came in.

    What has a place in an article is in the order of that; all else in that of its key.
    """
    place = [name for name in ("article_id", "start", "end") if "start" in TABLES[table].column_names()]
    columns = [f'"{name}"' for name in (*place, *TABLES[table].primary_key())]
    return f"FROM {table} ORDER BY {', '.join(columns) or 'ALL'}"
