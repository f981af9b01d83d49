"""Kill notices: what a provider took back leaves the current tables, and is kept out of them.

Earlier snapshots still hold it; ``copydesk forget`` is for what must be gone from them, too.
"""

import duckdb

from schemas.vocabulary import FileStatus
from warehouse.wordings import drop_wordings, leave_undecided

_HOLDS = "(w.withdrawn_at IS NULL OR coalesce(a.modified_at, a.published_at, w.withdrawn_at) <= w.withdrawn_at)"
"""A version given after the notice is a new one: it stands."""


def take_in(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Make the staged notices those of their files, in the open transaction."""
    con.execute("DELETE FROM withdrawals WHERE file_uri IN (SELECT source_uri FROM staged_files)")
    con.execute("INSERT INTO withdrawals BY NAME SELECT DISTINCT *, ? AS run_id FROM staged_withdrawals", [run_id])


def keep_out(con: duckdb.DuckDBPyConnection) -> None:
    """Drop staged articles that were taken back."""
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE kept_out AS
        SELECT DISTINCT article_id FROM staged_articles AS a JOIN withdrawals AS w USING (article_id) WHERE {_HOLDS}
    """)
    con.execute("DELETE FROM staged_articles WHERE article_id IN (SELECT article_id FROM kept_out)")
    _account(con, "staged_files", "kept_out")


def take_out(con: duckdb.DuckDBPyConnection, span_tables: tuple[str, ...]) -> bool:
    """Remove articles of the lake that were taken back, with their spans; whether there were any.

    What the rest is summed up from anew is told in the temporary tables ``touched_groups`` and ``touched_entities``,
    as :func:`warehouse.commit.mark_canonical` and :func:`warehouse.commit.sum_up_entities` want it.
    """
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE taken_out AS
        SELECT DISTINCT article_id FROM articles AS a JOIN withdrawals AS w USING (article_id) WHERE {_HOLDS}
    """)
    if con.execute("SELECT count(*) FROM taken_out").fetchone() == (0,):
        return False
    con.execute("""
        CREATE OR REPLACE TEMP TABLE touched_groups AS
        SELECT duplicate_group_id FROM articles SEMI JOIN taken_out USING (article_id)
    """)
    con.execute("""
        CREATE OR REPLACE TEMP TABLE touched_entities AS
        SELECT DISTINCT entity_id FROM local_entities SEMI JOIN taken_out USING (article_id)
        UNION SELECT entity_id FROM mentions SEMI JOIN taken_out USING (article_id)
    """)
    con.execute("""
        INSERT INTO unlinked_blocks SELECT DISTINCT block FROM local_entities SEMI JOIN taken_out USING (article_id)
    """)
    leave_undecided(con, "articles SEMI JOIN taken_out USING (article_id)")
    for table in ("articles", *span_tables):
        con.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM taken_out)")
    drop_wordings(con)
    _account(con, "files", "taken_out")
    return True


def _account(con: duckdb.DuckDBPyConnection, files: str, table: str) -> None:
    """Say of the files that held the articles in ``table`` what became of them."""
    gone = [article_id for (article_id,) in con.execute(f"SELECT article_id FROM {table}").fetchall()]
    if not gone:
        return
    con.execute(
        f"""
        UPDATE {files} SET
            article_ids = list_filter(article_ids, lambda one: NOT list_contains(?::VARCHAR[], one)),
            status = CASE WHEN status = ? AND list_has_all(?::VARCHAR[], article_ids) THEN ? ELSE status END
        WHERE list_has_any(article_ids, ?::VARCHAR[])
        """,
        [gone, FileStatus.LOADED, gone, FileStatus.WITHDRAWN, gone],
    )
