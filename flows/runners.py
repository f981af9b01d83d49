"""Which workers Prefect gives the stages to: this process, processes of this machine, or a Dask or Ray cluster.

The runner is chosen for each run and not on the flow, where a deployment could not follow the setting.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from typing import Any, TypeVar, cast

from prefect import Task
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.callables import get_call_parameters

from flows.cancellation import cancelled_if_interrupted, told_no_more_if_interrupted, workers_killed_if_interrupted
from flows.errors import UsageError
from flows.resubmit import Pending, Processes, Workers, end_with_parent
from flows.settings import Runner, Settings

T = TypeVar("T")


class _ByRunner:
    """As a Prefect task runner does it. All but the one of processes look after their workers by themselves."""

    def __init__(self, runner: TaskRunner[Any]) -> None:
        self._runner = runner

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        task = cast("Task[..., T]", stage)
        pending: Pending[T] = self._runner.submit(task, get_call_parameters(task.fn, arguments, {}))
        return pending


def _is_in_process(settings: Settings) -> bool:
    """Whether the one worker is this process."""
    return settings.runner is Runner.PROCESSES and settings.workers == 1


@contextmanager
def workers(settings: Settings) -> Iterator[Workers]:
    """The workers that the settings ask for, to be given tasks.

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
        elif _is_in_process(settings):
            thread: TaskRunner[Any] = open_runners.enter_context(ThreadPoolTaskRunner(max_workers=1))
            with cancelled_if_interrupted():
                yield _ByRunner(thread)
        else:
            processes = Processes(partial(_new_pool, settings.workers, open_runners))
            with workers_killed_if_interrupted():
                yield processes


def _new_pool(workers: int, open_runners: ExitStack) -> _ByRunner:
    runner = ProcessPoolTaskRunner(max_workers=workers, initializer=end_with_parent)
    return _ByRunner(open_runners.enter_context(runner))


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
