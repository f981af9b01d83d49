"""Where the stages of a run are done, apart from Prefect: in this process, or in a pool of processes."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Generic, Protocol, TypeVar

from flows.errors import RunError

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_CHANCES = 2
"""How often a stage is done again because a worker was killed."""


class Pending(Protocol[T_co]):
    """The outcome of a stage that may still be at work."""

    def result(self) -> T_co:
        """Wait for it. Raises what the stage raised."""


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
    """Processes, and new ones in their stead if one is killed: then the pool is broken as a whole."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self.current = self._new()

    def _new(self) -> ProcessPoolExecutor:
        # A forked child would inherit the lake's connection and lock; a fresh one inherits nothing.
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=_end_with_parent)

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        return _Resubmitted(self, stage, arguments)

    def start(self, stage: Callable[..., T], arguments: tuple[object, ...]) -> tuple[ProcessPoolExecutor, Future[T]]:
        try:
            return self.current, self.current.submit(stage, *arguments)
        except BrokenProcessPool:
            self.replace(self.current)
            return self.current, self.current.submit(stage, *arguments)

    def replace(self, broken: ProcessPoolExecutor) -> None:
        if self.current is broken:
            broken.shutdown(wait=False, cancel_futures=True)
            self.current = self._new()


class _Resubmitted(Generic[T]):
    """A stage that is done again if its worker, or another one of the pool, is killed. Stages may be repeated."""

    def __init__(self, pool: _Pool, stage: Callable[..., T], arguments: tuple[object, ...]) -> None:
        self._pool = pool
        self._stage = stage
        self._arguments = arguments
        self._where, self._future = pool.start(stage, arguments)

    def result(self) -> T:
        for _ in range(_CHANCES):
            try:
                return self._future.result()
            except (BrokenProcessPool, CancelledError):
                self._pool.replace(self._where)
                self._where, self._future = self._pool.start(self._stage, self._arguments)
        try:
            return self._future.result()
        except BrokenProcessPool as error:
            raise RunError(
                f"worker processes were killed {_CHANCES + 1} times, most likely for want of memory. What was "
                "committed stands; run again with fewer --workers, or a smaller setting batch_articles."
            ) from error


def _end_with_parent() -> None:
    """Workers of a run that was killed would wait for work for ever."""

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def direct(workers: int) -> Iterator[Executor]:
    """Without Prefect: in this process if there is one worker, else in so many, which load the model once each."""
    if workers == 1:
        yield _InProcess()
        return
    pool = _Pool(workers)
    try:
        yield pool
    finally:
        pool.current.shutdown(cancel_futures=True)
