"""Words within "who said ..." are of whom that tells, not of who does something to him.

As Lind's in: Haddad praised Ada Lind, who has called the plan "a farce."
"""

from collections.abc import Sequence

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Place, fitting_frame
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores

_PEOPLE = frozenset({Sort.NAME, Sort.PEOPLE, Sort.PERSON})
_NOMINAL = frozenset({"agent", "appos", "attr", "conj", "dative", "dobj", "oprd", "pobj", "prep"})
_WHO = "who"


def with_told_of(question: Question, scores: Scores, views: Sequence[View]) -> Scores:
    """The scores, raised for whom the relative clause that holds a quotation tells of."""
    at = question.place
    view = views[at.paragraph]
    if not len(scores) or _WHO not in view.lower[: at.first]:
        return scores  # as in most sentences
    best = question.options[int(scores.argmax())]
    frame = fitting_frame(best, at, view)[0] if best.paragraph == at.paragraph else None
    if frame is None or frame.cue not in at.above:
        return scores
    told_of = [i for i, option in enumerate(question.options) if _is_told_of(option, frame.cue, at, view)]
    if not told_of or question.options[told_of[0]].head == best.head:
        return scores
    raised = scores.copy()
    raised[told_of[0]] = scores.max() + 1.0
    return raised


def _is_told_of(option: Candidate, above: int, at: Place, view: View) -> bool:
    """Whether somebody is what a verb above him is done to, and his relative clause holds the quotation."""
    if option.paragraph != at.paragraph or option.sort not in _PEOPLE:
        return False
    holds = any(
        frame.link is Link.RELATIVE
        and any(view.lower[child] == _WHO for child in view.children[frame.cue])
        and frame.quoted_share >= MARKS_QUOTATIONS
        and at.above.get(frame.cue, at.above[above]) < at.above[above]
        for frame in option.frames
    )
    return holds and _is_done_to(option.head, above, view)


def _is_done_to(head: int, verb: int, view: View) -> bool:
    """Whether a noun hangs on a verb by nouns and prepositions alone."""
    token = head
    while token != verb:
        if view.deps[token] not in _NOMINAL or view.heads[token] == token:
            return False
        token = view.heads[token]
    return True
