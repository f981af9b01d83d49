"""``copydesk optimize``, ``history`` and ``export`` on real lakes."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from harness import Commands, dump

from schemas import TABLES
from warehouse.lake import data_folder, open_lake


@pytest.fixture
def grown(commands: Commands, tmp_path: Path) -> Path:
    """A lake of four runs, with an article of three revisions."""
    source, lake = tmp_path / "in", tmp_path / "lake"
    source.mkdir()
    for number in range(4):
        (source / f"{number}.txt").write_text(f"Title {number}\n\n" + "Some words of an article. " * 20)
        if number < 3:
            (source / "revised.txt").write_text(f"Take {number}\n\n" + f"Words of state {number}. " * 20)
        assert commands("run", "--direct", source, "--root", source, "--lake", lake) == 0, commands.said
    return lake


def test_optimize_keeps_the_rows_and_drops_the_rest(commands: Commands, grown: Path) -> None:
    before = dump(grown)
    (data_folder(grown) / "main" / "articles" / "left-by-a-killed-run.parquet").write_bytes(b"half")
    many = len(list(data_folder(grown).rglob("*.parquet")))
    assert commands("optimize", "--lake", grown) == 0, commands.said
    assert dump(grown) == before
    assert commands("history", "revised.txt", "--lake", grown, "--format", "jsonl") == 0
    assert len(commands.said.splitlines()) == 3, "history within the days to keep stays"
    assert commands("optimize", "--lake", grown, "--keep-days", "0", "--at-once") == 0, commands.said
    assert dump(grown) == before
    left = [path.parent.name for path in data_folder(grown).rglob("*.parquet")]
    assert len(left) < many / 2
    assert max(left.count(table) for table in left) == 1, "one file a table"
    with open_lake(grown, read_only=True) as con:
        assert con.execute("SELECT count(*) FROM lake.snapshots()").fetchone() == (1,)


def test_history_tells_the_runs_and_leads_to_the_texts(commands: Commands, grown: Path) -> None:
    assert commands("history", "revised.txt", "--lake", grown, "--format", "jsonl") == 0, commands.said
    states = [json.loads(line) for line in commands.said.splitlines()]
    assert [(state["revision"], state["title"], state["is_current"]) for state in states] == [
        (1, "Take 0", False),
        (2, "Take 1", False),
        (3, "Take 2", True),
    ]
    assert len({state["run_id"] for state in states}) == 3
    for state in states:
        asked = f"SELECT title FROM articles AT (VERSION => {state['snapshot']}) WHERE source_uri = 'revised.txt'"
        assert commands("sql", asked, "--lake", grown, "--format", "jsonl") == 0, commands.said
        assert json.loads(commands.said) == {"title": state["title"]}
    assert commands("history", "nothing", "--lake", grown) == 2


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_export_writes_every_table(commands: Commands, grown: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    assert commands("export", "--out", out, "--format", form, "--lake", grown) == 0, commands.said
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{table}.{form}" for table in TABLES)
    titles = (
        pq.read_table(out / "articles.parquet").column("title").to_pylist()
        if form == "parquet"
        else [row["title"] for row in csv.DictReader((out / "articles.csv").read_text().splitlines(keepends=True))]
    )
    assert sorted(titles) == ["Take 2", "Title 0", "Title 1", "Title 2", "Title 3"]


@pytest.mark.parametrize(("args", "says"), [(("--table", "none"), "no such table"), ((), "lies in the lake")])
def test_export_refuses_what_can_not_be_meant(commands: Commands, calm_lake: Path, args: tuple, says: str) -> None:
    assert commands("export", "--out", calm_lake / "out", *args, "--lake", calm_lake) == 2
    assert says in commands.said
