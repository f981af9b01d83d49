"""Kill notices: what a provider took back leaves the current tables, and is kept out of them.

Earlier snapshots still hold it; ``copydesk forget`` is for what must be gone from them, too.
"""

import duckdb

from schemas.vocabulary import FileStatus
from warehouse.aggregates import Touched
from warehouse.removal import remove, take_off_files

_HOLDS = "(w.withdrawn_at IS NULL OR coalesce(a.modified_at, a.published_at, w.withdrawn_at) <= w.withdrawn_at)"
"""A version given after the notice is a new one: it stands."""


def take_in(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Make the staged notices those of their files, in the open transaction."""
    con.execute("DELETE FROM withdrawals WHERE file_uri IN (SELECT source_uri FROM staged_files)")
    con.execute("INSERT INTO withdrawals BY NAME SELECT DISTINCT *, ? AS run_id FROM staged_withdrawals", [run_id])


def are_any(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the lake has any notices."""
    return con.execute("SELECT count(*) FROM withdrawals").fetchone() != (0,)


def keep_out(con: duckdb.DuckDBPyConnection) -> None:
    """Drop staged articles that were taken back."""
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE kept_out AS
        SELECT DISTINCT article_id FROM staged_articles AS a JOIN withdrawals AS w USING (article_id) WHERE {_HOLDS}
    """)
    con.execute("DELETE FROM staged_articles WHERE article_id IN (SELECT article_id FROM kept_out)")
    _account(con, "staged_files", "kept_out")


def take_out(con: duckdb.DuckDBPyConnection, touched: Touched) -> None:
    """Remove articles of the lake that were taken back, with their spans, and note what they ``touched``."""
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE taken_out AS
        SELECT DISTINCT article_id FROM articles AS a JOIN withdrawals AS w USING (article_id) WHERE {_HOLDS}
    """)
    if con.execute("SELECT count(*) FROM taken_out").fetchone() == (0,):
        return
    remove(con, "taken_out", touched)
    _account(con, "files", "taken_out")


def _account(con: duckdb.DuckDBPyConnection, files: str, table: str) -> None:
    gone = [article_id for (article_id,) in con.execute(f"SELECT article_id FROM {table}").fetchall()]
    take_off_files(con, files, gone, FileStatus.WITHDRAWN)
