"""Runs through Prefect that are killed: what they leave behind must not keep the next run from going on."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from harness import Commands, Damage, Rows, compare, dump, is_made, torn

pytestmark = pytest.mark.prefect

POINTS = [
    ("warehouse.commit:_replace_files:after", 2, 0.003),  # inside of the commit itself
    ("flows.stages:annotate_chunk:after", 2, 0),
    ("flows.stages:read_batch", 2, 0),
    ("warehouse.runs:start_run:after", 1, 0),
    ("warehouse.commit:commit_batch:after", 1, 0),
    ("flows.link:link_entities", 1, 0),
    ("warehouse.runs:finish_run:after", 1, 0),
]
IN_CI = 1


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Prefect's own database, which goes on believing that the killed runs are running."""
    return {"PREFECT_HOME": str(tmp_path_factory.mktemp("prefect"))}


@pytest.mark.parametrize(
    ("point", "nth", "delay"),
    [pytest.param(*point, marks=() if number < IN_CI else pytest.mark.slow) for number, point in enumerate(POINTS)],
)
def test_killed_under_prefect_and_run_again_beside_what_is_left(
    commands: Commands, articles: Path, calm: Rows, home: dict, tmp_path: Path, point: str, nth: int, delay: float
) -> None:
    run = ("run", articles, "--root", articles, "--lake", tmp_path / "lake")
    code = commands(*run, env=home, kill=[point, nth, delay], alone=True)
    try:
        assert code == -9, f"the point was never reached: {commands.said}"
        give_up_at = time.monotonic() + 60
        while commands.what_lives_on():
            assert time.monotonic() < give_up_at, "Prefect's own server outlived the run"
            time.sleep(0.2)
        assert torn(tmp_path / "lake") == 0 if is_made(tmp_path / "lake") else True
        assert commands(*run, env=home) == 0, commands.said
        assert compare(dump(tmp_path / "lake"), calm) == Damage()
    finally:
        for process in commands.what_lives_on():  # the commands of this harness end without Prefect's own clean-up
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
