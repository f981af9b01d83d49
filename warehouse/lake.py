"""Opening a lake: a DuckLake with its catalog in SQLite or PostgreSQL, and Parquet files in a folder or a bucket."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import duckdb

from schemas import SCHEMA_VERSION
from schemas.literals import quote_literal
from warehouse import files, postgres
from warehouse.credentials import sign_in
from warehouse.errors import (
    CatalogMissingError,
    DataElsewhereError,
    DataMissingError,
    LakeError,
    LakeMissingError,
    LakeOldError,
    LakeVersionError,
)
from warehouse.explain import explain, is_of_storage
from warehouse.extensions import connect, needed
from warehouse.files import data_address, data_folder
from warehouse.migrate import can_migrate, migrate, views
from warehouse.place import Place, Where, bucket_of, place_of
from warehouse.transactions import tell_data_folder, transaction
from warehouse.tuning import tune

_ATTACH_SECONDS = 20.0
"""How long to try while another process has the catalog locked."""


def catalog_file(folder: Path) -> Path:
    """The SQLite catalog of the lake in ``folder``."""
    return folder / "catalog.sqlite"


def staging_folder(folder: Path) -> Path:
    """Work in progress of a run, outside the lake's tables."""
    return folder / "staging"


def exists(where: Where) -> bool:
    """Whether there is a lake. Of one with its catalog in PostgreSQL that is only known when it is opened: maybe."""
    place = place_of(where)
    return bool(place.catalog) or catalog_file(place.folder).exists()


