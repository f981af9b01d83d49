"""Which files the given paths stand for."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.discover import discover, source_uri
from flows.errors import UsageError
from flows.plan import hashed
from schemas.vocabulary import RejectReason

NOWHERE = Path("no-lake-here")


@pytest.fixture
def tree(place: Path) -> Path:
    for name in ("a.txt", "b.html", "sub/c.txt", "sub/deep/d.txt", ".hidden", "sub/.git/config", "wei[r]d & ü.txt"):
        path = place / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return place / "in"


def names(found: list) -> list[str]:
    return [file.path.name for file in found]


def test_folders_are_searched_whole_but_for_hidden_names(tree: Path) -> None:
    assert names(discover(["in"], None, NOWHERE)) == ["a.txt", "b.html", "c.txt", "d.txt", "wei[r]d & ü.txt"]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["in/a.txt"], ["a.txt"]),
        (["in/*.txt"], ["a.txt", "wei[r]d & ü.txt"]),
        (["in/**/*.txt"], ["a.txt", "c.txt", "d.txt", "wei[r]d & ü.txt"]),
        (["in/s*"], ["c.txt", "d.txt"]),
        (["in/wei[r]d & ü.txt"], ["wei[r]d & ü.txt"]),
        (["in/sub", "in/sub/c.txt", "in/sub/../sub"], ["c.txt", "d.txt"]),
    ],
    ids=["file", "glob", "recursive glob", "glob of a folder", "name with brackets", "each once"],
)
def test_files_that_a_pattern_finds(tree: Path, patterns: list[str], expected: list[str]) -> None:
    assert names(discover(patterns, None, NOWHERE)) == expected


@pytest.mark.parametrize("pattern", ["in/none.txt", "in/*.pdf", "elsewhere/"])
def test_a_path_that_stands_for_nothing_is_a_usage_error(tree: Path, pattern: str) -> None:
    with pytest.raises(UsageError, match="no such file"):
        discover(["in/a.txt", pattern], None, NOWHERE)


@pytest.mark.parametrize("patterns", [[""], ["in/a.txt", ""]])
def test_an_empty_path_is_not_the_working_folder(tree: Path, patterns: list[str]) -> None:
    with pytest.raises(UsageError, match="a PATH is empty"):
        discover(patterns, None, NOWHERE)


def test_an_empty_folder_is_no_error(place: Path) -> None:
    (place / "empty").mkdir()
    assert discover(["empty"], None, NOWHERE) == []


def test_the_lake_is_not_read_as_news(tree: Path) -> None:
    assert "c.txt" not in names(discover(["in"], None, tree / "sub"))


@pytest.mark.parametrize("lake", ["../in/sub", "in/../in/sub", "to-the-lake", "in/to-the-lake-too"])
def test_the_lake_is_known_by_whatever_name(tree: Path, lake: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree.parent / "to-the-lake").symlink_to("in/sub")
    (tree / "to-the-lake-too").symlink_to("sub")
    (tree / "into-the-lake").symlink_to("sub/deep")
    (tree / "of-the-lake.txt").symlink_to("sub/c.txt")
    if lake.startswith("../"):
        monkeypatch.chdir(tree)
    assert names(discover([str(tree)], None, Path(lake))) == ["a.txt", "b.html", "wei[r]d & ü.txt"]


@pytest.mark.parametrize(
    "patterns",
    [["in/sub"], ["in/sub/c.txt"], ["in/sub/deep"], ["in/sub/*.txt"], ["in/sub/**"], ["link"], ["in/a.txt", "link"]],
    ids=["the lake", "file", "folder", "glob", "glob of all", "by a link", "beside others"],
)
def test_what_lies_in_the_lake_is_not_passed_over_without_a_word(tree: Path, patterns: list[str]) -> None:
    (tree.parent / "link").symlink_to("in/sub/deep")
    with pytest.raises(UsageError, match=r"lies in the folder of the lake, .*in/sub, "):
        discover(patterns, None, Path("in/sub"))


@pytest.mark.parametrize("patterns", [["in/a.txt", "in/sub"], ["in/[as]*"], ["in/**/*.txt"], ["in"]])
def test_what_is_named_together_with_the_lake_is_read(tree: Path, patterns: list[str]) -> None:
    found = names(discover(patterns, None, Path("in/sub")))
    assert "a.txt" in found
    assert "c.txt" not in found


@pytest.mark.parametrize("pattern", ["in", "in/**/*", "in/other", "in/*"])
def test_of_another_lake_the_catalog_alone_is_seen(tree: Path, pattern: str) -> None:
    (tree / "other" / "data" / "main").mkdir(parents=True)
    for name in ("writer.lock", "data/main/articles.parquet"):
        (tree / "other" / name).touch()
    with closing(sqlite3.connect(tree / "other" / "catalog.sqlite")) as catalog:
        catalog.execute("CREATE TABLE ducklake_metadata (key VARCHAR)")
    found = [file.path for file in discover([pattern], None, NOWHERE) if "other" in file.path.parts]
    named = {"writer.lock"} if "*" in pattern and pattern != "in/*" else set()  # by a glob, as any file
    assert {path.name for path in found} == {"catalog.sqlite"} | named


@pytest.mark.parametrize("catalog", ["CREATE TABLE stories (text VARCHAR)", None])
def test_a_database_that_is_no_lake_hides_nothing(tree: Path, catalog: str | None) -> None:
    (tree / "other" / "data").mkdir(parents=True)
    (tree / "other" / "data" / "story.txt").touch()
    (tree / "other" / "catalog.sqlite").write_text("no database")
    if catalog:
        (tree / "other" / "catalog.sqlite").unlink()
        with closing(sqlite3.connect(tree / "other" / "catalog.sqlite")) as database:
            database.execute(catalog)
    found = [file.path.name for file in discover(["in"], None, NOWHERE) if "other" in file.path.parts]
    assert sorted(found) == ["catalog.sqlite", "story.txt"]


def test_a_folder_that_holds_but_the_lake_is_no_error(place: Path) -> None:
    (place / "in" / "lake").mkdir(parents=True)
    (place / "in" / "lake" / "writer.lock").write_text("")
    assert discover(["in"], None, Path("in/lake")) == []


def test_a_link_to_a_folder_above_ends(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree)
    assert len(discover(["in"], None, NOWHERE)) == 5


@pytest.mark.parametrize("pattern", ["in", "in/**/*.*", "in/**", "in/**/**/*.*", "**/*.*", "*/**", "in/**/deep/../*.*"])
def test_links_that_lead_round_and_round_end(tree: Path, pattern: str) -> None:
    for name in ("one", "two", "three"):
        (tree / "sub" / name).symlink_to(tree)
    below = ["c.txt"] if "deep" in pattern else ["a.txt", "b.html", "c.txt", "d.txt", "wei[r]d & ü.txt"]
    assert names(discover([pattern], None, NOWHERE)) == below


@pytest.mark.parametrize("pattern", ["in", "in/**/*.txt", "in/link*", "in/*/*.txt"])
def test_links_to_folders_are_followed(tree: Path, pattern: str) -> None:
    (tree.parent / "elsewhere").mkdir()
    (tree.parent / "elsewhere" / "e.txt").write_text("e")
    (tree / "linked").symlink_to("../elsewhere")
    assert tree / "linked" / "e.txt" in [file.path for file in discover([pattern], None, NOWHERE)]


@pytest.mark.parametrize("patterns", [["in"], ["in/*/c.txt"], ["in/a-link", "in/sub"], ["in/sub", "in/a-link"]])
def test_a_link_changes_no_name_that_a_file_has_without_it(tree: Path, patterns: list[str]) -> None:
    (tree / "a-link").symlink_to("sub")
    found = [file.path for file in discover(patterns, None, NOWHERE)]
    assert tree / "sub" / "c.txt" in found
    assert not any("a-link" in path.parts for path in found)


@pytest.mark.parametrize("target", ["not there", "broken.txt"], ids=["broken", "to itself"])
def test_a_link_to_nothing_is_seen(tree: Path, target: str) -> None:
    (tree / "broken.txt").symlink_to(target)
    assert "broken.txt" in names(discover(["in"], None, NOWHERE))


@pytest.fixture
def as_anybody() -> Iterator[Path]:
    """A folder of one's own where it matters what one may do; the superuser, who may do all, is nobody for the time."""
    is_root, nobody = os.geteuid() == 0, 65534
    with TemporaryDirectory() as name:  # unlike pytest's, below no folder that is closed to others
        folder = Path(name).resolve()
        (folder / "locked").mkdir()
        for file in ("good.txt", "locked/a.txt"):
            (folder / file).write_text(file)
        if is_root:
            os.chown(folder, nobody, -1)
            os.chown(folder / "locked", nobody, -1)
            os.seteuid(nobody)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            (folder / "locked").chmod(0o700)


