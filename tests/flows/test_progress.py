"""What is told of a run while it is at work."""

import gzip
import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock

import pytest

from flows import progress, read_progress, run
from flows.batch import ReadJob
from flows.executors import direct
from flows.plan import InputFile
from flows.reading import read_files
from flows.run import RunRequest, _read_ahead, carry_out
from flows.settings import load_settings
from flows.terminal import Steady


def test_what_goes_on_is_told_while_nothing_is_committed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY_SECONDS", 0.0)
    with progress.reporting(2) as reporter:
        reporter.during(lambda: "looking for copies")
        time.sleep(1.2)
        reporter.advance(2, 30, 4, 2)
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first.startswith("0 of 2 files: 0 articles")
    assert first.endswith("looking for copies")
    assert last.startswith("2 of 2 files: 30 articles, 4 quotes")


def test_parts_of_a_long_file_count(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY_SECONDS", 0.0)
    with progress.reporting(2) as reporter:
        reporter.advance(1, 1, 0, 1)
        for part in range(7):
            reporter.advance(part == 6, 10, 0, 1 / 7)
    told = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    shares = ["50", "57", "64", "71", "78", "85", "92"]
    assert told == [*(f"1 of 2 files ({share}%)" for share in shares), "2 of 2 files"]


def test_the_bar_of_a_terminal_moves_within_a_long_file(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Steady(file=io.StringIO(), force_terminal=True, width=160)
    monkeypatch.setattr(progress, "Steady", lambda **_: terminal)
    with progress.reporting(1) as reporter:
        reporter.advance(0, 10, 2, 1 / 4)
        time.sleep(0.5)
    assert "0 of 1 files (25%)" in terminal.file.getvalue()


@pytest.mark.lake
@pytest.mark.parametrize(
    ("name", "pack", "steps"), [("dump.jsonl", bytes, 5), ("dump.jsonl.gz", gzip.compress, 1)], ids=["plain", "packed"]
)
def test_how_much_of_a_long_file_is_read_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[bytes], bytes], steps: int
) -> None:
    """In the folder that whoever reads shares with the run; it is gone from there when the file is read."""
    monkeypatch.setattr(read_progress, "_LEAST_BYTES", 0)
    monkeypatch.setattr(read_progress, "_EVERY_SECONDS", 0.0)
    said = "The council reopened the bridge on Monday, the mayor said. " * 20
    lines = (f'{{"title": "Bridge {n}", "text": "{n * 7919}: {said}"}}' for n in range(400))
    (place / name).write_bytes(pack("\n".join(lines).encode()))
    size = (place / name).stat().st_size
    file = InputFile(name, place / name, size, "0" * 64)
    job = ReadJob(0, (file,), place / "staging", {}, 64, load_settings().reading, "1", 10**9)
    told = []
    read_files(
        job, lambda _: told.append((*read_progress.bytes_read(place / "staging"), _read_ahead(place / "staging")))
    )
    read, of, last = told[-1]
    assert 0.9 * size < read <= of == size
    assert "reading, 0 of 0 MB; " in last
    shares = [share for share, *_ in told]
    assert shares == sorted(shares)
    assert len(set(shares)) > steps
    assert read_progress.bytes_read(place / "staging") == (0, 0)


@pytest.mark.lake
@pytest.mark.usefixtures("without_model")
def test_how_many_texts_are_compared_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    @contextmanager
    def reporting(_total: int) -> Iterator[Mock]:
        reporter = Mock()
        yield reporter
        told.extend(call.args[0]() for call in reporter.during.call_args_list[1:])  # but for the one on batches

    monkeypatch.setattr(run, "reporting", reporting)
    (place / "a.txt").write_text(" ".join(f"The council reopened bridge {n}." for n in range(9)))
    (place / "b.txt").write_text(" ".join(f"The harbour of Vellmar opened on day {n}." for n in range(9)))
    carry_out(RunRequest(("a.txt", "b.txt"), load_settings(lake=place / "lake")), direct)
    assert told == ["merging small files", "looking for copies, 2 of 2 texts compared", "linking entities"]


@pytest.mark.lake
@pytest.mark.usefixtures("without_model")
def test_batches_of_a_long_file_are_parts_of_it(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY_SECONDS", 0.0)
    monkeypatch.setenv("COPYDESK_RECORD_SECONDS", "0")
    lines = (f'{{"title": "Bridge {n}", "text": "The council reopened bridge {n}."}}' for n in range(6))
    (place / "dump.jsonl").write_text("\n".join(lines))
    carry_out(RunRequest(("dump.jsonl",), load_settings(lake=place / "lake", batch_articles=2)), direct)
    told = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines() if line.endswith("articles/s")]
    assert told == ["0 of 1 files (33%)", "0 of 1 files (66%)", "1 of 1 files"]


def test_a_file_that_tells_nonsense_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "reading-000000").write_text("")
    (tmp_path / "reading-000001").write_text("3 40000000")
    assert read_progress.bytes_read(tmp_path) == (3, 40000000)


def test_a_short_run_tells_its_end_alone(capsys: pytest.CaptureFixture) -> None:
    with progress.reporting(1) as reporter:
        reporter.during(lambda: "reading")
        reporter.advance(1, 3, 0, 1)
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
