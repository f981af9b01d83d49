"""How hard DuckDB tries: for a small lake, planning and sharing out a statement take longer than doing it."""

from contextlib import suppress

import duckdb

_SMALL_BYTES = 8 * 2**20
"""A row group or two of each table: more threads would find nothing to do, and only wake each other up."""


def suit(con: duckdb.DuckDBPyConnection) -> None:
    """Have DuckDB work on the lake as its size asks for; to be called again as it grows, outside of transactions.

    A small one gets a single thread. It gets no statistics of its columns, either, which are asked of the catalog
    again and again for each column of a table that never had a row.
    """
    is_small = False
    with suppress(duckdb.Error):  # as of a locked catalog: whoever needs it next waits for it, or tells
        row = con.execute("SELECT sum(file_size_bytes) FROM __ducklake_metadata_lake.ducklake_table_stats").fetchone()
        is_small = row is not None and (row[0] or 0) < _SMALL_BYTES
    if is_small:
        con.execute("SET threads = 1")
        con.execute("SET disabled_optimizers = 'statistics_propagation'")
    else:
        release(con)


def release(con: duckdb.DuckDBPyConnection) -> None:
    """Let DuckDB do all that it can again."""
    con.execute("RESET threads")
    con.execute("RESET disabled_optimizers")
