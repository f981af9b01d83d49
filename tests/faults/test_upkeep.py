"""``copydesk optimize``, ``history`` and ``export`` on real lakes."""

import csv
import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from harness import Commands, dump

from schemas.tables import TABLES
from warehouse.files import data_folder
from warehouse.lake import open_lake, staging_folder


@pytest.fixture
def grown(grown_once: Path, tmp_path: Path) -> Path:
    """A lake of four runs, with an article of three revisions; beside it the folder ``in`` that it was read from."""
    shutil.copytree(grown_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "lake"


@pytest.fixture(scope="module")
def grown_once(commands: Commands, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("grown")
    source, lake = place / "in", place / "lake"
    source.mkdir()
    for number in range(4):
        (source / f"{number}.txt").write_text(f"Title {number}\n\n" + "Some words of an article. " * 20)
        if number < 3:
            (source / "revised.txt").write_text(f"Take {number}\n\n" + f"Words of state {number}. " * 20)
        assert commands("run", "--direct", source, "--root", source, "--lake", lake) == 0, commands.said
    return place


def test_optimize_keeps_the_rows_and_drops_the_rest(commands: Commands, grown: Path) -> None:
    before = dump(grown)
    (data_folder(grown) / "main" / "articles" / "left-by-a-killed-run.parquet").write_bytes(b"half")
    (staging_folder(grown) / "killed" / "batch-000000-0000").mkdir(parents=True)
    (staging_folder(grown) / "killed" / "batch-000000-0000" / "articles.parquet").write_bytes(b"half")
    many = len(list(data_folder(grown).rglob("*.parquet")))
    assert commands("optimize", "--lake", grown) == 0, commands.said
    assert not staging_folder(grown).exists()
    assert not list(data_folder(grown).rglob("left-by-a-killed-run.parquet"))
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


def test_many_small_runs_are_merged_as_they_come(commands: Commands, tmp_path: Path) -> None:
    source, lake = tmp_path / "in", tmp_path / "lake"
    source.mkdir()
    counts = []
    for number in range(5):
        (source / f"{number}.txt").write_text(f"Title {number}\n\n" + "Some words of an article. " * 20)
        run = ("run", "--direct", source, "--root", source, "--lake", lake)
        assert commands(*run, env={"COPYDESK_MERGE_FILES": "4"}) == 0, commands.said
        with open_lake(lake, read_only=True) as con:
            counts.append(con.execute("SELECT max(file_count) FROM ducklake_table_info('lake')").fetchone()[0])
    assert max(counts) <= 5
    assert counts != sorted(counts), "they were merged"
    assert commands("history", "0.txt", "--lake", lake, "--format", "jsonl") == 0
    assert len(commands.said.splitlines()) == 1


def test_the_lake_can_be_asked_as_each_run_left_it(commands: Commands, grown: Path) -> None:
    with open_lake(grown, read_only=True) as con:
        runs = [run_id for (run_id,) in con.execute("SELECT run_id FROM runs ORDER BY started_at").fetchall()]
    seen = []
    for run_id in runs:
        asked = "SELECT count(*) AS n, max(title) AS title FROM articles"
        assert commands("sql", asked, "--run", run_id, "--format", "jsonl", "--lake", grown) == 0, commands.said
        seen.append(tuple(json.loads(commands.said).values()))
    assert seen == [(2, "Title 0"), (3, "Title 1"), (4, "Title 2"), (5, "Title 3")]
    view = ("sql", "SELECT count(*) FROM quotes_full", "--run", runs[0], "--lake", grown)
    assert commands(*view) == 0, commands.said
    assert commands("sql", "SELECT 1", "--run", "nothing", "--lake", grown) == 1
    assert "copydesk runs" in commands.said
    assert commands("optimize", "--keep-days", "0", "--at-once", "--lake", grown) == 0
    assert commands("sql", "SELECT 1", "--run", runs[0], "--lake", grown) == 1
    assert "no longer has" in commands.said


OTHERS = {
    "rules": "UPDATE files SET pipeline_version = regexp_replace(pipeline_version, '[+][0-9a-f]+;', '+00000000;')",
    "code": "UPDATE files SET pipeline_version = replace(pipeline_version, 'copydesk==', 'copydesk==9.')",
    "schema": "UPDATE files SET pipeline_version = replace(pipeline_version, 'schema ', 'schema 9')",
    "models": "UPDATE files SET pipeline_version = pipeline_version || 'en=another==1'",
}


@pytest.mark.parametrize("what", OTHERS)
def test_refresh_redoes_what_another_version_made_and_nothing_else(commands: Commands, grown: Path, what: str) -> None:
    run = ("run", "--direct", grown.parent / "in", "--root", grown.parent / "in", "--lake", grown)
    with open_lake(grown, read_only=False) as con:
        con.execute(OTHERS[what] + " WHERE source_uri IN ('1.txt', '2.txt')")
    before = dump(grown)
    assert commands(*run) == 0, commands.said
    assert "2 unchanged files were processed by other code" in commands.said
    assert dump(grown) == before
    assert commands(*run, "--refresh") == 0, commands.said
    with open_lake(grown, read_only=True) as con:
        last = "SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1"
        redone = con.execute(f"SELECT source_uri FROM files WHERE run_id = ({last}) ORDER BY 1").fetchall()
        versions = con.execute("SELECT count(DISTINCT pipeline_version) FROM files").fetchone()
    assert redone == [("1.txt",), ("2.txt",)]
    assert versions == (1,)
    assert commands(*run, "--refresh") == 0
    with open_lake(grown, read_only=True) as con:
        assert con.execute("SELECT files_unchanged FROM runs ORDER BY started_at DESC LIMIT 1").fetchone() == (5,)
