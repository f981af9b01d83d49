"""A file longer than a batch: killed in the middle of it, a run goes on where it was."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from harness import Damage, Rows, compare, dump

from warehouse.lake import open_lake

RECORDS = 40
BATCHES = 5  # of nine at most; each tells how far the file is
COMMITS = 6  # one for the second wording of what stands twice in one of them


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records with broken lines among them; one comes again in the same batch, one in a later batch, each corrected."""
    folder = tmp_path_factory.mktemp("long") / "in"
    folder.mkdir()
    lines = [
        json.dumps({"id": f"n{n}", "title": f"Record {n}", "text": "words " * 30 + str(n)}) for n in range(RECORDS)
    ]
    lines[6] = lines[4].replace("words", "words put right")
    lines[25] = lines[2].replace("words", "words put right")
    lines[20:20] = ["{broken"]
    (folder / "records.jsonl").write_text("\n".join(["{broken", *lines]) + "\n")
    (folder / "a.txt").write_text("Before it\n\nA short story before the records. It ends here.\n")
    return folder


@pytest.fixture(scope="module")
def calm_rows(commands, long_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    lake = tmp_path_factory.mktemp("calm-long") / "lake"
    assert commands("run", "--direct", long_file, "--root", long_file, "--lake", lake) == 0, commands.said
    with open_lake(lake, read_only=True) as con:
        revisions = con.execute("SELECT revision, count(*) FROM articles GROUP BY ALL ORDER BY ALL").fetchall()
    assert revisions == [(1, RECORDS - 3), (2, 2)]
    return dump(lake)


def count(lake: Path, query: str) -> tuple:
    with open_lake(lake, read_only=True) as con:
        return con.execute(query).fetchone()


@pytest.mark.parametrize(
    ("moment", "nth"),
    [
        *(("warehouse.commit:_replace_files:after", nth) for nth in (1, 3, BATCHES)),
        *(("warehouse.commit:commit_batch:after", nth) for nth in (1, 3, COMMITS)),
    ],
)
def test_what_was_committed_is_not_done_again(commands, long_file, calm_rows, tmp_path, moment, nth) -> None:
    lake = tmp_path / "lake"
    run = ("run", "--direct", long_file, "--root", long_file, "--lake", lake)
    assert commands(*run, kill=[moment, nth, 0]) == -9
    (there,) = count(lake, "SELECT count(*) FROM articles")
    assert commands(*run) == 0, commands.said
    assert compare(dump(lake), calm_rows) == Damage()
    new, unchanged = count(lake, "SELECT articles_new, articles_unchanged FROM runs ORDER BY started_at DESC LIMIT 1")
    assert new == RECORDS - 1 - there
    assert unchanged <= 9, "at most the first wordings of a batch whose second ones are missing"


def test_other_settings_of_reading_begin_anew(commands, long_file, tmp_path) -> None:
    lake = tmp_path / "lake"
    run = ("run", "--direct", long_file, "--root", long_file, "--lake", lake)
    assert commands(*run, kill=["warehouse.commit:commit_batch:after", 3, 0]) == -9
    assert count(lake, "SELECT source_uri, article_count FROM unfinished_files") == ("records.jsonl", 17)
    assert commands(*run, "--map", "title=id") == 0, commands.said
    assert count(lake, "SELECT count(*) FROM articles WHERE title LIKE 'Record%'") == (0,)
    assert count(lake, "SELECT count(*) FROM unfinished_files") == (0,)


def without_revisions(rows: Rows) -> Rows:
    told = {table: Counter[str]() for table in rows}
    for table, counted in rows.items():
        for row, number in counted.items():
            told[table][re.sub(r'"revision":\d+', "", row)] += number
    return told


def test_another_version_begins_anew(commands, long_file, calm_rows, tmp_path) -> None:
    lake = tmp_path / "lake"
    run = ("run", "--direct", long_file, "--root", long_file, "--lake", lake)
    assert commands(*run, kill=["warehouse.commit:commit_batch:after", 2, 0]) == -9
    (there,) = count(lake, "SELECT count(*) FROM articles")
    with open_lake(lake, read_only=False) as con:
        con.execute("UPDATE unfinished_files SET pipeline_version = replace(pipeline_version, '+', '+9')")
    assert commands(*run) == 0, commands.said
    # What the file holds twice, corrected, was committed twice, each time as the next revision.
    assert compare(without_revisions(dump(lake)), without_revisions(calm_rows)) == Damage()
    new, unchanged = count(lake, "SELECT articles_new, articles_unchanged FROM runs ORDER BY started_at DESC LIMIT 1")
    assert new == RECORDS - 1 - there
    assert unchanged == there - 2, "all is read again but the short story before, and what stands twice is revised"
