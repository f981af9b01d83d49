"""Cues that tell of no speech, and the ones that do in their stead.

"Haddad is tired of it: ..." has no cue but the colon, "Haddad does not agree with Fox and affirms that ...: ..." has
"affirms", and in 'Haddad did not tell his father. "He was ill."' the quotation is not what was told.
"""

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Place

_BARE = frozenset({"be", "do", "have"})
_LIKE = "like"  # "she was like, ..."
_LEAST_SHARE = 0.15  # of marking speech, for a verb with a clause of its own before the colon
_OF_VERBS = frozenset({Link.SUBJECT, Link.BORROWED})
_LEADS = frozenset({"xcomp", "pcomp"})


def clear_cue(frame: Frame | None, speaker: Candidate, at: Place, view: View) -> Frame | None:
    """The frame chosen for a speaker, if it tells of speech; else one that does, or none."""
    if frame is None:
        return None
    is_bare = frame.lemma in _BARE and view.lower[frame.cue + 1 : frame.cue + 2] != [_LIKE]
    is_negated = _is_negated(view, frame.cue)
    if not is_bare and not is_negated:
        return frame
    told = _told_before_colon(frame, speaker, at, view) or _asking(frame, speaker, view)
    if told is not None:
        return told
    is_apart = speaker.paragraph != at.paragraph or view.sentences[frame.cue] != view.sentences[at.anchor]
    return None if is_bare or is_apart else frame


def _is_negated(view: View, cue: int) -> bool:
    """Whether something is not said: "did not tell", "did not have the heart to tell"."""
    while view.deps[cue] in _LEADS and view.heads[cue] != cue:
        if any(view.deps[child] == "neg" for child in view.children[cue]):
            return True
        cue = view.heads[cue]
    return any(view.deps[child] == "neg" for child in view.children[cue])


def _asking(frame: Frame, speaker: Candidate, view: View) -> Frame | None:
    """The frame of the verb by which a speaker asks others not to do something: "urged them not to guess"."""
    is_infinitive = view.tags[frame.cue] == "VB" and view.deps[frame.cue] == "xcomp"
    return next((f for f in speaker.frames if is_infinitive and f.cue == view.heads[frame.cue] and _tells(f)), None)


def _tells(frame: Frame) -> bool:
    return frame.lemma not in _BARE and frame.share >= _LEAST_SHARE


def _told_before_colon(frame: Frame, speaker: Candidate, at: Place, view: View) -> Frame | None:
    """The speaker's last verb before the colon that leads to a quotation, with a clause that ends at the colon."""
    colon = next((t for t in range(at.first - 1, -1, -1) if view.words[t][0].isalnum()), -1) + 1
    if speaker.paragraph != at.paragraph or view.words[colon : colon + 1] != [":"]:
        return None
    later = (f for f in speaker.frames if frame.cue < f.cue < colon and f.link in _OF_VERBS and f.share >= _LEAST_SHARE)
    return next((f for f in later if _has_clause(view, f.cue, colon) and not _is_negated(view, f.cue)), None)


def _has_clause(view: View, cue: int, end: int) -> bool:
    return any(view.deps[t] == "ccomp" and max(view.subtree(t)) == end - 1 for t in view.children[cue])
