"""A schedule really fires: on a server of our own and on one that the environment names.

With a SQLAlchemy that Prefect does not know, all looks well and no tick ever comes; only seeing it fire tells.
"""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from warehouse.lake import open_lake

pytestmark = [pytest.mark.prefect, pytest.mark.timeout(400)]

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """With one database of Prefect's for all tests: to make it takes as long as a run."""
    home = tmp_path_factory.mktemp("prefect")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "COPYDESK_"))}
    return kept | {
        "PYTHONPATH": str(TOP),
        "PREFECT_HOME": str(home / "ours"),
        "COPYDESK_MODELS": "{}",
        "PREFECT_RUNNER_POLL_FREQUENCY": "2",
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_MEMO_STORE_PATH": str(home / "memo.toml"),
    }


@pytest.fixture(scope="module")
def named_server(environment: dict[str, str]) -> Iterator[str]:
    """A Prefect server on loopback with a database of its own, as someone who runs one would have it."""
    from flows.schedule import server  # noqa: PLC0415

    with contextlib.ExitStack() as open_until_then:
        with pytest.MonkeyPatch.context() as patch:
            own = {"PREFECT_HOME": environment["PREFECT_HOME"] + "-named", "PREFECT_API_URL": ""}
            for name, value in (environment | own).items():
                patch.setenv(name, value)
            url = open_until_then.enter_context(server())
        yield url


def fires_twice(place: Path, environment: dict[str, str], *, ends_at_a_start: bool = False) -> None:
    """Serve a folder every few seconds; put a file in after the first run, and wait until a later one has read it.

    Ends it as a terminal's Ctrl-C does, which reaches all that it started: a run that is being started, too.
    """
    inbox = place / "inbox"
    inbox.mkdir()
    (inbox / "first.txt").write_text("First\n\nSomething happened, people said.\n")
    log = place / "serve.log"
    command = [sys.executable, "-m", "flows"]
    with (
        log.open("w") as out,
        subprocess.Popen(
            [*command, "serve", "--every", "5", "inbox", "--lake", "lake"],
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
        ) as served,
    ):
        try:
            done = wait_for_a_run(log, served, "")
            assert "1 articles new" in done[0]
            (inbox / "second.txt").write_text("Second\n\nSomething else happened, people said.\n")
            done = wait_for_a_run(log, served, "2 files, 1 articles new")
            assert len(done) > 1
            if ends_at_a_start:
                wait_until(lambda: not runs_at_work(environment), 60)
                wait_until(lambda: bool(runs_at_work(environment)), 60)
                time.sleep(0.5)  # in the midst of its imports
        finally:
            os.killpg(served.pid, signal.SIGINT)
            try:
                served.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(served.pid, signal.SIGKILL)  # or the test would wait for ever
                raise
    ids = [line.split()[1] for line in done]
    assert ids == sorted(ids), "runs never overlap: each began after the one before"
    assert "Traceback" not in log.read_text()


def runs_at_work(environment: dict[str, str]) -> list[int]:
    """The processes of runs that a schedule started, in Python's way of spawning."""
    those = processes_with(f"PREFECT_HOME={environment['PREFECT_HOME']}")
    return [pid for pid, command in those.items() if b"spawn_main" in command]


def wait_for_a_run(log: Path, served: subprocess.Popen[bytes], that_says: str) -> list[str]:
    give_up_at = time.monotonic() + 180
    while time.monotonic() < give_up_at:
        lines = re.findall(r"run \d{8}t.*", log.read_text())
        if any(that_says in line for line in lines):
            return lines
        assert served.poll() is None, log.read_text()
        time.sleep(0.5)
    raise AssertionError(f"no run came that says {that_says!r}:\n{log.read_text()}")


def test_a_schedule_fires_with_a_server_of_our_own(place: Path, environment: dict[str, str]) -> None:
    fires_twice(place, environment)


def test_a_schedule_fires_on_a_server_that_the_environment_names(
    place: Path, environment: dict[str, str], named_server: str
) -> None:
    fires_twice(place, environment | {"PREFECT_API_URL": named_server}, ends_at_a_start=True)


LASTING = """
import os, sys, time
def last(*_):
    open(os.environ["AT_WORK"], "w").close()
    time.sleep(600)
if "flows.reader_process" in sys.orig_argv:
    import transforms.readers.plain as plain
    plain.plain_article = last
"""
"""Has a run last long, and tells when it has come to an article."""


def lasts(place: Path) -> dict[str, str]:
    """The environment in which it does."""
    (place / "patch").mkdir()
    (place / "patch" / "sitecustomize.py").write_text(LASTING)
    path = f"{place / 'patch'}{os.pathsep}{TOP}"
    return {"PYTHONPATH": path, "AT_WORK": str(place / "at-work"), "COPYDESK_RECORD_SECONDS": "600"}


def wait_until(true: Callable[[], bool], seconds: float = 180) -> None:
    give_up_at = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < give_up_at, "it never came"
        time.sleep(0.1)


