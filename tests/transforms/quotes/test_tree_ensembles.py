"""Ensembles of trees: the leaves that rows end at, their curve, and the check of their features."""

import random
from typing import Any

import numpy as np
import pytest

from transforms.quotes.learned import trees as module
from transforms.quotes.learned.trees import added, fingerprint, from_json, trees

STUMP = {"feature": [1, 0, 0], "threshold": [0.5, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "value": [0, -1.0, 2.0]}
LEAF = {"feature": [0], "threshold": [0], "low": [0], "high": [0], "value": [0.25]}
MODEL = {"features": ["a", "b"], "depth": 1, "start": 0.5, "trees": [STUMP, LEAF]}


def test_each_row_has_a_leaf_of_every_tree() -> None:
    model = from_json(MODEL)
    assert model.scores(np.array([[9.0, 0.5], [9.0, 0.6]])).tolist() == [-0.25, 2.75]


@pytest.mark.parametrize("leaves", [2, 7, 8, 9, 16, 17, 31, 33, 64])
def test_each_row_ends_at_the_leaf_that_a_walk_ends_at(leaves: int) -> None:
    chance = random.Random(leaves)  # noqa: S311 - of a test
    grown = [tree(chance, leaves) for _ in range(20)] + [tree(chance, 1)]
    rows = np.array([[chance.randint(0, 5) for _ in range(4)] for _ in range(50)])
    model = from_json({"features": list("abcd"), "depth": leaves, "start": 0.0, "trees": grown})
    assert model.scores(rows).tolist() == [sum(walked(one, row) for one in grown) for row in rows]


def tree(chance: random.Random, leaves: int) -> dict[str, list[Any]]:
    """A tree of some leaves, each of a whole number, grown by chance."""
    grown: dict[str, list[Any]] = {name: [] for name in ("feature", "threshold", "low", "high", "value")}

    def grow(leaves: int) -> int:
        own = len(grown["low"])
        for name, what in (("feature", 0), ("threshold", 0), ("low", own), ("high", own), ("value", 0)):
            grown[name].append(what)
        if leaves == 1:
            grown["value"][own] = chance.randint(-99, 99)
        else:
            low = chance.randint(1, leaves - 1)
            grown["feature"][own], grown["threshold"][own] = chance.randint(0, 3), chance.randint(0, 4)
            grown["low"][own], grown["high"][own] = grow(low), grow(leaves - low)
        return own

    grow(leaves)
    return grown


def walked(grown: dict[str, list[Any]], row: Any) -> float:
    """The value of the leaf that a row ends at, test by test."""
    node = 0
    while grown["low"][node] != node:
        is_low = row[grown["feature"][node]] <= grown["threshold"][node]
        node = grown["low" if is_low else "high"][node]
    return float(grown["value"][node])


def test_more_rows_than_are_looked_at_at_once_are_scored_alike() -> None:
    rows = np.array([[9.0, 0.5], [9.0, 0.6]] * 20_000)
    assert from_json(MODEL).scores(rows).tolist() == [-0.25, 2.75] * 20_000


def test_no_rows_have_no_scores() -> None:
    assert from_json(MODEL).scores(np.zeros((0, 2))).tolist() == []


def test_the_curve_turns_scores_into_chances() -> None:
    model = from_json({**MODEL, "curve": [[-1.0, 3.0], [0.0, 1.0]]})
    assert model.chances(model.scores(np.array([[0.0, 1.0]]))).tolist() == [0.9375]


def test_a_model_without_a_curve_gives_no_chances() -> None:
    with pytest.raises(ValueError, match="no calibration curve"):
        from_json(MODEL).chances(np.zeros(1))


def test_a_model_of_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        trees("en", "cue", ("a", "b"))


def test_trees_that_add_to_a_model_give_the_sum() -> None:
    own = {"features": ["a", "b"], "depth": 1, "start": 1.0, "trees": [LEAF]}
    rows = np.array([[9.0, 0.5], [9.0, 0.6]])
    assert from_json(added(MODEL, own)).scores(rows).tolist() == [1.0, 4.0]


@pytest.mark.parametrize(
    ("trees_of", "is_refused"), [([STUMP, LEAF], False), ([LEAF], True)], ids=["the same", "other"]
)
def test_trees_that_were_learned_to_add_to_other_trees_are_refused(
    monkeypatch: pytest.MonkeyPatch, trees_of: list[Any], is_refused: bool
) -> None:
    own = {"features": ["a", "b"], "depth": 1, "start": 1.0, "trees": [LEAF], "onto": fingerprint(MODEL)}
    files = {"fr": own, "en": MODEL | {"trees": trees_of}}
    monkeypatch.setattr(module, "stored", lambda language, _: files[language])
    ask = trees.__wrapped__
    if is_refused:
        with pytest.raises(ValueError, match="--language fr"):
            ask("fr", "cue", ("a", "b"))
    else:
        assert ask("fr", "cue", ("a", "b")).start == 1.5
