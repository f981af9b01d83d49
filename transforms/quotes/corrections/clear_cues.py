"""Cues that mark no speech, as "was in no mood to tell", and the cue of speech that takes the place of one.

"Haddad is tired of it: ..." has no cue but the colon, "Haddad urged them not to guess: ..." has "urged", and in 'Haddad
did not tell his father. "He was ill."' the quotation is not what was told.
"""

from transforms.quotes.corrections.labelled import is_label
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace

_BARE = frozenset({"be", "do", "have"})
_LIKE = "like"  # "she was like, ..."
_LEAST_SHARE = 0.15  # of marking speech, for a verb in place of what hangs on it
_LEADS = frozenset({"xcomp", "pcomp"})


def clear_cue(frame: Frame | None, speaker: Candidate, at: SegmentPlace, view: View) -> Frame | None:
    """The frame chosen for a speaker, if it tells of speech; else one that does, or none."""
    if frame is None or is_label(speaker, at, view):
        return None
    is_bare = frame.lemma in _BARE and view.lower[frame.cue + 1 : frame.cue + 2] != [_LIKE]
    is_negated = _is_negated(view, frame.cue)
    if is_bare or is_negated:
        asking = _asking(frame, speaker, view)
        if asking is not None:
            return asking
    is_apart = speaker.paragraph != at.paragraph or view.sentences[frame.cue] != view.sentences[at.anchor]
    return None if is_bare or (is_apart and is_negated) else frame


def _is_negated(view: View, cue: int) -> bool:
    """Whether something is not said: "did not tell", "was in no mood to tell"."""
    while view.deps[cue] in _LEADS and view.heads[cue] != cue:
        if any(view.deps[child] == "neg" for child in view.children[cue]):
            return True
        cue = view.heads[cue]
    return any(view.deps[child] == "neg" for child in view.children[cue])


def _asking(frame: Frame, speaker: Candidate, view: View) -> Frame | None:
    """The frame of the verb by which a speaker asks others not to do something: "urged them not to guess"."""
    is_infinitive = view.tags[frame.cue] == "VB" and view.deps[frame.cue] == "xcomp"
    above = (f for f in speaker.frames if is_infinitive and f.cue == view.heads[frame.cue])
    return next((f for f in above if f.lemma not in _BARE and f.share >= _LEAST_SHARE), None)
