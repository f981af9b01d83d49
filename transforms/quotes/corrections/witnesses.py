"""Journalists who only witness what others say: « ... », scande la foule, ont constaté des journalistes de l'ANP."""

import numpy as np

from transforms.quotes.corrections.case import Case, lowered
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.ranking import Scores

_SEEN = "constater"


def without_witnesses(case: Case, scores: Scores) -> Scores:
    """The scores, lowered for whoever has no verb but that of having seen it for a paper."""
    if not case.words.people.witnesses:
        return scores
    saw = [_only_saw(option, case.views[option.paragraph], case.words) for option in case.options]
    return lowered(scores, np.array(saw))


def _only_saw(option: Candidate, view: View, words: Lexicon) -> bool:
    is_of_paper = view.lemmas[option.head] in words.people.witnesses
    return is_of_paper and bool(option.frames) and all(frame.lemma == _SEEN for frame in option.frames)
