"""A server of Prefect's API as a process beside us, on the loopback interface.

Nothing of Prefect is imported here: it reads its settings when it is imported, and the server's address is one.
"""

import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from typing import Any

from flows.interrupts import starting_deaf

_PAUSES = (2, 5, 10)
"""Seconds before a server is started again that ended at once."""


def attempts() -> Iterator[int]:
    """Numbers to start a server by, with a pause before each but the first.

    Of servers that are started at the same instant one makes Prefect's database, or brings it up to date, and the
    others meet it half made and end. And another program may take the port before the server does.
    """
    yield 1
    for number, pause in enumerate(_PAUSES, 2):
        time.sleep(pause)
        yield number


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(command: list[str], **how: Any) -> subprocess.Popen[bytes]:
    """Start the server, out of reach of what tells the run to end: the run tells it of its end, and then ends it.

    So it is in a session of its own, as a terminal sends Ctrl-C to all processes, and deaf to SIGTERM, as systemd does.
    """
    with starting_deaf(signal.SIGTERM):
        return subprocess.Popen(command, start_new_session=True, **how)  # noqa: S603  (ours)


def trouble(url: str, child: subprocess.Popen[bytes], seconds: float) -> str | None:
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


def end(child: subprocess.Popen[bytes], seconds: float) -> None:
    """End the server, by force if it will not within so many seconds, or if we are told not to wait."""
    child.send_signal(signal.SIGINT)
    try:
        with suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
    finally:
        child.kill()  # nothing to one that has ended
        child.wait()
