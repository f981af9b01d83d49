"""Cancelling the work of a run that is interrupted: nobody will take its outcome, and Ctrl-C must not wait for it.

What is broken off is staged at most, never committed: the next run throws it away and does it again.
"""

import ctypes
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children

from flows import isolation
from flows.interrupts import is_interruption

_threads: set[int] = set()
"""Those in which a stage is at work."""

_leaving = threading.Lock()
"""A thread that has left its stage does something else, which is not to be broken off."""


@contextmanager
def cancellable() -> Iterator[None]:
    """Have what this thread does in the block end by a KeyboardInterrupt when the run is interrupted.

    Python tells of a signal in the main thread alone; one of a pool would go on to the end of its batch.
    """
    thread = threading.get_ident()
    _threads.add(thread)
    try:
        yield
    finally:
        with _leaving:
            _threads.discard(thread)


@contextmanager
def cancelled_if_interrupted() -> Iterator[None]:
    """If the block is interrupted, end the stages that are at work in threads of this process, and its reader."""
    try:
        yield
    except BaseException as error:
        if is_interruption(error):
            # Threads first: the end of the reader is then no mishap to them, after which they would try again.
            _break_off_threads()
            isolation.kill()
        raise


def _break_off_threads() -> None:
    """Raise a KeyboardInterrupt in each other thread in which a stage is at work, once."""
    with _leaving:
        for thread in _threads - {threading.get_ident()}:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(KeyboardInterrupt))
        _threads.clear()


@contextmanager
def workers_killed_if_interrupted() -> Iterator[None]:
    """If the block is interrupted, kill the processes that it started as workers. Their readers end with them."""
    others = active_children()  # of whoever runs us as a part of something larger
    try:
        yield
    except BaseException as error:
        if is_interruption(error):
            for worker in active_children():
                if worker not in others:
                    worker.kill()
        raise


@contextmanager
def told_no_more_if_interrupted(logger: str) -> Iterator[None]:
    """If the block is interrupted, have a library say no more of what it makes of that; the run says it."""
    try:
        yield
    except BaseException as error:
        if is_interruption(error):
            logging.getLogger(logger).setLevel(logging.CRITICAL)
        raise
