"""Exactly once, whoever runs what how often; and the same rows whatever the order, the workers and the machine."""

import csv
import json
import os
import pty
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from harness import Commands, Damage, Rows, compare, dump, torn

from warehouse.lake import exists, open_lake
from warehouse.lock import hold

ELSEWHERE = {"COPYDESK_BATCH_ARTICLES": "2", "COPYDESK_RECORD_SECONDS": "0"}


@pytest.mark.parametrize(
    ("flags", "environment"),
    [
        pytest.param((), {"COPYDESK_BATCH_ARTICLES": "2"}, id="small batches"),
        pytest.param((), {"COPYDESK_BATCH_ARTICLES": "500", "COPYDESK_RECORD_SECONDS": "60"}, id="one batch, isolated"),
        pytest.param(("--workers", "3"), {"TZ": "Asia/Kathmandu", "LC_ALL": "C"}, id="3 workers, elsewhere"),
    ],
)
def test_rows_depend_on_the_input_alone(
    commands: Commands, articles: Path, calm: Rows, tmp_path: Path, flags: tuple, environment: dict
) -> None:
    """Also on no hash seed: of three workers each has one of its own; the next tests set two of them."""
    run = ("run", "--direct", articles, "--root", articles, "--lake", tmp_path / "lake", *flags)
    assert commands(*run, env=environment) == 0, commands.said
    assert compare(dump(tmp_path / "lake"), calm) == Damage()


def test_rows_are_the_same_where_duckdb_shares_out_its_work(
    commands: Commands, articles: Path, calm: Rows, tmp_path: Path
) -> None:
    run = ("run", "--direct", articles, "--root", articles, "--lake", tmp_path / "lake")
    assert commands(*run, as_large=True) == 0, commands.said
    assert compare(dump(tmp_path / "lake"), calm) == Damage()


def test_rows_do_not_depend_on_the_order_of_arguments(
    commands: Commands, articles: Path, calm: Rows, tmp_path: Path
) -> None:
    backwards = sorted(articles.iterdir(), reverse=True)
    run = ("run", "--direct", *backwards, articles, "--root", articles, "--lake", tmp_path / "lake")
    assert commands(*run) == 0, commands.said
    assert compare(dump(tmp_path / "lake"), calm) == Damage()


def test_the_same_again_adds_nothing(commands: Commands, articles: Path, calm: Rows, calm_lake: Path, tmp_path) -> None:
    lake = shutil.copytree(calm_lake, tmp_path / "lake")
    copies = shutil.copytree(articles, tmp_path / "moved")  # other files of the same names below the root
    for source in (articles, copies):
        assert commands("run", "--direct", source, "--root", source, "--lake", lake) == 0, commands.said
    assert compare(dump(lake), calm) == Damage()
    with open_lake(lake, read_only=True) as con:
        assert con.execute("SELECT max(files_unchanged), count(*) FROM runs").fetchone() == (17, 3)


def test_of_two_runs_at_once_one_is_refused_and_nothing_is_lost(
    commands: Commands, articles: Path, calm: Rows, tmp_path: Path
) -> None:
    lake = tmp_path / "lake"
    run = ("run", "--direct", articles, "--root", articles, "--lake", lake)
    codes: list[int] = []
    with Commands(tmp_path / "log.txt", **ELSEWHERE, PYTHONHASHSEED="1") as other:
        first = threading.Thread(target=lambda: codes.append(other(*run)))
        first.start()
        while not (lake / "writer.lock").exists() or not (lake / "writer.lock").read_text():
            assert first.is_alive()
            time.sleep(0.01)
        assert commands(*run) == 3
        assert "another run holds the lake" in commands.said
        first.join()
    assert codes == [0]
    assert compare(dump(lake), calm) == Damage()


def test_whoever_would_change_a_lake_that_another_holds_is_refused(
    commands: Commands, calm: Rows, calm_lake: Path
) -> None:
    with hold(calm_lake):
        for command in (("optimize",), ("forget", "000.txt", "--yes")):
            assert commands(*command, "--lake", calm_lake) == 3, commands.said
            assert "another run holds the lake" in commands.said
    assert dump(calm_lake) == calm