@pytest.mark.parametrize("mode", [0o000, 0o400], ids=["closed", "only to be listed"])
@pytest.mark.parametrize("pattern", ["locked", "locked/a.txt", "locked/*", "**/*.txt", "*"])
def test_where_we_may_not_look_is_seen_and_what_is_beside_it_read(as_anybody: Path, mode: int, pattern: str) -> None:
    (as_anybody / "locked").chmod(mode)
    found = discover([str(as_anybody / "good.txt"), str(as_anybody / pattern)], as_anybody, NOWHERE)
    seen = {file.uri: hashed(file).trouble for file in found}
    assert seen.pop("good.txt") is None
    assert list(seen.values()) in (
        [(RejectReason.UNREADABLE, "Permission denied")],
        [(RejectReason.UNREADABLE, "a folder that can't be listed")],
    )


def test_a_name_that_is_too_long_is_told_as_such(tree: Path) -> None:
    found = discover(["in/a.txt", "in/" + "a" * 300], tree, NOWHERE)
    assert [hashed(file).trouble for file in found][1] == (RejectReason.UNREADABLE, "File name too long")


def test_uris_are_absolute_or_relative_to_the_root(tree: Path) -> None:
    path = tree / "wei[r]d & ü.txt"
    assert source_uri(path, None) == path.as_uri()
    assert source_uri(path, tree) == "wei%5Br%5Dd%20%26%20%C3%BC.txt"
    assert source_uri(path, tree / "sub") == path.as_uri()


