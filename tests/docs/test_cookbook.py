"""Every recipe of the cookbook runs on a lake as copydesk makes it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from schemas import SCHEMA_VERSION
from warehouse.lake import open_lake
from warehouse.query import query, sandbox
from warehouse.runs import start_run

COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook.md"
RECIPE = re.compile(r"^### ([^\n]+)\n(?:(?!#|```)[^\n]*\n)*```sql\n(.*?)```", re.MULTILINE | re.DOTALL)


def recipes() -> list[tuple[str, str]]:
    return RECIPE.findall(COOKBOOK.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("cookbook")
    with open_lake(folder, read_only=False) as con:
        # The recipes on time travel look at version 2, the first after that which makes the tables.
        start_run(con, "r1", datetime(2025, 6, 12, tzinfo=UTC), code="0", schema=SCHEMA_VERSION, models="")
    with open_lake(folder, read_only=True) as con:
        sandbox(con, folder)
        yield con


@pytest.mark.parametrize("sql", [pytest.param(sql, id=question) for question, sql in recipes()])
def test_a_recipe_runs(lake: duckdb.DuckDBPyConnection, sql: str) -> None:
    rows = query(lake, sql)
    assert rows is not None
    rows.read_all()


def test_every_sql_block_is_a_recipe() -> None:
    assert len(recipes()) == COOKBOOK.read_text(encoding="utf-8").count("```sql") > 0
