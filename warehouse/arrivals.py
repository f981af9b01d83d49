"""What a staged batch brings to the lake: which of its articles are new there, revised, refreshed, or nothing new."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from schemas.commit import ADDED_BY_COMMIT
from schemas.tables import TABLES
from warehouse.removal import SPAN_TABLES

_LINKED_COLUMNS = ("entity_id", "speaker_entity_id", "co_speaker_entity_ids", "link_reason")
"""Columns of the tables of spans that only the lake can know: what an article's names mean across the corpus."""


@dataclass(frozen=True, slots=True)
class CommitCounts:
    """What one batch came to, as columns of ``runs``: its articles by what became of them, and the rows written."""

    articles_new: int = 0
    articles_unchanged: int = 0
    articles_revised: int = 0
    articles_refreshed: int = 0
    quotes: int = 0
    mentions: int = 0
    rejects: int = 0


def classify(con: duckdb.DuckDBPyConnection) -> CommitCounts:
    """Compare the staged articles with the lake's, make the table ``arriving`` of those to be put in, and count.

    They have the columns of ``staged_articles``, their ``revision``, and ``change``: what they are to the lake.
    Each is new, unchanged, revised (new text), refreshed (new metadata, or something else was found in it), or older
    than what the lake has: an old crawl that is read again, as from another folder, takes no correction back. Those
    that are unchanged or older don't arrive.
    """
    _look_up_old(con)
    _compare_articles(con)
    _notice_other_spans(con)
    changes = dict(con.execute("SELECT change, count(*) FROM arriving GROUP BY change").fetchall())
    con.execute("DELETE FROM arriving WHERE change IN ('unchanged', 'older')")
    return CommitCounts(
        articles_new=changes.get("new", 0),
        articles_unchanged=changes.get("unchanged", 0) + changes.get("older", 0),
        articles_revised=changes.get("revised", 0),
        articles_refreshed=changes.get("refreshed", 0),
        quotes=_count(con, "staged_quotes SEMI JOIN arriving USING (article_id)"),
        mentions=_count(con, "staged_mentions SEMI JOIN arriving USING (article_id)"),
        rejects=_count(con, "staged_rejects"),
    )


def _look_up_old(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table ``old_articles``: those of the lake that are staged again.

    Their ids are asked for first: most often there are none, and the texts of all the lake need not be read to know.
    """
    ids = _ids(con, "articles SEMI JOIN staged_articles USING (article_id)")
    con.execute(f"CREATE OR REPLACE TEMP TABLE old_articles AS FROM articles WHERE {_is_one_of(ids)}", ids)


def _compare_articles(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table ``arriving`` of all staged articles, each with what its own row is to that of the lake."""
    differs = " OR ".join(f'staged."{name}" IS DISTINCT FROM old."{name}"' for name in _content_columns())
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE arriving AS
        WITH told AS (
            -- Content read from two places is told of the first by name, whichever came first.
            SELECT staged.* REPLACE (
                CASE WHEN old.content_hash = staged.content_hash THEN least(staged.source_uri, old.source_uri)
                ELSE staged.source_uri END AS source_uri
            )
            FROM staged_articles AS staged LEFT JOIN old_articles AS old USING (article_id)
        )
        SELECT
            staged.*,
            CASE
                WHEN old.article_id IS NULL THEN 'new'
                WHEN staged.content_hash <> old.content_hash AND staged.modified_at < old.modified_at THEN 'older'
                WHEN staged.content_hash <> old.content_hash THEN 'revised'
                WHEN {differs} THEN 'refreshed'
                ELSE 'unchanged'
            END AS change,
            CASE WHEN old.content_hash = staged.content_hash THEN old.revision ELSE coalesce(old.revision, 0) + 1 END
                AS revision
        FROM told AS staged
        LEFT JOIN old_articles AS old USING (article_id)
    """)


def _notice_other_spans(con: duckdb.DuckDBPyConnection) -> None:
    """Of the articles whose own rows are as they were, mark those with other spans as refreshed: rules may be new."""
    for table in SPAN_TABLES:
        ids = _ids(con, "arriving WHERE change = 'unchanged'")
        if not ids:
            return
        columns = ", ".join(f'"{name}"' for name in TABLES[table].column_names() if name not in _LINKED_COLUMNS)
        con.execute(
            f"""
            UPDATE arriving SET change = 'refreshed'
            WHERE article_id IN (
                WITH
                    old AS (SELECT {columns} FROM {table} WHERE {_is_one_of(ids)}),
                    staged AS (SELECT {columns} FROM staged_{table} WHERE {_is_one_of(ids)})
                SELECT article_id FROM (FROM old EXCEPT ALL FROM staged)
                UNION ALL
                SELECT article_id FROM (FROM staged EXCEPT ALL FROM old)
            )
            """,
            [*ids, *ids],
        )


def _ids(con: duckdb.DuckDBPyConnection, rows: str) -> list[str]:
    return [article_id for (article_id,) in con.execute(f"SELECT article_id FROM {rows}").fetchall()]


def _is_one_of(ids: Sequence[str]) -> str:
    """The condition that an article is one of some, whose ids are the parameters: by these whole files are skipped."""
    return f"article_id IN ({', '.join('?' * len(ids))})" if ids else "false"


def _count(con: duckdb.DuckDBPyConnection, rows: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(row[0]) if row else 0


def _content_columns() -> list[str]:
    """Columns of ``articles`` by which a reread article is the same or not."""
    return [name for name in TABLES["articles"].column_names() if name not in ADDED_BY_COMMIT["articles"]]
