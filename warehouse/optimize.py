"""Upkeep: merge small files, let old snapshots go, delete what nothing needs any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import duckdb

from warehouse import postgres
from warehouse.erase import scrub_catalog
from warehouse.files import sizes
from warehouse.lake import catalog_file, open_lake, staging_folder
from warehouse.place import Where, place_of
from warehouse.staging import discard
from warehouse.transactions import transaction
from warehouse.tuning import tune

GRACE = timedelta(hours=1)
"""How long files are kept that nothing but a query at work may need."""

_SMALL_BYTES = 8 * 2**20

_ROW_GROUP = "16MiB"
"""Of rows that are written in one piece. By default a piece is 122,880 rows: of long texts, gigabytes in memory."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a lake takes on the disk. ``rows_bytes`` is in Parquet files, ``catalog_bytes`` in the catalog."""

    files: int
    rows_bytes: int
    catalog_bytes: int
    snapshots: int


def size(where: Where) -> Size:
    """Measure a lake."""
    place = place_of(where)
    files = list(sizes(place))
    with open_lake(place, read_only=True) as con:
        row = con.execute("SELECT count(*) FROM lake.snapshots()").fetchone()
    catalog = postgres.catalog_bytes(place) if place.catalog else catalog_file(place.folder).stat().st_size
    return Size(len(files), sum(files), catalog, int(row[0]) if row else 0)


def merge_when_many(con: duckdb.DuckDBPyConnection, most: int) -> bool:
    """Merge small files if a table has more than ``most``, so that a lake of many small runs stays small and fast.

    History and readers lose nothing: what is replaced is kept for :data:`GRACE`. Large files are left alone, or each
    time all of the lake would be written anew.
    """
    row = con.execute("SELECT max(file_count + delete_file_count) FROM ducklake_table_info('lake')").fetchone()
    if row is None or row[0] is None or row[0] <= most:
        return False
    with _in_small_pieces(con):
        with transaction(con):
            con.execute("CALL ducklake_rewrite_data_files('lake', delete_threshold => 0.5)")
        with transaction(con):
            con.execute(f"CALL ducklake_merge_adjacent_files('lake', max_file_size => {_SMALL_BYTES})")
    con.execute("CALL ducklake_cleanup_old_files('lake', older_than => now() - ?::INTERVAL)", [GRACE])
    return True


@contextmanager
def _in_small_pieces(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Write row groups of few bytes, one at a time, so that memory is bounded whatever the articles' length."""
    con.execute(f"CALL lake.set_option('parquet_row_group_size_bytes', '{_ROW_GROUP}')")
    con.execute("SET threads = 1")  # each has a row group at work
    try:
        yield
    finally:
        tune(con)


def optimize(where: Where, keep: timedelta, grace: timedelta) -> None:
    """Merge the files of the lake, forget snapshots older than ``keep``, and delete what then is needed no more.

    Files that are replaced now are deleted once they have been out of use for ``grace``: a query that is at work may
    read them still. What a killed run left behind goes at once. The writer's lock must be held. Killed at any moment,
    the lake is whole and the next call goes on.

    Raises:
        warehouse.errors.LakeError: the lake can't be opened or written.
    """
    discard(staging_folder(place_of(where).folder))
    with open_lake(where, read_only=False) as con:
        con.execute("CALL ducklake_expire_snapshots('lake', older_than => now() - ?::INTERVAL)", [keep])
        with _in_small_pieces(con):
            with transaction(con):
                con.execute("CALL ducklake_rewrite_data_files('lake', delete_threshold => 0.1)")
            with transaction(con):
                con.execute("CALL ducklake_merge_adjacent_files('lake')")
        con.execute("CALL ducklake_expire_snapshots('lake', older_than => now() - ?::INTERVAL)", [keep])
        con.execute("CALL ducklake_cleanup_old_files('lake', older_than => now() - ?::INTERVAL)", [grace])
        con.execute("CALL ducklake_delete_orphaned_files('lake', cleanup_all => true)")
    scrub_catalog(where)
