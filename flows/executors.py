"""Where the stages of a run are done, apart from Prefect: in this process, or in a pool of processes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Generic, Protocol, TypeVar

from flows.cancellation import cancelled_if_interrupted, workers_killed_if_interrupted
from flows.resubmit import Pending, Processes, end_with_parent
from flows.settings import Settings

T = TypeVar("T")


class Executor(Protocol):
    """Has stages done: those on files anywhere, those on the lake in this process."""

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        """Have ``stage(*arguments)`` done by a worker."""

    def call(self, stage: Callable[..., T], /, *arguments: object) -> T:
        """Do ``stage(*arguments)`` here and now."""


@dataclass(frozen=True, slots=True)
class _Done(Generic[T]):
    value: T

    def result(self) -> T:
        return self.value


class _InProcess:
    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        return _Done(stage(*arguments))

    def call(self, stage: Callable[..., T], /, *arguments: object) -> T:
        return stage(*arguments)


class _InProcesses(_InProcess):
    def __init__(self, processes: Processes) -> None:
        self._processes = processes

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        return self._processes.submit(stage, *arguments)


@contextmanager
def direct(settings: Settings) -> Iterator[Executor]:
    """Without Prefect: in this process if there is one worker, else in so many, which load the model once each."""
    if settings.workers == 1:
        with cancelled_if_interrupted():
            yield _InProcess()
        return
    with ExitStack() as pools, workers_killed_if_interrupted():
        yield _InProcesses(Processes(partial(_new_pool, settings.workers, pools)))


def _new_pool(workers: int, pools: ExitStack) -> ProcessPoolExecutor:
    # A forked child would inherit the lake's connection and lock; a fresh one inherits nothing.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=end_with_parent)
    pools.callback(pool.shutdown, cancel_futures=True)
    return pool
