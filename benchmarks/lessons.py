"""A model of quotations while it is learned: each fold's documents are answered by what the others taught."""

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

from benchmarks.ensembles import Listwise, Pointwise, boosted_json, digits
from benchmarks.quotes_corpus import Document
from benchmarks.quotes_written_gold import FOLDERS, REAL
from transforms.quotes.learned.trees import Trees, from_json

DATA = Path(__file__).parents[1] / "transforms" / "quotes" / "data" / "en"
FOLDS = 5
WRITTEN = 2.0  # times that a quotation of a written article counts; there are eight times as many others


def folder_of(document: Document) -> str:
    """The folder of ``tests/eval`` that it is marked in; empty for a text of PolNeAR."""
    return document.doc_id.rpartition("/")[0]


def fold_of(document: Document) -> int:
    """The fold a document is held out in; a folder of written articles, or a paper, is held out as a whole."""
    folder = folder_of(document)
    if folder in FOLDERS:
        return FOLDERS.index(folder) % FOLDS
    paper = document.doc_id.rpartition("_")[0] if folder == REAL else document.doc_id
    return zlib.crc32(paper.encode()) % FOLDS


def weight_of(document: Document) -> float:
    """How many times each of its quotations counts."""
    return WRITTEN if folder_of(document) else 1.0


@dataclass(frozen=True)
class Lesson:
    """Something to learn: ``odds`` are each row's by the model of ``by_fold`` that has not seen its document."""

    name: str
    features: Sequence[str]
    learn: Callable[[np.ndarray], dict[str, Any]]  # from the rows to learn from, as a mask
    use: np.ndarray
    odds: np.ndarray
    by_fold: list[Trees]
    curve: IsotonicRegression | None = None

    def with_curve(self, curve: IsotonicRegression) -> "Lesson":
        """The lesson with a calibration of its odds."""
        points = (np.array(curve.X_thresholds_), np.array(curve.y_thresholds_))
        return replace(self, curve=curve, by_fold=[replace(model, curve=points) for model in self.by_fold])

    def save(self) -> None:
        """Learn from all rows and write the model for ``transforms/quotes/learned/trees.py``."""
        written = self.learn(self.use)
        if self.curve is not None:
            written["curve"] = [digits(self.curve.X_thresholds_, 5), digits(self.curve.y_thresholds_, 5)]
        (DATA / f"{self.name}.json").write_text(json.dumps(written, separators=(",", ":")) + "\n", encoding="utf-8")


def held_out(
    name: str, features: Sequence[str], rows: np.ndarray, target: np.ndarray, fold: np.ndarray, weight: np.ndarray,
    use: np.ndarray, model: Callable[[], Any] | Listwise | Pointwise,
) -> Lesson:  # fmt: skip
    """Learn each fold's model from the other folds; rows not in ``use`` are answered but not learned from.

    A row counts ``weight`` times.
    """
    odds = np.zeros(len(rows))
    by_fold = []

    def learn(seen: np.ndarray) -> dict[str, Any]:
        if isinstance(model, Listwise | Pointwise):
            return boosted_json(features, model.learn(rows, target, weight, seen))
        return to_json(features, model().fit(rows[seen], target[seen], sample_weight=weight[seen]))

    for k in range(FOLDS):
        by_fold.append(from_json(learn(use & (fold != k))))
        odds[fold == k] = by_fold[-1].scores(rows[fold == k])
    return Lesson(name, features, learn, use, odds, by_fold)


def to_json(features: Sequence[str], model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """An ensemble of scikit-learn as ``transforms/quotes/learned/trees.py`` reads it."""
    trees = []
    depth = 0
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        own = np.arange(len(nodes))
        depth = max(depth, int(nodes["depth"].max()))
        trees.append(
            {
                "feature": np.where(leaf, 0, nodes["feature_idx"]).tolist(),
                "threshold": digits(np.where(leaf, 0.0, nodes["num_threshold"]), 7),
                "low": np.where(leaf, own, nodes["left"]).tolist(),
                "high": np.where(leaf, own, nodes["right"]).tolist(),
                "value": digits(np.where(leaf, nodes["value"], 0.0), 5),
            }
        )
    start = float(model._baseline_prediction.item())
    return {"features": list(features), "depth": depth, "start": start, "trees": trees}
