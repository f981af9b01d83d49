"""Two who speak in one sentence: "Kamau called the vote ..., while Haddad called it ..."."""

from collections.abc import Sequence

import numpy as np

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Place
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores

_CONTRASTS = frozenset({"while", "whereas"})


def without_contrasted(question: Question, scores: Scores, views: Sequence[View]) -> Scores:
    """The scores, lowered for whoever speaks in the clause that the clause of the quotation is contrasted with."""
    at = question.place
    view = views[at.paragraph]
    outer = {
        cue
        for option in question.options
        if option.paragraph == at.paragraph
        for frame in option.frames
        for cue in _with_what_reports(view.heads[frame.cue], view)
        if frame.link is Link.SUBJECT
        and frame.quoted_share >= MARKS_QUOTATIONS
        and _is_contrasted(frame.cue, option, at, view)
    }
    if not outer:
        return scores
    speaks_there = np.array([_speaks(option, outer, at) for option in question.options])
    lowered: Scores = np.where(speaks_there, scores.min(initial=0.0) - 1.0, scores)
    return lowered


def _is_contrasted(cue: int, subject: Candidate, at: Place, view: View) -> bool:
    """Whether the quotation hangs on a cue whose clause begins with "while", or with ", and" and its subject."""
    if at.ways.get(cue, (1, 0))[0] != 0:
        return False
    if view.deps[cue] == "conj":
        before = subject.first - 1
        return before > 0 and view.pos[before] == "CCONJ" and view.words[before - 1] == ","
    return view.deps[cue] == "advcl" and any(
        view.lower[child] in _CONTRASTS for child in view.children[cue] if child < cue
    )


def _with_what_reports(cue: int, view: View) -> list[int]:
    """A verb and those that report it: "admitted" of "Kamau admitted he lost, while Haddad called it ..."."""
    found = [cue]
    while view.deps[found[-1]] == "ccomp" and view.heads[found[-1]] not in found:
        found.append(view.heads[found[-1]])
    return found


def _speaks(option: Candidate, cues: set[int], at: Place) -> bool:
    return option.paragraph == at.paragraph and any(frame.cue in cues for frame in option.frames)
