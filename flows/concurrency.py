"""A map over threads for work that waits for servers; an interrupt does not wait for the threads.

The pools of Python wait for their threads, when they end and when the process does. A server that says nothing would
hold up whoever pressed Ctrl-C until it is given up.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")

_SECONDS_TO_HEAR = 0.2
"""A thread that waits for others hears of what breaks it off only in between."""


def map_concurrently(work: Callable[[T], U], given: Sequence[T], most: int) -> tuple[U, ...]:
    """The results of ``work`` on each of ``given``, in order; at most ``most`` are worked on at once.

    When interrupted, it leaves alone what is at work: see :mod:`flows.cancellation`.

    Raises:
        Whatever ``work`` raises, when all others are done.
    """
    outcomes: list[Future[U]] = [Future() for _ in given]
    waiting: SimpleQueue[tuple[Future[U], T]] = SimpleQueue()
    for pair in zip(outcomes, given, strict=True):
        waiting.put(pair)
    for _ in range(min(most, len(given))):
        threading.Thread(target=_work_off, args=(work, waiting), daemon=True).start()
    try:
        while wait(outcomes, _SECONDS_TO_HEAR).not_done:
            pass
    finally:
        for outcome in outcomes:
            outcome.cancel()  # nothing to one that has begun
    return tuple(outcome.result() for outcome in outcomes)


def _work_off(work: Callable[[T], U], waiting: "SimpleQueue[tuple[Future[U], T]]") -> None:
    while True:
        try:
            outcome, one = waiting.get_nowait()
        except Empty:
            return
        if outcome.set_running_or_notify_cancel():
            try:
                outcome.set_result(work(one))
            except BaseException as error:  # noqa: BLE001  (told to whoever waits)
                outcome.set_exception(error)
