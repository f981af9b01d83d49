"""A server of Prefect's API as a process beside us, on the loopback interface.

Nothing of Prefect is imported here: it reads its settings when it is imported, and the server's address is one.
"""

import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPException
from typing import Any

from flows.errors import RunError
from flows.guard import ended_with_us
from flows.interrupts import starting_deaf

_PAUSES = (2, 5, 10)
"""Seconds before a server is started again that ended at once."""


def started(
    command: Callable[[int], list[str]],
    until_end: ExitStack,
    *,
    name: str,
    advice: str,
    seconds_to_start: float,
    seconds_to_end: float,
    **how: Any,
) -> str:
    """Address of a server that is started by the ``command`` for a port, and ends with ``until_end``, or with us.

    It is started as ``subprocess`` is told ``how``; ``name`` and ``advice`` are for whoever reads the error.

    Raises:
        RunError: it does not come up.
    """
    for _ in _attempts():
        port = _free_port()
        url = f"http://127.0.0.1:{port}/api"
        child = _start(command(port), **how)
        until_end.enter_context(ended_with_us(child.pid))  # to the last: while it is told to end, we may be killed
        until_end.callback(child.wait)
        until_end.callback(child.kill)  # while it starts, it would tell of an interrupt
        reason = _trouble(url, child, seconds_to_start)
        if reason is None:
            until_end.callback(_end, child, seconds_to_end)
            return url
        too_slow = child.poll() is None
        until_end.close()
        if too_slow:  # another would be, too
            break
    raise RunError(f"{name} did not come up: {reason}; {advice}")


def _attempts() -> Iterator[None]:
    """A turn for each time that a server may be started, with a pause before each but the first.

    Of servers that are started at the same instant one makes Prefect's database, or brings it up to date, and the
    others meet it half made and end. And another program may take the port before the server does.
    """
    yield
    for pause in _PAUSES:
        time.sleep(pause)
        yield


def _free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(command: list[str], **how: Any) -> subprocess.Popen[bytes]:
    """Start the server, out of reach of what tells the run to end: the run tells it of its end, and then ends it.

    So it is in a session of its own, as a terminal sends Ctrl-C to all processes, and deaf to SIGTERM, as systemd does.
    """
    with starting_deaf(signal.SIGTERM):
        return subprocess.Popen(command, start_new_session=True, **how)  # noqa: S603  (ours)


def _trouble(url: str, child: subprocess.Popen[bytes], seconds: float) -> str | None:
    """Wait until the server answers; what is wrong if it ends instead, or takes more than so many seconds."""
    give_up_at = time.monotonic() + seconds
    while time.monotonic() < give_up_at:
        if child.poll() is not None:
            return f"it ended with exit code {child.returncode}"
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=2):  # noqa: S310  (our own loopback address)
                return None
        except (OSError, HTTPException):  # nobody is there yet, or nobody who speaks HTTP
            time.sleep(0.1)
    return f"it did not answer within {seconds:.0f} s"


def _end(child: subprocess.Popen[bytes], seconds: float) -> None:
    """End the server, by force if it will not within so many seconds, or if we are told not to wait."""
    child.send_signal(signal.SIGINT)
    try:
        with suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
    finally:
        child.kill()  # nothing to one that has ended
        child.wait()
