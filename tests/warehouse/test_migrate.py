"""A lake of an older version is brought up to date whole, or left as it is."""

import tarfile
from pathlib import Path

import duckdb
import pytest

from schemas import SCHEMA_VERSION
from schemas.tables import TABLES
from warehouse import migrate
from warehouse.errors import LakeOldError, LakeVersionError
from warehouse.lake import open_lake

LAKES = sorted((Path(__file__).parent / "lakes").glob("v*.tar.gz"))


@pytest.fixture
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with tarfile.open(request.param) as packed:
        how = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Debian's Python 3.11.2 has none yet
        packed.extractall(tmp_path / "lake", **how)  # noqa: S202  (our own)
    return tmp_path / "lake"


def shape(folder: Path) -> list[tuple]:
    with open_lake(folder, read_only=True) as con:
        return con.execute(
            "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
            "WHERE database_name = 'lake' ORDER BY ALL"
        ).fetchall()


@pytest.mark.parametrize("old", LAKES, indirect=True, ids=lambda path: path.name)
def test_every_released_version_opens_and_ends_as_a_new_lake_looks(old: Path, template: Path) -> None:
    with open_lake(old, read_only=False) as con:
        assert con.execute("FROM lake_version").fetchall() == [(SCHEMA_VERSION,)]
        assert con.execute("SELECT source_uri FROM articles ORDER BY 1").fetchall() == [("one.txt",), ("two.txt",)]
        for table in TABLES:
            con.execute(f"FROM {table}").fetchall()
    assert shape(old) == shape(template)


def test_there_is_a_lake_of_each_older_version() -> None:
    assert {path.name for path in LAKES} >= {f"v{version}.tar.gz" for version in range(1, SCHEMA_VERSION)}


@pytest.fixture
def older(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lake from before a column was added, and the step that adds it."""
    with open_lake(folder, read_only=False) as lake:
        lake.execute("ALTER TABLE runs DROP COLUMN models")
        lake.execute("UPDATE lake_version SET schema_version = ?", [SCHEMA_VERSION - 1])

    def step(con: duckdb.DuckDBPyConnection) -> None:
        con.execute("ALTER TABLE runs ADD COLUMN models VARCHAR")

    monkeypatch.setitem(migrate.STEPS, SCHEMA_VERSION - 1, step)
    return folder


def test_an_older_lake_is_brought_up_to_date_with_its_comments(older: Path) -> None:
    with open_lake(older, read_only=False) as con:
        assert con.execute("FROM lake_version").fetchall() == [(SCHEMA_VERSION,)]
        told = "SELECT comment FROM duckdb_columns() WHERE table_name = 'runs' AND column_name = 'models'"
        assert con.execute(told).fetchall() == [(TABLES["runs"].columns()["models"].description,)]


def test_a_reader_is_told_how_to_bring_it_up_to_date(older: Path) -> None:
    with pytest.raises(LakeOldError, match="copydesk optimize"), open_lake(older, read_only=True):
        pass


def test_a_step_that_fails_changes_nothing(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    works = migrate.STEPS[SCHEMA_VERSION - 1]

    def fail(con: duckdb.DuckDBPyConnection) -> None:
        con.execute("CREATE TABLE half_done (i INTEGER)")
        raise duckdb.IOException("the disk is full")

    monkeypatch.setitem(migrate.STEPS, SCHEMA_VERSION - 1, fail)
    with pytest.raises(Exception, match="the disk is full"), open_lake(older, read_only=False):
        pass
    monkeypatch.setitem(migrate.STEPS, SCHEMA_VERSION - 1, works)
    with open_lake(older, read_only=False) as con:
        assert "half_done" not in {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def test_a_lake_from_before_there_were_steps_is_refused(folder: Path) -> None:
    with open_lake(folder, read_only=False) as lake:
        lake.execute("UPDATE lake_version SET schema_version = 0")
    with pytest.raises(LakeVersionError, match="0"), open_lake(folder, read_only=False):
        pass


def test_a_newer_lake_is_refused(folder: Path) -> None:
    with open_lake(folder, read_only=False) as lake:
        lake.execute("UPDATE lake_version SET schema_version = ?", [SCHEMA_VERSION + 1])
    for read_only in (True, False):
        with pytest.raises(LakeVersionError, match=str(SCHEMA_VERSION + 1)), open_lake(folder, read_only=read_only):
            pass
