"""The query connection reads the lake and nothing else."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from warehouse.extensions import POSTGRES_EXTENSIONS, connect
from warehouse.files import data_folder
from warehouse.lake import catalog_file, open_lake
from warehouse.query import QueryError, called, parse, query, returns_rows, sandbox, stream_results


@pytest.fixture(autouse=True)
def extensions_checked_by_the_commands() -> None:
    """Not here: a sandbox is tested with all that users have."""


@pytest.fixture(scope="module")
def place(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = shutil.copytree(template, tmp_path_factory.mktemp("query") / "lake")
    with open_lake(folder, read_only=False) as lake:
        lake.execute(
            "INSERT INTO files BY NAME SELECT 'x' AS source_uri, 1 AS bytes, 'loaded' AS status, [] AS article_ids, "
            "'1' AS pipeline_version, 'r' AS run_id"
        )
    with closing(sqlite3.connect(folder.parent / "o.sqlite")) as other:
        other.execute("CREATE TABLE secrets AS SELECT 'hunter2' AS word")
        other.commit()
    return folder


@pytest.fixture(scope="module")
def asked(place: Path):
    with open_lake(place, read_only=True) as con:
        sandbox(con, place)
        names = {
            "lake": place,
            "data": data_folder(place),
            "cat": catalog_file(place),
            "other": place.parent / "o.sqlite",
        }
        yield lambda sql: query(con, sql.format(**names))


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


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        pytest.param("SELECT 1 AS a; SELECT 2 AS b, 3 AS c;", [[{"a": 1}], [{"b": 2, "c": 3}]], id="each of two"),
        pytest.param("PIVOT (SELECT 'x' AS a, 2 AS b) ON a USING sum(b)", [[{"x": 2}]], id="one that makes a type"),
        pytest.param("-- nothing", [], id="none"),
    ],
)
def test_each_question_has_its_answer(place: Path, sql: str, rows: list[list[dict[str, int]]]) -> None:
    with open_lake(place, read_only=True) as con:
        sandbox(con, place)
        statements = parse(con, sql)
        assert sum(map(returns_rows, statements)) == len(rows)
        assert [one.read_all().to_pylist() for one in stream_results(con, statements)] == rows


def test_what_is_only_done_has_no_answer_unless_it_comes_last(place: Path) -> None:
    with open_lake(place, read_only=True) as con:
        made = "CREATE TEMP TABLE own AS SELECT 1 AS a"
        both = parse(con, f"{made}; FROM own", free=True)
        assert [one.read_all().to_pylist() for one in stream_results(con, both)] == [[{"a": 1}]]
        (counted,) = stream_results(con, parse(con, made.replace("own", "other"), free=True))
        assert counted.read_all().to_pylist() == [{"Count": 1}]


def test_a_file_of_ones_own_that_is_missing_or_broken_is_not_told_to_be_the_lakes(place: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_text("words")
    with open_lake(place, read_only=True) as con:
        for name in ("missing.csv", "missing.parquet", "broken.parquet"):
            with pytest.raises(QueryError, match=name) as told:
                query(con, f"FROM '{tmp_path / name}'", free=True)
            assert "of the lake" not in str(told.value)
        (of_the_lake,) = data_folder(place).rglob("*/files/*.parquet")
        kept = of_the_lake.read_bytes()
        of_the_lake.unlink()
        with pytest.raises(QueryError, match="a file of the lake is missing"):
            query(con, "FROM files", free=True)
        of_the_lake.write_bytes(kept)


@pytest.mark.parametrize(
    ("sql", "hint"),
    [
        ("FROM files AT (TIMESTAMP => now() - INTERVAL 9 DAY)", 'copydesk sql "FROM snapshots()"'),
        ("FROM 'own.csv'", "With --allow-files"),
    ],
)
def test_what_to_do_is_told_where_duckdb_does_not(asked, sql: str, hint: str) -> None:
    with pytest.raises(QueryError, match=re.escape(hint)):
        asked(sql)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        pytest.param("SELECT source_uri FROM quotes", "articles, files, quotes_full, rejects", id="alone"),
        pytest.param("SELECT q.Source_URI FROM quotes AS q", "articles, files, quotes_full, rejects", id="of a table"),
        pytest.param("SELECT nowhere FROM quotes", None, id="in no table"),
        pytest.param("SELECT database_oid FROM quotes", None, id="not in the lake's"),
    ],
)
def test_where_a_column_is_that_a_table_lacks_is_told(asked, sql: str, told: str | None) -> None:
    with pytest.raises(QueryError) as error:
        asked(sql)
    assert (f"is a column of: {told}" in str(error.value)) == bool(told)
    assert ("is a column of" in str(error.value)) == bool(told)


def test_columns_of_one_name_are_told_apart(asked) -> None:
    """As dicts and as CSV they would lose a column, or stand under the wrong heading."""
    rows = asked("SELECT a.status, b.status, 1 AS status_1, b.status FROM files AS a, files AS b").read_all()
    assert rows.schema.names == ["status", "status_2", "status_1", "status_3"]
    assert rows.to_pylist() == [{"status": "loaded", "status_2": "loaded", "status_1": 1, "status_3": "loaded"}]


def test_an_error_in_the_middle_of_the_rows_is_told(asked) -> None:
    with pytest.raises(Exception, match="Could not convert"):
        asked("SELECT CAST(CASE WHEN i = 200000 THEN 'x' ELSE '1' END AS INT) FROM range(300000) AS t(i)").read_all()


def test_a_pivot_statement_is_a_question(asked) -> None:
    assert asked("PIVOT files ON status").read_all().num_rows == 1


def test_a_query_that_is_no_text_is_refused(asked) -> None:
    with pytest.raises(QueryError, match="UTF-8"):
        asked("SELECT '\udcff'")


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
        pytest.param("FROM sqlite_scan('{other}', 'secrets')", id="another database"),
        pytest.param("FROM SQLITE_SCAN /* here */ ('{other}', 'secrets')", id="another database, a comment between"),
        pytest.param("SELECT 'ü'; FROM sqlite_scan('{other}', 'secrets')", id="another database, after an umlaut"),
        pytest.param("FROM \"sqlite_scan\"('{other}', 'secrets')", id="another database, in quotes"),
        pytest.param("FROM system.main.sqlite_scan('{other}', 'secrets')", id="another database, by its whole name"),
        pytest.param("FROM sqlite_query('__ducklake_metadata_lake', 'SELECT 1')", id="SQL of SQLite"),
        pytest.param("FROM sqlite_attach('{other}')", id="attach by a function"),
        pytest.param("FROM sqlite_scan('{cat}', 'ducklake_table')", id="the catalog's file"),
        pytest.param("FROM query('FROM sqlite_' || 'scan(''{other}'', ''secrets'')')", id="a text as SQL"),
        pytest.param("FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))", id="JSON as SQL"),
        pytest.param("CREATE TEMP MACRO m() AS TABLE FROM sqlite_scan('{other}', 'secrets'); FROM m()", id="macro"),
        pytest.param("CREATE TEMP TABLE t AS FROM files", id="create temp table"),
        pytest.param("CREATE TYPE memory.mood AS ENUM ('good')", id="create type"),
        pytest.param("CREATE SECRET s (TYPE s3)", id="create secret"),
        pytest.param("CREATE OR REPLACE TABLE memory.x AS ATTACH '{other}'", id="attach inside of a create"),
        pytest.param("ATTACH '{other}' AS o (TYPE sqlite); FROM o.secrets", id="attach SQLite"),
        pytest.param("FROM ducklake_cleanup_old_files('lake', cleanup_all => true)", id="delete old files"),
        pytest.param("FROM ducklake_delete_orphaned_files('lake', cleanup_all => true)", id="delete orphans"),
        pytest.param("FROM ducklake_merge_adjacent_files('lake')", id="merge files"),
        pytest.param("FROM lake.merge_adjacent_files()", id="merge files by the lake's own name"),
        pytest.param("FROM lake.set_option('parquet_version', '2')", id="set an option of the lake"),
        pytest.param("FROM enable_logging(storage => 'file', storage_path => '{lake}/log')", id="log to a file"),
        pytest.param("PRAGMA enable_profiling", id="profiling"),
        pytest.param("PRAGMA import_database('{lake}')", id="import"),
        pytest.param("FROM read_parquet('{data}/main/files/*.parquet')", id="superseded rows"),
        pytest.param("FROM '{data}/main/files/*.parquet'", id="superseded rows by their address"),
        pytest.param("FROM read_text('{data}/../catalog.sqlite')", id="climb out of the data"),
        pytest.param("COPY (SELECT 1) TO PROGRAM 'cat'", id="run a program"),
        pytest.param("SELECT getenv('HOME')", id="environment"),
        pytest.param("SELECT * FROM arrow_scan(1::POINTER, 1::POINTER, 1::POINTER)", id="memory"),
        pytest.param("FROM place", id="a variable of Python's"),
        pytest.param("EXPLAIN ANALYZE DELETE FROM files", id="explain that does it"),
        pytest.param("PREPARE p AS DELETE FROM files; EXECUTE p", id="prepare"),
        pytest.param("USE memory", id="use"),
    ],
)
def test_nothing_else_is_done(asked, place: Path, sql: str) -> None:
    before = sorted(place.rglob("*"))
    with pytest.raises(QueryError):
        asked(sql)
    assert sorted(place.rglob("*")) == before


def test_a_function_that_nobody_looked_at_is_refused(asked) -> None:
    """Whatever the extensions bring, also in a version to come, is let through only if it is in the list."""
    with connect((*POSTGRES_EXTENSIONS, "sqlite_scanner")) as con:
        brought = con.execute(
            "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type LIKE 'table%' "
            "AND (function_name LIKE 'sqlite%' OR function_name LIKE 'ducklake%')"
        ).fetchall()
    refused = []
    for (name,) in brought:
        try:
            asked(f"FROM {name}()")
        except QueryError as error:
            if "is not allowed here" in str(error):
                refused.append(name)
    assert len(brought) > 20
    assert {name for (name,) in brought} - set(refused) == {
        "ducklake_current_snapshot",
        "ducklake_last_committed_snapshot",
        "ducklake_list_files",
        "ducklake_options",
        "ducklake_settings",
        "ducklake_snapshots",
        "ducklake_table_changes",
        "ducklake_table_deletions",
        "ducklake_table_info",
        "ducklake_table_insertions",
    }


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ('SELECT f(1), g (2), "H i"(3)', ["f", "g", "h i"]),
        ("SELECT 'f(1)' -- g(2)\n", []),
        ("SELECT f -- is it?\n (1)", ["f"]),
        ("SELECT 'ü€', F(1)", ["f"]),
        ('SELECT "a""b"(1)', ['a"b']),
        ("WITH t(a) AS (SELECT 1) FROM t", ["t", "as"]),
    ],
)
def test_what_is_called(sql: str, names: list[str]) -> None:
    assert called(sql) == names


def test_free_queries_may_read_files_and_still_not_change_the_lake(place: Path, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name\nAnn Lee\n")
    with open_lake(place, read_only=True) as con:
        read = query(con, f"FROM read_csv('{tmp_path}/people.csv')", free=True)
        assert read.read_all().to_pylist() == [{"name": "Ann Lee"}]
        query(con, f"COPY files TO '{tmp_path}/files.csv'", free=True).read_all()
        assert (tmp_path / "files.csv").exists()
        with pytest.raises(QueryError):
            query(con, "DELETE FROM files", free=True)


def test_a_lake_in_a_folder_of_any_name_can_be_asked(place: Path, tmp_path: Path) -> None:
    odd = shutil.copytree(place, tmp_path / 'it\'s "odd"; DROP TABLE x -- %20 [a] é')
    with open_lake(odd, read_only=True) as con:
        sandbox(con, odd)
        assert query(con, "SELECT source_uri FROM files").read_all().num_rows == 1
        with pytest.raises(QueryError):
            query(con, "FROM read_text('/etc/hosts')")


LOCKS = (
    "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], timeout=60); c.execute('BEGIN EXCLUSIVE');"
    "print('locked', flush=True); time.sleep(float(sys.argv[2]))"
)


@pytest.mark.parametrize(("seconds", "says"), [(1, None), (60, "Close what has it open")])
def test_a_question_while_the_catalog_is_locked(place: Path, seconds: int, says: str | None) -> None:
    """For a moment, as by a commit, or for longer. Another process must do it: SQLite's locks are the process's."""
    with (
        open_lake(place, read_only=True) as con,
        subprocess.Popen(
            [sys.executable, "-c", LOCKS, str(catalog_file(place)), str(seconds)], stdout=subprocess.PIPE, text=True
        ) as other,
    ):
        sandbox(con, place)
        assert other.stdout
        assert other.stdout.readline() == "locked\n"
        try:
            if says is None:
                rows = query(con, "SELECT count(*) AS n FROM files")
                assert rows is not None
                assert rows.read_all().to_pylist() == [{"n": 1}]
            else:
                with pytest.raises(QueryError, match=says):
                    query(con, "SELECT count(*) AS n FROM files")
        finally:
            other.kill()
