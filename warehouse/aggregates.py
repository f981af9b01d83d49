"""Aggregates over articles: which of a group of copies is canonical, and the counts and dates of an entity.

Such rows follow from all articles of a group, or with an entity, so that the order in which articles come and go
never matters. Whoever changes articles notes in a :class:`Touched` what is to be summed up anew, which is done at the
end.
"""

from collections.abc import Sequence

import duckdb


class Touched:
    """Groups of copies and entities whose articles came, changed or left in the open transaction.

    They are kept in the temporary tables ``touched_groups`` and ``touched_entities`` of the connection, as there may be
    as many as a lake has; a new object begins with none.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        con.execute("CREATE OR REPLACE TEMP TABLE touched_groups (duplicate_group_id VARCHAR)")
        con.execute("CREATE OR REPLACE TEMP TABLE touched_entities (entity_id VARCHAR)")

    def add_groups(self, query: str) -> None:
        """Note the groups of copies whose ids a ``query`` gives."""
        self._con.execute(f"INSERT INTO touched_groups {query}")

    def add_entities(self, query: str, values: Sequence[object] = ()) -> None:
        """Note the entities whose ids a ``query`` gives."""
        self._con.execute(f"INSERT INTO touched_entities {query}", list(values))

    def sum_up(self) -> None:
        """Sum up what was noted from what the tables hold now."""
        mark_canonical(self._con)
        sum_up_entities(self._con)


def mark_canonical(con: duckdb.DuckDBPyConnection) -> None:
    """Of each touched group of copies the earliest counts, then the longest, then the one with the least id."""
    if con.execute("SELECT count(*) FROM touched_groups").fetchone() == (0,):
        return
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
    """Sum up the touched entities anew from what the articles say of them."""
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
            SELECT
                *,
                sum(articles) OVER (PARTITION BY entity_id, is_own, name, label) AS name_articles,
                name = upper(name) AND (label = 'PERSON' OR contains(name, ' ')) AS is_in_capitals
            FROM named
        ),
        best AS (
            SELECT entity_id, name, label, country_code, given_name, family_name, name_suffix
            FROM counted
            QUALIFY row_number() OVER (
                PARTITION BY entity_id
                -- A name of its own before one that was linked to it: 'Ann Lee' before the more frequent 'Lee'. In
                -- capitals ('ANN LEE') headlines and labels of transcripts print it; 'NATO' may be the name. Of two
                -- ways to part the same name, that which an article bears out by printing the family name alone.
                ORDER BY
                    is_own DESC, is_in_capitals, name_articles DESC, length(name) DESC, name, label,
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
