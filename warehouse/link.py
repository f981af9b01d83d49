"""Writing down who is who across the corpus, once it has been decided."""

import duckdb
import polars as pl

from warehouse.commit import sum_up_entities
from warehouse.durable import retried
from warehouse.runs import say


def unlinked(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The local entities of every block that changed since it was last linked: all there are, old ones too.

    Columns: ``article_id``, ``local_id``, ``name``, ``label``, ``roles``, ``forms``.
    """
    return con.execute("""
        SELECT article_id, local_id, name, label, roles, forms
        FROM local_entities SEMI JOIN unlinked_blocks USING (block)
        ORDER BY article_id, local_id
    """).pl()


def link(con: duckdb.DuckDBPyConnection, decisions: pl.DataFrame, run_id: str) -> int:
    """Make every local entity of the changed blocks mean what ``decisions`` says, in one transaction.

    ``decisions`` has the columns ``article_id``, ``local_id``, ``entity_id`` and ``reason``; a local entity without a
    row means what its own name says. Mentions, quotes and entities follow, and what meant something else before is
    recorded in ``entity_changes``. Gives the number of local entities that changed their meaning.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    return retried(con, lambda: _link_once(con, decisions, run_id), "the links between entities")


def _link_once(con: duckdb.DuckDBPyConnection, decisions: pl.DataFrame, run_id: str) -> int:
    con.register("decisions", decisions.to_arrow())
    say(con, run_id, "link")
    con.execute("""
        CREATE OR REPLACE TEMP TABLE relinked AS
        SELECT
            ours.article_id,
            ours.local_id,
            ours.entity_id AS old_entity_id,
            coalesce(said.entity_id, ours.local_id) AS new_entity_id,
            said.reason
        FROM local_entities AS ours
        SEMI JOIN unlinked_blocks USING (block)
        LEFT JOIN decisions AS said ON said.article_id = ours.article_id AND said.local_id = ours.local_id
        WHERE ours.entity_id <> coalesce(said.entity_id, ours.local_id)
    """)
    changed = con.execute("SELECT count(*) FROM relinked").fetchone()
    if changed and changed[0]:
        _follow(con, run_id)
    con.execute("DELETE FROM unlinked_blocks")
    return int(changed[0]) if changed else 0


def _follow(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    con.execute(
        """
        INSERT INTO entity_changes BY NAME
        SELECT ? AS run_id, relinked.*
        FROM relinked JOIN articles USING (article_id)
        WHERE articles.run_id <> ?  -- what this run brought had no meaning before
        """,
        [run_id, run_id],
    )
    con.execute("""
        CREATE OR REPLACE TEMP TABLE touched_entities AS
        SELECT old_entity_id AS entity_id FROM relinked UNION SELECT new_entity_id FROM relinked
    """)
    for table, local_id, entity_id in (
        ("mentions", "local_id", "entity_id"),
        ("quotes", "speaker_local_id", "speaker_entity_id"),
        ("local_entities", "local_id", "entity_id"),
    ):
        reason = ", link_reason = relinked.reason" if table == "local_entities" else ""
        con.execute(f"""
            UPDATE {table} SET {entity_id} = relinked.new_entity_id{reason}
            FROM relinked
            WHERE {table}.article_id = relinked.article_id AND {table}.{local_id} = relinked.local_id
        """)
    sum_up_entities(con)
