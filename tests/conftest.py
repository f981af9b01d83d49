"""What holds for all tests."""

import signal
import sys
import threading
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def commands_hear_of_interrupts() -> None:
    """Have Ctrl-C be heard by what a test starts: a process that ignores it hands that on.

    So does a shell that waits for nothing: a script's ``pytest &`` ignores it from the start, and the commands that the
    tests start could not be ended. No library or fixture was seen to do so: ``SigIgn`` in ``/proc/self/status`` stayed
    as it was through the imports and nine tenths of ``tests/flows``.
    """
    if threading.current_thread() is threading.main_thread():
        heard = signal.getsignal(signal.SIGINT)
        signal.signal(signal.SIGINT, heard if callable(heard) else signal.default_int_handler)


@pytest.fixture(autouse=True)
def extensions_checked_by_the_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open lakes in the process of a test without a check of the signatures of DuckDB's extensions.

    It takes a quarter of a second, longer than most tests. Commands in processes of their own check them as ever, and
    so do the fixtures for a whole module, such as those that ask in a sandbox.
    """
    if "duckdb" not in sys.modules:
        return
    import duckdb  # noqa: PLC0415  (tests that need no lake must not wait for it)

    def connect(*where: Any, config: dict[str, str] | None = None, **rest: Any) -> duckdb.DuckDBPyConnection:
        return original(*where, config={**(config or {}), "allow_unsigned_extensions": "true"}, **rest)

    original = duckdb.connect
    monkeypatch.setattr(duckdb, "connect", connect)
