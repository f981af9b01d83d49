"""How sure the choice of a speaker is, as the chance that it is right.

A small ensemble reads how the ranking went; a monotone curve, fitted on documents the ensemble had not seen, turns
its answer into a chance (isotonic regression, Zadrozny and Elkan 2002).
"""

import numpy as np

from transforms.quotes.learned.features import SEGMENT_FEATURES, Matrix
from transforms.quotes.learned.questions import FEATURES, Question
from transforms.quotes.learned.ranking import Scores, chances_among

_PICKED = (
    "link", "quoted_share", "steps_up", "cue_tokens", "cue_adjacent", "same_paragraph", "paragraphs", "sort",
    "sentences", "fit", "fit_rank", "others_between", "segments_between", "under_speech", "cues_higher",
)  # fmt: skip
_OWN = ("best", "best_other", "margin", "share", "odds", "best_odds_of_others")
CONFIDENCE_FEATURES = (*_OWN, *_PICKED, *SEGMENT_FEATURES)
_NOBODY = -9.0
_COLUMNS = [FEATURES.index(name) for name in _PICKED]


def confidence_rows(question: Question, odds: Scores, scores: Scores) -> Matrix:
    """One row of ``CONFIDENCE_FEATURES``; rivals are candidates of another name than the best one's."""
    row = np.zeros((1, len(CONFIDENCE_FEATURES)), dtype=np.float32)
    if not len(scores):
        row[0, : len(_OWN)] = (_NOBODY, _NOBODY, 0.0, 0.0, _NOBODY, _NOBODY)
        row[0, len(_OWN) + len(_PICKED) :] = question.place.numbers
        return row
    best = int(np.argmax(scores))
    own = np.array([option.who == question.options[best].who for option in question.options])
    rival = float(scores[~own].max(initial=_NOBODY))
    row[0] = (
        scores[best],
        rival,
        scores[best] - rival,
        chances_among(scores)[own].sum(),
        odds[best],
        odds[~own].max(initial=_NOBODY),
        *question.rows[best, _COLUMNS],
        *question.place.numbers,
    )
    return row