def test_the_folder_above_a_link_is_that_above_what_it_leads_to(tree: Path) -> None:
    (tree.parent / "link").symlink_to("in/sub/deep")
    (tree.parent / "c.txt").write_text("another")
    assert [file.path for file in discover(["link/../c.txt"], None, NOWHERE)] == [tree / "sub" / "c.txt"]
    assert [file.path for file in discover(["link/.."], None, NOWHERE)] == [
        tree / "sub" / n for n in ("c.txt", "deep/d.txt")
    ]


def test_a_root_that_is_not_there_is_an_error(tree: Path) -> None:
    """All URIs would be absolute, and each article of the lake be there again under another identity."""
    with pytest.raises(UsageError, match=r"the root .*inn: no such folder"):
        discover([str(tree)], tree / "inn", NOWHERE)


@pytest.mark.parametrize("root", ["../in", "../in/sub/.."])
def test_uris_are_relative_to_a_root_with_dots(tree: Path, root: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert discover(["../in/a.txt"], Path(root), NOWHERE)[0].uri == "a.txt"
    assert source_uri(Path("../in/a.txt"), None) == (tree / "a.txt").as_uri()


def test_a_name_that_is_no_unicode_has_a_uri(place: Path) -> None:
    path = Path(os.fsdecode(bytes(place) + b"/caf\xe9.txt"))
    path.write_text("x")
    assert discover(["."], place, NOWHERE)[0].uri == "caf%E9.txt"
