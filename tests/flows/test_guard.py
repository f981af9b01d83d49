"""What ends Prefect's own server when the run is killed."""

import signal
import subprocess
import sys

import pytest

from flows import guard

pytestmark = pytest.mark.command


def test_what_was_started_ends_with_a_killed_process_and_nobody_else_does() -> None:
    """The number of a process that has ended belongs to others soon: the guard is gone before it could kill those."""
    with subprocess.Popen(["sleep", "60"]) as started:
        words = (
            f"import os, signal\nfrom flows.guard import ended_with_us\n"
            f"with ended_with_us({started.pid}): os.kill(os.getpid(), signal.SIGKILL)"
        )
        subprocess.run([sys.executable, "-c", words], check=False)
        assert started.wait(60) == -signal.SIGINT
    with subprocess.Popen(["sleep", "60"]) as started:
        command = [sys.executable, "-I", "-S", "-c", guard._WAIT_AND_END, str(started.pid)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as guarding:
            assert guarding.stdin
            guarding.stdin.close()  # as the system does when a process dies
            assert started.wait(60) == -signal.SIGINT
            assert guarding.wait(30) == 0, "it goes on to kill by a number that is no longer ours"
