"""Finding texts that overlap, by their fingerprints, and writing down what was judged of them.

Both are joins in DuckDB over the table ``fingerprints``, which never is in Python's memory. A search costs a few scans
of that table for each few thousand new texts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import polars as pl

from warehouse.runs import tag_snapshot
from warehouse.transactions import run_with_retries

_SLICE = 300_000
"""Hashes of new texts (of two thousand articles of 500 words) that are compared in one go; the rest waits, so that
what is in memory has a bound."""

_STOCK = 1_000
"""Texts that may have a run of words in common before it counts no more."""

_COUNTED_AT_ONCE = 1_000_000
"""Hashes that are counted in one go."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A slice of new wordings, and how much each overlaps with others.

    ``overlaps`` has the columns ``prose_hash``, ``other_hash`` (which sorts after it), ``shared``, ``size`` and
    ``other_size``, in hashes that both texts would have kept; ``telling``, those of the shared that are no stock;
    and ``runs`` and ``other_runs`` of the whole texts.
    """

    wordings: list[str]
    overlaps: pl.DataFrame


def take_stock(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Find the runs of words that too many texts have by now, or no longer, in one transaction.

    Pairs are told of texts that share others, too. So those that have a new one are to be judged anew, and all
    texts that have one that no longer is. Thus what is found depends on the texts in the lake alone, and a standing
    line or a filled-in form can't pair all articles with all.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    run_with_retries(con, lambda: _take_stock_once(con, run_id), "the count of stock phrases")


def _take_stock_once(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    if con.execute("SELECT count(*) FROM undecided_copies").fetchone() == (0,):
        return
    _count_stock(con)
    changed = con.execute("SELECT count(*) FROM counted WHERE is_stock <> was_stock").fetchone()
    if changed == (0,):
        return
    tag_snapshot(con, run_id, "stock phrases")
    con.execute("DELETE FROM stock_runs WHERE hash IN (SELECT hash FROM counted WHERE was_stock AND NOT is_stock)")
    con.execute("INSERT INTO stock_runs SELECT hash FROM counted WHERE is_stock AND NOT was_stock")
    con.execute("""
        CREATE OR REPLACE TEMP TABLE again AS
        SELECT DISTINCT prose_hash
        FROM (SELECT prose_hash, unnest(hashes) AS hash FROM fingerprints) JOIN counted USING (hash)
        WHERE is_stock <> was_stock AND (was_stock OR prose_hash IN (SELECT prose_hash FROM alike))
    """)
    con.execute("DELETE FROM alike WHERE prose_hash IN (FROM again) OR other_hash IN (FROM again)")
    con.execute("""
        INSERT INTO undecided_copies
        SELECT DISTINCT duplicate_group_id, prose_hash FROM articles SEMI JOIN again USING (prose_hash)
    """)


def _count_stock(con: duckdb.DuckDBPyConnection) -> None:
    """Make the table ``counted``: stock as it was, and what the texts that are not compared yet may have made stock."""
    con.execute("CREATE OR REPLACE TEMP TABLE counted (hash UINTEGER, is_stock BOOLEAN, was_stock BOOLEAN)")
    fresh = "FROM fingerprints WHERE prose_hash IN (SELECT prose_hash FROM undecided_copies)"
    hashes = con.execute(f"SELECT coalesce(sum(len(hashes)), 0)::BIGINT {fresh}").fetchone()
    parts = 1 + (hashes[0] if hashes else 0) // _COUNTED_AT_ONCE
    for part in range(parts):
        con.execute(
            f"""
            INSERT INTO counted
            WITH asked AS (
                SELECT hash FROM stock_runs WHERE hash % $parts = $part
                UNION
                SELECT hash FROM (SELECT unnest(hashes) AS hash {fresh}) WHERE hash % $parts = $part
            ),
            found AS (
                SELECT hash, count(*) AS texts
                FROM (SELECT unnest(hashes) AS hash FROM fingerprints) SEMI JOIN asked USING (hash)
                WHERE hash % $parts = $part
                GROUP BY hash
            )
            SELECT
                coalesce(found.hash, was.hash),
                coalesce(texts, 0) > $most,
                was.hash IS NOT NULL
            FROM found FULL JOIN (FROM stock_runs WHERE hash % $parts = $part) AS was ON was.hash = found.hash
            WHERE texts > $most OR was.hash IS NOT NULL
            """,
            {"parts": parts, "part": part, "most": _STOCK},
        )


def count_waiting(con: duckdb.DuckDBPyConnection) -> int:
    """How many wordings :func:`compare_next` has still to compare."""
    row = con.execute("""
        SELECT count(*) FROM fingerprints WHERE prose_hash IN (SELECT prose_hash FROM undecided_copies)
    """).fetchone()
    return int(row[0]) if row else 0


def compare_next(con: duckdb.DuckDBPyConnection, least: float) -> Comparison | None:
    """Compare new wordings that wait for it with all there are; None if none waits.

    Every pair in which at least the share ``least`` of the smaller text is in the larger one is among the overlaps,
    whichever of the two came first, but for those that have nothing but stock in common.
    """
    with _as_written(con):
        wordings = _next_waiting(con)
        if not wordings:
            return None
        _gather_candidates(con, wordings, least)
        return Comparison(wordings, _overlaps_of_candidates(con, least))


def _next_waiting(con: duckdb.DuckDBPyConnection) -> list[str]:
    """The wordings to compare next: the first of those that wait, with hashes up to a bounded number."""
    rows = con.execute(
        """
        WITH waiting AS MATERIALIZED (  -- or the window would hold all their hashes
            SELECT prose_hash, len(hashes) AS size FROM fingerprints
            WHERE prose_hash IN (SELECT prose_hash FROM undecided_copies)
        )
        SELECT prose_hash
        FROM (
            SELECT prose_hash, coalesce(sum(size) OVER (
                ORDER BY prose_hash ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ), 0) AS before
            FROM waiting
        )
        WHERE before < ?
        ORDER BY prose_hash
        """,
        [_SLICE],
    ).fetchall()
    return [prose_hash for (prose_hash,) in rows]


def _gather_candidates(con: duckdb.DuckDBPyConnection, wordings: list[str], least: float) -> None:
    """Make the table ``candidates``: pairs of one of ``wordings`` and any other that may overlap enough."""
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE fresh AS
        FROM (
            SELECT rowid AS id, unnest(hashes) AS hash FROM fingerprints
            WHERE prose_hash IN (SELECT unnest(?::VARCHAR[]))
        ) ANTI JOIN stock_runs USING (hash)
        """,
        [wordings],
    )
    con.execute("""
        CREATE OR REPLACE TEMP TABLE met AS
        SELECT fresh.id AS one, kept.id AS other, count(*) AS telling
        FROM (SELECT rowid AS id, unnest(hashes) AS hash FROM fingerprints) AS kept JOIN fresh USING (hash)
        WHERE fresh.id <> kept.id
        GROUP BY ALL
    """)
    # In a table, so that DuckDB knows how few they are and does not gather all hashes of the lake to join them.
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE candidates AS
        WITH
        stock AS (
            SELECT id, count(*) AS stock
            FROM (SELECT rowid AS id, unnest(hashes) AS hash FROM fingerprints) SEMI JOIN stock_runs USING (hash)
            GROUP BY id
        ),
        sizes AS (
            SELECT rowid AS id, runs, sampled, len(hashes) = runs AS is_whole, coalesce(stock, 0) AS stock
            FROM fingerprints LEFT JOIN stock ON stock.id = fingerprints.rowid
        )
        SELECT  -- those that may overlap enough: they have no more stock in common than each of them has
            one,
            other,
            telling,
            CASE WHEN a.is_whole AND b.is_whole THEN a.runs ELSE a.sampled END AS size,
            CASE WHEN a.is_whole AND b.is_whole THEN b.runs ELSE b.sampled END AS other_size
        FROM met JOIN sizes AS a ON a.id = one JOIN sizes AS b ON b.id = other
        WHERE telling + least(a.stock, b.stock) >= $least * least(size, other_size)
        """,
        {"least": least},
    )


def _overlaps_of_candidates(con: duckdb.DuckDBPyConnection, least: float) -> pl.DataFrame:
    """Those ``candidates`` that do overlap enough, by all of their hashes; each pair once."""
    return con.execute(
        """
        WITH texts AS (
            SELECT rowid AS id, prose_hash, runs, hashes FROM fingerprints
            WHERE rowid IN (SELECT one FROM candidates UNION SELECT other FROM candidates)
        )
        SELECT DISTINCT  -- a pair of two new texts was met from both of them
            least(a.prose_hash, b.prose_hash) AS prose_hash,
            greatest(a.prose_hash, b.prose_hash) AS other_hash,
            len(list_intersect(a.hashes, b.hashes)) AS shared,
            telling,
            CASE WHEN a.prose_hash < b.prose_hash THEN size ELSE other_size END AS size,
            CASE WHEN a.prose_hash < b.prose_hash THEN other_size ELSE size END AS other_size,
            CASE WHEN a.prose_hash < b.prose_hash THEN a.runs ELSE b.runs END AS runs,
            CASE WHEN a.prose_hash < b.prose_hash THEN b.runs ELSE a.runs END AS other_runs
        FROM candidates JOIN texts AS a ON a.id = one JOIN texts AS b ON b.id = other
        WHERE shared >= $least * least(size, other_size)
        ORDER BY ALL
        """,
        {"least": least},
    ).pl()


@contextmanager
def _as_written(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Join as it is written: the right side in memory, the left one streamed past.

    DuckDB can't guess how many hashes a list holds, takes the lake's for few, and would keep all of them in memory; for
    the search of what waits it did so once most texts were compared.
    """
    before = con.execute("SELECT current_setting('disabled_optimizers')").fetchone()
    con.execute(f"SET disabled_optimizers = 'join_order,build_side_probe_side,{before[0] if before else ''}'")
    try:
        yield
    finally:
        con.execute("SET disabled_optimizers = ?", before)


def record(con: duckdb.DuckDBPyConnection, wordings: list[str], alike: pl.DataFrame, run_id: str) -> None:
    """Write down which texts are alike, and that ``wordings`` are compared, in one transaction.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """
    run_with_retries(con, lambda: _record_once(con, wordings, alike, run_id), "the comparison of texts")


def _record_once(con: duckdb.DuckDBPyConnection, wordings: list[str], alike: pl.DataFrame, run_id: str) -> None:
    con.register("judged", alike.to_arrow())
    tag_snapshot(con, run_id, "compare texts")
    # A pair of two new texts of different slices is found from both of them.
    con.execute("INSERT INTO alike BY NAME FROM judged ANTI JOIN alike USING (prose_hash, other_hash)")
    con.execute("UPDATE undecided_copies SET prose_hash = NULL WHERE prose_hash IN (SELECT unnest(?))", [wordings])
    con.unregister("judged")
