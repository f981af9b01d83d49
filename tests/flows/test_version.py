"""The version of what makes the rows: it changes with any rule or word list, and with nothing else."""

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from flows import version
from flows.settings import Settings
from flows.version import code_digest, digest, pipeline_version
from warehouse.lake import open_lake

TOP = Path(__file__).parents[2]


@pytest.fixture
def code(place: Path) -> Path:
    """A copy of a package with rules and word lists."""
    return shutil.copytree(TOP / "transforms" / "lines", place / "code", ignore=shutil.ignore_patterns("__pycache__"))


def test_the_order_in_which_keys_are_mapped_is_no_other_version() -> None:
    keys = [{"title": "hl", "text": "story"}, {"text": "story", "title": "hl"}, {"title": "hl"}]
    one, other, less = (pipeline_version(Settings(models={}, map=map_)) for map_ in keys)
    assert one == other != less


def test_the_version_holds_the_digest_of_the_transforms() -> None:
    assert code_digest() == digest(files("transforms"))
    assert pipeline_version(Settings(models={})).startswith(f"copydesk=={version.__version__}+{code_digest()}; schema ")


def add(path: Path, line: str) -> None:
    path.write_text(path.read_text() + line)


def move_a_line(one: Path, other: Path) -> None:
    head, _, tail = one.read_text().rstrip("\n").rpartition("\n")
    one.write_text(head + "\n")
    other.write_text(tail + "\n" + other.read_text())


CHANGES = {
    "a word more": lambda code: add(code / "words" / "sections.txt", "weather\n"),
    "a rule": lambda code: add(code / "__init__.py", "# another\n"),
    "a new file": lambda code: (code / "words" / "more.txt").touch(),
    "another name": lambda code: (code / "words" / "sections.txt").rename(code / "words" / "parts.txt"),
    "a file gone": lambda code: (code / "words" / "sections.txt").unlink(),
    "a line moved to the next file": lambda code: move_a_line(
        code / "words" / "roles.txt", code / "words" / "sections.txt"
    ),
    "weights": lambda code: (code / "weights.npy").write_bytes(b"1\r\n2"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_another_digest(code: Path, change) -> None:
    before = digest(code)
    change(code)
    assert digest(code) != before


def windows(code: Path) -> None:
    for path in code.rglob("*"):
        if path.suffix in (".py", ".txt"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def leavings(code: Path) -> None:
    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "plain.cpython-311.pyc").touch()
    for name in (".DS_Store", ".sections.txt.swp", "sections.txt~"):
        (code / "words" / name).touch()


@pytest.mark.parametrize("change", [windows, leavings])
def test_line_ends_of_a_checkout_and_leavings_do_not_count(code: Path, change) -> None:
    before = digest(code)
    change(code)
    assert digest(code) == before


def test_line_ends_in_weights_count(code: Path) -> None:
    (code / "weights.npy").write_bytes(b"1\r\n2")
    before = digest(code)
    (code / "weights.npy").write_bytes(b"1\n2")
    assert digest(code) != before


def test_a_zip_file_gives_the_same(code: Path, place: Path) -> None:
    with zipfile.ZipFile(place / "code.zip", "w") as packed:
        for path in sorted(code.rglob("*"), reverse=True):
            packed.write(path, path.relative_to(code.parent))
    with zipfile.ZipFile(place / "code.zip") as packed:
        assert digest(zipfile.Path(packed, "code/")) == digest(code)


@pytest.mark.command
@pytest.mark.parametrize("asked", [["--help"], ["--version"], ["sql", "SELECT 1"], ["runs"]])
def test_whoever_only_asks_does_not_wait_for_it(place: Path, asked: list[str]) -> None:
    with open_lake(place / "lake", read_only=False):
        pass
    program = (
        "import sys, flows.version\n"
        "def fail(folder): raise SystemExit('all of transforms was read')\n"
        "flows.version.digest = fail\n"
        "from flows.cli import main\n"
        f"sys.argv = ['copydesk', *{asked!r}, *{[] if asked[0].startswith('-') else ['--lake', 'lake']!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.command
@pytest.mark.model
def test_a_word_list_that_was_edited_reaches_the_rows_with_refresh_and_not_before(place: Path) -> None:
    """The article's own row is the same after it; what is found in the article is not."""
    code, inbox = place / "code", place / "inbox"
    for package in ("flows", "schemas", "transforms", "warehouse"):
        shutil.copytree(TOP / package, code / package, ignore=shutil.ignore_patterns("__pycache__"))
    inbox.mkdir()
    (inbox / "mill.txt").write_text(
        'Mill reopens\n\nHelena Voss reopened the mill on Monday.\n\n"We start again today," Voss thrummed.\n'
    )
    (inbox / "rain.txt").write_text("Rain\n\nIt rained all day in the hills, and nobody spoke of it at all.\n")

    def run(*options: str) -> tuple[int, ...]:
        command = [sys.executable, "-m", "flows", "run", inbox, "--direct", "--lake", place / "lake", *options]
        environment = os.environ | {"PYTHONPATH": str(code), "COPYDESK_RECORD_SECONDS": "0"}
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=False)
        assert done.returncode == 0, done.stderr
        counts = "files_unchanged, files_outdated, articles_unchanged, articles_refreshed"
        return ask(f"SELECT {counts} FROM runs ORDER BY started_at DESC LIMIT 1")

    def ask(query: str) -> tuple:
        with open_lake(place / "lake", read_only=True) as lake:
            (row,) = lake.execute(query).fetchall()
        return row

    def quote() -> tuple:
        return ask("SELECT * EXCLUDE (confidence) FROM quotes"), ask("SELECT confidence FROM quotes")

    assert run() == (0, 0, 0, 0)
    before, (unsure,) = quote()
    with (code / "transforms" / "quotes" / "data" / "en" / "cues" / "verbs.txt").open("a") as verbs:
        verbs.write("thrum\n")
    assert run() == (2, 2, 0, 0)
    assert quote() == (before, (unsure,))
    assert run("--refresh") == (0, 0, 1, 1)
    after, (sure,) = quote()
    assert (after, sure > unsure) == (before, True)
    assert run("--refresh") == (2, 0, 0, 0)
