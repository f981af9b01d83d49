"""The revisions of an article, through the snapshots that the lake still has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    import pyarrow as pa


def history(con: duckdb.DuckDBPyConnection, names: Sequence[str]) -> "pa.RecordBatchReader":
    """Every state of the articles that any of ``names`` (article id, source URI or URL) stands for, the oldest first.

    Columns: ``article_id``, ``revision``, ``run_id`` (who wrote it), ``snapshot`` (from which on it held, for
    ``AT (VERSION => ...)``), ``committed_at``, ``title``, ``words``, ``content_hash``, ``is_current``.
    """
    first, last = _snapshots(con)
    return con.execute(
        f"""
        WITH states AS (
            SELECT {first} AS snapshot_id, * FROM articles AT (VERSION => {first})
            UNION ALL BY NAME
            SELECT * EXCLUDE (rowid, change_type)
            FROM ducklake_table_changes('lake', 'main', 'articles', {min(first + 1, last)}, {last})
            WHERE change_type IN ('insert', 'update_postimage')
        )
        SELECT
            article_id, revision, run_id, min(snapshot_id) AS "snapshot", min(snapshot_time) AS committed_at,
            any_value(title) AS title, any_value(word_count) AS words, content_hash,
            max((article_id, revision, run_id) IN (SELECT (article_id, revision, run_id) FROM articles)) AS is_current
        FROM states JOIN lake.snapshots() USING (snapshot_id)
        WHERE list_has_any([article_id, source_uri, url], $names::VARCHAR[])
        GROUP BY article_id, revision, run_id, content_hash
        ORDER BY article_id, revision, run_id
        """,
        {"names": list(names)},
    ).to_arrow_reader(10_000)


def _snapshots(con: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """The first snapshot that has the tables, and the last."""
    row = con.execute(
        "SELECT min(snapshot_id) FILTER (schema_version > 0), max(snapshot_id) FROM lake.snapshots()"
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)
