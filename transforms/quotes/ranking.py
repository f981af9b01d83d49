"""Ranking the candidate speakers of every quotation of an article.

Two ensembles of small trees. The first sees each candidate by itself; the second also sees how the first one
ranked the others, and whom it would name for the quotation before and the one behind. Both are learned by
``benchmarks/train_speaker_model.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transforms.quotes.features import Matrix
from transforms.quotes.questions import Question
from transforms.quotes.trees import Trees

Scores = NDArray[np.float64]

CONTEXT_FEATURES = (
    "score", "rank", "share_of_all", "best_other", "same_phrase_before", "same_name_before", "paragraphs_before",
    "same_phrase_behind", "same_name_behind", "paragraphs_behind", "same_name_here",
)  # fmt: skip
_NONE = -1.0
_NO_NEIGHBOUR = 20


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the first ensemble thinks of one question's candidates, by noun phrase and by name."""

    paragraph: int
    phrases: dict[tuple[int, int], float]
    names: dict[int | str, float]


def rank(questions: Sequence[Question], first: Trees, second: Trees) -> list[Scores]:
    """The log-odds of each candidate of each question to be its speaker."""
    scores = split(first.scores(stacked([question.rows for question in questions])), questions)
    rows = stacked(with_context(questions, scores))
    return split(second.scores(rows), questions)


def stacked(matrices: Sequence[Matrix]) -> Matrix:
    """The rows of all questions in one matrix."""
    return np.concatenate(matrices) if matrices else np.zeros((0, 1), dtype=np.float32)


def split(values: Scores, questions: Sequence[Question]) -> list[Scores]:
    """The values of all rows, question by question."""
    return np.split(values, np.cumsum([len(question.options) for question in questions])[:-1]) if questions else []


def with_context(questions: Sequence[Question], scores: Sequence[Scores]) -> list[Matrix]:
    """The rows of each question with ``CONTEXT_FEATURES`` behind them."""
    shares = [1.0 / (1.0 + np.exp(-score)) for score in scores]
    votes = [_votes(question, share) for question, share in zip(questions, shares, strict=True)]
    return [
        np.hstack([question.rows, _context(question, scores[i], shares[i], votes, i)])
        for i, question in enumerate(questions)
    ]


def _votes(question: Question, shares: Scores) -> _Votes:
    phrases: dict[tuple[int, int], float] = {}
    names: dict[int | str, float] = {}
    for option, share in zip(question.options, shares.tolist(), strict=True):
        phrases[option.paragraph, option.head] = share
        names[option.who] = max(share, names.get(option.who, 0.0))
    return _Votes(question.place.paragraph, phrases, names)


def _context(question: Question, scores: Scores, shares: Scores, votes: Sequence[_Votes], i: int) -> Matrix:
    numbers = np.zeros((len(scores), len(CONTEXT_FEATURES)), dtype=np.float32)
    if not len(scores):
        return numbers
    order = np.argsort(-scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(len(scores))
    best, next_best = shares[order[0]], shares[order[1]] if len(order) > 1 else 0.0
    total = max(float(shares.sum()), 1e-6)
    before = votes[i - 1] if i else None
    behind = votes[i + 1] if i + 1 < len(votes) else None
    here = votes[i]
    for row, option in enumerate(question.options):
        phrase = (option.paragraph, option.head)
        numbers[row] = (
            scores[row],
            ranks[row],
            shares[row] / total,
            next_best if ranks[row] == 0 else best,
            before.phrases.get(phrase, 0.0) if before else _NONE,
            before.names.get(option.who, 0.0) if before else _NONE,
            here.paragraph - before.paragraph if before else _NO_NEIGHBOUR,
            behind.phrases.get(phrase, 0.0) if behind else _NONE,
            behind.names.get(option.who, 0.0) if behind else _NONE,
            behind.paragraph - here.paragraph if behind else _NO_NEIGHBOUR,
            here.names[option.who],
        )
    return numbers
