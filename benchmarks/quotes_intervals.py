"""How far chance may move the figures of a split: 95 % intervals, by drawing its texts anew with replacement.

    COPYDESK_EVAL_DATA=... python -m benchmarks.quotes_intervals --cache FOLDER [--split dev] [--draws 5000]

The texts are drawn and not the rows, since the rows of one text are right or wrong together (the percentile bootstrap
over clusters: Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993).
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quotes_accuracy import figures, quotes
from benchmarks.quotes_corpus import documents

FIGURES: Mapping[str, tuple[str, ...]] = {
    "segments F1": ("strict_exact",),
    "triple F1": ("triple_projected",),
    "named": ("speaker_projected", "named"),
    "nominal": ("speaker_projected", "nominal"),
    "pronoun": ("speaker_projected", "pronoun"),
    "cue": ("cue_projected", "all"),
    "indirect F1": ("indirect_span50",),
}
"""By name, where the scorer tells its counts."""


def main() -> None:
    """Print each figure with its interval."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, required=True, help="the folder that keeps PolNeAR's parses")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--draws", type=int, default=5000)
    arguments = parser.parse_args()
    corpus = documents(arguments.split, arguments.cache)
    scored = [figures([one], quotes([one]), arguments.split) for one in corpus]
    chance = np.random.default_rng(0)
    drawn = chance.integers(len(corpus), size=(arguments.draws, len(corpus)))
    for name, place in FIGURES.items():
        counts = np.array([right_and_all(_at(one, place)) for one in scored])
        low, high = np.percentile(shares(counts[drawn].sum(axis=1)), [2.5, 97.5])
        print(f"{name:12} {shares(counts.sum(axis=0)):5.1f}  {low:.1f} to {high:.1f}")


def right_and_all(counts: Mapping[str, Any]) -> tuple[float, float]:
    """What is right, and of how many: of an F1 of the mean of those found and those marked."""
    if "tp" in counts:
        return counts["tp"], (counts["pred"] + counts["gold"]) / 2
    return counts["n"], counts["of"]


def shares(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Percent right, of counts ``[..., 2]``."""
    return 100 * counts[..., 0] / counts[..., 1]


def _at(scored: Mapping[str, Any], place: Sequence[str]) -> Mapping[str, Any]:
    for name in place:
        scored = scored[name]
    return scored


if __name__ == "__main__":
    main()
