"""A server is started on a port of its own, again if it ends at once, and ended with whoever started it."""

import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from flows import api_process
from flows.errors import RunError

ENDS = ["-c", "raise SystemExit(3)"]
HANGS = ["-c", "import time; time.sleep(60)"]


@pytest.fixture
def serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Python is told to answer as a healthy server does."""
    monkeypatch.setattr(api_process, "_PAUSES", (0, 0))
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "health").write_text("true")
    return ["-m", "http.server", "--bind", "127.0.0.1", "--directory", str(tmp_path)]


def in_turn(*tries: list[str]) -> Callable[[int], list[str]]:
    """A command that is another one at each try."""
    left = iter(tries)
    return lambda port: [sys.executable, *next(left), str(port)]


def started(command: Callable[[int], list[str]], until_end: ExitStack, seconds: float = 60) -> str:
    return api_process.started(
        command, until_end, name="the server", advice="do without", seconds_to_start=seconds, seconds_to_end=5
    )


def test_one_that_ends_at_once_is_started_again(serves: list[str]) -> None:
    """As when another program took the port, or another server was making Prefect's database."""
    with ExitStack() as until_end:
        url = started(in_turn(ENDS, serves), until_end)
        assert urllib.request.urlopen(f"{url}/health").read() == b"true"  # noqa: S310


def test_it_is_gone_with_whoever_started_it(serves: list[str]) -> None:
    with ExitStack() as until_end:
        url = started(in_turn(serves), until_end)
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{url}/health")  # noqa: S310


@pytest.mark.usefixtures("serves")
def test_it_is_tried_so_often() -> None:
    with ExitStack() as until_end, pytest.raises(RunError, match=r"the server .* exit code 3; do without"):
        started(in_turn(ENDS, ENDS, ENDS), until_end)


@pytest.mark.usefixtures("serves")
def test_one_that_does_not_answer_is_not_tried_again() -> None:
    began = time.monotonic()
    with ExitStack() as until_end, pytest.raises(RunError, match=r"did not answer within 1 s"):
        started(in_turn(HANGS), until_end, seconds=1)
    assert time.monotonic() - began < 20, "nor waited for"


def test_one_that_is_not_up_yet_ends_with_a_killed_run() -> None:
    """It is told by its end of a pipe, which is open for as long as it lives."""
    kills = "import os, signal, time; time.sleep(1); os.kill(os.getppid(), signal.SIGKILL); time.sleep(600)"
    words = (
        "import sys\nfrom contextlib import ExitStack\nfrom flows.api_process import started\n"
        f"command = lambda port: [sys.executable, '-c', {kills!r}]\n"
        "started(command, ExitStack(), name='', advice='', seconds_to_start=60, seconds_to_end=5)"
    )
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", words], cwd=root, stdout=subprocess.PIPE, check=False, timeout=90)
    assert killed.returncode == -signal.SIGKILL
