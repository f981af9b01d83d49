"""Accuracy does not drop in real articles, whose quotations machines have marked; and the marks are well formed."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.quotes_worldwide import MARKED, judged
from benchmarks.quotes_written import f1

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["worldwide_dev"]
SPLITS = ["dev", "train"]


def lines(split: str) -> list[list[str]]:
    header, *rows = (MARKED / f"{split}.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t")[:4] == ["article", "kind", "start", "end"]
    return [row.split("\t") for row in rows]


@pytest.mark.evaluation
@pytest.mark.model
def test_speakers_in_real_articles(data: Path) -> None:
    counts = judged("dev")
    assert f1(counts, "right", "marked", "rows") >= FLOORS["with_speaker_f1"]
    assert 100 * counts["sure right"] / (counts["sure right"] + counts["sure wrong"]) >= FLOORS["sure"]
    assert f1(counts, "reported found", "reported marked", "reported rows") >= FLOORS["reported_f1"]
    assert 100 * counts["likely reported found"] / counts["likely reported rows"] >= FLOORS["likely_reported"]


@pytest.mark.parametrize("split", SPLITS)
def test_lines_are_places_in_order(split: str) -> None:
    whole: dict[str, int] = {}
    for article, kind, *numbers in lines(split):
        assert kind in {"q", "i", "x", "?", "t"}
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        assert len(pairs) == 4
        if kind == "t":
            assert article not in whole
            whole[article] = int(numbers[1])
        assert pairs[0] != ("", "")
        assert all((start == "") == (end == "") for start, end in pairs)
        assert all(0 <= int(start) < int(end) <= whole[article] for start, end in pairs if start)


@pytest.mark.parametrize("split", SPLITS)
def test_no_words_are_marked_twice(split: str) -> None:
    quoted = [line for line in lines(split) if line[1] in {"q", "x", "?"}]
    for one, other in pairwise(quoted):
        assert one[0] != other[0] or one[2:4] != other[2:4]


def test_no_article_is_in_both_splits() -> None:
    assert {line[0] for line in lines("dev")}.isdisjoint(line[0] for line in lines("train"))
