"""Which articles are copies: finding texts that overlap by their fingerprints, and writing down what was judged.

Both are joins in DuckDB over the table ``fingerprints``, which never is in Python's memory. A search costs a few scans
of that table, whatever number of new texts it is for.
"""

from dataclasses import dataclass

import duckdb
import polars as pl

from warehouse.commit import mark_canonical, retried

_SLICE = 1_000
"""New texts that are compared in one go; the rest waits, so that what is in memory has a bound."""

_FREQUENT = 200
"""Texts from which a hash is too frequent to find candidates by: a standing phrase, or a story that all have."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A slice of new wordings, and how much each overlaps with others.

    ``overlaps`` has the columns ``prose_hash``, ``other_hash`` (which sorts after it), ``shared``, ``size`` and
    ``other_size``, in hashes that both texts would have kept.
    """

    wordings: list[str]
    overlaps: pl.DataFrame


def compare_next(con: duckdb.DuckDBPyConnection, least: float) -> Comparison | None:
    """Compare new wordings that wait for it with all there are; None if none waits.

    Every pair in which at least the share ``least`` of the smaller text is in the larger one is among the overlaps,
    whichever of the two came first.
    """
    rows = con.execute(
        """
        SELECT prose_hash FROM fingerprints
        WHERE prose_hash IN (SELECT prose_hash FROM undecided_copies)
        ORDER BY prose_hash LIMIT ?
        """,
        [_SLICE],
    ).fetchall()
    if not rows:
        return None
    wordings = [prose_hash for (prose_hash,) in rows]
    _find_candidates(con, wordings, least)
    overlaps = con.execute(
        """
        SELECT
            least(one.prose_hash, other.prose_hash) AS prose_hash,
            greatest(one.prose_hash, other.prose_hash) AS other_hash,
            len(list_intersect(one.hashes, other.hashes)) AS shared,
            CASE WHEN one.prose_hash < other.prose_hash THEN size ELSE other_size END AS size,
            CASE WHEN one.prose_hash < other.prose_hash THEN other_size ELSE size END AS other_size
        FROM candidates
        JOIN fingerprints AS one ON one.rowid = candidates.one
        JOIN fingerprints AS other ON other.rowid = candidates.other
        WHERE shared >= $least * least(size, other_size)
        """,
        {"least": least},
    ).pl()
    return Comparison(wordings, overlaps.unique(["prose_hash", "other_hash"]).sort("prose_hash", "other_hash"))


def _find_candidates(con: duckdb.DuckDBPyConnection, wordings: list[str], least: float) -> None:
    """Make the table ``candidates``: pairs (``one``, ``other``) of row ids that may overlap enough, with their sizes.

    Most pairs of texts share some phrase; so only hashes that few texts have bring a pair together. No pair is lost
    by that: two texts can't have more frequent hashes in common than each of them has, and where these alone could
    be enough, the pair is brought together by them after all. Which hashes count as frequent hence changes what is
    looked at, never what is found.
    """
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE fresh AS
        SELECT rowid AS id, unnest(hashes) AS hash FROM fingerprints
        WHERE prose_hash IN (SELECT unnest(?::VARCHAR[]))
        """,
        [wordings],
    )
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE frequent AS
        SELECT hash FROM (SELECT unnest(hashes) AS hash FROM fingerprints) SEMI JOIN fresh USING (hash)
        GROUP BY hash HAVING count(*) > ?
        """,
        [_FREQUENT],
    )
    con.execute("""
        CREATE OR REPLACE TEMP TABLE commonplace AS  -- how many frequent hashes a text has
        SELECT id, count(*) AS frequent
        FROM (SELECT rowid AS id, unnest(hashes) AS hash FROM fingerprints) SEMI JOIN frequent USING (hash)
        GROUP BY id
    """)
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE candidates AS
        WITH kept AS (SELECT rowid AS id, unnest(hashes) AS hash FROM fingerprints),
        sizes AS (SELECT rowid AS id, runs, sampled, len(hashes) = runs AS is_whole FROM fingerprints),
        few AS (  -- texts whose frequent hashes alone could be enough
            SELECT id, frequent FROM commonplace JOIN sizes USING (id) WHERE frequent >= $least * sampled
        ),
        met AS (
            SELECT fresh.id AS one, kept.id AS other, count(*) AS seldom
            FROM fresh JOIN kept USING (hash)
            WHERE fresh.id <> kept.id AND hash NOT IN (FROM frequent)
            GROUP BY ALL
            UNION ALL
            SELECT DISTINCT fresh.id, kept.id, 0
            FROM fresh JOIN kept USING (hash) JOIN frequent USING (hash)
            WHERE fresh.id <> kept.id AND (fresh.id IN (SELECT id FROM few) OR kept.id IN (SELECT id FROM few))
        )
        SELECT
            one,
            other,
            CASE WHEN a.is_whole AND b.is_whole THEN a.runs ELSE a.sampled END AS size,
            CASE WHEN a.is_whole AND b.is_whole THEN b.runs ELSE b.sampled END AS other_size
        FROM met
        JOIN sizes AS a ON a.id = one
        JOIN sizes AS b ON b.id = other
        LEFT JOIN commonplace AS of_one ON of_one.id = one
        LEFT JOIN commonplace AS of_other ON of_other.id = other
        GROUP BY ALL
        HAVING least(size, other_size) > 0 AND
            max(seldom) + least(coalesce(any_value(of_one.frequent), 0), coalesce(any_value(of_other.frequent), 0))
            >= $least * least(size, other_size)
        """,
        {"least": least},
    )


def record(con: duckdb.DuckDBPyConnection, wordings: list[str], alike: pl.DataFrame, run_id: str) -> None:
    """Write down which texts are alike, and that ``wordings`` are compared, in one transaction.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    retried(con, lambda: _record_once(con, wordings, alike, run_id), "the comparison of texts")


