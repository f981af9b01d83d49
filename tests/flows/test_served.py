"""The end of a schedule that SIGTERM asks for."""

import asyncio
import signal
from collections.abc import Iterator

import pytest
from prefect.runner import Runner

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
