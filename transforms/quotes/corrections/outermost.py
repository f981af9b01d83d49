"""Who speaks at the very end of a sentence speaks all of it.

As Haddad in: Fox said Lind "would have no chance," Haddad recalled.
"""

from collections.abc import Sequence

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Place
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores

_ENDS = frozenset({".", "!", "?"})


def with_last_word(question: Question, scores: Scores, views: Sequence[View]) -> Scores:
    """The scores, raised for who speaks between the quotation and its sentence's end, above who speaks before it."""
    at = question.place
    view = views[at.paragraph]
    last = [i for i, option in enumerate(question.options) if _has_last_word(option, at, view)]
    if not last or scores.argmax() == last[-1]:
        return scores  # as in most sentences
    raised = scores.copy()
    raised[last[-1]] = scores.max() + 1.0
    return raised


def _has_last_word(option: Candidate, at: Place, view: View) -> bool:
    """Whether "Haddad recalled." is all that stands behind the quotation; "he said" may mean who speaks before it."""
    if option.paragraph != at.paragraph or option.first < at.last or option.sort <= Sort.OTHER_PRONOUN:
        return False
    between = view.words[at.last : option.first]
    cue = option.last
    ends = cue + 1 >= len(view.words) or view.words[cue + 1] in _ENDS
    is_cue = any(f.cue == cue and f.link is Link.SUBJECT and f.quoted_share >= MARKS_QUOTATIONS for f in option.frames)
    return ends and is_cue and not any(word[0].isalnum() for word in between)
