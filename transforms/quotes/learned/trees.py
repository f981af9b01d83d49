"""Small ensembles of decision trees: read from JSON, evaluated with numpy for many rows at once.

A model file holds, for each tree, its nodes as parallel lists. A node asks whether a feature is at most a
threshold; leaves point to themselves, so that all trees are walked by the same few array operations.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 24_000  # places in trees walked at once: they stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees: node arrays of shape (trees, nodes), the nodes below each (low, high), and where the sum starts.

    ``curve`` turns log-odds into calibrated chances, as points of a piecewise linear function.
    """

    features: tuple[str, ...]
    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    turns: NDArray[np.intp]
    value: NDArray[np.float64]
    depth: int
    start: float
    curve: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None

    def scores(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """Log-odds for rows of shape (n, features)."""
        table = np.ascontiguousarray(rows, dtype=np.float64)
        step = max(1, _AT_ONCE // len(self.feature))
        parts = [self._sums(table[first : first + step]) for first in range(0, len(table), step)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _sums(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        first = np.arange(len(self.feature), dtype=np.intp) * self.feature.shape[1]
        node = np.repeat(first[None, :], len(table), axis=0)
        row = (np.arange(len(table), dtype=np.intp) * table.shape[1])[:, None]
        feature, threshold, turns = self.feature.ravel(), self.threshold.ravel(), self.turns.ravel()
        values = table.ravel()
        for _ in range(self.depth):
            places = feature.take(node, mode="clip")
            places += row
            goes_high = values.take(places, mode="clip") > threshold.take(node, mode="clip")
            node <<= 1
            node += goes_high
            node = turns.take(node, mode="clip")
        total: NDArray[np.float64] = self.start + self.value.ravel().take(node).sum(axis=1)
        return total

    def chances(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """The calibrated chances for log-odds of shape (n,), by linear interpolation on the curve."""
        if self.curve is None:
            raise ValueError("this model has no calibration curve")
        chances: NDArray[np.float64] = np.interp(scores, *self.curve)
        return chances


def from_json(data: dict[str, Any]) -> Trees:
    """Read what ``to_json`` of ``benchmarks/train_speaker_model.py`` wrote."""
    trees = data["trees"]
    width = max(len(tree["value"]) for tree in trees)

    def padded(name: str, kind: type) -> NDArray[Any]:
        table: NDArray[Any] = np.zeros((len(trees), width), dtype=kind)
        for i, tree in enumerate(trees):
            table[i, : len(tree[name])] = tree[name]
        return table

    # Nodes are numbered through all trees, so that one lookup moves every row of every tree a step down.
    offsets = (np.arange(len(trees)) * width)[:, None, None]
    return Trees(
        tuple(data["features"]),
        padded("feature", np.intp),
        padded("threshold", np.float64),
        np.stack([padded("low", np.intp), padded("high", np.intp)], axis=-1) + offsets,
        padded("value", np.float64),
        int(data["depth"]),
        float(data["start"]),
        (np.array(data["curve"][0]), np.array(data["curve"][1])) if "curve" in data else None,
    )


@lru_cache(maxsize=16)
def trees(language: str, name: str, features: tuple[str, ...]) -> Trees:
    """A model of the package, by the name of its file in ``data/<language>``; English where a language has none.

    The features know places and relations, not words, so that weights learned on one language serve another.

    Raises:
        ValueError: it was learned from other features than ``features``.
    """
    path = files("transforms.quotes").joinpath("data", language, f"{name}.json")
    if not path.is_file():
        return trees("en", name, features)
    model = from_json(json.loads(path.read_text(encoding="utf-8")))
    if model.features != features:
        raise ValueError(f"{language}/{name}.json was learned from other features: run benchmarks.train_speaker_model")
    return model
