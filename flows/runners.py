"""Which workers Prefect gives the stages to: this process, processes of this machine, or a Dask or Ray cluster.

The runner is chosen for each run and not on the flow, where a deployment could not follow the setting.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any, Protocol, TypeVar

from prefect import Task
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.callables import get_call_parameters

from flows.break_off import broken_off_if_interrupted, told_no_more_if_interrupted, workers_killed_if_interrupted
from flows.errors import UsageError
from flows.interrupts import starting_deaf
from flows.resubmit import Pending, Resubmitted, end_with_parent
from flows.settings import Runner, Settings

T = TypeVar("T")


class Workers(Protocol):
    """Whoever does tasks."""

    def submit(self, stage: Task[..., T], arguments: tuple[object, ...]) -> Pending[T]:
        """Have a task done."""


class _ByRunner:
    """As a Prefect task runner does it: one that needs no help, or looks after its workers by itself."""

    def __init__(self, runner: TaskRunner[Any]) -> None:
        self._runner = runner

    def submit(self, stage: Task[..., T], arguments: tuple[object, ...]) -> Pending[T]:
        pending: Pending[T] = self._runner.submit(stage, get_call_parameters(stage.fn, arguments, {}))
        return pending


class _ByProcesses:
    """A pool of processes, and a new one in its stead if one of them is killed."""

    def __init__(self, workers: int, open_runners: ExitStack) -> None:
        self._workers = workers
        self._open_runners = open_runners
        self._current = self._new()

    def _new(self) -> ProcessPoolTaskRunner:
        runner = ProcessPoolTaskRunner(max_workers=self._workers, initializer=end_with_parent)
        return self._open_runners.enter_context(runner)

    def submit(self, stage: Task[..., T], arguments: tuple[object, ...]) -> Pending[T]:
        return Resubmitted(self, stage, arguments)

    def start(self, stage: Callable[..., T], arguments: tuple[object, ...]) -> tuple[object, Pending[T]]:
        with starting_deaf():
            try:
                return self._current, _ByRunner(self._current).submit(stage, arguments)  # type: ignore[arg-type]
            except BrokenProcessPool:
                self.replace(self._current)
                return self._current, _ByRunner(self._current).submit(stage, arguments)  # type: ignore[arg-type]

    def replace(self, broken: object) -> None:
        if self._current is broken:
            self._current = self._new()


def is_in_process(settings: Settings) -> bool:
    """Whether the one worker is this process."""
    return settings.runner is Runner.PROCESSES and settings.workers == 1


@contextmanager
def workers(settings: Settings) -> Iterator[Workers]:
    """The workers that the settings ask for.

    Raises:
        UsageError: their package is not installed.
    """
    with ExitStack() as open_runners:
        if settings.runner is Runner.DASK:
            cluster = _ByRunner(open_runners.enter_context(_dask(settings)))
            with told_no_more_if_interrupted("distributed"):
                yield cluster
        elif settings.runner is Runner.RAY:
            yield _ByRunner(open_runners.enter_context(_ray(settings)))
        elif is_in_process(settings):
            thread: TaskRunner[Any] = open_runners.enter_context(ThreadPoolTaskRunner(max_workers=1))
            with broken_off_if_interrupted():
                yield _ByRunner(thread)
        else:
            processes = _ByProcesses(settings.workers, open_runners)
            with workers_killed_if_interrupted():
                yield processes


def _dask(settings: Settings) -> TaskRunner[Any]:
    own = {
        "n_workers": settings.workers,
        "threads_per_worker": 1,
        "dashboard_address": ":0",
        "preload": "flows.dask_worker",
    }
    runner = _cluster(settings, "prefect_dask", "DaskTaskRunner", cluster_kwargs=own)
    logging.getLogger("distributed").setLevel(logging.WARNING)  # it tells each coming and going of a worker
    return runner


def _ray(settings: Settings) -> TaskRunner[Any]:
    own = {"num_cpus": settings.workers, "include_dashboard": False}
    return _cluster(settings, "prefect_ray", "RayTaskRunner", init_kwargs=own)


def _cluster(settings: Settings, package: str, name: str, **own: object) -> TaskRunner[Any]:
    """The runner of an extra: on the cluster that the settings name, or on its ``own`` for this run."""
    try:
        kind = getattr(import_module(package), name)
    except ImportError as error:
        raise UsageError(
            f"--runner {settings.runner} needs a package that is not here: pip install 'copydesk[{settings.runner}]'"
        ) from error
    runner: TaskRunner[Any] = kind(address=settings.runner_address) if settings.runner_address else kind(**own)
    return runner
