"""Putting a staged batch into the lake: all of its rows in one transaction.

A staged batch is a folder with one Parquet file per table (:data:`STAGED_TABLES`), in which no article stands
twice. DuckLake keeps no primary keys, so they are kept here: whatever the batch brings replaces the rows of the same
articles and files.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from schemas.literals import quote_literal
from schemas.tables import TABLES
from schemas.vocabulary import FileStatus
from warehouse import moved, withdraw
from warehouse.durable import retried
from warehouse.effort import suit
from warehouse.removal import SPAN_TABLES, take_off_files
from warehouse.runs import say
from warehouse.wordings import drop_wordings, leave_undecided

STAGED_TABLES = (
    "articles",
    "blocks",
    "fingerprints",
    "mentions",
    "local_entities",
    "quotes",
    "files",
    "unfinished_files",
    "rejects",
    "withdrawals",
)

_LAKE_COLUMNS = ("revision", "duplicate_group_id", "is_canonical", "run_id")
"""Columns of ``articles`` that only the lake can know."""

_LINKED_COLUMNS = ("entity_id", "speaker_entity_id", "link_reason")
"""Columns of the tables of spans that only the lake can know: what an article's names mean across the corpus."""


@dataclass(frozen=True, slots=True)
class CommitCounts:
    """What one batch came to: its articles by what became of them, and the rows that were written."""

    new: int = 0
    unchanged: int = 0
    revised: int = 0
    refreshed: int = 0
    quotes: int = 0
    mentions: int = 0
    rejects: int = 0


def commit_batch(con: duckdb.DuckDBPyConnection, batch: Path, run_id: str, message: str) -> CommitCounts:
    """Commit the staged ``batch`` to the lake that ``con`` has open for writing.

    Readers see all of it or nothing. A catalog locked by a reader is tried again for some seconds.

    Raises:
        LakeError: the transaction failed; the lake is as it was.
    """
    suit(con)
    return retried(con, lambda: _commit_once(con, batch, run_id, message), f"batch {batch.name}")


def _commit_once(con: duckdb.DuckDBPyConnection, batch: Path, run_id: str, message: str) -> CommitCounts:
    for table in STAGED_TABLES:
        staged = quote_literal(str(batch / f"{table}.parquet"))
        con.execute(f"CREATE OR REPLACE TEMP TABLE staged_{table} AS FROM read_parquet({staged})")
    say(con, run_id, message)
    _keep_out_forgotten(con)
    has_withdrawals = withdraw.take_in(con, run_id)
    if has_withdrawals:
        withdraw.keep_out(con)
    counts = _classify(con)
    _replace_articles(con, run_id, had_some=bool(counts.revised or counts.refreshed))
    mark_canonical(con)
    sum_up_entities(con)
    if has_withdrawals and withdraw.take_out(con):
        mark_canonical(con)
        sum_up_entities(con)
    if moved.take_out(con):
        mark_canonical(con)
        sum_up_entities(con)
    _replace_files(con, run_id)
    return counts


def _keep_out_forgotten(con: duckdb.DuckDBPyConnection) -> None:
    """Drop staged articles that were taken down, by identity or by content."""
    if con.execute("SELECT count(*) FROM forgotten").fetchone() == (0,):
        return
    con.execute("""
        INSERT INTO forgotten BY NAME
        SELECT staged.article_id, staged.content_hash, min(gone.forgotten_at) AS forgotten_at
        FROM staged_articles AS staged JOIN forgotten AS gone USING (content_hash)
        WHERE staged.article_id NOT IN (SELECT article_id FROM forgotten)
            AND staged.article_id NOT IN (SELECT article_id FROM articles)
        GROUP BY staged.article_id, staged.content_hash
    """)
    gone = [article_id for (article_id,) in con.execute("SELECT DISTINCT article_id FROM forgotten").fetchall()]
    con.execute("""
        DELETE FROM staged_articles
        WHERE article_id IN (SELECT article_id FROM forgotten) OR content_hash IN (SELECT content_hash FROM forgotten)
    """)
    take_off_files(con, "staged_files", gone, FileStatus.FORGOTTEN)


def _content_columns() -> list[str]:
    """Columns of ``articles`` by which a reread article is the same or not."""
    return [name for name in TABLES["articles"].column_names() if name not in _LAKE_COLUMNS]


