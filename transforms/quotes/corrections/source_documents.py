"""A document is only the source of what a person says: "..., he told them, according to a statement"."""

from transforms.quotes.corrections.case import Case, exchanged
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.ranking import Scores

_SUBJECTS = frozenset({Link.SUBJECT, Link.INVERTED})
_OWNERS = frozenset({"by", "from", "of"})


def without_source_document(case: Case, scores: Scores) -> Scores:
    """The scores, with that of a document without an owner below that of the person who speaks in its sentence.

    So is anybody from whom it is known what somebody said: 'Asked why, he said, according to the Harbour Post: "..."'.
    """
    best = int(scores.argmax())
    medium = case.options[best]
    if medium.paragraph != case.at.paragraph:
        return scores
    is_any = _is_source_document(medium, case.view, case.words)
    speaks = [
        i
        for i, option in case.here
        if (is_any and _speaks_beside(option, medium, case.view)) or _is_relayed(option, medium, case.view)
    ]
    return exchanged(scores, best, max(speaks, key=lambda i: scores[i])) if speaks else scores


def _is_source_document(candidate: Candidate, view: View, words: Lexicon) -> bool:
    """Whether it is "according to a statement", of which is not told whose it is."""
    is_according = any(frame.link is Link.ACCORDING for frame in candidate.frames)
    if not is_according or candidate.entity is not None or view.lemmas[candidate.head] not in words.writings.media:
        return False
    return not any(
        view.deps[child] in {"poss", "compound"} or view.lower[child] in _OWNERS
        for child in view.children[candidate.head]
    )


def _speaks_beside(option: Candidate, medium: Candidate, view: View) -> bool:
    """Whether somebody says something in the sentence of a medium."""
    is_beside = view.sentences[option.head] == view.sentences[medium.head]
    return is_beside and any(frame.link in _SUBJECTS and frame.marks_quotations for frame in option.frames)


def _is_relayed(option: Candidate, medium: Candidate, view: View) -> bool:
    """Whether a verb of speech with a subject of its own stands right before "according to"."""
    for source in (frame.cue for frame in medium.frames if frame.link is Link.ACCORDING):
        verb = source - 1 - (view.words[source - 1] == ",")
        if any(f.cue == verb and f.link in _SUBJECTS and f.marks_quotations for f in option.frames):
            return True
    return False
