"""Transactions that outlast a power failure: data reaches the disk before the catalog says that it is there.

The catalog's database writes itself to the disk with each commit; DuckDB leaves its Parquet files to the operating
system, which keeps them in memory for half a minute. So the new files of a transaction are written through first.
"""

import itertools
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import duckdb

from warehouse.errors import LakeError
from warehouse.explain import explain

_LOCKED_SECONDS = 20.0
_MOST_DEFEATS = 200

_LOCKED = "locked"
"""Sign of somebody at the catalog, a reader of a SQLite file, say: nothing moves until they leave."""

_DEFEATED = ("duplicate key", "could not serialize", "onflict", "deadlock")
"""Signs that another writer to PostgreSQL committed first. Each is a step done, so they are counted, not timed: on a
slow machine a writer that always comes second waits until the other has no more batches."""

T = TypeVar("T")


def run_with_retries(con: duckdb.DuckDBPyConnection, work: Callable[[], T], what: str) -> T:
    """Do ``work`` in a transaction; again from its beginning while others are in the way.

    Whoever keeps the catalog locked is waited for some seconds, and a writer that commits first many times.

    Raises:
        LakeError: it failed and was rolled back.
    """
    give_up_at = time.monotonic() + _LOCKED_SECONDS
    pause = 0.05
    for tried in itertools.count(1):
        try:
            with transaction(con):
                return work()
        except duckdb.Error as error:
            is_defeated = any(sign in str(error) for sign in _DEFEATED) and tried < _MOST_DEFEATS
            is_waiting = _LOCKED in str(error) and time.monotonic() < give_up_at
            if not (is_defeated or is_waiting):
                raise LakeError(f"{what} could not be committed, the lake is unchanged: {explain(error)}") from error
            time.sleep(pause)
            pause = min(2 * pause, 1.0)
    raise AssertionError  # the count has no end


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
        with suppress(duckdb.Error):  # it may have ended already, with the failed statement or with the server
            con.rollback()
        raise


def tell_data_folder(con: duckdb.DuckDBPyConnection, folder: Path | None) -> None:
    """Tell :func:`transaction` where the lake keeps its Parquet files; None if in an object store.

    The connection remembers it: DuckLake would ask its catalog each time.
    """
    con.execute("SET VARIABLE data_folder = ?", [str(folder or "")])


def _data_folder(con: duckdb.DuckDBPyConnection) -> Path | None:
    row = con.execute("SELECT getvariable('data_folder')").fetchone()
    if row is None or row[0] is None:
        raise AssertionError("nobody told where the files of the lake are")
    return Path(row[0]) if row[0] else None


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
