"""What the articles of a run lack that their files may well hold: fields, the order of a date, bounds."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import duckdb

_FIELDS = {"title": "title", "published": "published_text", "publisher": "coalesce(publisher, site)"}
"""Fields by the names that ``--map`` has for them, and the columns they are in: the site stands for an outlet."""
_LONG = 10_000  # words; hardly an article has as many
_NONE = (0, None, 0, 0, 0, None, 0, None, 0)
_NUMBERS_ALONE = r"(^|\D)\d{1,2}[/-]\d{1,2}[/-](\d{2}|\d{4})(\D|$)"


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is lacking, in numbers of articles.

    ``articles``: those that the run wrote, each once; of these the ``undated`` have no day that is known.
    ``missing``: how many of the ``records`` lack a field, by field;
    ``long``: how many may be several articles by their length, the ``longest`` of them by its address;
    ``unordered``: how many dates like 03/04/2025 may be of two days, one of which is the ``example``;
    ``unread``: how many other dates of records tell no day, one of which is ``unread_example``.
    """

    records: int = 0
    missing: dict[str, int] = field(default_factory=dict)
    unordered: int = 0
    example: str | None = None
    articles: int = 0
    undated: int = 0
    long: int = 0
    longest: str | None = None
    unread: int = 0
    unread_example: str | None = None


def gaps_of(con: duckdb.DuckDBPyConnection, run_id: str, formats: Iterable[str]) -> Gaps:
    """Gaps of the articles that a run wrote; those of records are in one of the ``formats``."""
    lacking = ", ".join(f"count(*) FILTER (is_record AND {column} IS NULL)" for column in _FIELDS.values())
    row = con.execute(
        f"""
        SELECT count(*) FILTER (is_unordered), min(published_text) FILTER (is_unordered),
               count(*), count(*) FILTER (is_undated),
               count(*) FILTER (word_count > {_LONG}), arg_max(source_uri, word_count) FILTER (word_count > {_LONG}),
               count(*) FILTER (is_unread), min(left(published_text, 60)) FILTER (is_unread),
               count(*) FILTER (is_record), {lacking}
        FROM (
            SELECT *, list_contains(?, format) AS is_record,
                   published_local IS NULL AND published_at IS NULL AS is_undated,
                   is_undated AND regexp_matches(published_text, ?) AS is_unordered,
                   is_undated AND is_record AND published_text IS NOT NULL AND NOT is_unordered AS is_unread
            FROM articles WHERE run_id = ?
        )
        """,
        [list(formats), _NUMBERS_ALONE, run_id],
    ).fetchone()
    unordered, example, articles, undated, long, longest, unread, unread_example, records, *missing = row or _NONE
    lacked = {name: n for name, n in zip(_FIELDS, missing, strict=False) if n}
    return Gaps(records, lacked, unordered, example, articles, undated, long, longest, unread, unread_example)
