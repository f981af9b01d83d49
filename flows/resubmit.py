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

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_CHANCES = 2
"""How often a stage is done again because a worker was killed."""


class Pending(Protocol[T_co]):
    """The outcome of a stage that may still be at work."""

    def result(self) -> T_co:
        """Wait for it. Raises what the stage raised."""


class Pool(Protocol):
    """Worker processes that can be replaced as a whole."""

    def start(self, stage: Callable[..., T], arguments: tuple[object, ...]) -> tuple[object, Pending[T]]:
        """Give a stage to the workers; says to which ones. Raises ``BrokenProcessPool`` if they are gone."""

    def replace(self, broken: object) -> None:
        """Have new workers instead of those that :meth:`start` told, unless that was done already."""


class Resubmitted(Generic[T]):
    """A stage that is done again if its worker, or another one of the pool, is killed."""

    def __init__(self, pool: Pool, stage: Callable[..., T], arguments: tuple[object, ...]) -> None:
        self._pool = pool
        self._stage = stage
        self._arguments = arguments
        self._start()

    def _start(self) -> None:
        self._where, self._pending = self._pool.start(self._stage, self._arguments)

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
                self._pool.replace(self._where)
                self._start()


def end_with_parent() -> None:
    """To be called first in a worker: those of a run that was killed would wait for work for ever."""

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
