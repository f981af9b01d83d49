"""How sure the choice of a speaker is, as the chance that it is right.

A small ensemble reads how the ranking went; a monotone curve, fitted on documents the ensemble had not seen, turns
its answer into a chance (isotonic regression, Zadrozny and Elkan 2002).
"""

import numpy as np
from numpy.typing import NDArray

from transforms.quotes.features import SEGMENT_FEATURES, Matrix
from transforms.quotes.questions import FEATURES, Question

_PICKED = (
    "link", "quoted_share", "steps_up", "cue_tokens", "cue_adjacent", "same_paragraph", "paragraphs", "sort",
    "sentences", "fit", "fit_rank", "others_between", "segments_between", "under_speech", "cues_higher",
)  # fmt: skip
CONFIDENCE_FEATURES = ("best", "best_other", "margin", "odds_among", *_PICKED, *SEGMENT_FEATURES)
_COLUMNS = [FEATURES.index(name) for name in _PICKED]


def confidence_rows(question: Question, scores: NDArray[np.float64]) -> Matrix:
    """One row of ``CONFIDENCE_FEATURES``; rivals are candidates of another name than the best one's."""
    row = np.zeros((1, len(CONFIDENCE_FEATURES)), dtype=np.float32)
    if not len(scores):
        row[0, :4] = (-9.0, -9.0, 0.0, 0.0)
        row[0, 4 + len(_PICKED) :] = question.place.numbers
        return row
    best = int(np.argmax(scores))
    who = question.options[best].who
    rival = max((s for o, s in zip(question.options, scores.tolist(), strict=True) if o.who != who), default=-9.0)
    shares = 1 / (1 + np.exp(-scores))
    own = sum(s for o, s in zip(question.options, shares.tolist(), strict=True) if o.who == who)
    row[0] = (
        scores[best],
        rival,
        scores[best] - rival,
        own / max(float(shares.sum()), 1e-6),
        *question.rows[best, _COLUMNS],
        *question.place.numbers,
    )
    return row
