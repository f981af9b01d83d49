"""Transactions that outlast a power failure: data reaches the disk before the catalog says that it is there.

The catalog's database writes itself to the disk with each commit; DuckDB leaves its Parquet files to the operating
system, which keeps them in memory for half a minute. So the new files of a transaction are written through first.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import duckdb


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit to the lake what the block does, with its files on the disk; or nothing of it, if it raises."""
    top = _data_folder(con)
    before = frozenset(_files(top))
    con.begin()
    try:
        yield
        _write_through([path for path in _files(top) if path not in before], top)
        con.commit()
    except BaseException:
        with suppress(duckdb.TransactionException):  # the failed statement had already ended it
            con.rollback()
        raise


def _data_folder(con: duckdb.DuckDBPyConnection) -> Path | None:
    """Where the lake keeps its Parquet files; None if that is no folder of ours but an object store."""
    row = con.execute("SELECT data_path FROM ducklake_settings('lake')").fetchone()
    path = str(row[0]) if row else ""
    return None if urlsplit(path).netloc else Path(path)


def _files(top: Path | None) -> Iterator[str]:
    if top is not None:
        for parent, _, names in os.walk(top):
            yield from (os.path.join(parent, name) for name in names)


def _write_through(files: list[str], top: Path | None) -> None:
    """Write ``files`` to the disk, and then the folders that name them, up to the one that holds the lake's data."""
    folders = {folder for path in files for folder in Path(path).parents if top and folder.is_relative_to(top.parent)}
    for name in (*files, *map(str, sorted(folders, reverse=True))):
        with suppress(FileNotFoundError):  # DuckDB deletes some files again within the transaction
            opened = os.open(name, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
