"""The run as a Prefect flow, with real tasks on a real API."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.lake import open_lake

pytestmark = [pytest.mark.prefect, pytest.mark.usefixtures("prefect_server", "without_model")]


@pytest.fixture
def inbox(place: Path) -> Path:
    for number in range(5):
        path = place / "inbox" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Title {number}\n\nSomething happened in place {number}, people said.\n")
    return place / "inbox"


def contents(lake: Path) -> list[tuple[object, ...]]:
    with open_lake(lake, read_only=True) as con:
        return con.execute("SELECT * EXCLUDE (run_id) FROM articles ORDER BY article_id").fetchall()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_flow_writes_what_a_direct_run_writes(inbox: Path, workers: int) -> None:
    from flows.executors import direct  # noqa: PLC0415
    from flows.ingest import run_with_prefect  # noqa: PLC0415
    from flows.run import RunRequest, carry_out  # noqa: PLC0415
    from flows.settings import load_settings  # noqa: PLC0415

    plain = load_settings(lake=Path("plain"), batch_articles=2)
    driven = load_settings(lake=Path("driven"), batch_articles=2, workers=workers)
    carry_out(RunRequest(("inbox",), plain), direct)
    summary = run_with_prefect(RunRequest(("inbox",), driven))
    assert summary.counts.articles_new == 5
    assert contents(Path("driven")) == contents(Path("plain"))


def test_a_flow_that_was_started_deaf_hears_of_ctrl_c(inbox: Path) -> None:
    from flows.ingest import run_with_prefect  # noqa: PLC0415
    from flows.interrupts import starting_deaf  # noqa: PLC0415
    from flows.run import RunRequest  # noqa: PLC0415
    from flows.settings import load_settings  # noqa: PLC0415

    with starting_deaf():
        run_with_prefect(RunRequest((str(inbox),), load_settings(lake=Path("lake"))))
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_each_stage_of_each_batch_is_a_task_and_no_article_is(inbox: Path) -> None:
    from prefect.client.orchestration import get_client  # noqa: PLC0415

    from flows.ingest import run_with_prefect  # noqa: PLC0415
    from flows.run import RunRequest  # noqa: PLC0415
    from flows.settings import load_settings  # noqa: PLC0415

    with get_client(sync_client=True) as client:
        before = {run.id for run in client.read_task_runs(limit=200)}
        run_with_prefect(RunRequest(("inbox",), load_settings(lake=Path("lake"), batch_articles=3)))
        names = [run.name.split("-")[0] for run in client.read_task_runs(limit=200) if run.id not in before]
    assert sorted(names) == ["annotate", "annotate", "commit", "commit", "copies", "link", "read", "read"]


def _killed_once(mark: str) -> int:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_a_task_whose_worker_was_killed_is_done_again(place: Path) -> None:
    """Prefect's own retries don't see a pool that broke."""
    from prefect import task  # noqa: PLC0415

    from flows.runners import workers  # noqa: PLC0415
    from flows.settings import load_settings  # noqa: PLC0415

    with workers(load_settings(workers=2)) as those:
        pending = [those.submit(task(_killed_once), str(place / f"once{n}")) for n in range(2)]
        assert all(one.result() for one in pending)


def test_a_run_on_a_cluster_writes_what_a_direct_run_writes(inbox: Path) -> None:
    from flows.executors import direct  # noqa: PLC0415
    from flows.ingest import run_with_prefect  # noqa: PLC0415
    from flows.run import RunRequest, carry_out  # noqa: PLC0415
    from flows.settings import Runner, load_settings  # noqa: PLC0415

    pytest.importorskip("prefect_dask")
    carry_out(RunRequest(("inbox",), load_settings(lake=Path("plain"), batch_articles=2)), direct)
    run_with_prefect(
        RunRequest(("inbox",), load_settings(lake=Path("driven"), batch_articles=2, workers=1, runner=Runner.DASK))
    )
    assert contents(Path("driven")) == contents(Path("plain"))


def test_a_run_that_fails_is_told_once_and_without_a_traceback(
    inbox: Path, place: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    from flows.ingest import ingest  # noqa: PLC0415
    from flows.settings import load_settings  # noqa: PLC0415
    from warehouse.errors import LakeError  # noqa: PLC0415

    (place / "lake").mkdir()
    (place / "lake" / "catalog.sqlite").write_text("no catalog at all, but something else")
    with pytest.raises(LakeError, match="catalog is damaged"):
        ingest(["inbox"], load_settings(lake=Path("lake")), announce=True)
    assert re.match(r"run failed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: .", capsys.readouterr().out)
    assert any("catalog is damaged" in line for line in caplog.messages)
    assert "Traceback" not in caplog.text


def test_a_server_that_does_not_come_up_is_told(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows import api_process, embedded, ingest  # noqa: PLC0415
    from flows.errors import RunError  # noqa: PLC0415
    from flows.run import RunRequest  # noqa: PLC0415
    from flows.settings import Settings  # noqa: PLC0415

    monkeypatch.setattr(api_process, "_PAUSES", (0, 0))
    monkeypatch.setattr(embedded.sys, "executable", "/bin/false")
    told = "ended with exit code 1; --direct runs without"
    with temporary_settings(restore_defaults={PREFECT_API_URL}), pytest.raises(RunError, match=told):
        ingest.run_with_prefect(RunRequest((str(inbox),), Settings()))


def test_the_process_of_a_run_loads_no_server() -> None:
    """It takes longer than all else that is imported, in each worker and at each tick of a schedule."""
    loaded = "import sys, flows.ingest; sys.exit(any(name.startswith('prefect.server') for name in sys.modules))"
    subprocess.run([sys.executable, "-c", loaded], cwd=Path(__file__).parents[2], check=True)


@pytest.mark.parametrize("name", ["commit_batch", "find_copies", "link_entities"])
def test_a_task_that_duckdb_was_interrupted_in_has_not_failed(name: str) -> None:
    """Prefect tells of each failure in a traceback."""
    from flows import ingest  # noqa: PLC0415

    class Lake:
        def __getattr__(self, _: str) -> None:
            raise RuntimeError("Query interrupted")

    arguments = (Lake(), Path("batch"), "run", "batch") if name == "commit_batch" else (Lake(), "run")
    with pytest.raises(KeyboardInterrupt):
        ingest._TASKS[getattr(ingest, name)].fn(*arguments)