@contextmanager
def open_lake(where: Where, *, read_only: bool, snapshot: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection whose default database is the lake, as it is, or as it was in a ``snapshot``.

    Writers make the lake if there is none, and bring one of an older version up to date; they must hold
    :func:`warehouse.lock.hold`.

    Raises:
        LakeMissingError: ``read_only`` and there is no lake.
        CatalogMissingError: there are the files of a lake, but no catalog to tell what they are.
        DataMissingError: there is a catalog, and none of the files that it tells of.
        DataElsewhereError: the files of the lake are in another bucket than the setting ``data`` says, or in none.
        LakeVersionError: the tables are of an unknown version.
        LakeOldError: ``read_only`` and the tables are of an older version.
        LakeError: the catalog can't be opened, or whatever is done with the connection fails for the storage's
            sake; the message says what to do.
    """
    place = place_of(where)
    _look_for_catalog(place, read_only=read_only)
    con = connect(needed(place))
    try:
        if place.data:
            sign_in(con, place.data)
        if not read_only:
            place.folder.mkdir(parents=True, exist_ok=True)
            # Rows have no order. Row groups with a bound in bytes (see warehouse.optimize) are refused where they have.
            con.execute("SET preserve_insertion_order = false")
        _attach(con, place, read_only=read_only, snapshot=snapshot)
        con.execute("USE lake")
        _compare_data(con, place)
        if not read_only and not place.data:
            data_folder(place.folder).mkdir(parents=True, exist_ok=True)
        if place.catalog or place.data:
            _look_for_data(con, place)
        tune(con)
        if snapshot is None:
            _check_version(con, place, read_only=read_only)
        yield con
    except (duckdb.Error, OSError) as error:
        if isinstance(error, OSError) and not is_of_storage(place.folder, error):
            raise
        raise LakeError(f"{place}: {explain(error)}") from error
    finally:
        con.interrupt()  # a query that Ctrl-C broke off goes on in DuckDB's threads, and closing waits for it
        con.close()


def _look_for_catalog(place: Place, *, read_only: bool) -> None:
    """Never make a catalog anew over files that another one told of."""
    if place.catalog:
        made = postgres.has_catalog(place)
    else:
        file = catalog_file(place.folder)
        made = file.exists() and file.stat().st_size > 0
    if made:
        return
    if files.are_any(place):
        raise CatalogMissingError(place)
    if read_only:
        raise LakeMissingError(place)


def _compare_data(con: duckdb.DuckDBPyConnection, place: Place) -> None:
    """Two settings of ``data`` for one catalog would be two halves of a lake. A local folder may have been moved."""
    row = con.execute("SELECT value FROM __ducklake_metadata_lake.ducklake_metadata WHERE key = 'data_path'").fetchone()
    made_with = bucket_of(str(row[0])) if row else None
    if made_with != place.data:
        raise DataElsewhereError(place, made_with)


def _look_for_data(con: duckdb.DuckDBPyConnection, place: Place) -> None:
    """The folder must be the one that the other machines write to, and not, say, one that no disk is mounted on."""
    row = con.execute("SELECT count(*) FROM __ducklake_metadata_lake.ducklake_data_file").fetchone()
    if row != (0,) and not files.are_any(place):
        raise DataMissingError(place)


def _attach(con: duckdb.DuckDBPyConnection, place: Place, *, read_only: bool, snapshot: int | None) -> None:
    """Attach the lake, once whoever has its catalog locked lets go of it."""
    tell_data_folder(con, None if place.data else data_folder(place.folder.absolute()))
    if place.catalog:
        # Two writers at once are kept apart by a lock. Should it ever fail, the commit of the second must not be
        # patched up by DuckLake, which knows no keys, but fail, and be worked out anew.
        con.execute("SET ducklake_max_retry_count = 0")
    attach = _attach_statement(place, read_only=read_only, snapshot=snapshot)
    rolled_back = False
    give_up_at = time.monotonic() + _ATTACH_SECONDS
    pause = 0.05
    while True:
        try:
            con.execute(attach)
        except duckdb.Error as error:
            if read_only and "creating a new DuckLake is explicitly disabled" in str(error):
                raise LakeMissingError(place) from None  # its first run was killed before it had made one
            if read_only and not rolled_back and "readonly database" in str(error):
                rolled_back = True
                _roll_back_what_was_killed(catalog_file(place.folder.absolute()))
                continue
            if "locked" not in str(error) or time.monotonic() > give_up_at:
                raise
            time.sleep(pause)
            pause = min(2 * pause, 1.0)
        else:
            return


def _attach_statement(place: Place, *, read_only: bool, snapshot: int | None) -> str:
    target = f"ducklake:{place.catalog or f'sqlite:{catalog_file(place.folder.absolute())}'}"
    options = [f"DATA_PATH {quote_literal(data_address(place))}", "OVERRIDE_DATA_PATH true"]
    # Small inserts would otherwise stay inside the catalog until flushed, unseen by whoever reads the Parquet files.
    options.append("READ_ONLY" if read_only else "DATA_INLINING_ROW_LIMIT 0")
    if snapshot is not None:
        options.append(f"SNAPSHOT_VERSION {int(snapshot)}")
    return f"ATTACH {quote_literal(target)} AS lake ({', '.join(options)})"


def _roll_back_what_was_killed(file: Path) -> None:
    """Have SQLite undo a commit that was killed halfway: whoever opens the file for reading alone may not."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file, timeout=_ATTACH_SECONDS)) as catalog:
        catalog.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _check_version(con: duckdb.DuckDBPyConnection, place: Place, *, read_only: bool) -> None:
    made = con.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'lake' AND table_name = 'lake_version'"
    ).fetchone()
    if made == (0,):
        if read_only:
            raise LakeMissingError(place)
        _create(con)
        return
    row = con.execute("SELECT max(schema_version) FROM lake_version").fetchone()
    found = int(row[0]) if row and row[0] else 0
    if found == SCHEMA_VERSION:
        return
    if read_only and can_migrate(found):
        raise LakeOldError(place, found, SCHEMA_VERSION)
    if not can_migrate(found):
        raise LakeVersionError(place, found, SCHEMA_VERSION)
    migrate(con, found)


def _create(con: duckdb.DuckDBPyConnection) -> None:
    """Make every table, comment and view in one transaction, so that a lake is whole or not there."""
    from schemas.ddl import comments, create_table  # noqa: PLC0415  (who only opens a lake needs none of it)
    from schemas.tables import TABLES  # noqa: PLC0415

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
