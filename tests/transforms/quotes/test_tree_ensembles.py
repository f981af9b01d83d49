"""Ensembles of trees: the walk through them, their curve, and the check of their features."""

import numpy as np
import pytest

from transforms.quotes.learned.trees import from_json, trees

STUMP = {"feature": [1, 0, 0], "threshold": [0.5, 0, 0], "low": [1, 1, 2], "high": [2, 1, 2], "value": [0, -1.0, 2.0]}
LEAF = {"feature": [0], "threshold": [0], "low": [0], "high": [0], "value": [0.25]}
MODEL = {"features": ["a", "b"], "depth": 1, "start": 0.5, "trees": [STUMP, LEAF]}


def test_each_row_walks_every_tree() -> None:
    model = from_json(MODEL)
    assert model.scores(np.array([[9.0, 0.5], [9.0, 0.6]])).tolist() == [-0.25, 2.75]


def test_more_rows_than_are_walked_at_once_are_scored_alike() -> None:
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
