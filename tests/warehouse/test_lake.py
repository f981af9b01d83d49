"""Opening a lake, one writer at a time."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from schemas.tables import TABLES
from warehouse.errors import LakeBusyError, LakeMissingError, LakeVersionError
from warehouse.lake import catalog_file, open_lake
from warehouse.lock import hold
from warehouse.tuning import tune


def test_a_lake_is_made_whole_with_comments_and_views(folder: Path) -> None:
    with open_lake(folder, read_only=True) as lake:
        tables = {name for (name,) in lake.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        assert tables == {*TABLES, "lake_version"}
        bare = lake.execute(
            "SELECT table_name, column_name FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_name) "
            "WHERE c.comment IS NULL AND table_name <> 'lake_version'"
        ).fetchall()
        assert bare == []
        for view in ("speakers", "quotes_full", "article_entities"):
            assert lake.execute(f"FROM {view}").fetchall() == []


def test_readers_need_a_lake(tmp_path: Path) -> None:
    with pytest.raises(LakeMissingError, match="copydesk run"), open_lake(tmp_path, read_only=True):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lake_can_be_moved(folder: Path) -> None:
    with open_lake(folder, read_only=False) as lake:
        lake.execute(
            "INSERT INTO files BY NAME SELECT 'x' AS source_uri, 1 AS bytes, 'loaded' AS status, [] AS article_ids, "
            "'1' AS pipeline_version, 'r' AS run_id"
        )
    moved = folder.rename(folder.with_name("elsewhere"))
    with open_lake(moved, read_only=True) as lake:
        assert lake.execute("SELECT source_uri FROM files").fetchall() == [("x",)]


def test_a_lake_of_an_unknown_version_is_refused(folder: Path) -> None:
    with open_lake(folder, read_only=False) as lake:
        lake.execute("UPDATE lake_version SET schema_version = 999")
    with pytest.raises(LakeVersionError, match="999"), open_lake(folder, read_only=False):
        pass


def test_a_second_writer_is_refused_and_told_who_holds_the_lake(tmp_path: Path) -> None:
    code = (
        "import sys, time, pathlib; from warehouse.lock import hold\n"
        "with hold(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LakeBusyError, match=str(other.pid)), hold(tmp_path):
            pass
        other.kill()
        other.wait()
        with hold(tmp_path):  # the lock died with its holder
            pass


def test_a_reader_undoes_a_commit_that_was_killed_halfway(folder: Path, tmp_path: Path) -> None:
    """SQLite then leaves a journal, and a connection for reading alone may not roll it back."""
    with closing(sqlite3.connect(catalog_file(folder))) as writer:
        writer.execute("PRAGMA cache_size = 1")  # so that it writes into the file before the commit
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE ducklake_column SET column_name = hex(zeroblob(2000))")
        killed = shutil.copytree(folder, tmp_path / "killed")
    assert (killed / "catalog.sqlite-journal").stat().st_size > 0
    with open_lake(killed, read_only=True) as lake:
        assert lake.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    assert not (killed / "catalog.sqlite-journal").exists()


def test_a_small_lake_gets_one_thread_until_it_has_grown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "SELECT current_setting('threads'), current_setting('disabled_optimizers')"
    with duckdb.connect() as unbound, open_lake(folder, read_only=False) as lake:
        assert lake.execute(asked).fetchone() == (1, "statistics_propagation")
        monkeypatch.setattr("warehouse.tuning._SMALL_BYTES", 0)
        tune(lake)
        assert lake.execute(asked).fetchone() == unbound.execute(asked).fetchone()
