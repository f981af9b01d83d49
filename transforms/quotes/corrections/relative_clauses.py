"""Words within "who said ..." are those of the clause's head, not of the subject of the sentence around it.

As Lind's in: Haddad praised Ada Lind, who has called the plan "a farce."
"""

from transforms.quotes.corrections.case import Case, raised
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace, fitting_frame
from transforms.quotes.learned.ranking import Scores

_PEOPLE = frozenset({Sort.NAME, Sort.PEOPLE, Sort.PERSON})
# Relations by which one who is told of hangs on the verb above him: "praised Ada Lind", "met with the widow of Lind".
_OF_OBJECTS = frozenset({"agent", "appos", "attr", "conj", "dative", "dobj", "oprd", "pobj", "prep"})
_WHO = "who"


def with_relative_clause(case: Case, scores: Scores) -> Scores:
    """The scores, raised for the head of the relative clause that holds a quotation."""
    at, view = case.at, case.view
    if _WHO not in view.lower[: at.first]:
        return scores  # as in most sentences
    best = case.options[int(scores.argmax())]
    frame = fitting_frame(best, at, view)[0] if best.paragraph == at.paragraph else None
    if frame is None or frame.cue not in at.above:
        return scores
    told_of = next((i for i, option in case.here if _is_told_of(option, frame.cue, at, view)), None)
    return scores if told_of is None or case.options[told_of].head == best.head else raised(scores, told_of)


def _is_told_of(option: Candidate, above: int, at: SegmentPlace, view: View) -> bool:
    """Whether somebody is what a verb above him is done to, and his relative clause holds the quotation."""
    if option.sort not in _PEOPLE:
        return False
    holds = any(
        frame.link is Link.RELATIVE
        and any(view.lower[child] == _WHO for child in view.children[frame.cue])
        and frame.marks_quotations
        and at.above.get(frame.cue, at.above[above]) < at.above[above]
        for frame in option.frames
    )
    return holds and _is_done_to(option.head, above, view)


def _is_done_to(head: int, verb: int, view: View) -> bool:
    """Whether a noun hangs on a verb by nouns and prepositions alone."""
    token = head
    while token != verb:
        if view.deps[token] not in _OF_OBJECTS or view.heads[token] == token:
            return False
        token = view.heads[token]
    return True
