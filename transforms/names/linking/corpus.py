"""Which local entities of a corpus are one: a pure function of the set of articles, whatever their order.

A local entity's own id (:func:`transforms.names.linking.identity.entity_id`) is that of its name and never changes.
What the corpus adds is recorded as a guess with its reason: 'Lind' of an article that prints no first name is
the Lind that most articles are about; two people of one name are kept apart where their roles say so.

Names can only be linked if they share a *blocking key*, their last word or an acronym, whatever type an article gives
them. After a new batch, only names with one of its keys are looked at again (:func:`touched`). The key is the column
``block`` of ``local_entities``: a block of record linkage, which has nothing to do with the blocks of an article's
text.
"""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import polars as pl

from schemas.vocabulary import Label
from transforms.names.forms.acronyms import is_acronym
from transforms.names.forms.folding import fold
from transforms.names.forms.person_names import person_name
from transforms.names.forms.same_name import same_name_key
from transforms.names.forms.spelling import one_spelling
from transforms.names.linking.identity import name_id
from transforms.names.linking.majority import dominant
from transforms.names.linking.majority_types import USUAL_TYPE, Local, with_majority_types
from transforms.names.linking.people import Person, linked_people

LOCAL_COLUMNS = ("article_id", "entity_id", "name", "label", "roles", "forms")
"""Input: one row a local entity. ``entity_id`` is its own id, ``forms`` how the article writes it."""

GUESSES = pl.Schema(
    {"article_id": pl.String, "local_id": pl.String, "entity_id": pl.String, "name": pl.String, "reason": pl.String}
)
"""Output: one row a local entity that means another entity than its own id says."""


class _Guess(NamedTuple):
    """A row of :data:`GUESSES`."""

    article_id: str
    local_id: str
    entity_id: str
    name: str
    reason: str


def blocking_key(name: str, label: Label, forms: Sequence[str]) -> str:
    """The blocking key of a local entity with this name and these written forms. Different keys are never linked.

    An organisation that the article also calls by an acronym is found by that, everything else by its last word.
    """
    kind, key = same_name_key(name, label)
    if kind == Label.PERSON.value:
        return _last_word(one_spelling(person_name(name).family))
    if kind == Label.ORG.value and " " in key:
        short = min((fold(form) for form in forms if is_acronym(form)), default=key)
        return _last_word(short)
    return _last_word(key)


def _last_word(key: str) -> str:
    """The last word, without the s of a plural: 'Latino' and 'Latinos' meet."""
    return key.lower().split()[-1].removesuffix("s") if key.strip() else key


def with_blocking_keys(local: pl.DataFrame) -> pl.DataFrame:
    """The frame with the blocking key of each row as the column ``block``. Each different name is looked at once."""
    names = local.select("name", "label", "forms").unique()
    blocks = [blocking_key(name, Label(label), forms) for name, label, forms in names.iter_rows()]
    named = names.with_columns(pl.Series("block", blocks, dtype=pl.String))
    return local.join(named, on=["name", "label", "forms"], maintain_order="left")


def touched(new: pl.DataFrame, existing: pl.DataFrame) -> pl.DataFrame:
    """All rows that must be looked at after a batch: the new ones and the existing ones with their blocking keys."""
    blocks = with_blocking_keys(new).select("block").unique()
    return pl.concat([new, with_blocking_keys(existing).join(blocks, on="block", how="semi").select(new.columns)])


def guess(local: pl.DataFrame) -> pl.DataFrame:
    """The guesses (:data:`GUESSES`) for local entities (:data:`LOCAL_COLUMNS`), sorted.

    All rows with a blocking key must be there: give those of the corpus, or what :func:`touched` returns.
    """
    rows = with_blocking_keys(local)
    # A block of one name with nothing to tell its bearers apart, and no initial to leave out, leaves nothing to guess.
    is_person = pl.col("label") == Label.PERSON.value
    open_blocks = (
        rows.group_by("block")
        .agg(
            (
                (pl.col("name").n_unique() > 1)
                | (pl.col("label").n_unique() > 1)
                | (is_person & (pl.col("roles").list.len() > 0)).any()
                | (is_person & pl.col("name").str.contains(r"\s\S\.?\s")).any()
            ).alias("open")
        )
        .filter("open")
    )
    rows = rows.join(open_blocks.select("block"), on="block", how="semi").sort("block", "article_id", "entity_id")
    found: list[_Guess] = []
    with _no_garbage_collection():
        for _, block in groupby(rows.select("block", *LOCAL_COLUMNS).iter_rows(), key=itemgetter(0)):
            found += _guesses_within([_local(row[1:]) for row in block])
    return pl.DataFrame(found, schema=GUESSES, orient="row").sort("article_id", "local_id")


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Switch off the garbage collector, which takes a third of the time or more and finds nothing."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()


def _local(row: Sequence[object]) -> Local:
    article_id, entity_id, name, label, roles, forms = row
    kind, key = same_name_key(str(name), Label(str(label)))
    return Local(str(article_id), str(entity_id), str(name), Label(str(label)), kind, key, _texts(roles), _texts(forms))


def _texts(values: object) -> tuple[str, ...]:
    return tuple(values) if isinstance(values, list) else ()


def _guesses_within(block: Sequence[Local]) -> list[_Guess]:
    typed = with_majority_types(block)
    people = [local for local in typed if local.kind == Label.PERSON.value]
    others = [local for local in typed if local.kind != Label.PERSON.value]
    return [*_of_people(people), *_of_others(others)]


def _of_people(people: Iterable[Local]) -> Iterator[_Guess]:
    """Who the people of each family name are, where that is not what their own names say."""
    families: dict[str, list[Local]] = defaultdict(list)
    for local in people:
        families[one_spelling(person_name(local.name).family)].append(local)
    for family in families.values():
        answers = linked_people([_person(local) for local in family])
        for local, answer in zip(family, answers, strict=True):
            if answer.entity_id != local.entity_id:
                yield _Guess(local.article_id, local.entity_id, answer.entity_id, answer.name, answer.reason)


def _of_others(others: Sequence[Local]) -> Iterator[_Guess]:
    """What bare acronyms of bodies mean, and which names are of another type than their articles say."""
    spelled = _spelled_out([local for local in others if local.kind == Label.ORG.value])
    for local in others:
        target = name_id(local.kind, local.key)
        if local.kind == Label.ORG.value and local.key in spelled:
            full, name = spelled[local.key]
            yield _Guess(local.article_id, local.entity_id, full, name, "acronym spelled out elsewhere")
        elif target != local.entity_id:
            yield _Guess(local.article_id, local.entity_id, target, local.name, USUAL_TYPE)


def _person(local: Local) -> Person:
    return Person(local.article_id, local.name, local.roles)


def _spelled_out(organisations: Sequence[Local]) -> dict[str, tuple[str, str]]:
    """A bare acronym means what most articles that spell it out say it means: its entity and that one's name."""
    spelled: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for local in sorted(organisations, key=lambda local: (local.name, local.article_id)):
        names.setdefault(local.key, local.name)
        for form in local.forms:
            if fold(form) != local.key and " " in local.key and " " not in fold(form):
                spelled[fold(form)][local.key].add(local.article_id)
    meant = {}
    for key, articles in spelled.items():
        full = dominant({name: len(found) for name, found in articles.items()})
        if full is not None and full != key:
            meant[key] = (name_id(Label.ORG.value, full), names[full])
    return meant
