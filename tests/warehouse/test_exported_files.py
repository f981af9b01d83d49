"""What leaves the lake as plain files."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from rows import article, local_entity, mention, staged, with_fingerprints

from schemas.tables import TABLES
from warehouse.commit import commit_batch
from warehouse.export import export_parquet, stream
from warehouse.lake import open_lake

TEXT = "The mayor of Vellmar met the council, and Ada Lind told Lind and the others of it."


def exported(template: Path, place: Path, batches: Sequence[str]) -> dict[str, bytes]:
    """The Parquet files of a lake to which the articles came in these batches, by table."""
    lake = shutil.copytree(template, place / "lake")
    with open_lake(lake, read_only=False) as con:
        for number, names in enumerate(batches):
            rows = with_fingerprints([article(name, f"{TEXT} So {name * 5} said.") for name in names])
            rows["mentions"] = [mention(name, TEXT.rindex("Lind"), "Lind", f"e{name}") for name in names]
            rows["mentions"] += [mention(name, TEXT.index("Ada Lind"), "Ada Lind", f"e{name}") for name in names]
            rows["local_entities"] = [local_entity(name, f"e{name}", "Ada Lind") for name in names]
            commit_batch(con, staged(place / f"batch-{number}", **rows), "r", "test")
        for table in TABLES:
            export_parquet(con, table, place / f"{table}.parquet")
            assert stream(con, table).schema.names == TABLES[table].column_names()
    left_to_do = ("undecided_copies", "unlinked_blocks")  # for the end of the run
    return {table: (place / f"{table}.parquet").read_bytes() for table in TABLES if table not in left_to_do}


def test_the_files_do_not_tell_in_what_batches_the_articles_came(template: Path, tmp_path: Path) -> None:
    """So that a study can be checked against another's, byte by byte."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert exported(template, tmp_path / "one", ["abcd"]) == exported(template, tmp_path / "two", ["d", "bca"])


def test_what_stands_in_an_article_is_in_the_order_of_the_article(template: Path, tmp_path: Path) -> None:
    exported(template, tmp_path, ["ba"])
    with duckdb.connect() as con:
        found = con.execute(f"SELECT article_id, text FROM '{tmp_path}/mentions.parquet'").fetchall()
    assert found == [("a", "Ada Lind"), ("a", "Lind"), ("b", "Ada Lind"), ("b", "Lind")]


def test_what_is_wrong_with_the_lake_is_not_told_of_the_file(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        part = tmp_path / "lake" / "part.parquet"
        part.parent.mkdir()
        con.execute(f"COPY (SELECT 1 AS a) TO '{part}'")
        con.execute(f"CREATE VIEW rejects AS FROM '{part}'")
        part.unlink()
        (tmp_path / "out").mkdir()
        with pytest.raises(duckdb.IOException, match=r"part\.parquet"):
            export_parquet(con, "rejects", tmp_path / "out" / "rejects.parquet")


def test_row_groups_are_small_so_that_sorting_takes_no_more_memory_than_there_is(tmp_path: Path) -> None:
    keys = ", ".join(f'i AS "{name}"' for name in TABLES["rejects"].primary_key()) or "i AS source_uri"
    with duckdb.connect() as con:
        con.execute(f"CREATE VIEW rejects AS SELECT {keys} FROM range(20_000) AS t(i)")
        export_parquet(con, "rejects", tmp_path / "rejects.parquet")
        groups = con.execute(
            f"SELECT DISTINCT row_group_num_rows FROM parquet_metadata('{tmp_path}/rejects.parquet')"
        ).fetchall()
    assert sum(rows for (rows,) in groups) < 20_000
    assert max(groups) == (8_192,)
