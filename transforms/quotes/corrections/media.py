"""What somebody says is not said by what it is known from: "..., he told them, according to a statement"."""

from collections.abc import Sequence

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores, exchanged

_SUBJECTS = frozenset({Link.SUBJECT, Link.INVERTED})
_OWNERS = frozenset({"by", "from", "of"})


def without_medium(question: Question, scores: Scores, views: Sequence[View], words: Lexicon) -> Scores:
    """The scores, with that of a writing or recording that is nobody's below that of who speaks in its sentence."""
    if not len(scores):
        return scores
    best = int(scores.argmax())
    medium = question.options[best]
    view = views[medium.paragraph]
    if medium.paragraph != question.place.paragraph or not _is_medium(medium, view, words):
        return scores
    speaks = [i for i, option in enumerate(question.options) if _speaks_beside(option, medium, view)]
    if not speaks:
        return scores
    return exchanged(scores, best, max(speaks, key=lambda i: scores[i]))


def _is_medium(candidate: Candidate, view: View, words: Lexicon) -> bool:
    """Whether it is "according to a statement", of which is not told whose it is."""
    is_according = any(frame.link is Link.ACCORDING for frame in candidate.frames)
    if not is_according or candidate.entity is not None or view.lemmas[candidate.head] not in words.media:
        return False
    return not any(
        view.deps[child] in {"poss", "compound"} or view.lower[child] in _OWNERS
        for child in view.children[candidate.head]
    )


def _speaks_beside(option: Candidate, medium: Candidate, view: View) -> bool:
    if option.paragraph != medium.paragraph or view.sentences[option.head] != view.sentences[medium.head]:
        return False
    return any(frame.link in _SUBJECTS and frame.quoted_share >= MARKS_QUOTATIONS for frame in option.frames)
