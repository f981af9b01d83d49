"""Ensembles that the weights of quotations are learned as, and how they are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

_BAGGED = {
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "deterministic": True,
    "verbose": -1,
}  # fmt: skip


@dataclass(frozen=True)
class Listwise:
    """Boosted trees that put the options of each question in order: the right one's share of the softmax is raised.

    ``sizes`` are the numbers of rows of the questions, which follow one another. The answer is the mean of ``bags``
    ensembles, each of which sees other features and rows.
    """

    sizes: Sequence[int]
    rounds: int = 250
    bags: int = 3
    leaves: int = 16
    least: int = 40  # rows of a leaf
    onto: np.ndarray | None = None  # scores of the rows that the trees are to add to

    def learn(
        self, rows: np.ndarray, target: np.ndarray, weight: np.ndarray, seen: np.ndarray
    ) -> list[lightgbm.Booster]:
        """Learn from the rows ``seen`` of the questions that have a right one among them."""
        question = np.repeat(np.arange(len(self.sizes)), self.sizes)
        answered = np.bincount(question[seen & target], minlength=len(self.sizes)) > 0
        kept = seen & answered[question]
        _, index, sizes = np.unique(question[kept], return_inverse=True, return_counts=True)
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        times = weight[kept]
        right = target[kept] / np.add.reduceat(target[kept].astype(float), starts)[index]

        def gradient(scores: np.ndarray, _: Any) -> tuple[np.ndarray, np.ndarray]:
            raised = np.exp(scores - np.maximum.reduceat(scores, starts)[index])
            share = raised / np.add.reduceat(raised, starts)[index]
            return times * (share - right), times * np.maximum(share * (1 - share), 1e-6)

        settings = {
            "objective": gradient, "num_leaves": self.leaves, "max_depth": 6, "learning_rate": 0.06,
            "min_data_in_leaf": self.least, "min_sum_hessian_in_leaf": 1.0, "lambda_l2": 5.0, **_BAGGED,
        }  # fmt: skip
        known = None if self.onto is None else self.onto[kept]
        return [
            lightgbm.train(
                {**settings, "seed": seed},
                lightgbm.Dataset(rows[kept], right, init_score=known),
                num_boost_round=self.rounds,
            )
            for seed in range(self.bags)
        ]


@dataclass(frozen=True)
class Pointwise:
    """Boosted trees that tell each row's odds by itself, as the mean of ``bags`` ensembles. Targets are 0 to 1."""

    rounds: int = 180
    bags: int = 3
    of_features: float = 0.5  # share of the features that a tree sees
    leaves: int = 8
    depth: int = 5
    rate: float = 0.05
    least: int = 25  # rows of a leaf

    def learn(
        self, rows: np.ndarray, target: np.ndarray, weight: np.ndarray, seen: np.ndarray
    ) -> list[lightgbm.Booster]:
        """Learn from the rows ``seen``."""
        settings = {
            "objective": "cross_entropy", "num_leaves": self.leaves, "max_depth": self.depth,
            "learning_rate": self.rate, "min_data_in_leaf": self.least, "lambda_l2": 5.0, **_BAGGED,
            "feature_fraction": self.of_features,
        }  # fmt: skip
        right = target[seen].astype(float)
        return [
            lightgbm.train(
                {**settings, "seed": seed},
                lightgbm.Dataset(rows[seen], right, weight=weight[seen]),
                num_boost_round=self.rounds,
            )
            for seed in range(self.bags)
        ]


def boosted_json(features: Sequence[str], models: Sequence[lightgbm.Booster]) -> dict[str, Any]:
    """The mean of some ensembles of LightGBM as ``transforms/quotes/learned/trees.py`` reads it."""
    trees = []
    deepest = 0
    for info in (info for model in models for info in model.dump_model()["tree_info"]):
        nodes: list[tuple[int, float, int, int, float]] = []

        def add(node: dict[str, Any], depth: int, nodes: list[Any] = nodes) -> int:
            nonlocal deepest
            deepest = max(deepest, depth)
            own = len(nodes)
            nodes.append((0, 0.0, own, own, float(node.get("leaf_value", 0.0))))
            if "left_child" in node:
                low, high = add(node["left_child"], depth + 1), add(node["right_child"], depth + 1)
                nodes[own] = (node["split_feature"], node["threshold"], low, high, 0.0)
            return own

        add(info["tree_structure"], 0)
        feature, threshold, low, high, value = (list(column) for column in zip(*nodes, strict=True))
        trees.append(
            {
                "feature": feature, "threshold": digits(threshold, 9), "low": low, "high": high,
                "value": digits([one / len(models) for one in value], 5),
            }
        )  # fmt: skip
    return {"features": list(features), "depth": deepest, "start": 0.0, "trees": trees}


def digits(values: Sequence[float] | NDArray[np.float64], count: int) -> list[float]:
    """Numbers with so many digits."""
    return [float(f"{value:.{count}g}") for value in values]
