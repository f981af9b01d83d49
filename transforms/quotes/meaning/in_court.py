"""What somebody is in court, as the words beside the name tell: on trial, or whose counsel."""

import re
from collections.abc import Iterator, Mapping

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View

DEFENDANTS = frozenset({"accused", "defendant", "accusé", "prévenu"})
_TRIED_FOR = {  # verbs, and what follows them by its English word: "jugé pour", not "jugé trop proche de"
    "accuser": {"of"},
    "condamner": {"for", "to"},
    "inculper": {"for", "of"},
    "juger": {"for"},
    "poursuivre": {"for"},
}
_TRIED_WITHIN = 5  # tokens: "condamné mardi à Lund pour"
_SILKS = frozenset({"KC", "QC", "SC", "SAN"})
_DEFENCE = frozenset({"defence", "defense", "defending"})
_PROSECUTION = frozenset({"crown", "prosecuting", "prosecution"})
# "Lind, for the defence,"
_SIDE = re.compile(r"\S+ , (?:for the )?(?P<side>\w+)(?= [,.])", re.ASCII)
_LONGEST = 8
_OBJECTS = frozenset({"dobj", "xcomp", "ccomp"})
_CHARGED_WITH = frozenset({("accused", "of"), ("charged", "with"), ("convicted", "of")})


def is_on_trial(view: View, name: int, lexicon: Lexicon) -> bool:
    """Whether somebody is charged or on trial, or pleads to a charge, by the verb that a name is the subject of."""
    relation, verb = view.deps[name], view.heads[name]
    if lexicon.has_gendered_things:
        return _is_on_trial_in_french(view, relation, verb)
    if relation == "nsubjpass":
        is_charged = tuple(view.lower[verb : verb + 2]) in _CHARGED_WITH
        return is_charged or view.lemmas[verb] in {"arraign", "indict"}
    if relation != "nsubj":
        return False
    if view.lemmas[verb] in {"deny", "face"}:
        told = {view.lemmas[child] for child in view.children[verb] if view.deps[child] in _OBJECTS}
        return not told.isdisjoint(lexicon.people.charges)
    if view.lemmas[verb] == "plead":
        return "guilty" in view.lower[verb + 1 : verb + 3]
    return view.lemmas[verb] in {"be", "go", "stand"} and "trial" in view.lower[verb + 1 : verb + 3]


def _is_on_trial_in_french(view: View, relation: str, verb: int) -> bool:
    """Whether somebody "comparaît" or "est mis en examen", is judged or sentenced for something."""
    behind = view.lower[verb + 1 : verb + 1 + _TRIED_WITHIN]
    if relation == "nsubjpass":
        is_examined = view.lemmas[verb] == "mettre" and "examen" in behind
        return is_examined or not _TRIED_FOR.get(view.lemmas[verb], set()).isdisjoint(behind)
    return relation == "nsubj" and view.lemmas[verb] == "comparaître"


def offices(view: View, name: Candidate) -> Iterator[list[str]]:
    """What counsel is called, by the letters or the words behind a name: "Lind KC, for the defence", "prosecuting"."""
    if view.words[name.last - 1] in _SILKS:
        yield ["barrister"]
    found = _SIDE.match(" ".join(view.words[name.last - 1 : name.last + _LONGEST]))
    side = {found["side"].lower()} if found else set()
    if not _DEFENCE.isdisjoint(side):
        yield ["defence", "counsel"]
    if not _PROSECUTION.isdisjoint(side):
        yield from (["prosecution", "counsel"], ["prosecutor"])


def are_opposed(told: frozenset[str], called: Mapping[str, set[str]]) -> bool:
    """Whether "the defence counsel" is told of a prosecutor, or the other way round."""
    if not _DEFENCE.isdisjoint(told):
        return "prosecutor" in called
    own = set(called).union(*called.values())
    return not _PROSECUTION.isdisjoint(told) and not _DEFENCE.isdisjoint(own)
