"""One name, one type across articles: where most take a name for a company, the few that don't mean it, too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from schemas.vocabulary import Label
from transforms.names.forms.countries import is_known_place
from transforms.names.forms.folding import fold
from transforms.names.forms.person_names import person_name
from transforms.names.forms.same_name import same_name_key
from transforms.names.linking.majority import dominant

_PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC, Label.NORP})

USUAL_TYPE = "the type that most articles give the name"


@dataclass(frozen=True, slots=True)
class Local:
    """A local entity; its kind and key are of :func:`transforms.names.forms.same_name.same_name_key`."""

    article_id: str
    entity_id: str
    name: str
    label: Label
    kind: str
    key: str
    roles: tuple[str, ...]
    forms: tuple[str, ...]


def with_majority_types(block: Sequence[Local]) -> list[Local]:
    """The local entities of a block, each with the type that its name has in most articles.

    A name of several words means the same whatever it was taken for. One word must be of one type in four fifths of
    the articles, the full names of its bearers counted; and a word that is known as a place or a people stays apart
    from people of that name, but not a body of people from them. Somebody with a role is a person in any case.
    """
    if len({local.kind for local in block}) == 1:
        return list(block)
    votes = _votes(block)
    if all(len(types) == 1 for types in votes.values()):
        return list(block)
    usual = {name: label for name, types in votes.items() if (label := _usual(name, types)) is not None}
    return [_as(local, usual.get(_plain(local.name), local.label)) for local in block]


def _votes(block: Sequence[Local]) -> Mapping[str, Mapping[Label, set[str]]]:
    """Folded name -> type -> the articles that give it. Types of one kind count as the first of them met."""
    votes: dict[str, dict[Label, set[str]]] = defaultdict(lambda: defaultdict(set))
    types: dict[str, Label] = {}
    for local in sorted(block, key=lambda local: list(Label).index(local.label)):
        label = types.setdefault(local.kind, local.label)
        votes[_plain(local.name)][label].add(local.article_id)
        if local.label is Label.PERSON:
            votes[person_name(local.name).family][label].add(local.article_id)
    return votes


def _usual(name: str, types: Mapping[Label, set[str]]) -> Label | None:
    counts = {label.value: len(articles) for label, articles in types.items()}
    if " " in name:
        return Label(min(counts, key=lambda label: (-counts[label], list(Label).index(Label(label)))))
    best = dominant(counts)
    return Label(best) if best else None


def _as(local: Local, label: Label) -> Local:
    kind, key = same_name_key(local.name, label)
    if kind == local.kind or (local.label is Label.PERSON and local.roles):
        return local
    name = _plain(local.name)
    if " " not in name and _may_be_two(name, local.label, label):
        return local
    return replace(local, label=label, kind=kind, key=key)


def _may_be_two(name: str, one: Label, other: Label) -> bool:
    """Whether the word may well be somebody's name in one article and a place's or a people's in another."""
    return Label.PERSON in {one, other} and not {one, other}.isdisjoint(_PLACES) and is_known_place(name)


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")
