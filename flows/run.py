"""One run, from the paths given to the summary: the same whether Prefect drives it or not."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from flows.copies import find_copies
from flows.discover import FoundFile, discover
from flows.executors import Executor
from flows.interrupts import is_interruption, wake_whoever_waits
from flows.link import link_entities
from flows.pipeline import Pipeline, Tally
from flows.plan import Plan, known_files, plan, unfinished_files
from flows.progress import Compared, reporting
from flows.read_progress import bytes_read
from flows.settings import Settings
from flows.version import __version__, pipeline_version
from schemas import SCHEMA_VERSION
from schemas.vocabulary import FileStatus, RunStatus, Stage
from transforms.article import NamedKeys
from warehouse.errors import LakeError
from warehouse.gaps import Gaps, gaps_of
from warehouse.lake import open_lake, staging_folder
from warehouse.lock import hold
from warehouse.optimize import merge_when_many
from warehouse.runs import (
    RunCounts,
    count_unsure,
    files_by_status,
    finish_run,
    new_run_id,
    rejects_by_reason,
    start_run,
    unannotated_by_language,
)
from warehouse.staging import discard

_RECORDS = ("csv", "parquet", "arrow", "sqlite", "json", "jsonl")
"""Formats whose fields stand under keys that their makers chose."""
_NO_KEY = "NONE"  # so docs/formats.md and the advice call what leaves a field out


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What is to be run."""

    paths: tuple[str, ...]
    settings: Settings
    refresh: bool = False


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did, for the table at its end."""

    run_id: str
    counts: RunCounts
    rejects: dict[str, int]
    unannotated: dict[str, int]
    seconds: dict[Stage, float]
    wall_seconds: float
    gaps: Gaps = field(default_factory=Gaps)
    unsure: int = 0  # articles
    files: dict[FileStatus, int] = field(default_factory=dict)  # those that were read, by what became of them
    faults: dict[str, int] = field(default_factory=dict)  # of ours, and how many articles were not annotated for each
    unfound: dict[str, str] = field(default_factory=dict)  # keys of --map that no record has, by field
    keys: tuple[str, ...] = ()  # those that the records have, if there is a --map

    @property
    def replaced(self) -> int:
        """How many articles made way for others of the same run: what was written, without what stands of it."""
        counts = self.counts
        written = counts.articles_new + counts.articles_revised + counts.articles_refreshed
        return max(written - self.gaps.articles, 0) if counts.articles_revised and self.gaps.articles else 0


def carry_out(
    request: RunRequest,
    executor: Callable[[Settings], AbstractContextManager[Executor]],
    found: Sequence[FoundFile] | None = None,
) -> RunSummary:
    """Run: discover, read, structure, annotate, commit, find copies, link entities.

    ``found`` is what the paths stand for, from whoever has just looked: of a large archive that takes seconds.

    Holds the lake from start to end. Whatever goes wrong, the batches that were committed stand and nothing of the
    others is in the tables; the run is recorded as failed and the error raised again.

    Raises:
        flows.errors.UsageError: a path stands for nothing; the lake was not touched.
        warehouse.errors.LakeBusyError: another run holds the lake.
        warehouse.errors.LakeError: the lake can't be opened or written.
    """
    wake_whoever_waits()
    began = time.perf_counter()
    started_at = datetime.now(UTC)
    settings = request.settings
    if found is None:
        found = discover(request.paths, settings.root, skip=settings.lake)
    version = pipeline_version(settings)
    with hold(settings.place), open_lake(settings.place, read_only=False) as lake:
        discard(staging_folder(settings.lake))  # whoever left it there is dead: we hold the lock
        run_id = new_run_id(started_at)
        start_run(
            lake, run_id, started_at, code=__version__, schema=SCHEMA_VERSION, models=version, files_seen=len(found)
        )
        tally = Tally(RunCounts(files_seen=len(found)))
        try:
            to_do = _plan(request, lake, found, version)
            tally.counts.files_unchanged = to_do.unchanged
            tally.counts.files_outdated = to_do.outdated
            tally.untold = {"files_unchanged": to_do.unchanged, "files_outdated": to_do.outdated}
            tally.spend({Stage.DISCOVER: time.perf_counter() - began})
            if to_do.to_read:
                with executor(settings) as workers:
                    _bring_in(to_do, settings, lake, run_id, workers, tally)
            else:
                find_copies(lake, run_id)  # a run that was killed may have left it undone
                link_entities(lake, run_id)
        except BaseException as error:
            _record_failure(lake, run_id, tally.counts, error)
            raise
        finally:
            discard(staging_folder(settings.lake))
        finish_run(lake, run_id, tally.counts, RunStatus.FINISHED, None)
        merge_when_many(lake, settings.merge_files)
        summary = _summary(lake, run_id, tally, settings)
    return replace(summary, wall_seconds=time.perf_counter() - began)


def _plan(request: RunRequest, lake: duckdb.DuckDBPyConnection, found: Sequence[FoundFile], version: str) -> Plan:
    """What is to be read, and how far earlier runs got with it."""
    most_remote = request.settings.max_remote_bytes
    to_do = plan(found, known_files(lake), version, refresh=request.refresh, most_remote=most_remote)
    return replace(to_do, unfinished=unfinished_files(lake, version))


def _bring_in(
    to_do: Plan, settings: Settings, lake: duckdb.DuckDBPyConnection, run_id: str, workers: Executor, tally: Tally
) -> None:
    """Read, annotate and commit all batches; then decide what can only be decided across articles."""
    staging = staging_folder(settings.lake.absolute()) / run_id  # workers may have another working folder
    with reporting(len(to_do.to_read)) as reporter:
        reporter.during(lambda: _read_ahead(staging))
        Pipeline(settings, lake, run_id, staging, workers, reporter, tally).run(to_do)
        # Whatever asks for all articles opens each file of a long run, time and again.
        reporter.during(lambda: "merging small files")
        tally.timed(Stage.COMMIT, lambda: merge_when_many(lake, settings.merge_files))
        compared = Compared()
        reporter.during(lambda: f"looking for copies{compared}")
        tally.timed(Stage.COPIES, lambda: workers.call(find_copies, lake, run_id, compared.tell))
        reporter.during(lambda: "linking entities")
        tally.timed(Stage.LINK, lambda: workers.call(link_entities, lake, run_id))


def _summary(lake: duckdb.DuckDBPyConnection, run_id: str, tally: Tally, settings: Settings) -> RunSummary:
    """What a finished run did, but for the time that it took; of languages only where annotations are wanted."""
    is_annotating = bool(settings.models)
    return RunSummary(
        run_id=run_id,
        counts=tally.counts,
        rejects=rejects_by_reason(lake, run_id),
        unannotated=unannotated_by_language(lake, run_id) if is_annotating else {},
        seconds=dict(tally.seconds),
        wall_seconds=0.0,
        gaps=gaps_of(lake, run_id, _RECORDS),
        unsure=count_unsure(lake, run_id) if is_annotating else 0,
        files=files_by_status(lake, run_id),
        faults=dict(tally.faults.most_common()),
        unfound=_unfound(settings.map, tally.named),
        keys=tally.named.keys,
    )


def _unfound(named: Mapping[str, str], had: NamedKeys) -> dict[str, str]:
    """The keys of a --map that no record has, if there were records; but for what is to be no key."""
    if not had.keys:
        return {}
    return {field: key for field, key in named.items() if key not in had.found and key != _NO_KEY}


def _record_failure(lake: duckdb.DuckDBPyConnection, run_id: str, counts: RunCounts, error: BaseException) -> None:
    """Write down how the run ended, if the lake still takes it."""
    status = RunStatus.INTERRUPTED if is_interruption(error) else RunStatus.FAILED
    lake.interrupt()  # what was interrupted goes on in DuckDB's threads, and what is to be written would wait
    with suppress(LakeError):  # what went wrong first is what to tell
        finish_run(lake, run_id, counts, status, f"{type(error).__name__}: {error}")


def _read_ahead(staging: Path) -> str:
    """What is done while nothing is committed: how much of large files is read, and how many batches wait."""
    try:
        waiting = sum(1 for _ in staging.glob("batch-*"))
        read, size = bytes_read(staging)
    except OSError:  # it goes when the last batch is committed
        waiting = read = size = 0
    going_on = [f"reading, {read / 1e6:,.0f} of {size / 1e6:,.0f} MB"] if size else []
    if waiting:
        going_on.append(f"{waiting:,} {'batch' if waiting == 1 else 'batches'} read and waiting")
    return "; ".join(going_on) or "reading"
