"""Two who speak in one sentence: "Kamau called the vote ..., while Haddad called it ..."."""

import numpy as np

from transforms.quotes.corrections.case import Case, lowered
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.ranking import Scores

_CONTRASTS = frozenset({"while", "whereas"})


def without_contrasted(case: Case, scores: Scores) -> Scores:
    """The scores, lowered for whoever speaks in the clause that the clause of the quotation is contrasted with."""
    at, view = case.at, case.view
    outer = {
        cue
        for _, option in case.here
        for frame in option.frames
        if frame.link is Link.SUBJECT and frame.marks_quotations and _is_contrasted(frame.cue, option, at, view)
        for cue in _with_what_reports(view.heads[frame.cue], view)
    }
    if not outer:
        return scores
    speaks_there = [option.paragraph == at.paragraph and _speaks(option, outer) for option in case.options]
    return lowered(scores, np.array(speaks_there))


def _is_contrasted(cue: int, subject: Candidate, at: SegmentPlace, view: View) -> bool:
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


def _speaks(option: Candidate, cues: set[int]) -> bool:
    return any(frame.cue in cues for frame in option.frames)
