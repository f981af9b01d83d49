"""Who adds something to what he is the source of: "According to the ministry, the army fired, adding that"."""

from transforms.quotes.grammar.frames import MARKS_QUOTATIONS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View

_ADDS = frozenset({"add", "emphasise", "emphasize", "note", "stress", "underline", "underscore"})
_IN_CLAUSES = frozenset({"advcl", "ccomp", "conj", "xcomp"})


def source_added_to(view: View, verb: int, lexicon: Lexicon) -> int | None:
    """The head of whom a clause is according to, if a participle adds to it; who says something else adds to that."""
    if view.tags[verb] != "VBG" or view.deps[verb] != "advcl" or view.lemmas[verb] not in _ADDS:
        return None
    above = view.heads[verb]
    while view.pos[above] in {"AUX", "VERB"} and lexicon.share("VERB", view.lemmas[above])[1] < MARKS_QUOTATIONS:
        source = _according(view, above)
        if source is not None or view.deps[above] not in _IN_CLAUSES:
            return source
        above = view.heads[above]
    return None


def _according(view: View, verb: int) -> int | None:
    """The head of the noun phrase behind the "according to" of a clause."""
    first = next((t for t in view.children[verb] if view.lower[t] == "according"), None)
    links = [t for t in view.children[first] if view.lower[t] == "to"] if first is not None else []
    return next((t for link in links for t in view.children[link] if view.deps[t] == "pobj"), None)
