"""Clauses that tell the name somebody goes by: "a driver who gave only his first name, Haddad"."""

from transforms.quotes.grammar.view import REFLEXIVES, View

_UP = frozenset({"oprd", "attr", "appos", "dobj", "pobj", "prep", "agent", "xcomp"})
_NAMES = frozenset({"name", "surname", "nickname", "pseudonym"})
_TELLS = frozenset({"give", "go", "identify", "know", "offer", "provide", "share", "speak", "use"})
_IDENTIFIES = frozenset({"describe", "identify", "introduce", "know", "name", "refer"})
_CALLS = frozenset({"call", "name"})


def so_named(view: View, name: int) -> int | None:
    """The noun whose clause says that the name at a token is its own; none in "the man who named Haddad"."""
    path = [name]
    while view.deps[path[-1]] in _UP and len(path) <= len(view.words):
        path.append(view.heads[path[-1]])
    if view.deps[path[-1]] != "relcl" or not _is_own(view, path):
        return None
    is_somebody = any(view.lower[child] == "who" for child in view.children[path[-1]])
    return view.heads[path[-1]] if is_somebody else None


def _is_own(view: View, path: list[int]) -> bool:
    """Whether the words from a name up to the verb of a clause are about the name of whom the clause is about."""
    above = path[1]
    if _is_name_of_his(view, above) and view.deps[path[0]] == "appos":  # "gave only his first name, Haddad"
        return any(view.lemmas[verb] in _TELLS for verb in path[2:])
    if view.deps[path[0]] == "oprd":  # "asked to be called Haddad", "calls himself Haddad"
        return view.lemmas[above] in _CALLS and _is_of_himself(view, above)
    if view.lower[above] != "as":
        return False
    verb = view.heads[above]
    is_told = view.lemmas[verb] in _TELLS and any(_is_name_of_his(view, child) for child in view.children[verb])
    return is_told or (view.lemmas[verb] in _IDENTIFIES and _is_of_himself(view, verb))


def _is_name_of_his(view: View, noun: int) -> bool:
    """Whether a noun is somebody's own name: "her surname"."""
    return view.lemmas[noun] in _NAMES and any(view.deps[child] == "poss" for child in view.children[noun])


def _is_of_himself(view: View, verb: int) -> bool:
    """Whether a verb says what somebody does to himself, or wants to be done."""
    is_done = view.deps[verb] == "xcomp" and any(view.deps[child] == "auxpass" for child in view.children[verb])
    return is_done or any(view.lower[child] in REFLEXIVES for child in view.children[verb])
