"""A name and a colon alone before a quotation name its speaker: 'The cranes stay - Karl Moe: "..."'."""

from transforms.marks import MARKS_BEFORE
from transforms.quotes.corrections.case import Case, raised
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.ranking import Scores

_ENDS = frozenset({"-", "--", "\u2013", "\u2014", "|", ".", "!", "?", "]", ")", "\u2022"})  # of what stands before it


def with_label(case: Case, scores: Scores) -> Scores:
    """The scores, raised for the name that is a label of the quotation."""
    labels = [i for i, option in case.here if is_label(option, case.at, case.view)]
    return raised(scores, labels[0]) if labels and scores.argmax() not in labels else scores


def is_label(option: Candidate, at: SegmentPlace, view: View) -> bool:
    """Whether somebody stands by himself before a colon, and that before the marks; ``view`` is of its paragraph."""
    if option.paragraph != at.paragraph:
        return False
    end = at.first - 1
    while end > 0 and view.words[end] in MARKS_BEFORE:
        end -= 1
    is_beside = view.words[end] == ":" and option.last == end
    return is_beside and option.first > 0 and view.words[option.first - 1][-1] in _ENDS
