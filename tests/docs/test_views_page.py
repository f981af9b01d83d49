"""The page on views tells of every view, and of all its columns."""

import re
from pathlib import Path

import pytest

from schemas.tables import TABLES
from warehouse.lake import open_lake

PAGE = Path(__file__).parents[2] / "docs" / "views.md"
ROWS = re.findall(r"^\| `(\w+)` \| .* \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def told(cell: str) -> list[str]:
    """The columns of a cell; ``all of `quotes` `` stands for those of the table."""
    names = re.findall(r"`(\w+)`", cell)
    table = names.pop(0) if cell.startswith("all of") else None
    return ([*TABLES[table].column_names()] if table else []) + names


@pytest.mark.lake
def test_the_page_on_views_has_each_view_with_its_columns(tmp_path: Path) -> None:
    with open_lake(tmp_path, read_only=False):
        pass
    with open_lake(tmp_path, read_only=True) as lake:
        found = lake.execute(
            "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
            "JOIN duckdb_views() ON view_name = table_name WHERE NOT duckdb_views.internal GROUP BY table_name"
        ).fetchall()
    assert {view: told(cell) for view, cell in ROWS} == dict(found)
