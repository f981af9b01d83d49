"""Doing a stage again when the process that did it was killed.

A pool of processes of which one is killed is broken as a whole: all that it had not finished fails, and it takes
nothing more. Prefect's retries don't see that. Stages may be repeated, so what was lost is given to a new pool.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from typing import Generic, Protocol, TypeVar

from flows.errors import RunError
from flows.interrupts import starting_deaf

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_CHANCES = 2
"""How often a stage is done again because a worker was killed."""


class Pending(Protocol[T_co]):
    """The outcome of a stage that may still be at work."""

    def result(self) -> T_co:
        """Wait for it. Raises what the stage raised."""


class Workers(Protocol):
    """Whoever does stages."""

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        """Have ``stage(*arguments)`` done. A pool raises ``BrokenProcessPool`` if its processes are gone."""


class Processes:
    """A pool of processes, and a ``new`` one in its stead if one of them is killed."""

    def __init__(self, new: Callable[[], Workers]) -> None:
        self._new = new
        self._pool = new()

    def submit(self, stage: Callable[..., T], /, *arguments: object) -> Pending[T]:
        """Have ``stage(*arguments)`` done, again if its process, or another one of the pool, is killed."""
        return _Resubmitted(self, stage, arguments)

    def start(self, stage: Callable[..., T], arguments: tuple[object, ...]) -> tuple[Workers, Pending[T]]:
        """Give a stage to the pool; says to which one."""
        with starting_deaf():
            try:
                return self._pool, self._pool.submit(stage, *arguments)
            except BrokenProcessPool:
                self.replace(self._pool)
                return self._pool, self._pool.submit(stage, *arguments)

    def replace(self, broken: Workers) -> None:
        """Have a new pool instead of the one that :meth:`start` told, unless that was done already."""
        if self._pool is broken:
            self._pool = self._new()


class _Resubmitted(Generic[T]):
    """A stage that is at work in a pool, or will be in the next one."""

    def __init__(self, processes: Processes, stage: Callable[..., T], arguments: tuple[object, ...]) -> None:
        self._processes = processes
        self._stage = stage
        self._arguments = arguments
        self._start()

    def _start(self) -> None:
        self._pool, self._pending = self._processes.start(self._stage, self._arguments)

    def result(self) -> T:
        """Wait for it.

        Raises:
            RunError: the workers were killed time and again.
            Whatever the stage raises.
        """
        chances = _CHANCES
        while True:
            try:
                return self._pending.result()
            except (BrokenProcessPool, CancelledError) as error:
                if not chances:
                    raise RunError(
                        f"worker processes were killed {_CHANCES + 1} times, most likely for want of memory. What was "
                        "committed stands; run again with fewer --workers, or a smaller setting batch_articles."
                    ) from error
                chances -= 1
                self._processes.replace(self._pool)
                self._start()


def end_with_parent() -> None:
    """To be called first in a worker: those of a run that was killed would wait for work for ever."""

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
