"""Prefect's runner of a schedule, with an end of our own: told to end, it would wait for the end of the run at work.

Its runs are deaf to Ctrl-C until they are at work (``ingest`` listens then): struck while it starts, one would tell of
it in a traceback.
"""

import asyncio
import signal
import time
from multiprocessing import active_children
from multiprocessing.context import SpawnProcess
from typing import Any, cast
from uuid import UUID

from prefect import Flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitUpdate
from prefect.flow_engine import run_flow_in_subprocess
from prefect.runner import Runner, _starter_direct

from flows.interrupts import hear_no_more, starting_deaf

_SECONDS_TO_END = 3
"""For a run that was sent Ctrl-C beside us, as a terminal does, before it is told by us."""

_SECONDS_UNTIL_KILLED = 5
"""For a run that we told to end. Prefect would give it 30, and ``docker stop`` kills all after ten."""


class _Runner(Runner):
    _served: asyncio.Task[Any] | None = None

    async def start(self, *how: Any, **more: Any) -> None:
        self._served = asyncio.current_task()
        await super().start(*how, **more)

    def handle_sigterm(self, *_: object, **__: object) -> None:
        """Have the run at work end, and end as by Ctrl-C: Prefect's own end does not get to its cleaning up.

        An exception from here could meet asyncio between two tasks; one of them would be lost, and waited for for ever.
        """
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it may come twice, which must not break off the end
        _end_runs()
        if self._served is not None:
            self._served.get_loop().call_soon_threadsafe(self._served.cancel)

    async def __aexit__(self, *exc_info: object) -> None:
        await _ended(_SECONDS_TO_END)
        _end_runs()
        await _ended(_SECONDS_UNTIL_KILLED)
        for run in active_children():
            run.kill()  # the next run tells of it, as after a power cut
        await super().__aexit__(*exc_info)


def _start_deaf(*which: Any, **how: Any) -> SpawnProcess:
    with starting_deaf():
        return run_flow_in_subprocess(*which, **how)


def keep(flow: Flow[..., Any], *, name: str, **deployment: Any) -> None:
    """Keep a ``deployment`` of ``flow`` by this name, and start its runs when they are due, until Ctrl-C or SIGTERM."""
    runner = _Runner(name=name)
    _free(cast("UUID", runner.add_flow(flow, name=name, **deployment)))  # no coroutine outside of one
    vars(_starter_direct)["run_flow_in_subprocess"] = _start_deaf  # the name that Prefect says is to be replaced
    try:
        asyncio.run(runner.start())
    except (KeyboardInterrupt, asyncio.CancelledError):
        hear_no_more()  # a server of our own is still to be ended
    finally:
        _end_runs()  # one that was being started; Python waits for it when it ends
        for run in active_children():
            run.join(_SECONDS_UNTIL_KILLED)
            run.kill()


def _free(deployment: UUID) -> None:
    """Forget a run that Prefect takes to be at work still: its schedule was killed with it, and could tell no end.

    All ticks to come would be skipped for its sake, and nobody told. Should it be at work after all, it has the lock.
    """
    with get_client(sync_client=True) as client:
        limit = client.read_deployment(deployment).global_concurrency_limit
        if limit is not None and limit.active_slots:
            client.update_global_concurrency_limit(limit.name, GlobalConcurrencyLimitUpdate(active_slots=0))


async def _ended(seconds: float) -> None:
    """Wait until no run is at work, or so many seconds."""
    give_up_at = time.monotonic() + seconds
    while active_children() and time.monotonic() < give_up_at:
        await asyncio.sleep(0.1)


def _end_runs() -> None:
    for run in active_children():
        run.terminate()
