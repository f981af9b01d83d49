"""The subject of the verb right before a quotation speaks, though the sentence has another verb with a subject.

As Haddad in: Fox laughed when Haddad told the crowd, "It is late."
"""

from transforms.marks import MARKS_BEFORE
from transforms.quotes.corrections.case import Case, raised
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.tagsets import VERBS
from transforms.quotes.grammar.verb_speakers import heard_saying
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.ranking import Scores

_OPENS = frozenset({",", ":"})
_OF_CLAUSES = frozenset({"advcl", "conj"})


def with_introducer(case: Case, scores: Scores) -> Scores:
    """The scores, raised for the subject of the verb that introduces the quotation."""
    cue = _introducing(case.at, case.view)
    if cue is None:
        return scores
    subjects = [(i, option) for i, option in case.here if option.speaks_by(cue)]
    speaks = [i for i, option in subjects if _is_joined(option, case.view) or not _is_reported(cue, case)]
    return raised(scores, speaks[0]) if speaks and scores.argmax() not in speaks else scores


def with_heard(case: Case, scores: Scores) -> Scores:
    """The scores, raised for who is heard or seen "saying" the quotation, which another tells of."""
    cue = _last_word(case.at, case.view)
    heard = None if cue is None else heard_saying(case.view, cue, case.words)
    speaks = [i for i, option in case.here if option.head == heard]
    return raised(scores, speaks[0]) if speaks and scores.argmax() not in speaks else scores


def _introducing(at: SegmentPlace, view: View) -> int | None:
    """The verb before a quotation that follows on a comma or colon, with nothing but an object between."""
    end = _last_word(at, view)
    if end is None or view.words[end] not in _OPENS:
        return None
    verb = next((t for t in range(end - 1, -1, -1) if view.pos[t] in VERBS or view.inside[t] is not None), None)
    if verb is None or view.inside[verb] is not None:
        return None
    return verb if view.deps[verb] in _OF_CLAUSES else None


def _last_word(at: SegmentPlace, view: View) -> int | None:
    """What stands before the marks of a quotation, a word or a comma."""
    end = at.first - 1
    while end >= 0 and view.inside[end] is None and view.words[end] in MARKS_BEFORE:
        end -= 1
    return None if end < 0 else end


def _is_joined(option: Candidate, view: View) -> bool:
    """Whether somebody stands behind "and", so that his verb is no part of what another says."""
    return option.first > 0 and view.pos[option.first - 1] == "CCONJ"


def _is_reported(verb: int, case: Case) -> bool:
    """Whether a clause is a part of what somebody says: "Fox said he was there when Haddad told them, ..."."""
    view = case.view
    path = [verb, *view.above(verb)]
    saying = {view.heads[token] for token in path if view.deps[token] == "ccomp"}
    return any(frame.cue in saying and frame.marks_quotations for _, option in case.here for frame in option.frames)
