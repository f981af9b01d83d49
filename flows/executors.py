"""Where the stages of a run are done, apart from Prefect: in this process, or in a pool of processes."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, Protocol, TypeVar

from flows.break_off import broken_off_if_interrupted, workers_killed_if_interrupted
from flows.interrupts import starting_deaf
from flows.resubmit import Pending, Resubmitted, end_with_parent
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


class _Pool(_InProcess):
    """Processes, and new ones in their stead if one is killed."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self.current = self._new()

    def _new(self) -> ProcessPoolExecutor:
        # A forked child would inherit the lake's connection and lock; a fresh one inherits nothing.
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=end_with_parent)

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        return Resubmitted(self, stage, arguments)

    def start(self, stage: Callable[..., T], arguments: tuple[object, ...]) -> tuple[ProcessPoolExecutor, Future[T]]:
        with starting_deaf():
            try:
                return self.current, self.current.submit(stage, *arguments)
            except BrokenProcessPool:
                self.replace(self.current)
                return self.current, self.current.submit(stage, *arguments)

    def replace(self, broken: object) -> None:
        if self.current is broken:
            self.current.shutdown(wait=False, cancel_futures=True)
            self.current = self._new()


@contextmanager
def direct(settings: Settings) -> Iterator[Executor]:
    """Without Prefect: in this process if there is one worker, else in so many, which load the model once each."""
    if settings.workers == 1:
        with broken_off_if_interrupted():
            yield _InProcess()
        return
    pool = _Pool(settings.workers)
    try:
        with workers_killed_if_interrupted():
            yield pool
    finally:
        pool.current.shutdown(cancel_futures=True)
