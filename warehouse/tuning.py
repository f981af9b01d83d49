"""Settings of DuckDB by the size of the lake: in a small one, planning and threads cost more than they save."""

from contextlib import suppress

import duckdb

_SMALL_BYTES = 8 * 2**20
"""A row group or two of each table: more threads would find nothing to do, and only wake each other up."""


def tune(con: duckdb.DuckDBPyConnection) -> None:
    """Set DuckDB for a lake of this size; to be called again as the lake grows, outside of transactions.

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
        untune(con)


def untune(con: duckdb.DuckDBPyConnection) -> None:
    """Set DuckDB back to its defaults."""
    con.execute("RESET threads")
    con.execute("RESET disabled_optimizers")
