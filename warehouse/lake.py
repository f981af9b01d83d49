"""Opening a lake: a DuckLake with a SQLite catalog, and Parquet files beside it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from schemas import SCHEMA_VERSION, TABLES
from schemas.ddl import comments, create_table, quote_literal
from warehouse.durable import transaction
from warehouse.errors import CatalogMissingError, LakeError, LakeMissingError, LakeOldError, LakeVersionError
from warehouse.explain import explain, is_of_storage
from warehouse.extensions import connect
from warehouse.migrate import can_migrate, migrate, views

_ATTACH_SECONDS = 20.0
"""How long to try while another process has the catalog locked."""


def catalog_file(folder: Path) -> Path:
    """The SQLite catalog of the lake in ``folder``."""
    return folder / "catalog.sqlite"


def data_folder(folder: Path) -> Path:
    """The Parquet files of the lake. Superseded rows lie here too: never read it by a glob."""
    return folder / "data"


def staging_folder(folder: Path) -> Path:
    """Work in progress of a run, outside the lake's tables."""
    return folder / "staging"


def exists(folder: Path) -> bool:
    """Whether there is a lake in ``folder``."""
    return catalog_file(folder).exists()


@contextmanager
def open_lake(folder: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection whose default database is the lake in ``folder``.

    Writers make the lake if there is none, and bring one of an older version up to date; they must hold
    :func:`warehouse.lock.hold`.

    Raises:
        LakeMissingError: ``read_only`` and there is no lake.
        CatalogMissingError: there are the files of a lake, but no catalog to tell what they are.
        LakeVersionError: the tables are of an unknown version.
        LakeOldError: ``read_only`` and the tables are of an older version.
        LakeError: the catalog can't be opened, or whatever is done with the connection fails for the storage's
            sake; the message says what to do.
    """
    if not exists(folder) or catalog_file(folder).stat().st_size == 0:
        if any(data_folder(folder).rglob("*.parquet")):
            raise CatalogMissingError(folder)
        if read_only:
            raise LakeMissingError(folder)
    con = connect()
    try:
        if not read_only:
            data_folder(folder).mkdir(parents=True, exist_ok=True)
        _attach(con, folder.absolute(), read_only=read_only)
        con.execute("USE lake")
        _check_version(con, folder, read_only=read_only)
        yield con
    except (duckdb.Error, OSError) as error:
        if isinstance(error, OSError) and not is_of_storage(folder, error):
            raise
        raise LakeError(f"{folder}: {explain(error)}") from error
    finally:
        con.close()


def _attach(con: duckdb.DuckDBPyConnection, folder: Path, *, read_only: bool) -> None:
    options = [f"DATA_PATH {quote_literal(str(data_folder(folder)) + '/')}", "OVERRIDE_DATA_PATH true"]
    # Small inserts would otherwise stay inside the catalog until flushed, unseen by whoever reads the Parquet files.
    options.append("READ_ONLY" if read_only else "DATA_INLINING_ROW_LIMIT 0")
    target = quote_literal(f"ducklake:sqlite:{catalog_file(folder)}")
    give_up_at = time.monotonic() + _ATTACH_SECONDS
    pause = 0.05
    while True:
        try:
            con.execute(f"ATTACH {target} AS lake ({', '.join(options)})")
        except duckdb.Error as error:
            if read_only and "creating a new DuckLake is explicitly disabled" in str(error):
                raise LakeMissingError(folder) from None  # its first run was killed before it had made one
            if "locked" not in str(error) or time.monotonic() > give_up_at:
                raise
            time.sleep(pause)
            pause = min(2 * pause, 1.0)
        else:
            return


def _check_version(con: duckdb.DuckDBPyConnection, folder: Path, *, read_only: bool) -> None:
    made = con.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'lake' AND table_name = 'lake_version'"
    ).fetchone()
    if made == (0,):
        if read_only:
            raise LakeMissingError(folder)
        _create(con)
        return
    row = con.execute("SELECT max(schema_version) FROM lake_version").fetchone()
    found = int(row[0]) if row and row[0] else 0
    if found == SCHEMA_VERSION:
        return
    if read_only and can_migrate(found):
        raise LakeOldError(folder, found, SCHEMA_VERSION)
    if not can_migrate(found):
        raise LakeVersionError(folder, found, SCHEMA_VERSION)
    migrate(con, found)


def _create(con: duckdb.DuckDBPyConnection) -> None:
    """Make every table, comment and view in one transaction, so that a lake is whole or not there."""
    with transaction(con):
        con.execute("CREATE TABLE lake_version (schema_version INTEGER NOT NULL)")
        con.execute("COMMENT ON TABLE lake_version IS 'Version of the tables of this lake.'")
        con.execute("INSERT INTO lake_version VALUES (?)", [SCHEMA_VERSION])
        for name, table in TABLES.items():
            con.execute(create_table(name, table))
            for comment in comments(name, table):
                con.execute(comment)
        for view in views():
            con.execute(view)
