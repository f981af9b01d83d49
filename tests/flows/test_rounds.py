"""Versions of one article in one input: what changes something is a revision with a snapshot of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.executors import direct
from flows.rounds import rounds
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import load_settings
from transforms.article import Found, RawArticle
from transforms.dates import NO_HINTS
from transforms.normalize import NO_PUBLISHERS, is_older
from warehouse.history import history
from warehouse.lake import open_lake

URL = "https://paper.example/news/bridge-reopens"
EARLY, LATE = "2026-03-04T08:00:00Z", "2026-03-04T11:00:00+01:00"


def version(text: str, modified: str | None = None, uri: str = "x#1", url: str = URL) -> RawArticle:
    return RawArticle(uri, "jsonl", "utf-8", text, (), url=url, modified=modified and Found(modified, "record"))


CASES = {
    "none": ([], [[]]),
    "other articles": ([version("a"), version("a", url=URL + "-again")], [["a", "a"]]),
    "another text": ([version("a"), version("b"), version("c")], [["a"], ["b"], ["c"]]),
    "the same again": ([version("a"), version("a"), version("a")], [["a"]]),
    "the same from elsewhere": ([version("a", uri="x#2"), version("a", uri="x#1")], [["a"]]),
    "back to what it was": ([version("a"), version("b"), version("a")], [["a"], ["b"], ["a"]]),
    "other metadata": ([version("a"), version("a", LATE)], [["a"], ["a"]]),
    "the newest first": ([version("c", LATE), version("b", EARLY), version("a", EARLY)], [["c"]]),
    "the newest last": ([version("b", EARLY), version("c", LATE)], [["b"], ["c"]]),
    "one in between is older": ([version("b", LATE), version("a", EARLY), version("c")], [["b"], ["c"]]),
    "of one time": ([version("a", EARLY), version("b", EARLY)], [["a"], ["b"]]),
    "one does not say when": ([version("b", LATE), version("a")], [["b"], ["a"]]),
    "a time without a zone": ([version("b", LATE), version("a", "2026-03-04T08:00:00")], [["b"], ["a"]]),
}


@pytest.mark.parametrize("case", CASES)
def test_only_what_changes_something_gets_a_commit(case: str) -> None:
    versions, expected = CASES[case]
    found, left_out = rounds(versions, lambda raw, before: is_older(raw, before, NO_HINTS, NO_PUBLISHERS))
    assert [[raw.text for raw in one] for one in found] == expected
    assert left_out == len(versions) - sum(map(len, expected))


def test_what_stands_twice_is_told_of_the_first_place_by_name() -> None:
    ((kept,),), _ = rounds([version("a", uri="x#2"), version("a", uri="x#10")], lambda *_: False)
    assert kept.uri == "x#10"


@pytest.fixture
def run(place: Path) -> Callable[..., RunSummary]:
    def run_it(lake: str, *texts: tuple[str, str]) -> RunSummary:
        (place / f"{lake}.jsonl").write_text(
            "".join(json.dumps({"url": URL, "text": text, "modified": at}) + "\n" for text, at in texts)
        )
        settings = load_settings(lake=place / lake, models={}, record_seconds=0)
        return carry_out(RunRequest((f"{lake}.jsonl",), settings), direct)

    return run_it


def revisions(lake: Path) -> list[tuple[object, ...]]:
    with open_lake(lake, read_only=True) as con:
        told = history(con, [URL]).read_all().to_pylist()
        (kept,) = con.execute("SELECT text FROM articles").fetchone()
        texts = [
            con.execute(f"SELECT text FROM articles AT (VERSION => {one['snapshot']})").fetchone()[0] for one in told
        ]
    assert texts[-1] == kept
    return [(one["revision"], text, one["is_current"]) for one, text in zip(told, texts, strict=True)]


@pytest.mark.lake
def test_each_revision_of_a_file_can_be_asked_for(run, place: Path) -> None:
    summary = run("lake", ("It opens.", EARLY), ("It opens.", EARLY), ("It opened.", LATE), ("It opens.", EARLY))
    assert revisions(place / "lake") == [(1, "It opens.", False), (2, "It opened.", True)]
    counts = summary.counts
    assert (counts.articles_new, counts.articles_revised, counts.articles_unchanged) == (1, 1, 2)


@pytest.mark.lake
def test_versions_that_change_nothing_cost_no_commit(run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed = []
    monkeypatch.setattr("flows.pipeline.discard", committed.append)
    run("lake", ("It opened.", LATE), *[("It opens.", EARLY)] * 50, *[("It opened.", LATE)] * 50)
    assert len(committed) == 2, "one for each batch"
