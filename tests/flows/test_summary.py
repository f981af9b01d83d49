"""What a command says to do next can be typed as it stands."""

from pathlib import Path

import pytest

from flows.commands.entities import _tell
from flows.decide import Outcome
from flows.next_command import next_command
from flows.run import RunSummary
from flows.summary import next_steps
from warehouse.runs import RunCounts


@pytest.mark.parametrize(
    ("lake", "typed"),
    [
        pytest.param(None, "copydesk rejects", id="the lake of the settings"),
        pytest.param("lakes/may", "copydesk rejects --lake lakes/may", id="another"),
        pytest.param("my lake", "copydesk rejects --lake 'my lake'", id="a name with a space"),
    ],
)
def test_the_next_command_is_about_the_same_lake(lake: str | None, typed: str) -> None:
    assert next_command("rejects", Path(lake) if lake else None) == typed
    (step,) = next_steps(summary(RunCounts(rejects=1)), Path(lake) if lake else None)
    assert step.endswith(f": {typed}")


@pytest.mark.parametrize(
    ("outdated", "told"),
    [(1, "1 unchanged file was processed"), (1200, "1,200 unchanged files were processed")],
)
def test_a_file_that_was_read_with_other_settings_is_told_with_what_it_needs(outdated: int, told: str) -> None:
    """With --refresh alone, a table that was read with --map would be refused."""
    (step,) = next_steps(summary(RunCounts(files_outdated=outdated)))
    assert step.startswith(told)
    assert "--refresh" in step
    assert "settings (--map" in step


def test_how_a_decision_is_taken_back_is_told_of_the_same_lake(capsys: pytest.CaptureFixture[str]) -> None:
    _tell("Ada Lind is Ada Byron", Outcome("3fa94c01", 2), Path("other"))
    assert "copydesk entities undo 3fa94c01 --lake other\n" in capsys.readouterr().out


def summary(counts: RunCounts) -> RunSummary:
    return RunSummary("r", counts, {}, {}, {}, 0.0)
