"""Which local entities of a corpus are one: a pure function of the set of articles, whatever their order.

A local entity's own id (:func:`transforms.names.identity.entity_id`) is that of its name and never changes. What
the corpus adds is recorded as a decision with its reason: 'Trump' of an article that prints no first name is
the Trump that most articles are about; two people of one name are kept apart where their roles say so.

Names can only be linked within a *block* (a family name, the initials of an organisation), so that after a new
batch no more than the blocks it touches are looked at again (:func:`touched`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import polars as pl

from schemas.vocabulary import Label
from transforms.names.folding import fold
from transforms.names.identity import name_id
from transforms.names.majority import dominant
from transforms.names.people import Person, linked_people
from transforms.names.person_names import person_name
from transforms.names.same_name import same_name_key
from transforms.names.wordlists import words

LOCAL_COLUMNS = ("article_id", "entity_id", "name", "label", "roles", "forms")
"""Input: one row a local entity. ``entity_id`` is its own id, ``forms`` how the article writes it."""

DECISIONS = pl.Schema(
    {"article_id": pl.String, "local_id": pl.String, "entity_id": pl.String, "name": pl.String, "reason": pl.String}
)
"""Output: one row a local entity that means another entity than its own id says."""


@dataclass(frozen=True, slots=True)
class _Local:
    article_id: str
    entity_id: str
    name: str
    kind: str
    key: str
    roles: tuple[str, ...]
    forms: tuple[str, ...]


def block_of(name: str, label: Label) -> str:
    """The block of a name; names of different blocks are never linked."""
    kind, key = same_name_key(name, label)
    if kind == Label.PERSON.value:
        return f"{kind}:{person_name(name).family}"
    if kind == Label.ORG.value and " " in key:
        return f"{kind}:{''.join(part[0] for part in key.split() if part not in words('small_words.txt'))}"
    return f"{kind}:{key}"


def with_blocks(local: pl.DataFrame) -> pl.DataFrame:
    """The frame with a column ``block``. Each different name is looked at once."""
    names = local.select("name", "label").unique()
    blocks = [block_of(name, Label(label)) for name, label in names.iter_rows()]
    return local.join(names.with_columns(pl.Series("block", blocks, dtype=pl.String)), on=["name", "label"])


def touched(new: pl.DataFrame, existing: pl.DataFrame) -> pl.DataFrame:
    """All rows that must be looked at after a batch: the new ones and the existing ones of their blocks."""
    blocks = with_blocks(new).select("block").unique()
    return pl.concat([new, with_blocks(existing).join(blocks, on="block", how="semi").select(new.columns)])


def decide(local: pl.DataFrame) -> pl.DataFrame:
    """The decisions (:data:`DECISIONS`) for local entities (:data:`LOCAL_COLUMNS`), sorted.

    Blocks must be whole: give all rows of the corpus, or what :func:`touched` returns.
    """
    rows = with_blocks(local)
    # A block of one name with nothing to tell its bearers apart, and no initial to leave out, has nothing to decide.
    is_person = pl.col("label") == Label.PERSON.value
    open_blocks = (
        rows.group_by("block")
        .agg(
            (
                (pl.col("name").n_unique() > 1)
                | (is_person & (pl.col("roles").list.len() > 0)).any()
                | (is_person & pl.col("name").str.contains(r"\s\S\.?\s")).any()
            ).alias("open")
        )
        .filter("open")
    )
    rows = rows.join(open_blocks.select("block"), on="block", how="semi").sort("block", "article_id", "entity_id")
    found: list[tuple[str, str, str, str, str]] = []
    for _, block in groupby(rows.select("block", *LOCAL_COLUMNS).iter_rows(), key=itemgetter(0)):
        found += _decide_block([_local(row[1:]) for row in block])
    return pl.DataFrame(found, schema=DECISIONS, orient="row").sort("article_id", "local_id")


def _local(row: Sequence[object]) -> _Local:
    article_id, entity_id, name, label, roles, forms = row
    kind, key = same_name_key(str(name), Label(str(label)))
    return _Local(str(article_id), str(entity_id), str(name), kind, key, _texts(roles), _texts(forms))


def _texts(values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in values) if isinstance(values, Iterable) else ()


def _decide_block(block: Sequence[_Local]) -> list[tuple[str, str, str, str, str]]:
    people = [local for local in block if local.kind == Label.PERSON.value]
    if people:
        given = [Person(local.article_id, local.name, local.roles) for local in people]
        answers = linked_people(given)
        return [
            (local.article_id, local.entity_id, answer.entity_id, answer.name, answer.reason)
            for local, answer in zip(people, answers, strict=True)
            if answer.entity_id != local.entity_id
        ]
    return _acronyms([local for local in block if local.kind == Label.ORG.value])


def _acronyms(organisations: Sequence[_Local]) -> list[tuple[str, str, str, str, str]]:
    """A bare acronym means what most articles that spell it out say it means."""
    spelled: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for local in sorted(organisations, key=lambda local: (local.name, local.article_id)):
        names.setdefault(local.key, local.name)
        for form in local.forms:
            if fold(form) != local.key and " " in local.key and " " not in fold(form):
                spelled[fold(form)][local.key].add(local.article_id)
    found = []
    for local in organisations:
        full = dominant({key: len(articles) for key, articles in spelled.get(local.key, {}).items()})
        if full is not None and full != local.key:
            target = name_id(Label.ORG.value, full)
            found.append((local.article_id, local.entity_id, target, names[full], "acronym spelled out elsewhere"))
    return found
