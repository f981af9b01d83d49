"""The record of runs in the lake."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from uuid import uuid4

import duckdb

from schemas.vocabulary import AnnotationStatus, FileStatus, RunStatus
from warehouse.transactions import run_with_retries


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
    con: duckdb.DuckDBPyConnection,
    run_id: str,
    started_at: datetime,
    *,
    code: str,
    schema: int,
    models: str,
    files_seen: int = 0,
) -> None:
    """Record that a run has begun. Runs that are still marked as running were killed: whoever starts holds the lock."""
    first = asdict(RunCounts(files_seen=files_seen))

    def work() -> None:
        tag_snapshot(con, run_id, "start")
        killed = con.execute("SELECT run_id FROM runs WHERE status = ?", [RunStatus.RUNNING]).fetchall()
        for (earlier,) in killed:
            _update(con, earlier, {"status": RunStatus.INTERRUPTED, **_committed(con, earlier)})
        con.execute(
            f"""
            INSERT INTO runs BY NAME
            SELECT ? AS run_id, ? AS started_at, ? AS status, {", ".join(f"? AS {name}" for name in first)},
                ? AS code_version, ? AS schema_version, ? AS models
            """,
            [run_id, started_at, RunStatus.RUNNING, *first.values(), code, schema, models],
        )

    run_with_retries(con, work, "the start of the run")


def _committed(con: duckdb.DuckDBPyConnection, run_id: str) -> Counter[str]:
    """What a run committed, by column of ``runs``, as its snapshots tell it, as long as the lake has them."""
    rows = con.execute(
        "SELECT commit_extra_info FROM lake.snapshots() "
        "WHERE starts_with(commit_message, ?) AND commit_extra_info IS NOT NULL",
        [_of(run_id)],
    ).fetchall()
    total: Counter[str] = Counter()
    for (told,) in rows:
        total.update(json.loads(told))
    return total


def _update(con: duckdb.DuckDBPyConnection, run_id: str, values: Mapping[str, object]) -> None:
    assignments = ", ".join(f"{name} = ?" for name in values)
    con.execute(f"UPDATE runs SET {assignments} WHERE run_id = ?", [*values.values(), run_id])


def finish_run(
    con: duckdb.DuckDBPyConnection, run_id: str, counts: RunCounts, status: RunStatus, detail: str | None
) -> None:
    """Record how a run ended and what it did."""

    def work() -> None:
        tag_snapshot(con, run_id, "end")
        how = {"ended_at": datetime.now(UTC), "status": status, "detail": detail}
        _update(con, run_id, how | asdict(counts))

    run_with_retries(con, work, "the end of the run")


def tag_snapshot(
    con: duckdb.DuckDBPyConnection, run_id: str, what: str, counts: Mapping[str, int] | None = None
) -> None:
    """Write the run into the message of the snapshot that is being committed; :func:`state_after` finds it by that.

    ``counts``: what it adds to the columns of ``runs``. If the run is killed, the next one sums them up there.
    """
    told = json.dumps(counts) if counts else None
    con.execute("CALL lake.set_commit_message('copydesk', ?, extra_info => ?)", [f"{_of(run_id)}{what}", told])


def _of(run_id: str) -> str:
    """What the messages of a run's snapshots begin with."""
    return f"run {run_id}: "


def state_after(con: duckdb.DuckDBPyConnection, run_id: str) -> int | None:
    """The snapshot that a run left, as long as the lake has it: its last one, if it was killed."""
    row = con.execute(
        "SELECT max(snapshot_id) FROM lake.snapshots() WHERE starts_with(commit_message, ?)", [_of(run_id)]
    ).fetchone()
    return int(row[0]) if row and row[0] is not None else None


def rejects_by_reason(con: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """How many inputs the run refused, by reason, most first."""
    rows = con.execute(
        "SELECT reason, count(*) AS n FROM rejects WHERE run_id = ? GROUP BY reason ORDER BY n DESC, reason", [run_id]
    ).fetchall()
    return dict(rows)


def files_by_status(con: duckdb.DuckDBPyConnection, run_id: str) -> dict[FileStatus, int]:
    """What became of the files that the run read, in the order of :class:`FileStatus`."""
    rows = dict(con.execute("SELECT status, count(*) FROM files WHERE run_id = ? GROUP BY ALL", [run_id]).fetchall())
    return {status: rows[status] for status in FileStatus if status in rows}


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


def count_unsure(con: duckdb.DuckDBPyConnection, run_id: str) -> int:
    """How many articles of the run were not annotated, as their language can't be told for sure."""
    row = con.execute(
        "SELECT count(*) FROM articles WHERE run_id = ? AND annotation = ?", [run_id, AnnotationStatus.LANGUAGE_UNSURE]
    ).fetchone()
    return int(row[0]) if row else 0
