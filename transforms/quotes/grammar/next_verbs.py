"""Where a report ends before the next verb of its speaker, who goes on to do something else.

The parser hangs the second verb of "Haddad said the boats were late and urged the port to wait" on the first clause
below the cue, and the participle of "Haddad said the boats were late, adding that ..." as well.
"""

from collections.abc import Sequence

from transforms.names.wordlists import words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.clause_bounds import ENDS_DATE
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.participles import ends_report
from transforms.quotes.grammar.stretches import LEAST_WORDS, SENTENCE, Stretch, trimmed
from transforms.quotes.grammar.tagsets import AUXILIARIES, PAST, PLURAL, SUBJECTS
from transforms.quotes.grammar.view import View

_REPORTS = 0.4  # share of marking speech from which a cue may be gone on with
_OF_A_VERB = 0.45  # share of marking speech from which a verb is the reporter's
_OF_A_LATER_VERB = 0.3  # ... and one in the past behind a clause in the present
_PRESENT = frozenset({"VBP", "VBZ", "MD"})
_AGREE = {
    "he": {Sort.SINGULAR, Sort.PERSON, Sort.PEOPLE, Sort.NAME},
    "she": {Sort.SINGULAR, Sort.PERSON, Sort.PEOPLE, Sort.NAME},
    "it": {Sort.IT, Sort.ORGANISATION, Sort.PLACE, Sort.NAME, Sort.PEOPLE, Sort.THING},
    "they": {Sort.PLURAL, Sort.PEOPLE},
    "this": set(Sort),
    "that": set(Sort),
    "there": set(Sort),
}
_LONGEST_WHEN = 8  # tokens between "and" and a verb
_BESIDE = frozenset({"cc", "advmod", "punct", "aux", "neg"})  # what may stand before a verb and goes with it


def second_verb(
    view: View,
    frame: Frame,
    speaker: Candidate,
    pool: Sequence[Candidate],
    lexicon: Lexicon,
    stretch: Stretch,
    begin: int,
) -> int | None:
    """The first verb in a stretch behind its cue that goes with the cue's speaker, and not with what is reported.

    What is reported begins at token ``begin``, in the stretch or before it.
    """
    relation, first, last = stretch
    if first <= frame.cue or relation == SENTENCE or frame.link is Link.ACCORDING:
        return None
    for token in range(max(first, begin + 1), last):
        if view.inside[token] is not None or view.pos[token] != "VERB":
            continue
        if _is_apart(view, token, begin):
            return token
        if frame.share < _REPORTS or token < first + LEAST_WORDS:
            continue
        is_joined = _is_second(view, frame.cue, speaker, pool, lexicon, token, first)
        if is_joined or ends_report(view, token, lexicon):
            return token
    return None


def before_second_verb(view: View, first: int, verb: int) -> int:
    """Where the tokens from ``first`` on end before a second verb, its "and", and what stands between the two."""
    begin = verb
    while begin - 1 > first and view.deps[begin - 1] in _BESIDE:
        begin -= 1
        if view.deps[begin] == "cc" or view.words[begin] == ",":
            return trimmed(view, first, begin)[1]
    link = _and_before(view, first, verb)
    return trimmed(view, first, begin if link is None else link)[1]


def _and_before(view: View, first: int, verb: int) -> int | None:
    """The "and" before a verb that only tells when or where behind it: "and on Monday urged", "and last week urged"."""
    before = range(verb - 1, max(first, verb - _LONGEST_WHEN), -1)
    return next((token for token in before if view.deps[token] == "cc"), None)


def _is_second(
    view: View,
    cue: int,
    speaker: Candidate,
    pool: Sequence[Candidate],
    lexicon: Lexicon,
    token: int,
    first: int,
) -> bool:
    """Whether a verb joined to a clause of a report goes with its cue rather than with the clause."""
    is_joined = view.deps[token] == "conj" and view.tags[token] == "VBD" and view.tags[cue] in PAST
    has_subject = any(view.deps[child] in SUBJECTS for child in view.children[token])
    is_to = view.lower[token + 1 : token + 2] == ["to"]  # "the storm had closed the port and added to its troubles"
    if not is_joined or has_subject or is_to:
        return False
    clause = view.heads[token]
    while view.deps[clause] == "conj" and clause > first:
        clause = view.heads[clause]
    share = lexicon.cues.share("VERB", view.lemmas[token]).reported
    if _is_present(view, clause):
        return share >= _OF_A_LATER_VERB
    return share >= _OF_A_VERB and not _may_speak(view, clause, speaker, pool)


def _is_apart(view: View, verb: int, begin: int) -> bool:
    """Whether a verb in the past can't go with what a cue reports, whatever it hangs on.

    It stands behind an "and" and a day, which is no subject: "demanded an inquiry and last week announced"; or it hangs
    on another verb as what that reports, without a subject: "said the boats were late and later told the crews".
    """
    link = _and_before(view, begin, verb)
    if link is None or view.tags[verb] != "VBD":
        return False
    subject = next((child for child in view.children[verb] if view.deps[child] in SUBJECTS), None)
    if subject is None:
        return view.deps[verb] == "ccomp"
    is_day = view.lower[verb - 1] in ENDS_DATE or view.lower[verb - 1] in words("calendar.txt")
    return is_day and subject < link


def _is_present(view: View, verb: int) -> bool:
    """Whether a clause is in the present or the future: "the boats are late", "will be"."""
    return view.tags[verb] in _PRESENT or any(
        view.tags[child] in _PRESENT for child in view.children[verb] if view.deps[child] in AUXILIARIES
    )


def _may_speak(view: View, verb: int, speaker: Candidate, pool: Sequence[Candidate]) -> bool:
    """Whether the subject of a clause may be what the next verb tells of: somebody other than the one who reports."""
    subject = next((child for child in view.children[verb] if view.deps[child] in SUBJECTS), None)
    if subject is None:
        return True
    word = view.lower[subject]
    if word in _AGREE:
        is_other_pronoun = speaker.sort is Sort.SINGULAR and word in {"he", "she"} and word != view.lower[speaker.head]
        is_one = word in {"he", "she", "it"} and view.tags[speaker.head] in PLURAL
        return speaker.sort not in _AGREE[word] or is_other_pronoun or is_one
    if view.pos[subject] != "NOUN":
        return True
    return any(other.head == subject and other.sort is not Sort.THING for other in pool)
