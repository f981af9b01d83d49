"""Accuracy does not drop on the articles written for the project, which are of more kinds than the measuring data."""

import sys
import tomllib
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks import names_genders, quotes_written
from benchmarks.quotes_written import FORECASTS, FRENCH, WRITTEN, f1, judged, language, read_written

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["written"]
FOLDERS = sorted(path for path in WRITTEN.iterdir() if path.is_dir())


@pytest.mark.model
def test_speakers_of_written_articles() -> None:
    of_folder = {folder.name: judged(folder) for folder in FOLDERS if language(folder) == "en"}
    for name in sorted(FORECASTS & of_folder.keys()):
        assert f1(of_folder[name], "right", "marked", "rows") >= FLOORS[f"{name}_with_speaker_f1"], name
    counts = sum(of_folder.values(), Counter[str]())
    assert f1(counts, "right", "marked", "rows") >= FLOORS["with_speaker_f1"]
    assert 100 * counts["sure right"] / (counts["sure right"] + counts["sure wrong"]) >= FLOORS["sure"]


@pytest.mark.model
def test_genders_of_those_who_speak_by_a_pronoun() -> None:
    counts = names_genders.judged(pair for name in ("fresh", "unread") for pair in names_genders.articles(name))
    people = counts["right"] + counts["wrong"] + counts["not told"]
    assert 100 * counts["right"] / people >= FLOORS["gender_right"]
    assert 100 * counts["wrong"] / people <= FLOORS["gender_wrong"]


@pytest.mark.model
@pytest.mark.skipif(not find_spec(FRENCH), reason=f"needs {FRENCH}")
@pytest.mark.parametrize("name", ["fr", "fr_second", "fr_unread", "fr_later"])
def test_speakers_of_french_articles(name: str) -> None:
    counts = judged(WRITTEN / name)
    assert f1(counts, "found", "marked", "rows") >= FLOORS[f"{name}_segments_f1"]
    assert f1(counts, "right", "marked", "rows") >= FLOORS[f"{name}_with_speaker_f1"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_marked_is_in_the_articles(folder: Path) -> None:
    for article in read_written(folder):
        assert article.rows, article.path
        for row in article.rows:
            assert row.written in article.text, row
            assert row.name in article.text, row


@pytest.mark.parametrize(
    ("only", "shown"),
    [
        ([], set()),
        (["--only", "fresh"], {"fresh"}),
        (["--only", "unread"], {"unread"}),
        (["--only", "fr_unread"], {"fr_unread"}),
        (["--only", "fr_later"], {"fr_later"}),
    ],
)
def test_errors_of_forecasts_are_shown_to_whoever_asks_for_them_alone(
    monkeypatch: pytest.MonkeyPatch, only: list[str], shown: set[str]
) -> None:
    shows = {}

    def judged(folder: Path, *, errors: bool) -> Counter[str]:
        shows[folder.name] = errors
        return Counter()

    monkeypatch.setattr(quotes_written, "judged", judged)
    monkeypatch.setattr(sys, "argv", ["quotes_written", "--errors", *only])
    quotes_written.main()
    assert {folder for folder in FORECASTS if shows.get(folder)} == shown
    assert all(is_shown for folder, is_shown in shows.items() if folder not in FORECASTS)
