"""Ctrl-C, however it comes."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest

from flows import fetch
from flows.cancellation import cancellable, cancelled_if_interrupted, workers_killed_if_interrupted
from flows.interrupts import (
    as_keyboard_interrupt,
    hear_again,
    is_interruption,
    starting_deaf,
    wake_whoever_waits,
)
from flows.plan import InputFile
from flows.remote_file import RemoteFacts, RemoteFile


@pytest.fixture(autouse=True)
def _hearing() -> Iterator[None]:
    """This process hears of Ctrl-C as Python does by itself, whatever a test before left: Prefect and Polars meddle."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    mask = signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    yield
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    signal.signal(signal.SIGINT, before)


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


def test_an_interrupt_of_who_was_started_deaf_is_heard_once_it_listens() -> None:
    with starting_deaf():
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        time.sleep(0.01)  # nothing is heard
        with pytest.raises(KeyboardInterrupt):
            hear_again()


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


def test_a_stage_is_broken_off_and_what_its_thread_does_next_is_not() -> None:
    at_work, left, done, told = threading.Event(), threading.Event(), threading.Event(), []

    def work() -> None:
        try:
            with cancellable():
                at_work.set()
                while True:
                    time.sleep(0.01)
        except KeyboardInterrupt:
            told.append("broken off")
        left.set()
        done.wait()
        told.append("went on")

    thread = threading.Thread(target=work)
    thread.start()
    at_work.wait()
    with pytest.raises(KeyboardInterrupt), cancelled_if_interrupted(), cancellable():
        raise KeyboardInterrupt
    left.wait(20)
    with pytest.raises(KeyboardInterrupt), cancelled_if_interrupted():
        raise KeyboardInterrupt
    done.set()
    thread.join(20)
    assert told == ["broken off", "went on"]


def test_what_is_fetched_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began, ended = threading.Event(), threading.Event()

    @contextmanager
    def opened(_uri: str) -> Iterator[tuple[RemoteFacts, Iterator[bytes]]]:
        def drops() -> Iterator[bytes]:
            while not ended.wait(0.01):
                began.set()
                yield b"."

        yield RemoteFacts(), drops()

    monkeypatch.setattr(fetch, "opened", opened)
    safety = threading.Timer(20, ended.set)
    safety.start()
    wake_whoever_waits()
    threading.Thread(target=lambda: (began.wait(), os.kill(os.getpid(), signal.SIGINT))).start()
    address = "http://127.0.0.1/a"
    file = InputFile(address, Path("a"), 0, None, remote=RemoteFile(address, RemoteFacts()))
    with pytest.raises(KeyboardInterrupt), fetch.fetched([file], tmp_path / "fetched", 10**9):
        pass
    assert not ended.is_set(), "it was waited for"
    safety.cancel()
    assert not (tmp_path / "fetched").exists()


@pytest.mark.parametrize("in_main_thread", [True, False], ids=["without Prefect", "under Prefect"])
def test_a_server_that_says_nothing_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, in_main_thread: bool
) -> None:
    began, says, said, told = (threading.Event() for _ in range(4))

    @contextmanager
    def opened(_uri: str) -> Iterator[tuple[RemoteFacts, Iterator[bytes]]]:
        began.set()
        says.wait(20)
        said.set()
        yield RemoteFacts(), iter([b"."])

    monkeypatch.setattr(fetch, "opened", opened)
    address = "http://127.0.0.1/a"
    file = InputFile(address, Path("a"), 0, None, remote=RemoteFile(address, RemoteFacts()))

    def fetch_it() -> None:
        try:
            with cancellable(), fetch.fetched([file], tmp_path / "fetched", 10**9):
                pass
        except KeyboardInterrupt:
            told.set()

    wake_whoever_waits()
    if in_main_thread:
        threading.Thread(target=lambda: (began.wait(), os.kill(os.getpid(), signal.SIGINT))).start()
        fetch_it()
    else:
        threading.Thread(target=fetch_it).start()
        began.wait()
        with pytest.raises(KeyboardInterrupt), cancelled_if_interrupted():
            raise KeyboardInterrupt
    try:
        assert told.wait(30)
        assert not said.is_set(), "it was waited for"
        assert not (tmp_path / "fetched").exists()
    finally:
        says.set()


def test_processes_that_are_no_workers_of_the_run_are_left_alone() -> None:
    start = get_context("spawn").Process
    other = start(target=time.sleep, args=(60,))
    other.start()
    worker = start(target=time.sleep, args=(60,))

    def interrupted() -> None:
        worker.start()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), workers_killed_if_interrupted():
        interrupted()
    worker.join(20)
    assert worker.exitcode == -signal.SIGKILL
    other.join(0.5)
    assert other.exitcode is None
    other.kill()
    other.join()
