"""The Prefect flow: the same run as :mod:`flows.run`, each stage of each batch a task that Prefect keeps a record of.

This module must be importable by that name: workers and schedules load the flow from it. Nothing here decides
what is in the lake; if Prefect's own records are lost, no row is.
"""

import os

# Before Prefect is imported: it reads its settings then. Whoever sets one of these keeps it.
# An error that ends the flow is told by whoever started it, so that a server of our own need not tell it, too.
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING" if "PREFECT_API_URL" in os.environ else "CRITICAL")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
# The first start of all makes Prefect's database, and on a busy machine misses the 20 seconds it has by default.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from prefect import State, Task, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.settings import PREFECT_API_URL
from prefect.states import Failed

from flows.copies import find_copies
from flows.embedded import start_embedded_server
from flows.errors import EXPLAINED_ERRORS
from flows.executors import Executor
from flows.interrupts import as_keyboard_interrupt, hear_again
from flows.link import link_entities
from flows.named_server import check_answers
from flows.resubmit import Pending, Workers
from flows.run import RunRequest, RunSummary, carry_out
from flows.runners import workers
from flows.settings import Settings
from flows.stages import annotate_chunk, read_batch
from flows.summary import log_line
from warehouse.commit import commit_batch

T = TypeVar("T")

# What is new is decided by content in the lake, so Prefect is to cache and keep nothing of its own.
_read = task(name="read", cache_policy=NO_CACHE, persist_result=False)(read_batch)
_annotate = task(name="annotate", cache_policy=NO_CACHE, persist_result=False)(annotate_chunk)
# Those on the lake are interrupted by way of DuckDB, which Prefect would take for a failure, and tell in a traceback.
_interrupted = as_keyboard_interrupt()
_commit = task(name="commit", cache_policy=NO_CACHE, persist_result=False)(_interrupted(commit_batch))
_link = task(name="link", cache_policy=NO_CACHE, persist_result=False)(_interrupted(link_entities))
_copies = task(name="copies", cache_policy=NO_CACHE, persist_result=False)(_interrupted(find_copies))
_TASKS: dict[Callable[..., Any], Task[..., Any]] = {
    read_batch: _read,
    annotate_chunk: _annotate,
    commit_batch: _commit,
    link_entities: _link,
    find_copies: _copies,
}


class _Prefect:
    """Has stages done as Prefect tasks: by workers, or here."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        return self._workers.submit(_TASKS[stage], *arguments)

    def call(self, stage: Callable[..., T], /, *arguments: object) -> T:
        return cast("T", _TASKS[stage](*arguments))


@contextmanager
def _prefect(settings: Settings) -> Iterator[Executor]:
    with workers(settings) as those:
        yield _Prefect(those)


@flow(name="copydesk", persist_result=False, validate_parameters=True)
def ingest(
    paths: list[str], settings: Settings, refresh: bool = False, announce: bool = False
) -> RunSummary | State[RunSummary]:
    """Bring the files under ``paths`` into the lake. ``announce`` prints a line at the end, for a schedule's log.

    An error that says itself what to do becomes a failed state with that message: raised, it would drown in the
    traceback that Prefect logs.
    """
    hear_again()  # a schedule starts its runs deaf to Ctrl-C
    try:
        summary = carry_out(RunRequest(tuple(paths), settings, refresh), _prefect)
    except EXPLAINED_ERRORS as error:
        if announce:
            print(f"run failed at {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC: {error}", flush=True)  # noqa: T201
        return Failed(message=str(error), data=error)
    if announce:
        print(log_line(summary), flush=True)  # noqa: T201
    return summary


def run_with_prefect(request: RunRequest) -> RunSummary:
    """A run as a Prefect flow, on an embedded server, or on the one that ``PREFECT_API_URL`` names.

    Raises:
        RunError: the embedded server does not start, or the other one does not answer.
        Whatever :func:`flows.run.carry_out` raises.
    """
    if not PREFECT_API_URL.value():  # without, Prefect would start a server in each process of the run
        start_embedded_server()
    else:
        check_answers()
    outcome = ingest(list(request.paths), request.settings, request.refresh)
    return cast("RunSummary", outcome)  # of a failed state Prefect raises the error
