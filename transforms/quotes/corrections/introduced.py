"""Whoever's verb stands right before a quotation speaks, in a clause beside or below one with another verb.

As Haddad in: Fox laughed when Haddad told the crowd, "It is late."
"""

from collections.abc import Sequence

from transforms.marks import MARKS_BEFORE
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Place
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores

_OPENS = frozenset({",", ":"})
_VERBS = frozenset({"VERB", "AUX"})
_OF_CLAUSES = frozenset({"advcl", "conj"})


def with_introducer(question: Question, scores: Scores, views: Sequence[View]) -> Scores:
    """The scores, raised for the subject of the verb that introduces the quotation."""
    at = question.place
    view = views[at.paragraph]
    cue = _introducing(at, view)
    if cue is None:
        return scores
    speaks = [
        i
        for i, option in enumerate(question.options)
        if _is_subject_of(option, cue, at) and (_is_joined(option, view) or not _is_reported(cue, question, view))
    ]
    if not speaks or scores.argmax() in speaks:
        return scores  # as in most sentences
    raised = scores.copy()
    raised[speaks[0]] = scores.max() + 1.0
    return raised


def _introducing(at: Place, view: View) -> int | None:
    """The verb before a quotation that follows on a comma or colon, with nothing but an object between."""
    end = at.first - 1
    while end >= 0 and view.inside[end] is None and view.words[end] in MARKS_BEFORE:
        end -= 1
    if end < 0 or view.words[end] not in _OPENS:
        return None
    verb = next((t for t in range(end - 1, -1, -1) if view.pos[t] in _VERBS or view.inside[t] is not None), None)
    if verb is None or view.inside[verb] is not None:
        return None
    return verb if view.deps[verb] in _OF_CLAUSES else None


def _is_joined(option: Candidate, view: View) -> bool:
    """Whether somebody stands behind "and", so that his verb is no part of what another says."""
    return option.first > 0 and view.pos[option.first - 1] == "CCONJ"


def _is_reported(verb: int, question: Question, view: View) -> bool:
    """Whether a clause is a part of what somebody says: "Fox said he was there when Haddad told them, ..."."""
    path = [verb, *view.above(verb)]
    saying = {view.heads[token] for token in path if view.deps[token] == "ccomp"}
    return any(
        frame.cue in saying and frame.quoted_share >= MARKS_QUOTATIONS
        for option in question.options
        if option.paragraph == question.place.paragraph
        for frame in option.frames
    )


def _is_subject_of(option: Candidate, cue: int, at: Place) -> bool:
    return option.paragraph == at.paragraph and any(
        frame.cue == cue and frame.link is Link.SUBJECT and frame.quoted_share >= MARKS_QUOTATIONS
        for frame in option.frames
    )
