"""Cues that tell of no speech.

"Haddad is tired of it: ..." has no cue but the colon, and in 'Haddad did not tell his father. "He was ill."' the
quotation is not what was told.
"""

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Place

_BARE = frozenset({"be", "do", "have"})
_LIKE = "like"  # "she was like, ..."
_LEADS = frozenset({"xcomp", "pcomp"})


def clear_cue(frame: Frame | None, speaker: Candidate, at: Place, view: View) -> Frame | None:
    """The frame chosen for a speaker, if it tells of speech."""
    if frame is None:
        return None
    is_bare = frame.lemma in _BARE and view.lower[frame.cue + 1 : frame.cue + 2] != [_LIKE]
    is_apart = speaker.paragraph != at.paragraph or view.sentences[frame.cue] != view.sentences[at.anchor]
    return None if is_bare or (is_apart and _is_negated(view, frame.cue)) else frame


def _is_negated(view: View, cue: int) -> bool:
    """Whether something is not said: "did not tell", "was in no mood to tell"."""
    while view.deps[cue] in _LEADS and view.heads[cue] != cue:
        if any(view.deps[child] == "neg" for child in view.children[cue]):
            return True
        cue = view.heads[cue]
    return any(view.deps[child] == "neg" for child in view.children[cue])