def test_readers_see_whole_batches_during_a_run(commands: Commands, articles: Path, calm: Rows, tmp_path: Path) -> None:
    lake = tmp_path / "lake"
    seen: list[tuple[int, int]] = []
    one_by_one = ELSEWHERE | {"COPYDESK_BATCH_ARTICLES": "1"}
    with Commands(tmp_path / "log.txt", **one_by_one, PYTHONHASHSEED="2") as other:
        run = ("run", "--direct", articles, "--root", articles, "--lake", lake)
        writing = threading.Thread(target=lambda: other(*run))
        writing.start()
        while writing.is_alive():
            if exists(lake):
                try:
                    broken = torn(lake)
                    with open_lake(lake, read_only=True) as con:
                        seen.append((broken, con.execute("SELECT count(*) FROM articles").fetchone()[0]))
                except Exception as error:
                    if "there is no lake" not in str(error):
                        raise
        writing.join()
    assert {broken for broken, _ in seen} == {0}
    assert len({articles for _, articles in seen}) > 2, "it was looked at while it grew"
    assert [articles for _, articles in seen] == sorted(articles for _, articles in seen)
    assert compare(dump(lake), calm) == Damage()


WEAPONS = {
    "quote": 'it\'s "quoted"',
    "sql": "x'); DROP TABLE articles; --",
    "ansi": "\x1b[31mred\x1b]0;owned\x07",
    "c1": "\x9b31mred",
    "dots": "up..%2f..%2fetc%2fpasswd",
    "line": "one\ntwo\rthree",
    "turned": "\u202egnp.exe",
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "at": "@SUM(1)",
    "markup": "<script>alert(1)</script>[red]x[/red]",
    "star": "*?[a-z]",
    "space": "  lead and trail  ",
}


def prose(of: str) -> str:
    """A text that is no copy of any other: of copies, pages show one."""
    return " ".join(f"In {of} the council met about item {item} of {of}." for item in range(20))


