"""Who adds something to what he said: in "Fox said Lind left the party, adding that ..." it is Fox, and not Lind.

Nobody adds anything by leaving; but in "Fox said Lind told the court ..., adding that" either may be meant, and the
nearer one is taken, as behind all other verbs.
"""

from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, SUBJECTS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View

_ADDS = frozenset({"add", "emphasise", "emphasize", "note", "stress", "underline", "underscore"})
_IN_REPORTS = frozenset({"advcl", "ccomp", "conj", "xcomp"})


def who_adds(view: View, verb: int, lexicon: Lexicon) -> int | None:
    """The head of whoever says, or is the source of, what a participle adds to; None where its own verb tells who."""
    if view.tags[verb] != "VBG" or view.deps[verb] != "advcl" or view.lemmas[verb] not in _ADDS:
        return None
    above = view.heads[verb]
    while view.pos[above] in {"AUX", "VERB"} and lexicon.share("VERB", view.lemmas[above])[1] < MARKS_QUOTATIONS:
        source = _according(view, above)
        is_joined = view.deps[above] == "conj" and _subject(view, above) is not None  # ", and Lind agreed, adding"
        if source is not None or is_joined or view.deps[above] not in _IN_REPORTS:
            return source
        above = view.heads[above]
    subject = None if above == view.heads[verb] else _subject(view, above)
    return subject if subject is None or view.inside[subject] is None else None


def _subject(view: View, verb: int) -> int | None:
    return next((child for child in view.children[verb] if view.deps[child] in SUBJECTS), None)


def _according(view: View, verb: int) -> int | None:
    """The head of the noun phrase behind the "according to" of a clause."""
    first = next((t for t in view.children[verb] if view.lower[t] == "according"), None)
    links = [t for t in view.children[first] if view.lower[t] == "to"] if first is not None else []
    return next((t for link in links for t in view.children[link] if view.deps[t] == "pobj"), None)
