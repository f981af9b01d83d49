"""Ctrl-C and SIGTERM, however they come."""

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
