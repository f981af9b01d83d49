"""What users decided about entities, as the lake keeps it, and who they may have meant."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

import duckdb
import polars as pl

from schemas.frames import polars_types
from schemas.tables import TABLES
from schemas.vocabulary import DecisionKind
from warehouse.link import relink
from warehouse.transactions import run_with_retries

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the lake, as far as it takes to name it."""

    entity_id: str
    name: str
    label: str
    mentions: int
    articles: int

    def __str__(self) -> str:
        return f"{self.name} ({self.label}, {self.entity_id}, {self.mentions} mentions in {self.articles} articles)"


class UnknownEntityError(LookupError):
    """No entity, or more than one, can be meant. ``command`` is what to type next, if the message leads to one."""

    def __init__(self, what: str, command: str | None = None) -> None:
        super().__init__(what)
        self.command = command


def new_decision_id() -> str:
    """Short enough to type: eight hexadecimal digits, drawn."""
    return uuid4().hex[:8]


def find_entity(con: duckdb.DuckDBPyConnection, given: str) -> Known:
    """The entity whose id or name (in any case, else one of its written forms) is ``given``.

    Raises:
        UnknownEntityError: there is none, or there are several; the message tells what to do.
    """
    for condition in ("entity_id = $1", "lower(name) = lower($1)", "list_contains(aliases, $1)"):
        rows = con.execute(
            f"""
            SELECT entity_id, name, label, mention_count, article_count FROM entities
            WHERE {condition} ORDER BY mention_count DESC, entity_id
            """,
            [given],
        ).fetchall()
        found = [Known(*row) for row in rows]
        if len(found) == 1:
            return found[0]
        if found:
            some = "\n".join(f"  {one}" for one in found[:_MOST_SHOWN])
            more = f"\n  and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
            raise UnknownEntityError(f"{given}: {len(found)} entities may be meant; name one by its id:\n{some}{more}")
    moved = con.execute(
        "SELECT decision_id, target_id FROM entity_decisions WHERE entity_id = ? AND kind = 'merge' "
        "ORDER BY decided_at DESC LIMIT 1",
        [given],
    ).fetchone()
    if moved:
        raise UnknownEntityError(
            f"{given}: it was merged into {moved[1]}; take that back with", f"entities undo {moved[0]}"
        )
    raise UnknownEntityError(
        f"{given}: no entity has this id, name or form. Look for it with", "entities list PART-OF-ITS-NAME"
    )


def find_articles(con: duckdb.DuckDBPyConnection, given: str, entity_id: str) -> list[tuple[str, str]]:
    """(article, local entity) where the article ``given`` (its id, URI or URL) names the entity; empty if nowhere."""
    return con.execute(
        """
        SELECT article_id, local_id FROM local_entities JOIN articles USING (article_id)
        WHERE ? IN (article_id, source_uri, url) AND entity_id = ?
        ORDER BY ALL
        """,
        [given, entity_id],
    ).fetchall()


def find_names(con: duckdb.DuckDBPyConnection, given: str, entity_id: str) -> list[str]:
    """Ids by name alone of the local entities that are called ``given`` and mean the entity."""
    rows = con.execute(
        "SELECT DISTINCT local_id FROM local_entities WHERE lower(name) = lower(?) AND entity_id = ? ORDER BY ALL",
        [given, entity_id],
    ).fetchall()
    return [local_id for (local_id,) in rows]


def read_decisions(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The rows of ``entity_decisions`` in the order in which they are to be followed."""
    return con.execute("FROM entity_decisions ORDER BY decided_at, decision_id, article_id, local_id").pl()


def read_listed(con: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """The rows of ``listed_entities``."""
    return con.execute("FROM listed_entities ORDER BY entity_id").pl()


def decision_rows(
    decision_id: str,
    kind: DecisionKind,
    entity_id: str,
    *,
    target_id: str | None = None,
    name: str | None = None,
    parts: Sequence[tuple[str | None, str | None]] = ((None, None),),
    note: str | None = None,
) -> pl.DataFrame:
    """Rows of ``entity_decisions``, made now: one for each of ``parts``, an article and a local entity."""
    schema = polars_types(TABLES["entity_decisions"])
    now = datetime.now(UTC)
    rows = [
        (decision_id, now, kind.value, entity_id, target_id, name, article_id, local_id, note)
        for article_id, local_id in parts
    ]
    return TABLES["entity_decisions"].validate(pl.DataFrame(rows, schema=schema, orient="row"))


def around(con: duckdb.DuckDBPyConnection, ids: Collection[str], reason: str | None = None) -> pl.DataFrame:
    """The local entities of every block in which one of the ids, or a link for the ``reason``, occurs.

    Columns: ``article_id``, ``local_id``, ``name``, ``label``, ``roles``, ``forms``, ``block``.
    """
    return con.execute(
        """
        SELECT article_id, local_id, name, label, roles, forms, block
        FROM local_entities
        WHERE block IN (
            SELECT block FROM local_entities
            WHERE entity_id IN (SELECT unnest($ids::VARCHAR[])) OR local_id IN (SELECT unnest($ids::VARCHAR[]))
                OR link_reason = $reason
        )
        ORDER BY article_id, local_id
        """,
        {"ids": sorted(ids), "reason": reason},
    ).pl()


def add(con: duckdb.DuckDBPyConnection, rows: pl.DataFrame) -> None:
    """Put decisions into the log, inside a transaction. A second rename of an entity replaces the first."""
    con.register("new_decisions", rows.to_arrow())
    con.execute("""
        DELETE FROM entity_decisions
        WHERE kind = 'rename' AND entity_id IN (SELECT entity_id FROM new_decisions WHERE kind = 'rename')
    """)
    con.execute("INSERT INTO entity_decisions BY NAME FROM new_decisions")


def remove(con: duckdb.DuckDBPyConnection, decision_id: str) -> None:
    """Take a decision out of the log, inside a transaction."""
    con.execute("DELETE FROM entity_decisions WHERE decision_id = ?", [decision_id])


def replace_list(con: duckdb.DuckDBPyConnection, rows: pl.DataFrame) -> None:
    """Put the list in the place of the one before, inside a transaction."""
    con.register("new_list", TABLES["listed_entities"].validate(rows).to_arrow())
    con.execute("DELETE FROM listed_entities")
    con.execute("INSERT INTO listed_entities BY NAME FROM new_list")


def write(
    con: duckdb.DuckDBPyConnection,
    change: Callable[[], None],
    meanings: pl.DataFrame,
    blocks: Sequence[str],
    touched: Collection[str],
    run_id: str,
) -> int:
    """Make a ``change`` of the decisions, and what follows from it in every table, in one transaction.

    ``meanings`` say what the local entities of ``blocks`` mean after it, as in :func:`warehouse.link.link`; entities
    ``touched`` may be called otherwise. The writer's lock must be held. Gives the number of local entities that changed
    their meaning.

    Raises:
        warehouse.errors.LakeError: the transaction failed; the lake is as it was.
    """

    def work() -> int:
        con.execute("CALL lake.set_commit_message('copydesk', ?)", [f"entities: {run_id}"])
        con.execute("CREATE OR REPLACE TEMP TABLE decided_blocks AS SELECT unnest(?::VARCHAR[]) AS block", [blocks])
        change()
        changed = relink(con, meanings, "decided_blocks", run_id, touched)
        # A run that was killed may have left them to be linked; what it left besides is none of ours.
        con.execute("DELETE FROM unlinked_blocks WHERE block IN (FROM decided_blocks)")
        return changed

    return run_with_retries(con, work, "the decision")
