"""The input of every correction, and the three changes that one may make to the scores of the candidates."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores


class Case(NamedTuple):
    """A quotation with all who may have said it, where it stands, and the words and parses that tell of them."""

    options: Sequence[Candidate]
    here: Sequence[tuple[int, Candidate]]
    """Those of its own paragraph, each with its place among ``options``."""
    at: SegmentPlace
    view: View
    """Its own paragraph."""
    views: Sequence[View]
    """All paragraphs."""
    words: Lexicon


def case(question: Question, views: Sequence[View], words: Lexicon) -> Case:
    """A question as the corrections look at it."""
    at, options = question.place, question.options
    here = [(i, option) for i, option in enumerate(options) if option.paragraph == at.paragraph]
    return Case(options, here, at, views[at.paragraph], views, words)


def exchanged(scores: Scores, one: int, other: int) -> Scores:
    """The scores with those of candidates ``one`` and ``other`` exchanged."""
    changed = scores.copy()
    changed[[one, other]] = scores[[other, one]]
    return changed


def raised(scores: Scores, one: int) -> Scores:
    """The scores with that of candidate ``one`` above all others."""
    changed = scores.copy()
    changed[one] = scores.max() + 1.0
    return changed


def lowered(scores: Scores, those: NDArray[np.bool_]) -> Scores:
    """The scores with those of the candidates that are True in ``those`` below all others."""
    changed: Scores = np.where(those, scores.min(initial=0.0) - 1.0, scores)
    return changed
