"""What a user has decided about entities; it wins over every guess and survives every run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from schemas.vocabulary import Label
from transforms.names.corpus import DECISIONS
from transforms.names.folding import fold
from transforms.names.identity import entity_id
from transforms.names.same_name import same_name_key
from transforms.spans import LocalEntity


@dataclass(frozen=True, slots=True)
class UserEntity:
    """A row of ``entities.csv``. Without an id of the user's (a Wikidata one, say) the name gives one."""

    name: str
    label: Label
    aliases: tuple[str, ...] = ()
    entity_id: str | None = None

    @property
    def id(self) -> str:
        """The entity's id."""
        return self.entity_id or entity_id(LocalEntity(self.name, self.label))


class ConflictingEntitiesError(ValueError):
    """Two rows of ``entities.csv`` claim one name."""

    def __init__(self, name: str, one: UserEntity, other: UserEntity) -> None:
        super().__init__(f"entities.csv: {name!r} is claimed by {one.name!r} and by {other.name!r}; keep it in one row")


def listed(local: pl.DataFrame, users: Sequence[UserEntity]) -> pl.DataFrame:
    """Decisions (:data:`transforms.names.corpus.DECISIONS`) for the local entities that ``entities.csv`` names.

    A local entity is meant if its name or one of its aliases is, in any case and spelling of accents, with a
    label of the same coarse type.

    Raises:
        ConflictingEntitiesError: a name is claimed twice.
    """
    claimed: dict[tuple[str, str], UserEntity] = {}
    for user in users:
        kind, _ = same_name_key(user.name, user.label)
        for name in (user.name, *user.aliases):
            other = claimed.setdefault((kind, fold(name)), user)
            if other.id != user.id:
                raise ConflictingEntitiesError(name, other, user)
    rows = []
    for article_id, local_id, name, label in local.select("article_id", "entity_id", "name", "label").iter_rows():
        kind, _ = same_name_key(name, Label(label))
        meant = claimed.get((kind, fold(name)))
        if meant:
            rows.append((article_id, local_id, meant.id, meant.name, "entities.csv"))
    return pl.DataFrame(rows, schema=DECISIONS, orient="row").sort("article_id", "local_id")


def settled(
    guesses: pl.DataFrame,
    users: pl.DataFrame,
    *,
    splits: pl.DataFrame | None = None,
    merges: Mapping[str, str] | None = None,
    renames: Mapping[str, str] | None = None,
) -> pl.DataFrame:
    """All decisions in their order of rank: a user's split, then ``entities.csv``, then the guesses.

    ``splits`` has the columns of the decisions; ``merges`` maps an entity to the one that it is, chains allowed;
    ``renames`` an entity to its name.

    Raises:
        ValueError: the merges run in a circle.
    """
    parts = [part for part in (splits, users, guesses) if part is not None]
    rows = pl.concat(parts).unique(["article_id", "local_id"], keep="first", maintain_order=True)
    targets = {one: _end(one, merges or {}) for one in merges or {}}
    moved = pl.col("entity_id").is_in(list(targets))
    return (
        rows.with_columns(
            pl.col("entity_id").replace(targets),
            pl.when(moved).then(pl.lit("merged by the user")).otherwise(pl.col("reason")).alias("reason"),
        )
        .with_columns(
            pl.coalesce(pl.col("entity_id").replace_strict(renames or {}, default=None), "name").alias("name")
        )
        .sort("article_id", "local_id")
    )


def merged(local: pl.DataFrame, merges: Mapping[str, str], names: Mapping[str, str]) -> pl.DataFrame:
    """Decisions for local entities whose own id a user has merged into another; ``names`` are the targets' names."""
    rows = [
        (article_id, local_id, target := _end(local_id, merges), names.get(target, name), "merged by the user")
        for article_id, local_id, name in local.select("article_id", "entity_id", "name").iter_rows()
        if local_id in merges
    ]
    return pl.DataFrame(rows, schema=DECISIONS, orient="row").sort("article_id", "local_id")


def _end(start: str, merges: Mapping[str, str]) -> str:
    seen = [start]
    while seen[-1] in merges:
        seen.append(merges[seen[-1]])
        if seen[-1] in seen[:-1]:
            raise ValueError(f"the merges run in a circle: {' -> '.join(seen)}")
    return seen[-1]
