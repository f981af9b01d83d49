"""The Prefect flow: the same run as :mod:`flows.run`, each stage of each batch a task that Prefect keeps a record of.

This module must be importable by that name: workers and schedules load the flow from it. Nothing here decides
what is in the lake; if Prefect's own records are lost, no row is.
"""

import os

# Before Prefect is imported: it reads its settings then. Whoever sets one of these keeps it.
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
# The first start of all makes Prefect's database, and on a busy machine misses the 20 seconds it has by default.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from prefect import Task, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.callables import get_call_parameters

from flows.copies import find_copies
from flows.executors import Executor, Pending
from flows.link import link_entities
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import Settings
from flows.stages import annotate_chunk, read_batch
from warehouse.commit import commit_batch

T = TypeVar("T")

# What is new is decided by content in the lake, so Prefect is to cache and keep nothing of its own.
_read = task(name="read", cache_policy=NO_CACHE, persist_result=False)(read_batch)
_annotate = task(name="annotate", cache_policy=NO_CACHE, persist_result=False)(annotate_chunk)
_commit = task(name="commit", cache_policy=NO_CACHE, persist_result=False)(commit_batch)
_link = task(name="link", cache_policy=NO_CACHE, persist_result=False)(link_entities)
_copies = task(name="copies", cache_policy=NO_CACHE, persist_result=False)(find_copies)
_TASKS: dict[Callable[..., Any], Task[..., Any]] = {
    read_batch: _read,
    annotate_chunk: _annotate,
    commit_batch: _commit,
    link_entities: _link,
    find_copies: _copies,
}


class _Prefect:
    """Has stages done as Prefect tasks: by ``runner``, or here."""

    def __init__(self, runner: TaskRunner[Any]) -> None:
        self._runner = runner

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        task_ = _TASKS[stage]
        pending: Pending[T] = self._runner.submit(task_, get_call_parameters(task_.fn, arguments, {}))
        return pending

    def call(self, stage: Callable[..., T], /, *arguments: object) -> T:
        return cast("T", _TASKS[stage](*arguments))


@contextmanager
def _prefect(workers: int) -> Iterator[Executor]:
    """One worker is this process; more are processes that load the model once each.

    The runner is chosen here and not on the flow, where a deployment could not follow the setting.
    """
    runner: TaskRunner[Any] = (
        ThreadPoolTaskRunner(max_workers=1) if workers == 1 else ProcessPoolTaskRunner(max_workers=workers)
    )
    with runner:
        yield _Prefect(runner)


@flow(name="copydesk", persist_result=False, validate_parameters=True)
def ingest(paths: list[str], settings: Settings, refresh: bool = False, announce: bool = False) -> RunSummary:
    """Bring the files under ``paths`` into the lake. ``announce`` prints a line at the end, for a schedule's log."""
    summary = carry_out(RunRequest(tuple(paths), settings, refresh), _prefect)
    if announce:
        counts = summary.counts
        done = f"{counts.articles_new} articles new, {counts.articles_revised} revised, {counts.quotes} quotes"
        print(f"run {summary.run_id}: {counts.files_seen} files, {done}, {counts.rejects} rejects", flush=True)  # noqa: T201
    return summary


def run_with_prefect(request: RunRequest) -> RunSummary:
    """A run as a Prefect flow, on an embedded server, or on the one that ``PREFECT_API_URL`` names.

    Raises:
        Whatever :func:`flows.run.carry_out` raises.
    """
    return ingest(list(request.paths), request.settings, request.refresh)
