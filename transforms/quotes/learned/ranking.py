"""Ranking the candidate speakers of every quotation of an article.

Two ensembles of small trees over the same numbers. One tells each candidate's odds by itself, so that nobody may be
likely: whether this is speech at all, and how sure the answer is. The other was learned to put the right candidate of
a quotation before its others; its scores mean something only next to those of the same quotation. Both are learned
by ``benchmarks/train_speaker_model.py``.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.quotes.learned.features import Matrix
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.trees import Trees

Scores = NDArray[np.float64]

_SHORTLIST = 8
"""Candidates that are put in order: hardly ever does one speak that is less likely than eight others."""

_BELOW = 10.0


def rank(questions: Sequence[Question], odds: Trees, order: Trees) -> tuple[list[Scores], list[Scores]]:
    """Of each candidate of each question: the log-odds to be its speaker, and the score; the highest speaks.

    Only the likeliest are put in order, as that takes many trees; the others score far below them.
    """
    likely = split(odds.scores(stacked([question.rows for question in questions])), questions)
    listed = [np.argsort(-own, kind="stable")[:_SHORTLIST] for own in likely]
    rows = stacked([question.rows[places] for question, places in zip(questions, listed, strict=True)])
    ordered = np.split(order.scores(rows), np.cumsum([len(places) for places in listed])[:-1]) if listed else []
    return likely, [
        _spread(own, places, len(all_of)) for own, places, all_of in zip(ordered, listed, likely, strict=True)
    ]


def _spread(scores: Scores, places: NDArray[np.intp], size: int) -> Scores:
    """The scores of the listed candidates at their places among all of a question."""
    whole = np.full(size, scores.min(initial=0.0) - _BELOW)
    whole[places] = scores
    return whole


def chances_among(scores: Scores) -> Scores:
    """The scores of one question's candidates as chances that sum to one (softmax)."""
    if not len(scores):
        return scores
    raised = np.exp(scores - scores.max())
    shares: Scores = raised / raised.sum()
    return shares


def stacked(matrices: Sequence[Matrix]) -> Matrix:
    """The rows of all questions in one matrix."""
    return np.concatenate(matrices) if matrices else np.zeros((0, 1), dtype=np.float32)


def split(values: Scores, questions: Sequence[Question]) -> list[Scores]:
    """The values of all rows, question by question."""
    return np.split(values, np.cumsum([len(question.options) for question in questions])[:-1]) if questions else []
