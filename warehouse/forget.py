"""Taking articles down for good: from every table, snapshot and file, and never to come back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from schemas.vocabulary import FileStatus
from warehouse.aggregates import Touched
from warehouse.erase import erase_history
from warehouse.lake import open_lake, staging_folder
from warehouse.place import Where, place_of
from warehouse.removal import remove, take_off_files
from warehouse.staging import discard
from warehouse.transactions import run_with_retries


@dataclass(frozen=True, slots=True)
class Named:
    """An article that is to be taken down."""

    article_id: str
    title: str | None
    source_uri: str


def find(con: duckdb.DuckDBPyConnection, names: Sequence[str]) -> list[Named]:
    """The articles that any of ``names`` (article id, source URI or URL) stands for, and all copies of their text."""
    rows = con.execute(
        """
        SELECT article_id, title, source_uri FROM articles
        WHERE content_hash IN (
            SELECT content_hash FROM articles WHERE list_has_any([article_id, source_uri, url], ?::VARCHAR[])
        )
        ORDER BY article_id
        """,
        [list(names)],
    ).fetchall()
    return [Named(*row) for row in rows]


def find_near(con: duckdb.DuckDBPyConnection, articles: Sequence[Named]) -> list[tuple[Named, float]]:
    """Other articles that hold text of ``articles``, with the largest share of one of these that is in them."""
    rows = con.execute(
        """
        SELECT near.article_id, near.title, near.source_uri, max(copies.share)
        FROM article_copies AS copies JOIN articles AS near ON near.article_id = copies.other_id
        WHERE list_contains($ids, copies.article_id) AND NOT list_contains($ids, near.article_id)
        GROUP BY ALL ORDER BY ALL
        """,
        {"ids": [article.article_id for article in articles]},
    ).fetchall()
    return [(Named(*row), share) for *row, share in rows]


def is_forgotten(con: duckdb.DuckDBPyConnection, names: Sequence[str]) -> bool:
    """Whether an article of one of these ids was taken down."""
    row = con.execute(
        "SELECT count(*) > 0 FROM forgotten WHERE list_contains(?::VARCHAR[], article_id)", [list(names)]
    ).fetchone()
    return row == (True,)


def forget(where: Where, articles: Sequence[Named], relink: Callable[[duckdb.DuckDBPyConnection], object]) -> None:
    """Take ``articles`` down and erase what the lake's folder holds of them.

    ``relink`` is told to decide anew what the articles that stay may owe to these: names, groups of copies.

    The rows go in one transaction; then the history of the whole lake goes, as its files hold their texts too. Killed
    in between, :func:`erase` must follow. The writer's lock must be held.

    Raises:
        LakeError: the lake can't be written, or the catalog not be rewritten.
    """
    with open_lake(where, read_only=False) as con:
        run_with_retries(con, lambda: _remove(con, [article.article_id for article in articles]), "the articles")
        relink(con)
    erase(where)


def erase(where: Where) -> None:
    """Erase what earlier calls of :func:`forget` removed from the tables, also if they were killed."""
    discard(staging_folder(place_of(where).folder))
    erase_history(where)


def _remove(con: duckdb.DuckDBPyConnection, ids: list[str]) -> None:
    con.execute("CREATE OR REPLACE TEMP TABLE leaving AS SELECT unnest(?::VARCHAR[]) AS article_id", [ids])
    con.execute("CALL lake.set_commit_message('copydesk', 'forget')")
    con.execute(
        """
        INSERT INTO forgotten BY NAME
        SELECT DISTINCT article_id, content_hash, ?::TIMESTAMPTZ AS forgotten_at
        FROM (
            SELECT article_id, content_hash FROM articles
            UNION SELECT article_id, content_hash FROM ducklake_table_insertions('lake', 'main', 'articles', ?, ?)
        ) SEMI JOIN leaving USING (article_id)
        """,
        [datetime.now(UTC), *_all_snapshots(con)],
    )
    con.execute(
        """
        UPDATE rejects SET detail = NULL WHERE detail IS NOT NULL
            AND file_uri IN (SELECT source_uri FROM files WHERE list_has_any(article_ids, ?::VARCHAR[]))
        """,
        [ids],
    )
    touched = Touched(con)
    remove(con, "leaving", touched, also=("entity_changes", "entity_decisions"))
    touched.sum_up()
    take_off_files(con, "files", ids, FileStatus.FORGOTTEN)


def _all_snapshots(con: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    row = con.execute("SELECT min(snapshot_id), max(snapshot_id) FROM lake.snapshots()").fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)
