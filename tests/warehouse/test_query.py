"""The query connection reads the lake and nothing else."""

import shutil
from pathlib import Path

import pytest

from warehouse.lake import catalog_file, data_folder, open_lake
from warehouse.query import QueryError, query, sandbox


@pytest.fixture(scope="module")
def place(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(template, tmp_path_factory.mktemp("query") / "lake")
    with open_lake(folder, read_only=False) as lake:
        lake.execute("INSERT INTO files VALUES ('x', NULL, 1, NULL, NULL, 'loaded', [], '1', 'r')")
    return folder


@pytest.fixture(scope="module")
def asked(place: Path):
    with open_lake(place, read_only=True) as con:
        sandbox(con, place)
        yield lambda sql: query(con, sql.format(lake=place, data=data_folder(place), cat=catalog_file(place)))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT source_uri FROM files",
        "FROM files SELECT source_uri;",
        "SELECT 1; SELECT source_uri FROM files",
        "WITH f AS (FROM files) SELECT source_uri FROM f",
        "SELECT source_uri FROM (PIVOT files ON status USING count(*) GROUP BY source_uri)",
    ],
)
def test_questions_are_answered(asked, sql: str) -> None:
    assert asked(sql).read_all().column("source_uri").to_pylist() == ["x"]


def test_a_pivot_statement_is_a_question(asked) -> None:
    assert asked("PIVOT files ON status").read_all().num_rows == 1


def test_no_statement_is_no_rows(asked) -> None:
    assert asked("  -- nothing\n") is None


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("INSERT INTO files FROM files", id="insert"),
        pytest.param("DELETE FROM files", id="delete"),
        pytest.param("UPDATE files SET bytes = 2", id="update"),
        pytest.param("DROP TABLE files", id="drop"),
        pytest.param("CREATE TABLE lake.mine (i INTEGER)", id="create"),
        pytest.param("CREATE VIEW lake.mine AS SELECT 1", id="create view"),
        pytest.param("SELECT 1; DELETE FROM files", id="second statement"),
        pytest.param("COPY files TO '{lake}/out.csv'", id="copy out"),
        pytest.param("COPY files TO '{data}/out.csv'", id="copy among the data"),
        pytest.param("EXPORT DATABASE '{lake}/out'", id="export"),
        pytest.param("ATTACH '{lake}/other.db'", id="attach"),
        pytest.param("ATTACH 'ducklake:sqlite:{cat}' AS again", id="attach writable"),
        pytest.param("FROM read_csv('/etc/hosts')", id="read csv"),
        pytest.param("FROM read_text('/etc/hosts')", id="read text"),
        pytest.param("FROM '/etc/hosts'", id="file as a table"),
        pytest.param("FROM glob('/*')", id="list a folder"),
        pytest.param("INSTALL httpfs", id="install"),
        pytest.param("LOAD httpfs", id="load"),
        pytest.param("SET enable_external_access = true", id="set"),
        pytest.param("PRAGMA enable_external_access = true", id="pragma set"),
        pytest.param("PRAGMA profiling_output = '{lake}/out'", id="pragma that writes"),
        pytest.param("CALL ducklake_expire_snapshots('lake', older_than => now())", id="call"),
        pytest.param("DELETE FROM __ducklake_metadata_lake.ducklake_table", id="delete in the catalog"),
    ],
)
def test_nothing_else_is_done(asked, place: Path, sql: str) -> None:
    before = sorted(place.rglob("*"))
    with pytest.raises(QueryError):
        asked(sql)
    assert sorted(place.rglob("*")) == before
