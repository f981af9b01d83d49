"""The end of a schedule that SIGTERM asks for."""

import asyncio
import multiprocessing
import signal
import time
from collections.abc import Iterator

import pytest
from prefect.runner import Runner

from flows import served
from flows.served import _Runner

pytestmark = pytest.mark.prefect


@pytest.fixture
def deaf() -> Iterator[None]:
    """As a script's ``copydesk serve &`` is started: Ctrl-C is not for it."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.mark.usefixtures("deaf")
def test_what_asyncio_is_at_is_never_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception in the middle of a callback loses what it was to wake, and that would be waited for for ever."""
    went_on = []

    def interrupted() -> None:
        signal.raise_signal(signal.SIGTERM)
        went_on.append(True)

    async def serving(runner: Runner) -> None:
        signal.signal(signal.SIGTERM, runner.handle_sigterm)
        asyncio.get_running_loop().call_soon(interrupted)
        await asyncio.sleep(60)

    monkeypatch.setattr(Runner, "start", serving)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(_Runner(name="a schedule").start())
    assert went_on


def hangs(begun: "multiprocessing.synchronize.Event") -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    begun.set()
    time.sleep(600)


def test_a_run_that_hangs_does_not_hold_up_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None: ...

    for seconds in ("_SECONDS_TO_END", "_SECONDS_UNTIL_KILLED"):
        monkeypatch.setattr(served, seconds, 0.2)
    monkeypatch.setattr(Runner, "__aexit__", nothing)
    spawning = multiprocessing.get_context("spawn")
    begun = spawning.Event()
    run = spawning.Process(target=hangs, args=(begun,), daemon=True)
    run.start()
    assert begun.wait(60)
    asyncio.run(_Runner(name="a schedule").__aexit__())
    run.join(10)
    assert run.exitcode == -signal.SIGKILL
