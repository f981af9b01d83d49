"""Second verbs of a speaker, coordinated with "said", that the parser hung on a clause of what is said.

As "urges" in "Haddad says he would close the port and urges others to leave", and "calling" in "Haddad said he
would stay, calling it a duty".
"""

from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.participles import is_of_cue
from transforms.quotes.grammar.tagsets import FINITE, PAST, SUBJECTS
from transforms.quotes.grammar.view import View

_JOINED = frozenset({"advcl", "conj"})
_PRESENT = frozenset({"VBP", "VBZ"})


def reporting_verb(view: View, verb: int, lexicon: Lexicon) -> int | None:
    """The verb of saying that a second one goes with; None for a verb that goes with the one it hangs on."""
    if view.deps[verb] not in _JOINED or any(view.deps[child] in SUBJECTS for child in view.children[verb]):
        return None
    clause = view.heads[verb]
    while view.deps[clause] == "conj" and view.heads[clause] != clause:
        clause = view.heads[clause]
    cue = view.heads[clause]
    is_below = view.deps[clause] == "ccomp" and cue < clause < verb and view.inside[clause] is None
    if not is_below or view.pos[cue] != "VERB" or view.tags[cue] not in FINITE:
        return None
    goes_on = is_of_cue(view, cue, clause, verb, lexicon) or _differs_in_tense(view, cue, clause, verb)
    return cue if goes_on else None


def _differs_in_tense(view: View, cue: int, clause: int, verb: int) -> bool:
    """Whether a verb cannot be joined to a clause, but to the cue above it: "said he will go and insisted that"."""
    if view.deps[verb] != "conj" or view.tags[verb] not in FINITE:
        return False
    joined = view.tags[view.heads[verb]]
    if joined == "VB" and any(view.tags[child] == "MD" for child in view.children[clause]):
        return True
    if view.tags[verb] == "VBD":
        return view.tags[cue] in PAST and joined in _PRESENT
    return view.tags[cue] in _PRESENT and view.tags[verb] in _PRESENT and joined == "VBD"