def _look_up_old(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table ``old_articles``: those of the lake that are staged again.

    Their ids are asked for first: most often there are none, and the texts of all the lake need not be read to know.
    """
    rows = con.execute("SELECT article_id FROM articles SEMI JOIN staged_articles USING (article_id)").fetchall()
    ids = [article_id for (article_id,) in rows]
    which = f"article_id IN ({', '.join('?' * len(ids))})" if ids else "false"
    con.execute(f"CREATE OR REPLACE TEMP TABLE old_articles AS FROM articles WHERE {which}", ids)


def _classify(con: duckdb.DuckDBPyConnection) -> CommitCounts:
    """Compare the staged articles with the lake's.

    Each is new, unchanged, revised (new text), refreshed (new metadata, or something else was found in it), or older
    than what the lake has: an old crawl that is read again, as from another folder, takes no correction back.
    """
    _look_up_old(con)
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
    _notice_other_spans(con)
    changes = dict(con.execute("SELECT change, count(*) FROM arriving GROUP BY change").fetchall())
    con.execute("DELETE FROM arriving WHERE change IN ('unchanged', 'older')")

    def staged(table: str) -> int:
        row = con.execute(f"SELECT count(*) FROM staged_{table} SEMI JOIN arriving USING (article_id)").fetchone()
        return int(row[0]) if row else 0

    rejects = con.execute("SELECT count(*) FROM staged_rejects").fetchone()
    return CommitCounts(
        new=changes.get("new", 0),
        unchanged=changes.get("unchanged", 0) + changes.get("older", 0),
        revised=changes.get("revised", 0),
        refreshed=changes.get("refreshed", 0),
        quotes=staged("quotes"),
        mentions=staged("mentions"),
        rejects=int(rejects[0]) if rejects else 0,
    )


def _notice_other_spans(con: duckdb.DuckDBPyConnection) -> None:
    """Of the articles whose own rows are as they were, mark those with other spans as refreshed: rules may be new."""
    for table in SPAN_TABLES:
        rows = con.execute("SELECT article_id FROM arriving WHERE change = 'unchanged'").fetchall()
        if not rows:
            return
        ids = [article_id for (article_id,) in rows]
        which = f"article_id IN ({', '.join('?' * len(ids))})"
        columns = ", ".join(f'"{name}"' for name in TABLES[table].column_names() if name not in _LINKED_COLUMNS)
        con.execute(
            f"""
            UPDATE arriving SET change = 'refreshed'
            WHERE article_id IN (
                WITH
                    old AS (SELECT {columns} FROM {table} WHERE {which}),
                    staged AS (SELECT {columns} FROM staged_{table} WHERE {which})
                SELECT article_id FROM (FROM old EXCEPT ALL FROM staged)
                UNION ALL
                SELECT article_id FROM (FROM staged EXCEPT ALL FROM old)
            )
            """,
            [*ids, *ids],
        )


def _replace_articles(con: duckdb.DuckDBPyConnection, run_id: str, *, had_some: bool) -> None:
    """Put in what arrives. If the lake ``had_some`` of the articles, their rows make way and leave much to decide."""
    con.execute("""
        CREATE OR REPLACE TEMP TABLE first_groups AS  -- until `flows.copies` decides: that of an equal text
        SELECT arriving.content_hash, coalesce(min(old.duplicate_group_id), arriving.content_hash[:20]) AS first_group
        FROM arriving LEFT JOIN articles AS old USING (content_hash)
        GROUP BY arriving.content_hash
    """)
    con.execute("""
        CREATE OR REPLACE TEMP TABLE touched_groups AS
        SELECT duplicate_group_id FROM articles SEMI JOIN arriving USING (article_id)
        UNION SELECT first_group FROM first_groups
    """)
    con.execute("""
        CREATE OR REPLACE TEMP TABLE touched_entities AS
        SELECT entity_id FROM local_entities SEMI JOIN arriving USING (article_id)
        UNION SELECT entity_id FROM staged_local_entities SEMI JOIN arriving USING (article_id)
    """)
    # Who is who depends on all articles of a block of names: those that lose or gain a name are to be linked anew.
    con.execute("""
        INSERT INTO unlinked_blocks
        SELECT block FROM local_entities SEMI JOIN arriving USING (article_id)
        UNION SELECT block FROM staged_local_entities SEMI JOIN arriving USING (article_id)
    """)
    if had_some:
        leave_undecided(con, "articles SEMI JOIN arriving USING (article_id)")
    con.execute("""
        INSERT INTO undecided_copies
        SELECT DISTINCT first_group, CASE WHEN old.prose_hash IS NULL THEN arriving.prose_hash END
        FROM arriving JOIN first_groups USING (content_hash)
        LEFT JOIN fingerprints AS old ON old.prose_hash = arriving.prose_hash
    """)
    con.execute("""
        INSERT INTO fingerprints BY NAME
        FROM staged_fingerprints SEMI JOIN arriving USING (prose_hash) ANTI JOIN fingerprints USING (prose_hash)
    """)
    for table in ("articles", *SPAN_TABLES) if had_some else ():
        con.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM arriving WHERE change <> 'new')")
    con.execute(
        """
        INSERT INTO articles BY NAME
        SELECT * EXCLUDE (change, first_group), first_group AS duplicate_group_id, true AS is_canonical, ? AS run_id
        FROM arriving JOIN first_groups USING (content_hash)
        """,
        [run_id],
    )
    for table in SPAN_TABLES:
        con.execute(f"INSERT INTO {table} BY NAME FROM staged_{table} SEMI JOIN arriving USING (article_id)")
    if had_some:
        drop_wordings(con)


def mark_canonical(con: duckdb.DuckDBPyConnection) -> None:
    """Of each group of copies the earliest counts, then the longest, then the one with the least id."""
    con.execute("""
        CREATE OR REPLACE TEMP TABLE ranked AS
        SELECT article_id, is_canonical, row_number() OVER (
            PARTITION BY duplicate_group_id
            ORDER BY coalesce(published_at, published_local AT TIME ZONE 'UTC') NULLS LAST, word_count DESC, article_id
        ) = 1 AS should_be
        FROM articles SEMI JOIN touched_groups USING (duplicate_group_id)
    """)
    con.execute("DELETE FROM ranked WHERE is_canonical = should_be")
    if con.execute("SELECT count(*) FROM ranked").fetchone() != (0,):
        con.execute("""
            UPDATE articles SET is_canonical = NOT is_canonical WHERE article_id IN (SELECT article_id FROM ranked)
        """)


def sum_up_entities(con: duckdb.DuckDBPyConnection) -> None:
    """Sum up the touched entities anew from what the articles say of them, so that order never matters."""
    if con.execute("SELECT count(*) FROM touched_entities").fetchone() == (0,):
        return
    con.execute("DELETE FROM entities WHERE entity_id IN (SELECT entity_id FROM touched_entities)")
    con.execute("""
        INSERT INTO entities BY NAME
        WITH named AS (
            SELECT
                entity_id, local_id = entity_id AS is_own, name, label, country_code,
                given_name, family_name, name_suffix,
                bool_or(list_contains(forms, family_name)) AS is_borne_out,
                count(*) AS articles
            FROM local_entities SEMI JOIN touched_entities USING (entity_id)
            GROUP BY ALL
        ),
        counted AS (
            SELECT *, sum(articles) OVER (PARTITION BY entity_id, is_own, name, label) AS name_articles FROM named
        ),
        best AS (
            SELECT entity_id, name, label, country_code, given_name, family_name, name_suffix
            FROM counted
            QUALIFY row_number() OVER (
                PARTITION BY entity_id
                -- A name of its own before one that was linked to it: 'Ann Lee' before the more frequent 'Lee'. Of two
                -- ways to part the same name, that which an article bears out by printing the family name alone.
                ORDER BY
                    is_own DESC, name_articles DESC, length(name) DESC, name, label,
                    is_borne_out DESC, articles DESC, family_name
            ) = 1
        ),
        called AS (
            SELECT coalesce(target_id, entity_id) AS entity_id, arg_max(name, (decided_at, decision_id)) AS name
            FROM entity_decisions WHERE name IS NOT NULL
            GROUP BY ALL
        ),
        seen AS (
            SELECT
                m.entity_id,
                list_sort(list(DISTINCT m.text)) AS aliases,
                count(*) AS mention_count,
                count(DISTINCT m.article_id) AS article_count,
                min(coalesce(a.published_at, a.published_local AT TIME ZONE 'UTC')) AS first_seen_at,
                max(coalesce(a.published_at, a.published_local AT TIME ZONE 'UTC')) AS last_seen_at
            FROM mentions AS m
            SEMI JOIN touched_entities USING (entity_id)
            JOIN articles AS a USING (article_id)
            GROUP BY m.entity_id
        )
        SELECT
            best.* REPLACE (
                coalesce(called.name, listed.name, best.name) AS name,
                coalesce(listed.label, best.label) AS label
            ),
            coalesce(listed.external_ids, []) AS external_ids,
            coalesce(seen.aliases, []) AS aliases,
            coalesce(seen.mention_count, 0) AS mention_count,
            coalesce(seen.article_count, 0) AS article_count,
            seen.first_seen_at,
            seen.last_seen_at
        FROM best
        LEFT JOIN seen USING (entity_id)
        LEFT JOIN called USING (entity_id)
        LEFT JOIN listed_entities AS listed USING (entity_id)
    """)


def _replace_files(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    con.execute("DELETE FROM files WHERE source_uri IN (SELECT source_uri FROM staged_files)")
    con.execute("INSERT INTO files BY NAME SELECT *, ? AS run_id FROM staged_files", [run_id])
    con.execute("""
        DELETE FROM unfinished_files
        WHERE source_uri IN (SELECT source_uri FROM staged_files UNION SELECT source_uri FROM staged_unfinished_files)
    """)
    con.execute("INSERT INTO unfinished_files BY NAME FROM staged_unfinished_files")
    con.execute("DELETE FROM rejects WHERE file_uri IN (SELECT source_uri FROM staged_files)")
    con.execute("INSERT INTO rejects BY NAME SELECT *, ? AS run_id FROM staged_rejects", [run_id])
