"""A server of Prefect's API as a process beside us, on the loopback interface.

Nothing of Prefect is imported here: it reads its settings when it is imported, and the server's address is one.
"""

import socket
import subprocess
import time
import urllib.request
from http.client import HTTPException


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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
    """End the server, by force if it will not within so many seconds."""
    child.terminate()
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
