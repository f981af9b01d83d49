"""The battery on a lake whose catalog is in PostgreSQL: a server of Debian's that the tests start themselves."""

import itertools
import os
import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from harness import Commands, Damage, Rows, compare, dump, every_command, is_made, survive, torn
from old_lakes import PACKED, copy_tables, unpack
from postgres_server import programs, server
from test_forget import TELLTALE, traces, write

from warehouse import postgres
from warehouse.files import data_folder
from warehouse.lake import open_lake
from warehouse.lock import hold
from warehouse.place import Place
from warehouse.query import QueryError, query, sandbox

if programs() is None and not os.environ.get("COPYDESK_NEEDS_POSTGRES"):
    pytest.skip("there is no PostgreSQL server here: apt-get install postgresql", allow_module_level=True)

_numbers = itertools.count()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    where = programs()
    assert where, "PostgreSQL is to be had where COPYDESK_NEEDS_POSTGRES says so"
    with server(where) as told:
        yield told


@pytest.fixture
def place(address: str, tmp_path: Path) -> Place:
    return new_place(address, tmp_path)


def new_place(address: str, folder: Path, template: str = "template1") -> Place:
    """A lake to be made, with a database for its catalog: an empty one, or a copy of that of another lake."""
    name = f"lake{next(_numbers)}"
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return Place(folder / "lake", f"postgres:{address} dbname={name}")


def run_of(articles: Path, place: Place) -> tuple:
    return ("run", "--direct", articles, "--root", articles, "--lake", place.folder)


