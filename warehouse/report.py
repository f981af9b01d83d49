"""The questions behind the report, asked of the lake in one moment."""

from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

import duckdb

Row = dict[str, Any]

SAMPLES = 5
"""Quotations shown of each of the most quoted speakers."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report is about, both ends included; None is open. Undated articles are only in an open one."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """The answers; each a list of rows as its query in ``sql/report`` gives them."""

    totals: Row
    speakers: list[Row]
    genders: list[Row]
    samples: list[Row]
    timeline: list[Row]
    about: list[Row]
    publishers: list[Row]
    confidence: list[Row]
    languages: list[Row]
    rejects: list[Row]
    runs: list[Row]


def find(con: duckdb.DuckDBPyConnection, period: Period, top: int) -> Findings:
    """Ask everything that the report tells, of one snapshot. Lists are cut at ``top`` rows.

    ``con`` may be read-only: what is chosen, and said there, is kept in temporary tables of this connection.
    """
    con.begin()
    try:
        _ask(con, "chosen", since=period.since, until=period.until)
        _ask(con, "utterances")
        _ask(con, "voices")
        speakers = _ask(con, "speakers", top=top)
        return Findings(
            totals=_ask(con, "totals")[0],
            speakers=speakers,
            genders=_ask(con, "genders"),
            samples=_ask(con, "samples", speakers=[one["speaker_key"] for one in speakers], samples=SAMPLES),
            timeline=_ask(con, "timeline"),
            about=_ask(con, "about", top=top),
            publishers=_ask(con, "publishers", top=top),
            confidence=_ask(con, "confidence"),
            languages=_ask(con, "languages"),
            rejects=_ask(con, "rejects"),
            runs=_ask(con, "runs"),
        )
    finally:
        con.rollback()


def _ask(con: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[Row]:
    sql = (resources.files("warehouse") / "sql" / "report" / f"{name}.sql").read_text(encoding="utf-8")
    rows: list[Row] = con.execute(sql, values).to_arrow_table().to_pylist()
    return rows
