"""Putting a staged batch into the lake: all of its rows in one transaction.

A staged batch is a folder with one Parquet file per table (:data:`STAGED_TABLES`), in which no article stands
twice. DuckLake keeps no primary keys, so they are kept here: whatever the batch brings replaces the rows of the same
articles and files.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

import duckdb

from schemas.ids import ID_LENGTH
from schemas.literals import quote_literal
from schemas.vocabulary import FileStatus
from warehouse import changed_identities, withdraw
from warehouse.aggregates import Touched
from warehouse.arrivals import CommitCounts, classify
from warehouse.removal import SPAN_TABLES, take_off_files
from warehouse.runs import tag_snapshot
from warehouse.transactions import run_with_retries
from warehouse.tuning import tune
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

NOTHING: Mapping[str, int] = MappingProxyType({})


def commit_batch(
    con: duckdb.DuckDBPyConnection, batch: Path, run_id: str, message: str, passed_over: Mapping[str, int] = NOTHING
) -> CommitCounts:
    """Commit the staged ``batch`` to the lake that ``con`` has open for writing.

    Readers see all of it or nothing. A catalog locked by a reader is tried again for some seconds. What the run
    ``passed_over`` before, by column of ``runs``, is told with the snapshot, should the run be killed.

    Raises:
        LakeError: the transaction failed; the lake is as it was.
    """
    tune(con)
    return run_with_retries(con, lambda: _commit_once(con, batch, run_id, message, passed_over), f"batch {batch.name}")


def _commit_once(
    con: duckdb.DuckDBPyConnection, batch: Path, run_id: str, message: str, passed_over: Mapping[str, int]
) -> CommitCounts:
    for table in STAGED_TABLES:
        staged = quote_literal(str(batch / f"{table}.parquet"))
        con.execute(f"CREATE OR REPLACE TEMP TABLE staged_{table} AS FROM read_parquet({staged})")
    _keep_out_forgotten(con)
    ends_files = _is_any_staged(con, "files", "unfinished_files", "rejects", "withdrawals")
    if ends_files:
        withdraw.take_in(con, run_id)
    has_withdrawals = withdraw.are_any(con)
    if has_withdrawals:
        withdraw.keep_out(con)
    counts = classify(con)
    touched = Touched(con)
    had_some = bool(counts.articles_revised or counts.articles_refreshed)
    if counts.articles_new or had_some:
        _replace_articles(con, run_id, touched, had_some=had_some)
    if has_withdrawals:
        withdraw.take_out(con, touched)
    if ends_files:
        changed_identities.take_out(con, touched)
    touched.sum_up()
    if ends_files:
        _replace_files(con, run_id)
    tag_snapshot(con, run_id, message, Counter(asdict(counts)) + Counter(passed_over))
    return counts


def _is_any_staged(con: duckdb.DuckDBPyConnection, *tables: str) -> bool:
    """Whether there are rows for any of the tables: on an empty one of the lake, too, each statement costs."""
    counts = (con.execute(f"SELECT count(*) FROM staged_{table}").fetchone() for table in tables)
    return any(count != (0,) for count in counts)


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


def _replace_articles(con: duckdb.DuckDBPyConnection, run_id: str, touched: Touched, *, had_some: bool) -> None:
    """Put in what arrives. If the lake ``had_some`` of the articles, their rows make way and leave much to decide."""
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE first_groups AS  -- until `flows.copies` decides: that of an equal text
        SELECT
            arriving.content_hash,
            coalesce(min(old.duplicate_group_id), arriving.content_hash[:{ID_LENGTH}]) AS first_group
        FROM arriving LEFT JOIN articles AS old USING (content_hash)
        GROUP BY arriving.content_hash
    """)
    _note_touched(con, touched)
    left = leave_undecided(con, "articles SEMI JOIN arriving USING (article_id)") if had_some else None
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
    if left:
        drop_wordings(con, left)


def _note_touched(con: duckdb.DuckDBPyConnection, touched: Touched) -> None:
    """Note the groups and entities whose sums change, and the names that must be linked anew; before rows make way."""
    touched.add_groups("""
        SELECT duplicate_group_id FROM articles SEMI JOIN arriving USING (article_id)
        UNION SELECT first_group FROM first_groups
    """)
    touched.add_entities("""
        SELECT entity_id FROM local_entities SEMI JOIN arriving USING (article_id)
        UNION SELECT entity_id FROM staged_local_entities SEMI JOIN arriving USING (article_id)
    """)
    # Who is who depends on all articles of a block of names: those that lose or gain a name are to be linked anew.
    con.execute("""
        INSERT INTO unlinked_blocks
        SELECT block FROM local_entities SEMI JOIN arriving USING (article_id)
        UNION SELECT block FROM staged_local_entities SEMI JOIN arriving USING (article_id)
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
