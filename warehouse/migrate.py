"""Bringing an older lake up to date, step by step, in one transaction.

A step is frozen: it says in SQL of its own (``sql/steps``) what changed then, and takes nothing from ``schemas``,
which goes on changing. With every step comes a lake of the version before it, for the tests.
"""

import re
from collections.abc import Callable
from graphlib import TopologicalSorter
from importlib import resources

import duckdb

from schemas import SCHEMA_VERSION
from warehouse.transactions import transaction

Step = Callable[[duckdb.DuckDBPyConnection], None]


def _from_1(con: duckdb.DuckDBPyConnection) -> None:
    _run_script(con, "from_1.sql")


def _from_2(con: duckdb.DuckDBPyConnection) -> None:
    _run_script(con, "from_2.sql")


def _from_3(con: duckdb.DuckDBPyConnection) -> None:
    _run_script(con, "from_3.sql")


def _from_4(_con: duckdb.DuckDBPyConnection) -> None:
    """No table changed. A view came, ``quotes_said``, by which others count; all are made anew behind the steps."""


def _from_5(con: duckdb.DuckDBPyConnection) -> None:
    _run_script(con, "from_5.sql")


STEPS: dict[int, Step] = {1: _from_1, 2: _from_2, 3: _from_3, 4: _from_4, 5: _from_5}
"""By the version that a step starts from; it ends at the next."""


def can_migrate(found: int) -> bool:
    """Whether there is a way from this version to the current one."""
    return all(version in STEPS for version in range(found, SCHEMA_VERSION)) and found < SCHEMA_VERSION


def migrate(con: duckdb.DuckDBPyConnection, found: int) -> None:
    """Bring the lake that ``con`` has open for writing from version ``found`` to the current one, or leave it be."""
    from schemas.ddl import comments  # noqa: PLC0415  (who only opens a lake needs none of it)
    from schemas.tables import TABLES  # noqa: PLC0415

    with transaction(con):
        con.execute("CALL lake.set_commit_message('copydesk', ?)", [f"migrate from {found} to {SCHEMA_VERSION}"])
        for version in range(found, SCHEMA_VERSION):
            STEPS[version](con)
        for name, table in TABLES.items():
            for comment in comments(name, table):
                con.execute(comment)
        for view in views():
            con.execute(view)
        con.execute("UPDATE lake_version SET schema_version = ?", [SCHEMA_VERSION])


def views() -> list[str]:
    """The ``CREATE OR REPLACE VIEW`` statements of ``warehouse/sql/views``, each behind those of the views it reads."""
    folder = resources.files("warehouse") / "sql" / "views"
    found = {path.name.removesuffix(".sql"): path.read_text(encoding="utf-8") for path in folder.iterdir()}
    reads = {
        name: sorted(found.keys() & re.findall(r"(?:FROM|JOIN) (\w+)", sql)) for name, sql in sorted(found.items())
    }
    return [found[name] for name in TopologicalSorter(reads).static_order()]


def _run_script(con: duckdb.DuckDBPyConnection, name: str) -> None:
    con.execute((resources.files("warehouse") / "sql" / "steps" / name).read_text(encoding="utf-8"))
