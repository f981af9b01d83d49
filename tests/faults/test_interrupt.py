"""An interrupted run says so, and what to do."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warehouse.lake import open_lake


@pytest.mark.parametrize(
    ("how", "direct"),
    [(signal.SIGINT, ["--direct"]), (signal.SIGINT, []), (signal.SIGTERM, [])],
    ids=["Ctrl-C", "Ctrl-C under Prefect", "SIGTERM under Prefect"],
)
def test_an_interrupted_run_says_what_stands(how: signal.Signals, direct: list[str], tmp_path: Path) -> None:
    lines = (json.dumps({"id": f"n{n}", "title": f"Record {n}", "text": f"words {n} " * 900}) for n in range(4000))
    (tmp_path / "records.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "flows", "run", *direct, "records.jsonl", "--lake", "lake"]
    env = os.environ | {"COPYDESK_MODELS": "{}", "PYTHONPATH": str(Path(__file__).parents[2])}
    run = subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    give_up_at = time.monotonic() + 60
    while not any(tmp_path.glob("lake/staging/*/batch-*")) and time.monotonic() < give_up_at:
        time.sleep(0.1)
    if how is signal.SIGINT:
        os.killpg(run.pid, how)  # as a terminal does: all that the run started hears it, too
    else:
        run.send_signal(how)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert said.splitlines()[-1].startswith("copydesk: interrupted. What was committed stands")
    assert "Traceback" not in said
    with open_lake(tmp_path / "lake", read_only=True) as con:
        assert con.execute("SELECT status FROM runs").fetchall() == [("interrupted",)]


def test_an_interrupted_question_ends_without_a_traceback(tmp_path: Path) -> None:
    """DuckDB hears of Ctrl-C while it runs a statement, and does not while its rows are fetched."""
    with open_lake(tmp_path / "lake", read_only=False):
        pass
    forever = "SELECT count(*) FROM range(2000000000000) AS t(i) WHERE i % 7 = 3"
    command = [sys.executable, "-m", "flows", "sql", forever, "--lake", "lake"]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    asking = subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True)
    time.sleep(12)  # by then it is at work, on a busy machine too
    asking.send_signal(signal.SIGINT)
    try:
        _, said = asking.communicate(timeout=30)
    finally:
        asking.kill()
    assert (asking.returncode, said) == (130, "copydesk: interrupted\n")
