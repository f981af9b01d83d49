"""Who is who across the corpus: after the last batch for the names that the run touched, and when a user decides."""

from typing import TYPE_CHECKING

import duckdb

from warehouse.decisions import read_decisions, read_listed
from warehouse.link import link, unlinked

if TYPE_CHECKING:
    import polars as pl

    from transforms.names.linking.decisions import Decision, UserEntity


def link_entities(lake: duckdb.DuckDBPyConnection, run_id: str) -> int:
    """Decide for every block of names that changed which of them mean the same, and write it down.

    What users decided wins over what is guessed. The outcome depends on the articles in the lake and on these decisions
    alone, not on order or batches; a run that was killed before this stage leaves its blocks to the next. Gives the
    number of local entities that changed their meaning.
    """
    local = unlinked(lake)
    if local.is_empty():
        return 0
    return link(lake, meanings(local, user_entities(read_listed(lake)), log(read_decisions(lake))), run_id)


def meanings(local: "pl.DataFrame", users: "list[UserEntity]", decided: "list[Decision]") -> "pl.DataFrame":
    """What the local entities of whole blocks mean."""
    # A run with nothing new needs none of it.
    from transforms.names.linking.corpus import LOCAL_COLUMNS, guess  # noqa: PLC0415
    from transforms.names.linking.decisions import settled  # noqa: PLC0415

    guesses = guess(local.rename({"local_id": "entity_id"}).select(LOCAL_COLUMNS))
    return settled(local, guesses, users, decided)


def user_entities(listed: "pl.DataFrame") -> "list[UserEntity]":
    """Rows of ``listed_entities`` as the transforms know them."""
    from schemas.vocabulary import Label  # noqa: PLC0415
    from transforms.names.linking.decisions import UserEntity  # noqa: PLC0415

    rows = listed.select("name", "label", "aliases", "external_ids").iter_rows()
    return [UserEntity(name, Label(label), tuple(aliases), tuple(ids)) for name, label, aliases, ids in rows]


def log(decisions: "pl.DataFrame") -> "list[Decision]":
    """The merges and splits among the rows of ``entity_decisions``, numbered in their order."""
    from schemas.vocabulary import DecisionKind  # noqa: PLC0415
    from transforms.names.linking.decisions import Decision  # noqa: PLC0415

    numbers: dict[str, int] = {}
    columns = ("decision_id", "kind", "entity_id", "target_id", "article_id", "local_id")
    return [
        Decision(numbers.setdefault(decision_id, len(numbers)), DecisionKind(kind), entity_id, target_id, *part)
        for decision_id, kind, entity_id, target_id, *part in decisions.select(columns).iter_rows()
        if target_id is not None
    ]
