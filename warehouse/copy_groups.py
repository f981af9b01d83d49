"""Groups of copies: the pairs that connect their members, and writing down which article is in which."""

import duckdb
import polars as pl

from schemas.ids import ID_LENGTH
from warehouse.aggregates import Touched
from warehouse.runs import tag_snapshot
from warehouse.transactions import run_with_retries


def edges(con: duckdb.DuckDBPyConnection) -> pl.DataFrame | None:
    """Pairs of wordings (``prose_hash``, ``other_hash``) that hold the undecided groups together; None if no group is.

    Makes the table ``members``: all articles of the groups that are undecided or are connected with one that is. A
    group that isn't undecided has no connection but to those, so one step leads to all.
    """
    undecided = con.execute("SELECT count(*) FROM undecided_copies").fetchone()
    if undecided == (0,):
        return None
    con.execute("""
        CREATE OR REPLACE TEMP TABLE members AS
        WITH texts AS (
            SELECT article_id, content_hash, coalesce(prose_hash, content_hash) AS wording, duplicate_group_id
            FROM articles
        ),
        own AS (FROM texts SEMI JOIN undecided_copies USING (duplicate_group_id)),
        near AS (
            SELECT wording FROM own
            UNION SELECT other_hash FROM alike JOIN own ON prose_hash = wording WHERE likeness = 'copy'
            UNION SELECT prose_hash FROM alike JOIN own ON other_hash = wording WHERE likeness = 'copy'
        ),
        connected AS (
            SELECT duplicate_group_id FROM own
            UNION SELECT duplicate_group_id FROM texts SEMI JOIN near USING (wording)
            UNION SELECT duplicate_group_id FROM texts SEMI JOIN own USING (content_hash)
        )
        FROM texts SEMI JOIN connected USING (duplicate_group_id)
    """)
    return con.execute("""
        SELECT prose_hash, other_hash FROM alike
        WHERE likeness = 'copy' AND prose_hash IN (SELECT wording FROM members)
        UNION
        -- One content read by two readers, who differ in what the body is.
        SELECT min(wording) OVER (PARTITION BY content_hash), wording FROM members
        QUALIFY min(wording) OVER (PARTITION BY content_hash) <> wording
        ORDER BY ALL
    """).pl()


def regroup(con: duckdb.DuckDBPyConnection, components: pl.DataFrame, run_id: str) -> int:
    """Put the articles that :func:`edges` looked at into groups, in one transaction.

    ``components`` has the columns ``prose_hash`` and ``component``; a wording without a row is a group of its own. A
    group is named by the least content hash in it. Gives the number of articles that changed their group.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    return run_with_retries(con, lambda: _regroup_once(con, components, run_id), "the groups of copies")


def _regroup_once(con: duckdb.DuckDBPyConnection, components: pl.DataFrame, run_id: str) -> int:
    con.register("found_components", components.to_arrow())
    tag_snapshot(con, run_id, "copies")
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE regrouped AS
        SELECT
            article_id,
            duplicate_group_id AS old_group,
            min(content_hash) OVER (PARTITION BY coalesce(component, wording))[:{ID_LENGTH}] AS new_group
        FROM members LEFT JOIN found_components ON prose_hash = wording
    """)
    touched = Touched(con)
    touched.add_groups("SELECT old_group FROM regrouped UNION SELECT new_group FROM regrouped")
    changed = con.execute("SELECT count(*) FROM regrouped WHERE old_group <> new_group").fetchone()
    if changed and changed[0]:
        con.execute("""
            UPDATE articles SET duplicate_group_id = new_group
            FROM regrouped WHERE regrouped.article_id = articles.article_id AND old_group <> new_group
        """)
    touched.sum_up()
    con.execute("DELETE FROM undecided_copies")
    con.unregister("found_components")
    return int(changed[0]) if changed else 0
