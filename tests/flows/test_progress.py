"""What is told of a run while it is at work."""

import time

import pytest

from flows import progress


def test_what_goes_on_is_told_while_nothing_is_committed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY_SECONDS", 0.0)
    with progress.reporting(2) as reporter:
        reporter.during(lambda: "looking for copies")
        time.sleep(1.2)
        reporter.advance(2, 30, 4)
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first.startswith("0 of 2 files: 0 articles")
    assert first.endswith("looking for copies")
    assert last.startswith("2 of 2 files: 30 articles, 4 quotes")


def test_a_short_run_tells_its_end_alone(capsys: pytest.CaptureFixture) -> None:
    with progress.reporting(1) as reporter:
        reporter.during(lambda: "reading")
        reporter.advance(1, 3, 0)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("1 of 1 files: 3 articles")


def test_what_is_told_to_a_log_is_one_line_however_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY_SECONDS", 0.0)
    with progress.reporting(40_000) as reporter:
        reporter.during(lambda: "355 batches read and waiting, of which none is committed yet")
        time.sleep(1.2)
    assert all("files: 0 articles" in line for line in capsys.readouterr().err.splitlines())