@pytest.fixture(scope="module")
def armed(commands: Commands, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake whose files, titles, ids, authors and entities are named so as to do harm."""
    place = tmp_path_factory.mktemp("armed")
    (place / "in").mkdir()
    for number, name in enumerate(WEAPONS.values()):
        (place / "in" / f"{name.replace('/', '|')}.txt").write_text(f"{name}\n\n" + prose(f"file {number}"))
    records = [
        {"id": name, "title": name, "author": name, "publisher": name, "text": prose(f"record {number}")}
        for number, name in enumerate(WEAPONS.values())
    ]
    (place / "in" / "records.jsonl").write_text("\n".join(map(json.dumps, records)))
    run = ("run", "--direct", place / "in", "--root", place / "in", "--lake", place / "lake")
    assert commands(*run) == 0, commands.said
    assert sorted(path.name for path in place.iterdir()) == ["in", "lake"]
    with open_lake(place / "lake", read_only=False) as con:  # without a model nobody finds any
        con.executemany(
            "INSERT INTO entities BY NAME SELECT ? AS entity_id, ? AS name, 'PERSON' AS label, [?] AS aliases, "
            "1 AS mention_count, 1 AS article_count",
            [[f"e{number}", name, name] for number, name in enumerate(WEAPONS.values())],
        )
    return place / "lake"


def test_every_name_is_a_row(armed: Path) -> None:
    with open_lake(armed, read_only=True) as con:
        assert con.execute("SELECT count(*), count(DISTINCT source_uri) FROM articles").fetchone() == (26, 26)
        authors = con.execute("SELECT DISTINCT unnest(authors) FROM articles WHERE format = 'jsonl'").fetchall()
    assert len(authors) > 8, "whoever is called so keeps the name"


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
@pytest.mark.parametrize(
    "command",
    [
        ("sql", "SELECT article_id, source_uri, title, publisher, authors, text FROM articles"),
        ("sql", "SELECT name, aliases FROM entities"),
        ("rejects",),
        ("runs",),
    ],
    ids=["articles", "entities", "rejects", "runs"],
)
def test_nothing_of_it_commands_a_terminal_or_a_spreadsheet(
    commands: Commands, armed: Path, command: tuple, form: str
) -> None:
    assert commands(*command, "--format", form, "--lake", armed) == 0, commands.said
    said = commands.log.read_bytes().decode()
    if form != "csv":  # CSV into a file keeps what it was given, on a terminal it doesn't
        assert not [character for character in said if character != "\n" and not character.isprintable()][:5] or (
            form == "jsonl" and not {"\x1b", "\x07", "\x9b"} & set(said)
        )
    else:
        for row in csv.reader(said.splitlines(keepends=True)):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_no_message_commands_a_terminal(commands: Commands, armed: Path, tmp_path: Path) -> None:
    """What was decided, what can't be, and an error of DuckDB's repeat names and values."""
    lake = shutil.copytree(armed, tmp_path / "lake")
    for code, *command in (
        (0, "entities", "merge", "e2", "e4"),
        (0, "entities", "rename", "e3", "one\x07two"),
        (2, "entities", "split", "e3", "--article", "none", "--as", "x"),
        (2, "entities", "show", "\x07"),
        (1, "sql", "SELECT aliases[1]::INTEGER FROM entities"),
    ):
        assert commands(*command, "--lake", lake) == code, commands.said
        said = commands.log.read_bytes().decode()
        assert not [character for character in said if character != "\n" and not character.isprintable()], command


def test_a_name_is_found_as_it_is_and_not_as_sql(commands: Commands, armed: Path) -> None:
    for name in (WEAPONS["sql"], WEAPONS["quote"]):
        assert commands("history", name, "--lake", armed) == 2
        assert commands("forget", name, "--yes", "--lake", armed) == 2
    with open_lake(armed, read_only=True) as con:
        assert con.execute("SELECT count(*) FROM articles").fetchone() == (26,)


def test_nothing_of_it_runs_in_a_page(commands: Commands, armed: Path, tmp_path: Path) -> None:
    assert commands("report", "--out", tmp_path / "page.html", "--lake", armed) == 0, commands.said
    page = (tmp_path / "page.html").read_text()
    assert "alert(1)" in page, "the name is told"
    assert "<script>alert" not in page
    assert not {"\x1b", "\x07", "\x9b"} & set(page)


def test_csv_on_a_terminal_has_no_control_characters(armed: Path) -> None:
    """Seen through a pseudo-terminal."""
    master, slave = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "flows", "sql", "SELECT title FROM articles", "--format", "csv", "--lake", str(armed)],
        stdout=slave,
        cwd=Path(__file__).parents[2],
    )
    done.wait()
    os.close(slave)
    said = os.read(master, 100_000).decode()
    os.close(master)
    assert "red" in said
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)


def test_the_record_of_a_killed_run_tells_what_it_passed_over(commands: Commands, tmp_path: Path) -> None:
    run = ("run", "--direct", tmp_path / "in", "--lake", tmp_path / "lake")
    (tmp_path / "in").mkdir()
    for number, name in enumerate("abc"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"Bridge {number}\n\nThe council reopened it on day {number}.\n")
        if name == "b":
            assert commands(*run) == 0, commands.said
    assert commands(*run, kill=["warehouse.commit:commit_batch:after", 1, 0]) == -9
    assert commands(*run) == 0, commands.said
    with open_lake(tmp_path / "lake", read_only=True) as con:
        told = "SELECT status, files_seen, files_unchanged, files_outdated, articles_new FROM runs ORDER BY started_at"
        assert con.execute(told).fetchall() == [
            ("finished", 2, 0, 0, 2),
            ("interrupted", 3, 2, 0, 1),
            ("finished", 3, 3, 0, 0),
        ]
