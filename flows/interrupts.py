"""Ctrl-C and SIGTERM, however they come."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_OF_DUCKDB = "Query interrupted"
"""DuckDB looks for signals while it is at work, and tells of one by a RuntimeError that has no class of its own."""


def is_interruption(error: BaseException) -> bool:
    """Whether somebody stopped us, and nothing went wrong. Prefect has a class of its own for SIGTERM."""
    return not isinstance(error, Exception) or (type(error) is RuntimeError and str(error) == _OF_DUCKDB)


@contextmanager
def as_keyboard_interrupt() -> Iterator[None]:
    """Raise what DuckDB makes of Ctrl-C as what Python makes of it.

    Raises:
        KeyboardInterrupt: a query was interrupted.
    """
    try:
        yield
    except RuntimeError as error:
        if is_interruption(error):
            raise KeyboardInterrupt from error
        raise


def wake_whoever_waits() -> None:
    """Have Ctrl-C be heard at once by a main thread that waits for another one.

    Polars, when it is imported, puts a handler before Python's under which the system goes on waiting: the interrupt
    would be heard when the batch is done that is waited for.
    """
    signal.siginterrupt(signal.SIGINT, True)


@contextmanager
def starting_deaf(to: signal.Signals = signal.SIGINT) -> Iterator[None]:
    """Have processes that are started in the block hear nothing of Ctrl-C, or another signal, from the first moment on.

    A terminal sends it to all that a run started, and each would tell of it in a traceback; whoever started them ends
    them. The block itself hears of it at its end.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {to})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hear_again() -> None:
    """Hear Ctrl-C in this thread, that of a process which was started deaf; one that came meanwhile is heard now."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def hear_no_more() -> None:
    """Ignore Ctrl-C and SIGTERM from here on: we end in any case, and what is cleaned up is not to be broken off."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