def code_of(told_to_end: subprocess.Popen[bytes], log: Path) -> int:
    """Exit code of a process that was sent SIGTERM and ends by itself, within the 90 seconds that systemd gives it."""
    try:
        return told_to_end.wait(90)
    except subprocess.TimeoutExpired:
        raise AssertionError(f"it did not end:\n{log.read_text()}") from None


def test_two_schedules_of_one_user_each_read_their_own_folder(place: Path, environment: dict[str, str]) -> None:
    """They share Prefect's database; of one name, the second took the first one's place and read its folder for it.

    One is told to end by SIGTERM in the middle of a run, as ``docker stop`` does: it waits for nothing.
    """
    lasting = lasts(place)
    at_work = Path(lasting["AT_WORK"])
    with contextlib.ExitStack() as until_then:
        served = {}
        for name, own in (("near", {}), ("far", lasting)):
            inbox = place / name
            inbox.mkdir()
            (inbox / "a.txt").write_text(f"News from {name}\n\nSomething happened, people said.\n")
            log = place / f"{name}.log"
            out = until_then.enter_context(log.open("w"))
            command = [sys.executable, "-m", "flows", "serve", "--every", "5", name, "--lake", f"{name}-lake"]
            process = until_then.enter_context(subprocess.Popen(command, env=environment | own, stdout=out, stderr=out))
            until_then.callback(process.wait, 60)
            until_then.callback(process.send_signal, signal.SIGINT)
            served[name] = (log, process)
            if name == "near":
                wait_for_a_run(*served[name], "1 files, 1 articles new")
        wait_until(at_work.exists)
        (place / "near" / "b.txt").write_text("More from near\n\nSomething else happened, people said.\n")
        wait_for_a_run(*served["near"], "2 files, 1 articles new")
        log, process = served["far"]
        process.terminate()
        assert code_of(process, log) == 0
        assert "Traceback" not in log.read_text()
        wait_until(lambda: not processes_with(f"AT_WORK={at_work}"), 60)
        with open_lake(place / "far-lake", read_only=True) as lake:
            assert lake.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]


def test_a_schedule_that_was_killed_in_a_run_fires_again(place: Path, environment: dict[str, str]) -> None:
    """As by a power cut: Prefect would take that run to be at work for ever, and skip all ticks for its sake.

    Started by a script that does not wait for it, which leaves it deaf to Ctrl-C, it still ends by SIGTERM.
    """
    lasting = lasts(place)
    (place / "inbox").mkdir()
    (place / "inbox" / "a.txt").write_text("News\n\nSomething happened, people said.\n")
    log = place / "serve.log"
    command = [sys.executable, "-m", "flows", "serve", "--every", "5", "inbox", "--lake", "lake"]
    with (
        log.open("w") as out,
        subprocess.Popen(command, env=environment | lasting, stdout=out, stderr=out, start_new_session=True) as killed,
    ):
        wait_until(Path(lasting["AT_WORK"]).exists)
        os.killpg(killed.pid, signal.SIGKILL)
    wait_until(lambda: not processes_with(f"AT_WORK={lasting['AT_WORK']}"))
    deaf = ["sh", "-c", 'trap "" INT; exec "$0" "$@"', *command]
    with log.open("w") as out, subprocess.Popen(deaf, env=environment, stdout=out, stderr=out) as served:
        try:
            wait_for_a_run(log, served, "1 files, 1 articles new")
            ours = processes_with(f"PREFECT_HOME={environment['PREFECT_HOME']}").items()
            told = {pid for pid, its_command in ours if b"server\0start" in its_command}
            assert told & processes_with("DO_NOT_TRACK=1").keys() == told != set(), "our server tells nobody of us"
            served.terminate()
            assert code_of(served, log) == 0
        finally:
            served.kill()


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({}, True),
        ({"refresh": True}, True),
        ({"paths": ["/b", "/a"]}, True),
        ({"paths": ["/a"]}, False),
        ({"settings": {"lake": "/other", "catalog": "", "data": "", "root": None}}, False),
        ({"settings": {"lake": "/lake", "catalog": "postgres:host=db", "data": "", "root": None}}, False),
    ],
)
def test_a_schedule_has_a_name_of_its_own_and_keeps_it(changed: dict[str, object], same: bool) -> None:
    from flows.schedule import deployment_name  # noqa: PLC0415

    parameters = {"paths": ["/a", "/b"], "settings": {"lake": "/lake", "catalog": "", "data": "", "root": None}}
    assert (deployment_name(parameters) == deployment_name(parameters | changed)) is same


