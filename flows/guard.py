"""A process that ends another one when this one is gone, however it ended.

``SIGKILL`` and the out-of-memory killer run no clean-up, so what a process started would live on: Prefect's own server,
for one, with its 200 MB, and one more after each such night. Pipes are closed by the system, so the end of one tells.
"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flows.interrupts import starting_deaf

_WAIT_AND_END = """
import os, signal, sys, time
pid = int(sys.argv[1])
try:
    # The number of a process that is gone is given to others, who must not be killed in its stead.
    opened = os.pidfd_open(pid)
    send = lambda what: signal.pidfd_send_signal(opened, what)
except (AttributeError, OSError):  # Linux has it
    send = lambda what: os.kill(pid, what)
sys.stdin.buffer.read()
try:
    send(signal.SIGINT)  # Prefect's server is deaf to SIGTERM
    for _ in range(100):
        time.sleep(0.1)
        send(0)  # fails when it is gone
    send(getattr(signal, "SIGKILL", signal.SIGTERM))
except OSError:
    pass
"""


@contextmanager
def ended_with_us(pid: int) -> Iterator[None]:
    """End the process ``pid`` should this one die within the block. After it, the process is left as it is."""
    # Away from the terminal and from what stops a service: both are for the run, and the guard must outlive it.
    with starting_deaf(signal.SIGTERM):
        guard = subprocess.Popen(  # noqa: S603  (our own words, our own interpreter)
            [sys.executable, "-I", "-S", "-c", _WAIT_AND_END, str(pid)], stdin=subprocess.PIPE, start_new_session=True
        )
    try:
        yield
    finally:
        guard.kill()
        guard.communicate()
