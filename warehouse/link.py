"""Writing down who is who across the corpus, once it has been decided."""

from collections.abc import Collection

import duckdb
import polars as pl

from warehouse.aggregates import Touched
from warehouse.runs import tag_snapshot
from warehouse.transactions import run_with_retries


def unlinked(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The local entities of every block that changed since it was last linked: all there are, old ones too.

    Columns: ``article_id``, ``local_id``, ``name``, ``label``, ``roles``, ``forms``.
    """
    return con.execute("""
        SELECT article_id, local_id, name, label, roles, forms
        FROM local_entities SEMI JOIN unlinked_blocks USING (block)
        ORDER BY article_id, local_id
    """).pl()


def link(con: duckdb.DuckDBPyConnection, meanings: pl.DataFrame, run_id: str) -> int:
    """Make every local entity of the changed blocks mean what ``meanings`` says, in one transaction.

    ``meanings`` has the columns ``article_id``, ``local_id``, ``entity_id`` and ``reason``; a local entity without a
    row means what its own name says. Mentions, quotes and entities follow, and what meant something else before is
    recorded in ``entity_changes``. Gives the number of local entities that changed their meaning.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """

    def work() -> int:
        tag_snapshot(con, run_id, "link")
        changed = relink(con, meanings, "unlinked_blocks", run_id)
        con.execute("DELETE FROM unlinked_blocks")
        return changed

    return run_with_retries(con, work, "the links between entities")


def relink(
    con: duckdb.DuckDBPyConnection, meanings: pl.DataFrame, blocks: str, run_id: str, also_touched: Collection[str] = ()
) -> int:
    """Make the local entities of the table ``blocks`` mean what ``meanings`` says, inside a transaction.

    Entities ``also_touched`` are summed up anew in any case. Else as :func:`link`.
    """
    con.register("meanings", meanings.to_arrow())
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE relinked AS
        SELECT
            ours.article_id,
            ours.local_id,
            ours.entity_id AS old_entity_id,
            coalesce(said.entity_id, ours.local_id) AS new_entity_id,
            said.reason
        FROM local_entities AS ours
        SEMI JOIN {blocks} USING (block)
        LEFT JOIN meanings AS said ON said.article_id = ours.article_id AND said.local_id = ours.local_id
        WHERE ours.entity_id <> coalesce(said.entity_id, ours.local_id)
    """)
    row = con.execute("SELECT count(*) FROM relinked").fetchone()
    changed = int(row[0]) if row else 0
    if changed:
        _follow(con, run_id)
    touched = Touched(con)
    touched.add_entities("SELECT old_entity_id FROM relinked UNION SELECT new_entity_id FROM relinked")
    touched.add_entities("SELECT unnest(?::VARCHAR[])", [list(also_touched)])
    touched.sum_up()
    return changed


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
    con.execute("""
        UPDATE quotes SET co_speaker_entity_ids = meant.entity_ids
        FROM (
            SELECT quote_id, list(coalesce(relinked.new_entity_id, others.entity_id) ORDER BY place) AS entity_ids
            FROM (
                SELECT
                    quote_id,
                    article_id,
                    unnest(co_speaker_local_ids) AS local_id,
                    unnest(co_speaker_entity_ids) AS entity_id,
                    generate_subscripts(co_speaker_local_ids, 1) AS place
                FROM quotes SEMI JOIN relinked USING (article_id)
            ) AS others
            LEFT JOIN relinked USING (article_id, local_id)
            GROUP BY quote_id
            HAVING bool_or(relinked.new_entity_id IS NOT NULL)
        ) AS meant
        WHERE quotes.quote_id = meant.quote_id
    """)
