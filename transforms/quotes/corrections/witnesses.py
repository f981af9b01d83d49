"""Those who only saw for a paper what others say: « ... », scande la foule, ont constaté des journalistes de l'ANP."""

from collections.abc import Sequence

import numpy as np

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores

_SEEN = "constater"


def without_witnesses(question: Question, scores: Scores, views: Sequence[View], words: Lexicon) -> Scores:
    """The scores, lowered for whoever has no verb but that of having seen it for a paper."""
    if not words.witnesses:
        return scores
    saw = np.array([_only_saw(option, views[option.paragraph], words) for option in question.options], dtype=bool)
    lowered: Scores = np.where(saw, scores.min(initial=0.0) - 1.0, scores)
    return lowered


def _only_saw(option: Candidate, view: View, words: Lexicon) -> bool:
    is_of_paper = view.lemmas[option.head] in words.witnesses
    return is_of_paper and bool(option.frames) and all(frame.lemma == _SEEN for frame in option.frames)
