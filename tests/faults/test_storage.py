"""What a user is told when the storage fails: the cause and what to do, exit code 1, never a traceback or a guess."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import TOP, Commands, Damage, Rows, compare, dump

from warehouse.files import data_folder
from warehouse.lake import catalog_file


@pytest.fixture
def lake(calm_lake: Path, tmp_path: Path) -> Path:
    return shutil.copytree(calm_lake, tmp_path / "lake")


def parquet(lake: Path, table: str) -> list[Path]:
    return [path for path in (data_folder(lake) / "main" / table).iterdir() if "delete" not in path.name]


def remove(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scramble(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[len(held) // 3 : len(held) // 3 + 400] = b"\x55" * 400
    path.write_bytes(held)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def nonsense(path: Path) -> None:
    path.write_bytes(b"This is no catalog at all. " * 5000)


ASK = ("sql", "SELECT count(*), sum(length(text)), max(title) FROM articles", "--format", "csv")


@pytest.mark.parametrize(
    ("harm", "says"), [(remove, "missing"), (cut, "damaged"), (empty, "damaged")], ids=["missing", "cut", "empty"]
)
def test_a_parquet_file_that_is_harmed(commands: Commands, lake: Path, harm, says: str) -> None:
    for path in parquet(lake, "articles"):
        harm(path)
    assert commands(*ASK, "--lake", lake) == 1, commands.said
    assert says in commands.said
    assert "backup" in commands.said


def test_a_parquet_file_that_is_scrambled_gives_no_other_answer(commands: Commands, lake: Path) -> None:
    assert commands(*ASK, "--lake", lake) == 0
    right = commands.said
    for path in parquet(lake, "articles"):
        scramble(path)
    assert commands(*ASK, "--lake", lake) == 1 or commands.said == right, commands.said
    assert "Traceback" not in commands.said


@pytest.mark.parametrize("harm", [cut, empty, nonsense], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("command", [ASK, ("run", "--direct", "IN")], ids=["sql", "run"])
def test_a_catalog_that_is_damaged(commands: Commands, articles: Path, lake: Path, harm, command: tuple) -> None:
    harm(catalog_file(lake))
    before = sorted(data_folder(lake).rglob("*"))
    args = [articles if word == "IN" else word for word in command]
    assert commands(*args, "--lake", lake) == 1, commands.said
    assert "catalog" in commands.said
    assert "backup" in commands.said
    assert sorted(data_folder(lake).rglob("*")) == before


def test_a_catalog_that_is_gone_is_not_made_anew_over_the_data(commands: Commands, articles: Path, lake: Path) -> None:
    catalog_file(lake).unlink()
    assert commands("run", "--direct", articles, "--lake", lake) == 1, commands.said
    assert "is missing or empty" in commands.said


def test_a_catalog_that_another_process_keeps_locked(commands: Commands, articles: Path, lake: Path) -> None:
    with sqlite3.connect(catalog_file(lake)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for command in (ASK, ("run", "--direct", articles)):
            assert commands(*command, "--lake", lake, patience=1.0) == 1, commands.said
            assert "locked" in commands.said
        other.rollback()
    other.close()
    assert commands(*ASK, "--lake", lake) == 0


def test_a_reader_waits_for_a_short_lock(commands: Commands, lake: Path) -> None:
    code = (
        "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE');"
        "print('locked', flush=True); time.sleep(2)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(catalog_file(lake))], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        other.stdout.readline()
        assert commands(*ASK, "--lake", lake) == 0, commands.said


LIMITED = """
import resource, sys
sys.argv = ["copydesk", *sys.argv[2:]] if not resource.setrlimit(
    resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY)) else []
from flows.cli import main
main()
"""


@pytest.mark.parametrize("kilobytes", [1, 6, 60, 190])
def test_a_full_disk_and_then_room_again(
    commands: Commands, articles: Path, calm: Rows, tmp_path: Path, kilobytes: int
) -> None:
    """A limit on the size of files stands for the disk: writes beyond it fail in the same places."""
    run = ("run", "--direct", str(articles), "--root", str(articles), "--lake", str(tmp_path / "lake"))
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(kilobytes * 1024), *run],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(TOP), "COPYDESK_MODELS": "{}", "COPYDESK_BATCH_ARTICLES": "9"},
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "no room left" in done.stderr or "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert commands(*run) == 0, commands.said
    assert compare(dump(tmp_path / "lake"), calm) == Damage()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only root may mount, and not in every container")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_disk_that_is_really_full_and_grows_step_by_step(
    commands: Commands, articles: Path, calm: Rows, small_disk: Path
) -> None:
    run = ("run", "--direct", articles, "--root", articles, "--lake", small_disk / "lake")
    failed = 0
    for kilobytes in (16, 100, 240, 300, 4000):
        subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", small_disk], check=True)
        code = commands(*run)
        assert code in {0, 1}, commands.said
        assert code == 0 or "no room left" in commands.said or "the disk is full" in commands.said, commands.said
        assert code == 1 or kilobytes > 200, commands.said
        failed += code
    assert failed >= 3
    assert code == 0
    assert compare(dump(small_disk / "lake"), calm) == Damage()


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write everywhere")
def test_a_folder_that_is_read_only(articles: Path, lake: Path) -> None:
    """As another user than root, who may write everywhere."""
    for path in (lake, *lake.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for parent in (*lake.parents, *articles.parents, articles):
        if str(parent).startswith("/tmp/"):  # noqa: S108
            parent.chmod(parent.stat().st_mode | 0o055)
    command = [sys.executable, "-m", "flows", "run", "--direct", str(articles), "--lake", str(lake)]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=TOP, env=os.environ | {"PYTHONPATH": str(TOP)}
    )
    if "Permission denied" in done.stderr and "flows" not in done.stderr and "lake" not in done.stderr:
        pytest.skip("another user may not start this Python")
    assert done.returncode == 1, done.stderr
    assert "check that you own the folder" in done.stderr
    assert "Traceback" not in done.stderr