@pytest.mark.parametrize(
    ("when", "says"),
    [
        pytest.param({"cron": "nightly"}, "--cron 'nightly' is no cron line: write minute", id="no cron line"),
        pytest.param({"cron": "0 3 * *"}, "is no cron line", id="a field short"),
        pytest.param({"cron": ""}, "is no cron line", id="an unset variable"),
        pytest.param({"cron": "R 3 * * *"}, "is no cron line", id="what Prefect does not know"),
        pytest.param({"cron": "0 3 31 2 *"}, "never comes", id="a day that no month has"),
        pytest.param({"cron": "0 3 * * *", "timezone": "Mars/City"}, "--timezone 'Mars/City': there is no", id="zone"),
        pytest.param({"cron": "0 3 * * *", "timezone": ""}, "--timezone '': there is no", id="an unset zone"),
        pytest.param({"interval": timedelta(hours=1), "timezone": "CEST"}, "as in Europe/Paris", id="no zone's name"),
    ],
)
def test_a_schedule_that_can_not_be_meant_is_told(when: dict[str, Any], says: str) -> None:
    from flows.errors import UsageError  # noqa: PLC0415
    from flows.schedule import schedule_of  # noqa: PLC0415

    with pytest.raises(UsageError, match=re.escape(says)):
        schedule_of(**{"cron": None, "interval": None, "timezone": None} | when)


@pytest.mark.parametrize("cron", ["0 3 * * mon-fri", "@daily", "0 3 29 2 *"])
def test_a_schedule_that_can_be_meant_is_kept(cron: str) -> None:
    from flows.schedule import schedule_of  # noqa: PLC0415

    schedule = schedule_of(cron=cron, interval=None, timezone="Europe/Paris")
    assert (schedule.cron, schedule.timezone) == (cron, "Europe/Paris")


def test_a_wrong_schedule_is_told_before_a_server_is_started(place: Path, environment: dict[str, str]) -> None:
    """And nothing is said to be served: that took the twelve seconds of a start."""
    (place / "inbox").mkdir()
    command = [sys.executable, "-m", "flows", "serve", "--cron", "nightly", "inbox", "--lake", "lake"]
    own = environment | {"PREFECT_HOME": str(place / "home")}
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("copydesk: --cron 'nightly' is no cron line")
    assert not (place / "home" / "prefect.db").exists()


def test_a_run_reports_to_the_server_that_the_environment_names(
    place: Path, environment: dict[str, str], named_server: str
) -> None:
    from prefect.client.orchestration import SyncPrefectClient  # noqa: PLC0415

    (place / "a.txt").write_text("First\n\nSomething happened, people said.\n")
    command = [sys.executable, "-m", "flows", "run", "a.txt", "--lake", "lake"]
    subprocess.run(command, env=environment | {"PREFECT_API_URL": named_server}, check=True)
    with SyncPrefectClient(named_server) as client:
        runs = [run for run in client.read_flow_runs() if not run.auto_scheduled]
    assert [(run.state_name, run.parameters["paths"]) for run in runs] == [("Completed", ["a.txt"])]


@pytest.mark.parametrize("command", [["run"], ["serve", "--every", "60"]], ids=lambda one: one[0])
def test_a_named_server_that_does_not_answer_is_told(
    place: Path, environment: dict[str, str], command: list[str]
) -> None:
    (place / "a.txt").write_text("First\n\nSomething happened, people said.\n")
    called = [sys.executable, "-m", "flows", *command, "a.txt", "--lake", "lake"]
    own = environment | {"PREFECT_API_URL": "http://127.0.0.1:9/api"}
    done = subprocess.run(called, env=own, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "the Prefect server at http://127.0.0.1:9/api can't be used" in done.stderr
    assert "unset PREFECT_API_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_with_workers_has_one_server_and_leaves_none(place: Path, environment: dict[str, str]) -> None:
    for number in range(3):
        (place / f"{number}.txt").write_text(f"Title {number}\n\nSomething happened there, people said.\n")
    command = [sys.executable, "-m", "flows", "run", ".", "--lake", "lake", "--workers", "2"]
    seen: set[int] = set()
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
        while run.poll() is None:
            seen |= servers(environment["PREFECT_HOME"])
            time.sleep(0.5)  # each lives for seconds; to look through all processes takes the run's time
    assert run.returncode == 0
    assert len(seen) == 1
    give_up_at = time.monotonic() + 60
    while servers(environment["PREFECT_HOME"]) and time.monotonic() < give_up_at:
        time.sleep(0.1)
    assert not servers(environment["PREFECT_HOME"])


def servers(home: str) -> set[int]:
    """Processes that serve Prefect's API out of this home."""
    return {pid for pid, command in processes_with(f"PREFECT_HOME={home}").items() if b"uvicorn" in command}


def processes_with(variable: str) -> dict[int, bytes]:
    """Command lines of the processes that have a variable in their environment."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if variable.encode() in (process / "environ").read_bytes().split(b"\0"):
                found[int(process.name)] = (process / "cmdline").read_bytes()
    return found


def test_a_server_that_does_not_come_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is enough: other errors than ours end in a traceback."""
    from flows import api_process, schedule  # noqa: PLC0415
    from flows.errors import RunError  # noqa: PLC0415

    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setattr(api_process, "_PAUSES", (0, 0))
    monkeypatch.setattr(schedule.sys, "executable", "/bin/false")
    with pytest.raises(RunError, match=r"ended with exit code 1.*copydesk doctor"), schedule.server():
        pass
