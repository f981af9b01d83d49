"""Ctrl-C, however it comes."""

import os
import signal
import threading

import pytest

from flows.interrupts import as_keyboard_interrupt, is_interruption, wake_whoever_waits


@pytest.mark.parametrize(
    ("error", "is_one"),
    [
        (KeyboardInterrupt(), True),
        (RuntimeError("Query interrupted"), True),
        (RuntimeError("Query interrupted by a fault"), False),
        (ValueError("Query interrupted"), False),
    ],
)
def test_what_is_an_interruption(error: BaseException, *, is_one: bool) -> None:
    assert is_interruption(error) == is_one


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(KeyboardInterrupt), as_keyboard_interrupt():
        raise RuntimeError("Query interrupted")
    with pytest.raises(RuntimeError, match="full"), as_keyboard_interrupt():
        raise RuntimeError("full")


def test_an_interrupt_wakes_whoever_waits_for_a_thread() -> None:
    signal.siginterrupt(signal.SIGINT, False)  # as Polars leaves it
    wake_whoever_waits()
    ended = threading.Event()
    work = threading.Timer(3, ended.set)
    work.start()
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        ended.wait()
    assert not ended.is_set(), "it was heard when the work was done"
    work.cancel()