@pytest.fixture(scope="module")
def made_once(commands: Commands, articles: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = new_place(address, tmp_path_factory.mktemp("made"))
    assert commands(*run_of(articles, place), env={"COPYDESK_CATALOG": place.catalog}) == 0, commands.said
    return place


@pytest.fixture
def made(made_once: Place, address: str, tmp_path: Path) -> Place:
    """A lake of a run that nobody disturbed: a copy, which tests may change."""
    shutil.copytree(made_once.folder, tmp_path / "lake")
    return new_place(address, tmp_path, template=made_once.catalog.rpartition("dbname=")[2])


def test_every_command_works_and_the_rows_are_those_of_any_lake(
    commands: Commands, articles: Path, calm: Rows, made: Place, tmp_path: Path
) -> None:
    env = {"COPYDESK_CATALOG": made.catalog}
    assert compare(dump(made), calm) == Damage()
    assert not (made.folder / "catalog.sqlite").exists()
    before = len(list(data_folder(made.folder).rglob("*.parquet")))
    for command in (run_of(articles, made), *every_command(made.folder, tmp_path)):
        assert commands(*command, env=env) == 0, (command, commands.said)
    assert compare(dump(made), calm) == Damage()
    assert len(list(data_folder(made.folder).rglob("*.parquet"))) < before / 2


def test_readers_see_whole_batches_during_a_run(commands: Commands, articles: Path, calm: Rows, place: Place) -> None:
    seen: list[tuple[int, int]] = []
    env = {"COPYDESK_BATCH_ARTICLES": "2", "COPYDESK_CATALOG": place.catalog}
    writing = threading.Thread(target=lambda: commands(*run_of(articles, place), env=env))
    writing.start()
    while writing.is_alive():
        if is_made(place):
            broken = torn(place)
            with open_lake(place, read_only=True) as con:
                seen.append((broken, con.execute("SELECT count(*) FROM articles").fetchone()[0]))
    writing.join()
    assert {broken for broken, _ in seen} == {0}
    assert len({articles for _, articles in seen}) > 1, "it was looked at while it grew"
    assert compare(dump(place), calm) == Damage()


def test_a_writer_on_another_machine_is_refused(commands: Commands, articles: Path, made: Place, tmp_path) -> None:
    """The other machine knows the folder by another path, and has no part in the lock on it."""
    elsewhere = Place(tmp_path / "mounted", made.catalog)
    elsewhere.folder.mkdir()
    (elsewhere.folder / "data").symlink_to(data_folder(made.folder))
    with hold(elsewhere):
        assert commands(*run_of(articles, made), env={"COPYDESK_CATALOG": made.catalog}) == 3
        assert "another run holds the lake" in commands.said
        assert f"process {os.getpid()}" in commands.said
    assert commands(*run_of(articles, made), env={"COPYDESK_CATALOG": made.catalog}) == 0, commands.said


def test_two_writers_at_once_lose_and_double_nothing_even_without_the_lock(
    commands: Commands, articles: Path, calm: Rows, place: Place, tmp_path: Path
) -> None:
    """Should the lock be lost, by an administrator's hand, say: whoever commits second works it out anew."""
    env = {"COPYDESK_BATCH_ARTICLES": "2", "COPYDESK_RECORD_SECONDS": "0", "COPYDESK_CATALOG": place.catalog}
    mounted = Place(tmp_path / "mounted", place.catalog)
    mounted.folder.mkdir()
    data_folder(place.folder).mkdir(parents=True)
    (mounted.folder / "data").symlink_to(data_folder(place.folder))
    with open_lake(place, read_only=False):
        pass  # made beforehand, so that both write from the first moment
    codes = {}
    with Commands(tmp_path / "log.txt") as other:
        threads = [
            threading.Thread(
                target=lambda name=name, who=who, where=where: codes.update(
                    {name: (who(*run_of(articles, where), env=env, without_lock=True), who.said)}
                )
            )
            for name, who, where in (("one", commands, place), ("two", other, mounted))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [code for code, _ in codes.values()] == [0, 0], str(codes)
    # The article that comes twice with two texts came four times: only the count of its revisions tells.
    assert compare(without_revision(dump(place)), without_revision(calm)) == Damage()
    assert torn(place) == 0


def without_revision(rows: Rows) -> Rows:
    return {
        table: Counter({re.sub(r'"revision":\d+', "", row): times for row, times in counted.items()})
        for table, counted in rows.items()
    }


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(("warehouse.lake:_attach", 1, 0.05), marks=pytest.mark.slow),
        ("warehouse.lake:_create", 1, 0.05),
        pytest.param(("warehouse.lake:_create:after", 1, 0), marks=pytest.mark.slow),
        pytest.param(("warehouse.commit:_replace_articles", 2, 0.02), marks=pytest.mark.slow),
        ("warehouse.commit:_replace_files:after", 1, 0.003),
        pytest.param(("warehouse.commit:_replace_files:after", 2, 0.02), marks=pytest.mark.slow),
        ("warehouse.commit:commit_batch:after", 1, 0),
        pytest.param(("warehouse.runs:finish_run:after", 1, 0), marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_killed_at_a_point_and_run_again(commands, articles, calm, place, point) -> None:
    code, damage, broken = survive(commands, articles, place, calm, power=point[2] == 0, kill=point)
    assert code == -9, "the point was never reached"
    assert (damage, broken) == (Damage(), 0)


def test_no_byte_of_a_forgotten_article_is_left(commands: Commands, place: Place, tmp_path: Path) -> None:
    source, env = tmp_path / "in", {"COPYDESK_CATALOG": place.catalog}
    source.mkdir()
    write(source)
    assert commands(*run_of(source, place), env=env) == 0, commands.said
    assert TELLTALE[:9] in in_catalog(place), "the search is able to find"
    for name in ("z-last.txt", "a-first.txt"):
        assert commands("forget", name, "--yes", "--lake", place.folder, env=env) == 0, commands.said
    assert traces(place.folder, TELLTALE) == []
    assert TELLTALE[:9] not in in_catalog(place)
    assert commands(*run_of(source, place), "--refresh", env=env) == 0, commands.said
    assert traces(place.folder, TELLTALE) == []
    assert torn(place) == 0


def in_catalog(place: Place) -> str:
    """Every value in the tables of the catalog."""
    with postgres.session(place) as session:
        names = session.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'ducklake%'").fetchall()
        return str([session.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names])


def test_a_lake_of_an_older_version_is_brought_up_to_date(
    commands: Commands, articles: Path, made: Place, address: str, tmp_path: Path
) -> None:
    older = new_place(address, tmp_path / "older")
    copy_tables(unpack(PACKED[0], tmp_path / "unpacked"), older)
    env = {"COPYDESK_CATALOG": older.catalog}
    assert commands("sql", "FROM articles", "--lake", older.folder, env=env) == 1
    assert "copydesk optimize" in commands.said
    assert commands(*run_of(articles, older), env=env) == 0, commands.said
    assert torn(older) == 0
    with open_lake(older, read_only=True) as con, open_lake(made, read_only=True) as new:
        assert con.execute("SELECT count(*) FROM articles WHERE source_uri IN ('one.txt', 'two.txt')").fetchone() == (
            2,
        )
        assert con.execute(SHAPE).fetchall() == new.execute(SHAPE).fetchall()


SHAPE = """
SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
WHERE database_name = 'lake' ORDER BY ALL
"""


def test_an_address_that_leads_nowhere(commands: Commands, articles: Path, made: Place, tmp_path: Path) -> None:
    nowhere = "postgres:host=127.0.0.1 port=1 dbname=none password=secret"
    unknown = made.catalog.rpartition("dbname=")[0] + "dbname=unknown"
    for catalog in (nowhere, unknown):
        for command in (run_of(articles, made), ("sql", "SELECT 1", "--lake", made.folder)):
            assert commands(*command, env={"COPYDESK_CATALOG": catalog}) == 1, commands.said
            assert "can't be reached" in commands.said
            assert "secret" not in commands.said
    assert commands("sql", "SELECT 1", "--lake", made.folder, env={"COPYDESK_CATALOG": "mysql:x"}) == 2
    assert "catalog" in commands.said


def test_files_and_catalog_that_do_not_belong_together(
    commands: Commands, articles: Path, made: Place, address: str, tmp_path: Path
) -> None:
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as admin:
        admin.execute("CREATE DATABASE another")
    empty = {"COPYDESK_CATALOG": f"postgres:{address} dbname=another"}
    assert commands(*run_of(articles, made), env=empty) == 1, commands.said
    assert "the database that the setting catalog names holds none" in commands.said
    unmounted = Place(tmp_path / "unmounted", made.catalog)
    assert commands(*run_of(articles, unmounted), env={"COPYDESK_CATALOG": made.catalog}) == 1, commands.said
    assert "Is the disk mounted" in commands.said
    shutil.rmtree(data_folder(made.folder))
    assert commands("sql", "FROM articles", "--lake", made.folder, env={"COPYDESK_CATALOG": made.catalog}) == 1
    assert "none of the files" in commands.said


@pytest.fixture(scope="module")
def asked(address: str, tmp_path_factory: pytest.TempPathFactory):
    place = new_place(address, tmp_path_factory.mktemp("asked"))
    with open_lake(place, read_only=False):
        pass
    with open_lake(place, read_only=True) as con:
        sandbox(con, place)
        yield con


@pytest.mark.parametrize(
    "sql",
    [
        "FROM postgres_query('__ducklake_metadata_lake', 'SELECT pg_read_file(''/etc/hosts'')')",
        "FROM postgres_scan('host=127.0.0.1', 'pg_catalog', 'pg_class')",
        "FROM postgres_execute('__ducklake_metadata_lake', 'DROP TABLE ducklake_table')",
        "CALL postgres_execute('__ducklake_metadata_lake', 'DROP TABLE ducklake_table')",
        "DELETE FROM __ducklake_metadata_lake.ducklake_table",
        "ATTACH 'host=127.0.0.1' AS other (TYPE postgres)",
        "FROM read_text('/etc/hosts')",
    ],
)
def test_a_query_reaches_no_further_than_the_lake(asked, sql: str) -> None:
    assert query(asked, "SELECT count(*) AS n FROM files").read_all().to_pylist() == [{"n": 0}]
    with pytest.raises(QueryError):
        query(asked, sql)


def test_a_server_that_goes_away_is_told(commands: Commands, articles: Path, calm: Rows, place: Place) -> None:
    """Its sessions are ended in the middle of the run; the next run goes on."""
    env = {"COPYDESK_CATALOG": place.catalog}
    assert commands(*run_of(articles, place), env=env, end_sessions=["warehouse.commit:_replace_files", 2]) == 1
    assert "can't be reached" in commands.said, commands.said
    assert "Traceback" not in commands.said
    assert commands(*run_of(articles, place), env=env) == 0, commands.said
    assert compare(dump(place), calm) == Damage()
