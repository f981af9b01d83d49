"""A fault of ours in one article must not end the run: it would do so every night."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.advice import next_steps
from flows.cli import app
from flows.executors import direct
from flows.run import RunRequest, carry_out
from flows.settings import load_settings
from flows.summary import summary_table
from transforms import annotate
from warehouse.lake import open_lake

pytestmark = [pytest.mark.lake, pytest.mark.model]


def test_it_costs_that_article_its_quotes_and_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = annotate.find_quotes_and_genders

    def fails(text: str, *rest: object, **more: object) -> object:
        return find(text, *rest, **more) if "Halden" not in text else text.split()[999]  # type: ignore[arg-type]

    monkeypatch.setattr(annotate, "find_quotes_and_genders", fails)
    (place / "in").mkdir()
    for town in ("Halden", "Lund"):
        (place / "in" / f"{town}.txt").write_text(
            f"News of {town}\n\n“The bridge is safe,” Mayor Ann Lee said there.\n"
        )
    summary = carry_out(RunRequest(("in",), load_settings(lake=place / "lake", record_seconds=0)), direct)
    with open_lake(place / "lake", read_only=True) as lake:
        status = dict(lake.execute("SELECT title, annotation FROM articles").fetchall())
        named = lake.execute("SELECT DISTINCT title FROM mentions JOIN articles USING (article_id)").fetchall()
        quoted = lake.execute("SELECT title, speaker_name FROM quotes JOIN articles USING (article_id)").fetchall()
    assert status == {"News of Halden": "failed", "News of Lund": "done"}
    assert (quoted, named) == ([("News of Lund", "Ann Lee")], [("News of Lund",)])
    (told,) = next_steps(summary)
    assert told.startswith("1 article has no quotes and names, by a fault of copydesk's: IndexError: list index out of")
    assert "tests/flows/test_faults_of_ours.py, line " in told
    assert "1" in dict(zip(*(column.cells for column in summary_table(summary).columns), strict=True)).get(
        "articles that copydesk failed in", ""
    )


def test_want_of_memory_is_no_fault_of_one_article(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(annotate, "find_quotes_and_genders", fails)
    (place / "a.txt").write_text("News\n\n“The bridge is safe,” Mayor Ann Lee said there.\n")
    with pytest.raises(MemoryError):
        carry_out(RunRequest(("a.txt",), load_settings(lake=place / "lake", record_seconds=0)), direct)


@pytest.mark.parametrize(("strictly", "code"), [([], 0), (["--strict"], 1)])
def test_it_fails_a_run_that_is_to_be_strict(
    place: Path, monkeypatch: pytest.MonkeyPatch, strictly: list[str], code: int
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("of ours")

    monkeypatch.setattr(annotate, "find_quotes_and_genders", fails)
    monkeypatch.setenv("COPYDESK_RECORD_SECONDS", "0")
    (place / "a.txt").write_text("News\n\n“The bridge is safe,” Mayor Ann Lee said there.\n")
    done = CliRunner().invoke(app, ["run", "a.txt", "--lake", "lake", "--direct", *strictly])
    assert done.exit_code == code, done.output
    assert "ValueError: of ours" in done.output
