"""Wordings of articles: what leaves with the last article that has one, and fingerprints that old articles lack."""

import duckdb
import polars as pl

from warehouse.runs import tag_snapshot
from warehouse.transactions import run_with_retries


def leave_undecided(con: duckdb.DuckDBPyConnection, leaving: str) -> str:
    """Note what articles (the rows of ``leaving``) leave behind: groups to be decided anew, wordings that may go.

    Gives the name of a table of these wordings, for :func:`drop_wordings`, once the articles have left.
    """
    con.execute(f"INSERT INTO undecided_copies SELECT DISTINCT duplicate_group_id, NULL FROM {leaving}")
    con.execute(f"CREATE OR REPLACE TEMP TABLE left_wordings AS SELECT DISTINCT prose_hash FROM {leaving}")
    return "left_wordings"


def drop_wordings(con: duckdb.DuckDBPyConnection, left: str) -> None:
    """Drop what is known of the wordings in the table ``left`` that no article has any more."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE gone AS FROM {left} ANTI JOIN articles USING (prose_hash)")
    if con.execute("SELECT count(prose_hash) FROM gone").fetchone() == (0,):
        return
    con.execute("DELETE FROM fingerprints WHERE prose_hash IN (FROM gone)")
    con.execute("DELETE FROM alike WHERE prose_hash IN (FROM gone) OR other_hash IN (FROM gone)")


def without_prose(con: duckdb.DuckDBPyConnection, most: int) -> tuple[pl.DataFrame, pl.DataFrame] | None:
    """Some articles that an older version wrote without a ``prose_hash``, and their blocks; None if there are none."""
    articles = con.execute(
        "SELECT article_id, content_hash FROM articles WHERE prose_hash IS NULL ORDER BY article_id LIMIT ?", [most]
    ).pl()
    if articles.is_empty():
        return None
    blocks = con.execute(
        "SELECT article_id, block_index, kind, text FROM blocks WHERE article_id IN (SELECT unnest(?::VARCHAR[]))",
        [articles["article_id"].to_list()],
    ).pl()
    return articles, blocks


def add_prose(con: duckdb.DuckDBPyConnection, prose: pl.DataFrame, fingerprints: pl.DataFrame, run_id: str) -> None:
    """Give articles that are in the lake their ``prose_hash`` (``article_id``, ``prose_hash``), in one transaction.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    run_with_retries(con, lambda: _add_prose_once(con, prose, fingerprints, run_id), "the fingerprints")


def _add_prose_once(
    con: duckdb.DuckDBPyConnection, prose: pl.DataFrame, fingerprints: pl.DataFrame, run_id: str
) -> None:
    con.register("told_prose", prose.to_arrow())
    con.register("told_fingerprints", fingerprints.to_arrow())
    tag_snapshot(con, run_id, "fingerprints")
    con.execute("""
        INSERT INTO undecided_copies BY NAME
        SELECT duplicate_group_id, told_prose.prose_hash FROM articles JOIN told_prose USING (article_id)
    """)
    con.execute("""
        UPDATE articles SET prose_hash = told_prose.prose_hash
        FROM told_prose WHERE told_prose.article_id = articles.article_id
    """)
    con.execute("INSERT INTO fingerprints BY NAME FROM told_fingerprints ANTI JOIN fingerprints USING (prose_hash)")
