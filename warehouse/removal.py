"""Removing articles with their spans, and noting what the articles that stay may owe to them."""

from collections.abc import Sequence

import duckdb

from schemas.vocabulary import FileStatus
from warehouse.aggregates import Touched
from warehouse.wordings import drop_wordings, leave_undecided

SPAN_TABLES = ("blocks", "mentions", "local_entities", "quotes")
"""Tables whose rows stand and fall with their article's current revision."""


def remove(con: duckdb.DuckDBPyConnection, leaving: str, touched: Touched, also: Sequence[str] = ()) -> None:
    """Remove the articles in the table ``leaving`` from ``articles``, their spans, and the tables ``also``.

    What is to be summed up anew without them is noted in ``touched``; names and groups of copies are left to be decided
    by the stages that do so.
    """
    touched.add_groups(f"SELECT duplicate_group_id FROM articles SEMI JOIN {leaving} USING (article_id)")
    touched.add_entities(f"""
        SELECT entity_id FROM local_entities SEMI JOIN {leaving} USING (article_id)
        UNION SELECT entity_id FROM mentions SEMI JOIN {leaving} USING (article_id)
    """)
    con.execute(f"""
        INSERT INTO unlinked_blocks SELECT DISTINCT block FROM local_entities SEMI JOIN {leaving} USING (article_id)
    """)
    left = leave_undecided(con, f"articles SEMI JOIN {leaving} USING (article_id)")
    for table in ("articles", *SPAN_TABLES, *also):
        con.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM {leaving})")
    drop_wordings(con, left)


def take_off_files(con: duckdb.DuckDBPyConnection, files: str, gone: Sequence[str], left: FileStatus) -> None:
    """Take the articles ``gone`` off the account of the files, in the table ``files`` or the staged one.

    A file that is left without any has the status ``left``.
    """
    if not gone:
        return
    con.execute(
        f"""
        UPDATE {files} SET
            article_ids = list_filter(article_ids, lambda one: NOT list_contains(?::VARCHAR[], one)),
            status = CASE WHEN status = ? AND list_has_all(?::VARCHAR[], article_ids) THEN ? ELSE status END
        WHERE list_has_any(article_ids, ?::VARCHAR[])
        """,
        [gone, FileStatus.LOADED, gone, left, gone],
    )
