"""What users decide about entities: worked out here, written down and carried through in one transaction."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import duckdb
import polars as pl

from flows.errors import UsageError
from flows.link import log, meanings, user_entities
from schemas.frames import polars_types
from schemas.tables import TABLES
from schemas.vocabulary import DecisionKind
from transforms.names.linking.decisions import LISTED, UserEntity, claims, ends, listed_ids
from transforms.names.linking.identity import name_id
from warehouse import decisions as kept
from warehouse.decisions import Known, UnknownEntityError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a decision: its id, and how many names in how many articles mean something else since."""

    decision_id: str
    changed: int


def entity(lake: duckdb.DuckDBPyConnection, given: str) -> Known:
    """The entity that a user named.

    Raises:
        UsageError: there is none, or several.
    """
    try:
        return kept.find_entity(lake, given)
    except UnknownEntityError as error:
        raise UsageError(str(error), error.command) from error


def merge(lake: duckdb.DuckDBPyConnection, one: Known, into: Known, note: str | None = None) -> Outcome:
    """From now on ``one`` is ``into``."""
    if one.entity_id == into.entity_id:
        raise UsageError(f"{one} can't be merged into itself")
    decision_id = kept.new_decision_id()
    return _decide(
        lake,
        kept.decision_rows(decision_id, DecisionKind.MERGE, one.entity_id, target_id=into.entity_id, note=note),
    )


def split(
    lake: duckdb.DuckDBPyConnection,
    one: Known,
    *,
    articles: Collection[str],
    names: Collection[str],
    to: Known | str | None,
    note: str | None = None,
) -> Outcome:
    """Where ``articles`` or ``names`` mean ``one``, somebody else is meant: ``to``, an entity or the name of a new one.

    With names alone and no ``to``, each name is an entity of its own again.

    Raises:
        UsageError: an article or a name does not mean the entity, or nobody else is told.
    """
    if isinstance(to, Known) and to.entity_id == one.entity_id:
        raise UsageError(f"{one} can't be split into itself")
    local_ids = _local_ids(lake, one, names)
    parts = _parts(lake, one, articles, local_ids)
    if to is None and (articles or one.entity_id in local_ids):
        raise UsageError("say who is meant there: --as NAME for a new entity, --to ENTITY for one there is")
    decision_id = kept.new_decision_id()
    if to is None:  # each name by itself
        rows = pl.concat(
            kept.decision_rows(
                decision_id, DecisionKind.SPLIT, one.entity_id, target_id=local_id, parts=[(None, local_id)], note=note
            )
            for local_id in sorted(local_ids)
        )
    else:
        target = to.entity_id if isinstance(to, Known) else _new_id(one, to)
        called = None if isinstance(to, Known) else to
        rows = kept.decision_rows(
            decision_id, DecisionKind.SPLIT, one.entity_id, target_id=target, name=called, parts=parts, note=note
        )
    return _decide(lake, rows)


def _local_ids(lake: duckdb.DuckDBPyConnection, one: Known, names: Collection[str]) -> set[str]:
    """The local entities that have one of the ``names`` and are ``one``."""
    found = {name: kept.find_names(lake, name, one.entity_id) for name in names}
    for name, ids in found.items():
        if not ids:
            raise UsageError(f"--name {name}: no article calls {one} so; see", f"entities show {one.entity_id}")
    return {local_id for ids in found.values() for local_id in ids}


def _parts(
    lake: duckdb.DuckDBPyConnection, one: Known, articles: Collection[str], local_ids: Collection[str]
) -> list[tuple[str | None, str | None]]:
    """Where ``one`` is not meant: pairs of an article and a local entity; without articles the names, everywhere."""
    if not articles:
        parts: list[tuple[str | None, str | None]] = [(None, local_id) for local_id in sorted(local_ids)]
    else:
        found = {article: kept.find_articles(lake, article, one.entity_id) for article in articles}
        for article, pairs in found.items():
            if not pairs:
                raise UsageError(
                    f"--article {article}: no such article names {one}; give an article_id, source_uri or url"
                )
        parts = [pair for pairs in found.values() for pair in pairs if not local_ids or pair[1] in local_ids]
    if not parts:
        raise UsageError("none of the articles uses one of the names; give --article or --name alone")
    return parts


def rename(lake: duckdb.DuckDBPyConnection, one: Known, name: str, note: str | None = None) -> Outcome:
    """From now on ``one`` is called ``name``."""
    if not name.strip():
        raise UsageError("the new name is empty")
    decision_id = kept.new_decision_id()
    return _decide(
        lake, kept.decision_rows(decision_id, DecisionKind.RENAME, one.entity_id, name=name.strip(), note=note)
    )


def undo(lake: duckdb.DuckDBPyConnection, decision_id: str) -> Outcome:
    """Take a decision back; those made after it stand.

    Raises:
        UsageError: there is no such decision.
    """
    old = kept.read_decisions(lake)
    gone = old.filter(pl.col("decision_id") == decision_id)
    if gone.is_empty():
        raise UsageError(f"{decision_id}: no such decision. List them with", "entities decisions")
    new = old.filter(pl.col("decision_id") != decision_id)
    ids = ends({*gone["entity_id"], *gone["target_id"].drop_nulls()}, log(old))
    changed = _write(lake, new, user_entities(kept.read_listed(lake)), ids, lambda: kept.remove(lake, decision_id),
                     f"undo-{decision_id}")  # fmt: skip
    return Outcome(decision_id, changed)


def import_list(lake: duckdb.DuckDBPyConnection, users: list[UserEntity]) -> Outcome:
    """Put the user's list in the place of the one imported before."""
    schema = polars_types(TABLES["listed_entities"])
    ids = listed_ids(users)
    rows = [
        (id_, user.name, user.label.value, list(user.aliases), list(user.external_ids))
        for id_, user in zip(ids, users, strict=True)
    ]
    old = user_entities(kept.read_listed(lake))
    decisions = kept.read_decisions(lake)
    involved = {*claims(users), *claims(old), *ids, *listed_ids(old)}
    decision_id = kept.new_decision_id()
    changed = _write(
        lake,
        decisions,
        users,
        ends(involved, log(decisions)),
        lambda: kept.replace_list(lake, pl.DataFrame(rows, schema=schema, orient="row")),
        f"import-{decision_id}",
        reason=LISTED,
    )
    return Outcome(decision_id, changed)


def _new_id(one: Known, name: str) -> str:
    """Id of the entity that is split off under a name: the same if more of it is split off later."""
    return name_id("split", f"{one.entity_id}\t{name.strip().casefold()}")


def _decide(lake: duckdb.DuckDBPyConnection, rows: pl.DataFrame) -> Outcome:
    decision_id = str(rows["decision_id"][0])
    decisions = pl.concat([kept.read_decisions(lake), rows], how="vertical_relaxed")
    ids = ends({*rows["entity_id"], *rows["target_id"].drop_nulls()}, log(decisions))
    users = user_entities(kept.read_listed(lake))
    return Outcome(decision_id, _write(lake, decisions, users, ids, lambda: kept.add(lake, rows), decision_id))


def _write(
    lake: duckdb.DuckDBPyConnection,
    decisions: pl.DataFrame,
    users: list[UserEntity],
    ids: set[str],
    change: Callable[[], None],
    run_id: str,
    reason: str | None = None,
) -> int:
    local = kept.around(lake, ids, reason)
    meant = meanings(local, users, log(decisions))
    return kept.write(lake, change, meant, local["block"].unique().to_list(), ids, run_id)
