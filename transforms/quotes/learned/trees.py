"""Small ensembles of decision trees: read from JSON, evaluated with numpy for many rows at once.

A model file holds, for each tree, its nodes as parallel lists. A node asks whether a feature is at most a
threshold; leaves point to themselves. No tree is walked: the leaves of a tree, from low to high, are the bits of a
number, and each test that a row fails clears those on its low side. The lowest bit that is left is the leaf that a walk
would end at (QuickScorer, Lucchese et al. 2015). Trees share many tests, and each of these is made once.
"""

import json
import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 64_000  # rows times trees: what is left of each stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees of up to 64 leaves, and where the sum starts.

    Tests have a ``feature`` and a ``threshold`` (of shape (tests, 1)). Row i of ``asked``, of shape (most tests of a
    tree, trees), has one test of each tree, and ``spared[i]`` the leaves that it leaves if it fails. ``value`` has
    shape (trees, leaves). ``curve`` turns log-odds into calibrated chances, as points of a piecewise linear function.
    """

    features: tuple[str, ...]
    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    asked: NDArray[np.intp]
    spared: NDArray[np.unsignedinteger[Any]]
    value: NDArray[np.float64]
    start: float
    curve: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None

    def scores(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """Log-odds for rows of shape (n, features)."""
        table = np.ascontiguousarray(rows.T, dtype=np.float64)
        step = max(1, _AT_ONCE // len(self.value))
        parts = [self._sums(table[:, first : first + step]) for first in range(0, len(rows), step)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _sums(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds for columns of shape (features, n)."""
        every = ~self.spared.dtype.type(0)
        passed = (table.take(self.feature, axis=0) <= self.threshold) * every
        kept = passed.take(self.asked, axis=0)
        kept |= self.spared[..., None]
        left = np.bitwise_and.reduce(kept, axis=0)
        leaf = np.bitwise_count(~left & (left - 1))  # how many bits are cleared below the lowest that is left
        first = np.arange(len(self.value)) * self.value.shape[1]
        total: NDArray[np.float64] = self.start + self.value.ravel().take(first + leaf.T).sum(axis=1)
        return total

    def chances(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """The calibrated chances for log-odds of shape (n,), by linear interpolation on the curve."""
        if self.curve is None:
            raise ValueError("this model has no calibration curve")
        chances: NDArray[np.float64] = np.interp(scores, *self.curve)
        return chances


def from_json(data: dict[str, Any]) -> Trees:
    """Read what ``benchmarks/train_speaker_model.py`` wrote."""
    read = [_tests_and_leaves(tree) for tree in data["trees"]]
    numbers: dict[tuple[int, float], int] = {}  # of tests, by feature and threshold
    most_tests, most_leaves = (max(map(len, column)) for column in zip(*read, strict=True))
    every = (1 << most_leaves) - 1
    asked = np.zeros((most_tests, len(read)), dtype=np.intp)
    spared = np.full(asked.shape, every, dtype=np.min_scalar_type(every))
    value = np.zeros((len(read), most_leaves))
    for tree, (tests, leaves) in enumerate(read):
        value[tree, : len(leaves)] = leaves
        for i, (feature, threshold, low) in enumerate(tests):
            asked[i, tree] = numbers.setdefault((feature, threshold), len(numbers))
            spared[i, tree] = every & ~low
    return Trees(
        tuple(data["features"]),
        np.array([feature for feature, _ in numbers], dtype=np.intp),
        np.array([threshold for _, threshold in numbers], dtype=np.float64)[:, None],
        asked,
        spared,
        value,
        float(data["start"]),
        (np.array(data["curve"][0]), np.array(data["curve"][1])) if "curve" in data else None,
    )


def _tests_and_leaves(tree: dict[str, list[Any]]) -> tuple[list[tuple[int, float, int]], list[float]]:
    """A tree's tests, each a feature, a threshold and the leaves on its low side as bits; and its leaves' values."""
    tests: list[tuple[int, float, int]] = []
    leaves: list[float] = []

    def below(node: int) -> int:
        """The leaves below a node, as bits."""
        if tree["low"][node] == node:
            leaves.append(tree["value"][node])
            return 1 << (len(leaves) - 1)
        low = below(tree["low"][node])
        tests.append((tree["feature"][node], tree["threshold"][node], low))
        return low | below(tree["high"][node])

    below(0)
    return tests, leaves


def added(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The model whose answer is that of one and of trees that were learned to add to it."""
    return own | {"trees": base["trees"] + own["trees"], "start": base["start"] + own["start"]}


def fingerprint(base: dict[str, Any]) -> int:
    """What tells a model from others: other trees can't take its place below those that were learned to add to it."""
    return zlib.crc32(json.dumps(base["trees"]).encode())


@lru_cache(maxsize=16)
def trees(language: str, name: str, features: tuple[str, ...]) -> Trees:
    """A model of the package, by the name of its file in ``data/<language>``; English where a language has none.

    The features know places and relations, not words, so that weights learned on one language serve another. A file
    with ``onto`` has trees that add to those of English, whose :func:`fingerprint` it holds.

    Raises:
        ValueError: it was learned from other features than ``features``, or to add to other trees.
    """
    data = stored(language, name) or stored("en", name)
    if data is None:
        raise FileNotFoundError(f"no weights called {name} in transforms/quotes/data/en")
    if tuple(data["features"]) != features:
        raise ValueError(f"{language}/{name}.json was learned from other features: run benchmarks.train_speaker_model")
    if "onto" in data:
        base = stored("en", name) or {}
        if data["onto"] != fingerprint(base):
            raise ValueError(
                f"{language}/{name}.json adds to other English trees: "
                f"run benchmarks.train_speaker_model --language {language}"
            )
        data = added(base, data)
    return from_json(data)


def stored(language: str, name: str) -> dict[str, Any] | None:
    """What the file of a model of a language holds, if there is one."""
    path = files("transforms.quotes").joinpath("data", language, f"{name}.json")
    if not path.is_file():
        return None
    model: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return model
