"""A process that ends another one when this one is gone, however it ended.

``SIGKILL`` and the out-of-memory killer run no clean-up, so what a process started would live on: Prefect's own server,
for one, with its 200 MB, and one more after each such night. Pipes are closed by the system, so the end of one tells.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_WAIT_AND_END = """
import os, signal, sys, time
pid = int(sys.argv[1])
sys.stdin.buffer.read()
try:
    os.kill(pid, signal.SIGTERM)
    time.sleep(10)
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
except OSError:
    pass
"""


@contextmanager
def ended_with_us(pid: int) -> Iterator[None]:
    """End the process ``pid`` should this one die within the block. After it, the process is left as it is."""
    # Away from the terminal: Ctrl-C is for the run, and the guard must outlive it.
    guard = subprocess.Popen(  # noqa: S603  (our own words, our own interpreter)
        [sys.executable, "-I", "-S", "-c", _WAIT_AND_END, str(pid)], stdin=subprocess.PIPE, start_new_session=True
    )
    try:
        yield
    finally:
        guard.kill()
        guard.communicate()
