"""The record of runs in the lake."""

from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from uuid import uuid4

import duckdb

from schemas.vocabulary import AnnotationStatus, RunStatus
from warehouse.durable import retried


@dataclass(slots=True)
class RunCounts:
    """What a run saw and did; the columns of ``runs`` by the same names."""

    files_seen: int = 0
    files_unchanged: int = 0
    files_outdated: int = 0
    articles_new: int = 0
    articles_unchanged: int = 0
    articles_revised: int = 0
    articles_refreshed: int = 0
    quotes: int = 0
    mentions: int = 0
    rejects: int = 0


def new_run_id(started_at: datetime) -> str:
    """An id that sorts by start: UTC to the second, then eight random hexadecimal digits."""
    return f"{started_at.astimezone(UTC):%Y%m%dt%H%M%S}-{uuid4().hex[:8]}"


def start_run(
    con: duckdb.DuckDBPyConnection, run_id: str, started_at: datetime, *, code: str, schema: int, models: str
) -> None:
    """Record that a run has begun. Runs that are still marked as running were killed: whoever starts holds the lock."""

    def work() -> None:
        say(con, run_id, "start")
        if con.execute("SELECT count(*) FROM runs WHERE status = ?", [RunStatus.RUNNING]).fetchone() != (0,):
            con.execute("UPDATE runs SET status = ? WHERE status = ?", [RunStatus.INTERRUPTED, RunStatus.RUNNING])
        zeros = ", ".join(f"0 AS {field.name}" for field in fields(RunCounts))
        con.execute(
            f"""
            INSERT INTO runs BY NAME
            SELECT ? AS run_id, ? AS started_at, ? AS status, {zeros},
                ? AS code_version, ? AS schema_version, ? AS models
            """,
            [run_id, started_at, RunStatus.RUNNING, code, schema, models],
        )

    retried(con, work, "the start of the run")


def finish_run(
    con: duckdb.DuckDBPyConnection, run_id: str, counts: RunCounts, status: RunStatus, detail: str | None
) -> None:
    """Record how a run ended and what it did."""
    values = asdict(counts)
    assignments = ", ".join(f"{name} = ?" for name in values)

    def work() -> None:
        say(con, run_id, "end")
        con.execute(
            f"UPDATE runs SET ended_at = ?, status = ?, detail = ?, {assignments} WHERE run_id = ?",
            [datetime.now(UTC), status, detail, *values.values(), run_id],
        )

    retried(con, work, "the end of the run")


def say(con: duckdb.DuckDBPyConnection, run_id: str, what: str) -> None:
    """Tell in the snapshot that is being committed which run it is of; :func:`state_after` finds it by that."""
    con.execute("CALL lake.set_commit_message('copydesk', ?)", [f"run {run_id}: {what}"])


def state_after(con: duckdb.DuckDBPyConnection, run_id: str) -> int | None:
    """The snapshot that a run left, as long as the lake has it: its last one, if it was killed."""
    row = con.execute(
        "SELECT max(snapshot_id) FROM lake.snapshots() WHERE starts_with(commit_message, ?)", [f"run {run_id}: "]
    ).fetchone()
    return int(row[0]) if row and row[0] is not None else None


def rejects_by_reason(con: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """How many inputs the run refused, by reason, most first."""
    rows = con.execute(
        "SELECT reason, count(*) AS n FROM rejects WHERE run_id = ? GROUP BY reason ORDER BY n DESC, reason", [run_id]
    ).fetchall()
    return dict(rows)


def unannotated_by_language(con: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """How many articles of the run no model is set for, by their language (ISO 639-1), most first."""
    rows = con.execute(
        """
        SELECT language, count(*) AS n FROM articles WHERE run_id = ? AND annotation = ?
        GROUP BY language ORDER BY n DESC, language
        """,
        [run_id, AnnotationStatus.NO_MODEL],
    ).fetchall()
    return dict(rows)
