"""Questions that a text reports: whoever is asked will answer, and is not the one who asks."""

from collections.abc import Collection, Iterator

from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import OBJECTS, SUBJECTS
from transforms.quotes.grammar.view import View

_QUESTIONS = frozenset({"ccomp", "advcl"})


def asks(view: View, token: int, asking_verbs: Collection[str]) -> bool:
    """Whether somebody asks another, who will answer."""
    siblings = view.children[view.heads[token]]
    return view.deps[token] in SUBJECTS and any(is_asked(view, sibling, asking_verbs) for sibling in siblings)


def is_asked(view: View, token: int, asking_verbs: Collection[str]) -> bool:
    """Whether somebody is asked a question: "a reporter asked Fox whether ...", not "asked Fox for a light"."""
    verb = view.heads[token]
    if view.deps[token] not in OBJECTS or view.lemmas[verb] not in asking_verbs:
        return False
    return any(view.deps[child] in _QUESTIONS or view.lower[child] == "about" for child in view.children[verb])


def asked_about(view: View, verb: int, lexicon: Lexicon) -> Iterator[int]:
    """The "she" of a question put to whoever acts: "Asked by Fox whether she saw it, the witness nodded"."""
    for asked in view.children[verb]:
        if asked < verb and view.deps[asked] == "advcl" and _is_put_to_him(view, asked, lexicon):
            clauses = [child for child in view.children[asked] if view.deps[child] in _QUESTIONS]
            for token in (token for clause in clauses for token in view.children[clause]):
                if view.deps[token] in SUBJECTS and view.lower[token] in lexicon.genders.pronouns:
                    yield token


def _is_put_to_him(view: View, verb: int, lexicon: Lexicon) -> bool:
    """Whether a participle tells that whoever acts was asked something."""
    return view.tags[verb] == "VBN" and view.lemmas[verb] in lexicon.cues.asking_verbs


def askers(view: View, pronoun: int) -> Iterator[int]:
    """Who asks whether "she" did something, if it is she who is asked: "asked by Fox whether she saw it"."""
    asked = view.heads[view.heads[pronoun]]
    if view.deps[view.heads[pronoun]] in _QUESTIONS and view.tags[asked] == "VBN":
        agents = [child for child in view.children[asked] if view.deps[child] == "agent"]
        yield from (child for agent in agents for child in view.children[agent])
