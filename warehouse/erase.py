"""Erasing from the disk what is no longer in the tables: old snapshots, superseded files, traces in the catalog.

The writer's lock must be held, and nobody be reading: queries that began before lose their files.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from warehouse import postgres
from warehouse.errors import LakeError
from warehouse.lake import catalog_file, open_lake
from warehouse.place import Where, place_of
from warehouse.transactions import transaction

_BOUNDS = (("min_value", "min"), ("max_value", "max"))

_CATALOG_TABLES = """
SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
WHERE tablename LIKE 'ducklake\\_%' AND schemaname = (
    SELECT nspname FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace
    WHERE pg_class.oid = to_regclass('ducklake_snapshot')
)
"""


def erase_history(where: Where) -> None:
    """Keep the current rows and nothing else: no snapshot to travel back to, no file of one, no trace in the catalog.

    May be repeated, so a kill in between is mended by calling it again.

    Raises:
        LakeError: a reader kept the catalog locked; what is left is erased by the next call.
    """
    with open_lake(where, read_only=False) as con:
        with transaction(con):
            con.execute("CALL ducklake_rewrite_data_files('lake', delete_threshold => 0)")
        con.execute("CALL ducklake_expire_snapshots('lake', older_than => now() + INTERVAL 1 DAY)")
        con.execute("CALL ducklake_cleanup_old_files('lake', cleanup_all => true)")
        con.execute("CALL ducklake_delete_orphaned_files('lake', cleanup_all => true)")
    scrub_catalog(where)


def scrub_catalog(where: Where) -> None:
    """Narrow the statistics of columns to the files that are left, and write the catalog anew without free pages.

    DuckLake only ever widens the least and greatest value of a column: up to 256 characters of a text that is gone.
    """
    place = place_of(where)
    if place.catalog:
        with postgres.session(place) as session:
            with session.transaction():
                for bound, function in _BOUNDS:
                    session.execute(_narrow(bound, function, 'COLLATE "C"'))  # DuckLake compares bytes
            for (table,) in session.execute(_CATALOG_TABLES).fetchall():
                session.execute(f"VACUUM FULL {table}")
        return
    _scrub_file(catalog_file(place.folder))


def _narrow(bound: str, function: str, collate: str = "") -> str:
    return f"""
        UPDATE ducklake_table_column_stats AS whole SET {bound} = (
            SELECT CASE WHEN count(*) = count(part.{bound}) THEN {function}(part.{bound} {collate}) END
            FROM ducklake_file_column_stats AS part JOIN ducklake_data_file AS file USING (data_file_id)
            WHERE file.end_snapshot IS NULL AND part.table_id = whole.table_id
                AND part.column_id = whole.column_id AND part.value_count > 0
        )
        WHERE EXISTS (
            SELECT 1 FROM ducklake_column AS col
            WHERE col.table_id = whole.table_id AND col.column_id = whole.column_id
                AND lower(col.column_type) = 'varchar'
        )
    """


def _scrub_file(file: Path) -> None:
    try:
        with closing(sqlite3.connect(file, timeout=20, isolation_level=None)) as catalog:
            catalog.execute("PRAGMA secure_delete = ON")
            catalog.execute("BEGIN IMMEDIATE")
            for bound, function in _BOUNDS:
                catalog.execute(_narrow(bound, function))
            catalog.execute("COMMIT")
            catalog.execute("VACUUM")
    except sqlite3.OperationalError as error:
        raise LakeError(
            f"the catalog {file} could not be rewritten ({error}): traces of removed rows may be left "
            "in it. Close what reads the lake, then repeat the command."
        ) from error
