"""Upkeep: merge small files, let old snapshots go, delete what nothing needs any more."""

from dataclasses import dataclass
from datetime import timedelta

from warehouse import postgres
from warehouse.durable import transaction
from warehouse.erase import scrub_catalog
from warehouse.lake import catalog_file, data_folder, open_lake, staging_folder
from warehouse.place import Where, place_of
from warehouse.staging import discard


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
    files = [path.stat().st_size for path in data_folder(place.folder).rglob("*") if path.is_file()]
    with open_lake(place, read_only=True) as con:
        row = con.execute("SELECT count(*) FROM lake.snapshots()").fetchone()
    catalog = postgres.catalog_bytes(place) if place.catalog else catalog_file(place.folder).stat().st_size
    return Size(len(files), sum(files), catalog, int(row[0]) if row else 0)


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
        with transaction(con):
            con.execute("CALL ducklake_rewrite_data_files('lake', delete_threshold => 0.1)")
        with transaction(con):
            con.execute("CALL ducklake_merge_adjacent_files('lake')")
        con.execute("CALL ducklake_expire_snapshots('lake', older_than => now() - ?::INTERVAL)", [keep])
        con.execute("CALL ducklake_cleanup_old_files('lake', older_than => now() - ?::INTERVAL)", [grace])
        con.execute("CALL ducklake_delete_orphaned_files('lake', cleanup_all => true)")
    scrub_catalog(where)
