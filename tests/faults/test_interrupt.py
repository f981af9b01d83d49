"""An interrupted run says so, and what to do."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from warehouse.lake import open_lake

HANGING = """
import atexit, os, sys, time
def hang(*_):
    open(os.environ["AT_WORK"], "w").close()
    while True:
        time.sleep(0.05)
if os.environ["HANGS"] == "reading":
    if "flows.reader_process" in sys.orig_argv:
        import transforms.readers.plain as plain
        plain.plain_article = hang
elif "flows" in sys.orig_argv or "--multiprocessing-fork" in sys.orig_argv:
    import flows.stages
    flows.stages.complete = hang
"""
"""Has a stage last for ever, and tells when it has begun."""

SAID = "copydesk: interrupted. What was committed stands; the same command goes on from there\n"


@pytest.mark.parametrize(
    ("how", "arguments", "hangs"),
    [
        pytest.param(signal.SIGINT, ["--direct"], "reading", id="Ctrl-C without Prefect"),
        pytest.param(signal.SIGINT, [], "annotating", id="Ctrl-C under Prefect"),
        pytest.param(signal.SIGTERM, [], "reading", id="SIGTERM to all processes under Prefect"),
        pytest.param(signal.SIGINT, ["--workers", "2"], "annotating", id="Ctrl-C with worker processes"),
        pytest.param(signal.SIGTERM, ["--workers", "2", "--direct"], "reading", id="SIGTERM with worker processes"),
        pytest.param(signal.SIGINT, ["--workers", "2", "--runner", "dask"], "reading", id="Ctrl-C with those of Dask"),
    ],
)
def test_an_interrupted_run_waits_for_nothing_and_says_what_stands(
    how: signal.Signals, arguments: list[str], hangs: str, tmp_path: Path
) -> None:
    (tmp_path / "patch").mkdir()
    (tmp_path / "patch" / "sitecustomize.py").write_text(HANGING)
    (tmp_path / "a.txt").write_text("Bridge opens\n\nThe bridge at Halden opened on Monday.\n")
    top = str(Path(__file__).parents[2])
    own = {"AT_WORK": str(tmp_path / "at-work"), "HANGS": hangs, "COPYDESK_RECORD_SECONDS": "600"}
    env = os.environ | own | {"COPYDESK_MODELS": "{}", "PYTHONPATH": os.pathsep.join([str(tmp_path / "patch"), top])}
    command = [sys.executable, "-m", "flows", "run", *arguments, "a.txt", "--lake", "lake"]
    run = subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    give_up_at = time.monotonic() + 90
    while not (tmp_path / "at-work").exists() and time.monotonic() < give_up_at:
        time.sleep(0.1)
    own_variable = f"AT_WORK={tmp_path / 'at-work'}"
    if how is signal.SIGINT:
        os.killpg(run.pid, how)  # as a terminal does: all that the run started hears it, too
    elif "--direct" in arguments:
        run.send_signal(how)
    else:
        for process in processes_with(own_variable):  # as systemd does
            os.kill(int(process.name), how)
    assert run.stderr is not None
    before = ""
    try:
        if how is signal.SIGINT and hangs == "annotating":  # once more, while the server of Prefect is ended
            while not before.endswith(SAID) and (line := run.stderr.readline()):
                before += line
            time.sleep(0.2)
            os.killpg(run.pid, how)
        _, after = run.communicate(timeout=90)
    finally:
        run.kill()
        run.wait()
    said = before + after
    assert run.returncode == 130
    assert said.endswith(SAID)
    assert "Traceback" not in said
    assert "WARNING" not in said  # as Dask tells of what is broken off
    assert not wait_for_the_end_of(own_variable)
    assert not any(tmp_path.glob("lake/staging/*"))
    with open_lake(tmp_path / "lake", read_only=True) as con:
        assert con.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]


def wait_for_the_end_of(variable: str) -> list[str]:
    """Processes that have a variable of the run's own and are still there some seconds later."""
    give_up_at = time.monotonic() + 60
    while True:
        found = []
        for process in processes_with(variable):
            with suppress(OSError):  # it has ended since
                found.append((process / "cmdline").read_text())
        if not found or time.monotonic() > give_up_at:
            return found
        time.sleep(0.1)


def processes_with(variable: str) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if variable.encode() in (process / "environ").read_bytes().split(b"\0"):
                yield process


def cpu_seconds(pid: int) -> float:
    """What all threads of a process have taken so far, by its 14th and 15th field in /proc."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_an_interrupted_question_ends_without_a_traceback(tmp_path: Path) -> None:
    """DuckDB hears of Ctrl-C while it runs a statement, and does not while its rows are fetched."""
    with open_lake(tmp_path / "lake", read_only=False):
        pass
    forever = "SELECT count(*) FROM range(2000000000000) AS t(i) WHERE i % 7 = 3"
    command = [sys.executable, "-m", "flows", "sql", forever, "--lake", "lake"]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    asking = subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True)
    while asking.poll() is None and cpu_seconds(asking.pid) < 6:  # starting takes one to three
        time.sleep(0.1)
    asking.send_signal(signal.SIGINT)
    try:
        _, said = asking.communicate(timeout=90)
    finally:
        asking.kill()
    assert (asking.returncode, said) == (130, "copydesk: interrupted\n")
