"""What copydesk wrote is not read as news again, but for its articles."""

import io
import json
from pathlib import Path

import polars as pl
import pytest

from schemas.tables import TABLES
from transforms.article import RawArticle, Rejected, Source
from transforms.readers import ReadOptions, read
from warehouse.lake import open_lake

TEXT = "The bridge is closed, the mayor said on Monday, and it will be until June."
WITH_TEXTS = sorted(name for name, table in TABLES.items() if "text" in table.columns())


def rows(table: str) -> pl.DataFrame:
    """Two rows of a table, each column with a word, and a text."""
    return pl.DataFrame({column: [TEXT if column == "text" else "x"] * 2 for column in TABLES[table].columns()})


def written(frame: pl.DataFrame, form: str) -> bytes:
    target = io.BytesIO()
    {"csv": frame.write_csv, "parquet": frame.write_parquet, "jsonl": frame.write_ndjson}[form](target)
    return target.getvalue()


def read_bytes(data: bytes, name: str, **fields: str) -> list[RawArticle | Rejected]:
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions(fields=fields)))


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl"])
@pytest.mark.parametrize("table", WITH_TEXTS)
def test_an_export_is_not_read_again_but_for_its_articles(table: str, form: str) -> None:
    items = read_bytes(written(rows(table), form), f"{table}.{form}")
    if table == "articles":
        assert [type(item) for item in items] == [RawArticle, RawArticle]
        return
    assert len(items) == (2 if form == "jsonl" else 1), "a table is refused whole"
    assert {item.reason for item in items} == {"not_an_article"}
    assert f"own table {table}" in items[0].detail


def test_the_catalog_of_a_lake_is_one_reject(tmp_path: Path) -> None:
    with open_lake(tmp_path, read_only=False):
        pass
    (item,) = read_bytes((tmp_path / "catalog.sqlite").read_bytes(), "catalog.sqlite")
    assert item.reason == "not_an_article"
    assert "copydesk export" in item.detail


def test_whoever_says_where_the_text_is_has_it_read() -> None:
    items = read_bytes(written(rows("quotes"), "csv"), "quotes.csv", text="text")
    assert [type(item) for item in items] == [RawArticle, RawArticle]


def test_another_table_with_ids_of_quotes_is_read() -> None:
    record = {"quote_id": "1", "article_id": "a", "text": TEXT}
    (item,) = read_bytes(json.dumps(record).encode() + b"\n", "a.jsonl")
    assert isinstance(item, RawArticle)