def _record_once(con: duckdb.DuckDBPyConnection, wordings: list[str], alike: pl.DataFrame, run_id: str) -> None:
    con.register("judged", alike.to_arrow())
    con.begin()
    con.execute("CALL lake.set_commit_message('copydesk', ?)", [f"run {run_id}: compare texts"])
    # A pair of two new texts of different slices is found from both of them.
    con.execute("INSERT INTO alike BY NAME FROM judged ANTI JOIN alike USING (prose_hash, other_hash)")
    con.execute("UPDATE undecided_copies SET prose_hash = NULL WHERE prose_hash IN (SELECT unnest(?))", [wordings])
    con.commit()
    con.unregister("judged")


def edges(con: duckdb.DuckDBPyConnection) -> pl.DataFrame | None:
    """Pairs of wordings (``prose_hash``, ``other_hash``) that hold the undecided groups together; None if there are none.

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

    ``components`` has the columns ``prose_hash`` and ``component``; a wording without a row is a group of its own. A group
    is named by the least content hash in it. Gives the number of articles that changed their group.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    return retried(con, lambda: _regroup_once(con, components, run_id), "the groups of copies")


def _regroup_once(con: duckdb.DuckDBPyConnection, components: pl.DataFrame, run_id: str) -> int:
    con.register("found_components", components.to_arrow())
    con.begin()
    con.execute("CALL lake.set_commit_message('copydesk', ?)", [f"run {run_id}: copies"])
    con.execute("""
        CREATE OR REPLACE TEMP TABLE regrouped AS
        SELECT
            article_id,
            duplicate_group_id AS old_group,
            min(content_hash) OVER (PARTITION BY coalesce(component, wording))[:20] AS new_group
        FROM members LEFT JOIN found_components ON prose_hash = wording
    """)
    con.execute("""
        CREATE OR REPLACE TEMP TABLE touched_groups AS
        SELECT old_group AS duplicate_group_id FROM regrouped UNION SELECT new_group FROM regrouped
    """)
    changed = con.execute("SELECT count(*) FROM regrouped WHERE old_group <> new_group").fetchone()
    if changed and changed[0]:
        con.execute("""
            UPDATE articles SET duplicate_group_id = new_group
            FROM regrouped WHERE regrouped.article_id = articles.article_id AND old_group <> new_group
        """)
    mark_canonical(con)
    con.execute("DELETE FROM undecided_copies")
    con.commit()
    con.unregister("found_components")
    return int(changed[0]) if changed else 0


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
    con.begin()
    con.execute("CALL lake.set_commit_message('copydesk', ?)", [f"run {run_id}: fingerprints"])
    con.execute("""
        INSERT INTO undecided_copies BY NAME
        SELECT duplicate_group_id, told_prose.prose_hash FROM articles JOIN told_prose USING (article_id)
    """)
    con.execute("""
        UPDATE articles SET prose_hash = told_prose.prose_hash
        FROM told_prose WHERE told_prose.article_id = articles.article_id
    """)
    con.execute("INSERT INTO fingerprints BY NAME FROM told_fingerprints ANTI JOIN fingerprints USING (prose_hash)")
    con.commit()
