"""Fingerprints for articles that a version without them wrote."""

import duckdb
import polars as pl

from warehouse.durable import retried
from warehouse.runs import say


def without_prose(con: duckdb.DuckDBPyConnection, most: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Some articles that an older version wrote without a ``prose_hash``, and their blocks."""
    articles = con.execute(
        "SELECT article_id, content_hash FROM articles WHERE prose_hash IS NULL ORDER BY article_id LIMIT ?", [most]
    ).pl()
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
    retried(con, lambda: _add_prose_once(con, prose, fingerprints, run_id), "the fingerprints")


def _add_prose_once(
    con: duckdb.DuckDBPyConnection, prose: pl.DataFrame, fingerprints: pl.DataFrame, run_id: str
) -> None:
    con.register("told_prose", prose.to_arrow())
    con.register("told_fingerprints", fingerprints.to_arrow())
    say(con, run_id, "fingerprints")
    con.execute("""
        INSERT INTO undecided_copies BY NAME
        SELECT duplicate_group_id, told_prose.prose_hash FROM articles JOIN told_prose USING (article_id)
    """)
    con.execute("""
        UPDATE articles SET prose_hash = told_prose.prose_hash
        FROM told_prose WHERE told_prose.article_id = articles.article_id
    """)
    con.execute("INSERT INTO fingerprints BY NAME FROM told_fingerprints ANTI JOIN fingerprints USING (prose_hash)")
