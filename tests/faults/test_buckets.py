"""The battery on a lake whose Parquet files lie in a bucket: of moto's S3 server, which the tests start themselves."""

import itertools
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import obstore
import pytest
from harness import Commands, Damage, Rows, compare, corpus, dump, every_command, survive, torn
from postgres_server import programs
from postgres_server import server as postgres_server
from test_forget import TELLTALE, traces, write

from warehouse import object_stores
from warehouse.azure import azure_access
from warehouse.errors import LakeError
from warehouse.extensions import extension_file
from warehouse.lake import open_lake
from warehouse.place import Place, bucket_of
from warehouse.query import QueryError, query, sandbox

sys.path.insert(0, str(Path(__file__).parents[1] / "flows"))
from servers import Bucket, s3_server

_numbers = itertools.count()
SECRET = "never-to-be-told"  # noqa: S105


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with s3_server() as address:
        yield address


@pytest.fixture(scope="module")
def server(endpoint: str) -> Iterator[str]:
    """The environment of whoever uses it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            patch.delenv(name)
        patch.setenv("AWS_ENDPOINT_URL", endpoint)
        patch.setenv("AWS_ACCESS_KEY_ID", "somebody")
        patch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        patch.setenv("AWS_REGION", "us-east-1")
        object_stores.store.cache_clear()
        yield endpoint
        object_stores.store.cache_clear()


def new_place(endpoint: str, folder: Path, catalog: str = "") -> Place:
    """A lake to be made, with an empty bucket for its files."""
    bucket = Bucket(endpoint, f"news{next(_numbers):03d}")
    bucket.put("")
    return Place(folder / "lake", catalog, bucket_of(f"s3://{bucket.name}/archive/lake"))


@pytest.fixture
def place(server: str, tmp_path: Path) -> Place:
    return new_place(server, tmp_path)


def env_of(place: Place, **more: str) -> dict[str, str]:
    told = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    return told | {"COPYDESK_DATA": str(place.data or ""), "COPYDESK_CATALOG": place.catalog} | more


def run_of(articles: Path, place: Place) -> tuple:
    return ("run", "--direct", articles, "--root", articles, "--lake", place.folder)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, for tests that are not about rows."""
    return corpus(tmp_path_factory.mktemp("few") / "in", 2)


@pytest.fixture(scope="module")
def kept(commands: Commands, few: Path, server: str, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A lake that no test changes."""
    place = new_place(server, tmp_path_factory.mktemp("kept"))
    assert commands(*run_of(few, place), env=env_of(place)) == 0, commands.said
    return place


def objects(place: Place) -> list[str]:
    """The keys below the lake's folder in the bucket."""
    found = obstore.list(object_stores.store("s3", place.data.name), prefix=place.data.folder).collect()
    return [meta["path"] for meta in found]


def fetched(place: Place, folder: Path) -> Path:
    """All of the bucket, and the lake's folder, in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place.folder, folder / "lake")
    store = object_stores.store("s3", place.data.name)
    for meta in obstore.list(store).collect():
        path = folder / "bucket" / meta["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(obstore.get(store, meta["path"]).bytes())
    return folder


def test_every_command_works_and_the_rows_are_those_of_any_lake(
    commands: Commands, articles: Path, calm: Rows, place: Place, tmp_path: Path
) -> None:
    env = env_of(place)
    assert commands(*run_of(articles, place), env=env) == 0, commands.said
    assert compare(dump(place), calm) == Damage()
    assert not (place.folder / "data").exists()
    before = objects(place)
    Bucket(os.environ["AWS_ENDPOINT_URL"], place.data.name).put(
        f"{place.data.folder}/main/articles/killed.parquet", b"x"
    )
    for command in (run_of(articles, place), *every_command(place.folder, tmp_path)):
        assert commands(*command, env=env) == 0, (command, commands.said)
        assert SECRET not in commands.said
        if command[0] == "optimize":
            assert f"-> {len(objects(place))}\n" in commands.said
    assert compare(dump(place), calm) == Damage()
    assert len(objects(place)) < len(before) / 2
    assert not any("killed" in key for key in objects(place)), "what nothing needs goes from the bucket, too"
    with open_lake(place, read_only=True) as con:
        assert con.execute("SELECT list(files_unchanged ORDER BY started_at) FROM runs").fetchone() == ([0, 17],)


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(("warehouse.lake:_attach", 1, 0.05), marks=pytest.mark.slow),
        pytest.param(("warehouse.lake:_create", 1, 0.05), marks=pytest.mark.slow),
        pytest.param(("warehouse.commit:_replace_articles", 2, 0.02), marks=pytest.mark.slow),
        ("warehouse.commit:commit_batch:after", 1, 0),
        pytest.param(("warehouse.commit:_replace_files:after", 2, 0.02), marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_killed_at_a_point_and_run_again(commands, articles, calm, place, point) -> None:
    code, damage, broken = survive(commands, articles, place, calm, env=env_of(place), kill=point)
    assert code == -9, "the point was never reached"
    assert (damage, broken) == (Damage(), 0)


def test_no_byte_of_a_forgotten_article_is_left(commands: Commands, place: Place, tmp_path: Path) -> None:
    source, env = tmp_path / "in", env_of(place)
    source.mkdir()
    write(source)
    assert commands(*run_of(source, place), env=env, kill=["warehouse.runs:finish_run", 1, 0]) == -9
    assert commands(*run_of(source, place), env=env) == 0, commands.said
    assert traces(fetched(place, tmp_path / "all"), TELLTALE), "the search is able to find"
    for name in ("z-last.txt", "a-first.txt"):
        assert commands("forget", name, "--yes", "--lake", place.folder, env=env) == 0, commands.said
    assert traces(fetched(place, tmp_path / "all"), TELLTALE) == []
    assert commands(*run_of(source, place), "--refresh", env=env) == 0, commands.said
    assert traces(fetched(place, tmp_path / "all"), TELLTALE) == []
    assert torn(place) == 0


# -- a query reaches no further than the lake


@pytest.fixture(scope="module")
def asked(server: str, tmp_path_factory: pytest.TempPathFactory):
    empty = new_place(server, tmp_path_factory.mktemp("asked"))
    place = Place(empty.folder, "", bucket_of(f"s3://{empty.data.name}/archive/lake.one"))
    other = Bucket(server, place.data.name)
    for key in ("other/x.csv", "archive/x.csv", "archive/lake.one-too/x.csv"):
        other.put(key, b"word\nhunter2\n")
    with open_lake(place, read_only=False) as con:
        con.execute("INSERT INTO undecided_copies SELECT 'group', 'prose'")
    with open_lake(place, read_only=True) as con:
        sandbox(con, place)
        yield lambda sql: query(con, sql.format(bucket=f"s3://{place.data.name}", lake=place.data, address=server))


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("FROM '{bucket}/other/x.csv'", id="another folder"),
        pytest.param("FROM '{bucket}/archive/lake.one-too/x.csv'", id="a folder that begins alike"),
        pytest.param("FROM '{lake}../x.csv'", id="climb out"),
        pytest.param("FROM '{lake}main/../../../other/x.csv'", id="climb out from below"),
        pytest.param('FROM "{lake}../x.csv"', id="climb out, in double quotes"),
        pytest.param("FROM E'{lake}\\x2e./x.csv'", id="climb out, escaped"),
        pytest.param("FROM '{lake}.'\n'./x.csv'", id="climb out, in two pieces"),
        pytest.param("FROM '{lake}.' -- and\n'./x.csv'", id="climb out, in two pieces with a comment"),
        pytest.param("FROM $a${lake}../x.csv$a$", id="climb out, in dollars"),
        pytest.param('FROM "{bucket}/archive/lake"."one/../x.csv"', id="climb out, as a name with a dot"),
        pytest.param("PIVOT '{lake}../x.csv' ON word", id="climb out, pivoted"),
        pytest.param("SELECT * FROM (PIVOT '{lake}../x.csv' ON word)", id="climb out, pivoted within"),
        pytest.param("SUMMARIZE '{lake}../x.csv'", id="climb out, summed up"),
        pytest.param("DESCRIBE '{lake}../x.csv'", id="climb out, described"),
        pytest.param("FROM '{lake}x.csv?s3_endpoint=127.0.0.1:1'", id="another server"),
        pytest.param("FROM '{lake}main/undecided_copies/*.parquet'", id="superseded rows"),
        pytest.param("FROM query_table('{bucket}/archive/la' || 'ke.one/../x.csv')", id="climb out, put together"),
        pytest.param("FROM read_csv('{bucket}/archive/la' || 'ke.one/../x.csv')", id="climb out by a function"),
        pytest.param("FROM '{address}/other/x.csv'", id="by HTTP"),
        pytest.param("COPY files TO '{lake}out.csv'", id="copy among the data"),
        pytest.param("FROM duckdb_secrets()", id="secrets"),
        pytest.param("FROM which_secret('{lake}', 's3')", id="a secret's name"),
        pytest.param("CREATE SECRET s (TYPE s3, ENDPOINT '127.0.0.1:1')", id="a secret of one's own"),
        pytest.param("SET s3_endpoint = '127.0.0.1:1'", id="another server by a setting"),
        pytest.param("FROM read_text('/etc/hosts')", id="a local file"),
        pytest.param("FROM '/etc/hosts'", id="a local file as a table"),
    ],
)
def test_a_query_reaches_no_further_than_the_lake(asked, sql: str) -> None:
    assert asked("SELECT prose_hash FROM undecided_copies").read_all().to_pylist() == [{"prose_hash": "prose"}]
    with pytest.raises(QueryError) as caught:
        asked(sql)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "sql", ["FROM duckdb_settings()", "SELECT current_setting('s3_secret_access_key')", "FROM duckdb_logs"]
)
def test_no_key_can_be_seen(asked, sql: str) -> None:
    assert SECRET not in str(asked(sql).read_all().to_pylist())


# -- settings and stores that are not right


def test_a_lake_is_not_opened_with_another_setting(
    commands: Commands, few: Path, kept: Place, empty_lake, tmp_path
) -> None:
    right = env_of(kept)
    local = shutil.copytree(empty_lake, tmp_path / "local")
    named = f'set data = "s3://{kept.data.name}/archive/lake"'
    for env, lake, says in (
        (right | {"COPYDESK_DATA": ""}, kept.folder, named),
        (right | {"COPYDESK_DATA": f"s3://{kept.data.name}/other"}, kept.folder, named),
        (right, local, "leave the setting data (COPYDESK_DATA) out"),
        (right, tmp_path / "new", "its catalog (catalog.sqlite) is missing"),
    ):
        for command in (("sql", "FROM articles"), ("run", "--direct", few)):
            assert commands(*command, "--lake", lake, env=env) == 1, commands.said
            assert says in commands.said
    assert not (kept.folder / "data").exists()
    assert len(objects(Place(local, "", bucket_of(f"s3://{kept.data.name}/archive")))) == len(objects(kept))


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"COPYDESK_LAKE": "s3://news/lake"}, "by the setting data"),
        ({"COPYDESK_DATA": "s3://news"}, "with a folder of the lake's own"),
        ({"COPYDESK_DATA": "s3://news/a/../b"}, "with a folder of the lake's own"),
        ({"COPYDESK_DATA": "s3://news/a?x=y"}, "with a folder of the lake's own"),
        ({"COPYDESK_DATA": "/data/files"}, "s3://bucket/folder"),
    ],
)
def test_an_address_that_is_none(commands: Commands, env: dict[str, str], says: str) -> None:
    assert commands("sql", "FROM articles", env=env) == 2
    assert says in commands.said


EMPTY_LIST = b"<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"


class Refusing(BaseHTTPRequestHandler):
    """A store that lets nobody in, but for listing the bucket ``listed``."""

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = EMPTY_LIST if self.command == "GET" and self.path.startswith("/listed?") else b""
        self.send_response(200 if body else 403)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_HEAD = do_PUT = _answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def refusing() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_store_that_cannot_be_used(commands: Commands, few: Path, kept: Place, refusing: str) -> None:
    for env, says in (
        ({"COPYDESK_DATA": "s3://no-such-bucket/lake"}, "there is no such bucket"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}, "do bucket, region and endpoint fit?"),
        ({"AWS_ENDPOINT_URL": refusing}, "refuses access"),
        ({"AWS_ENDPOINT_URL": refusing, "COPYDESK_DATA": "s3://listed/lake"}, "store with the lake's files refuses"),
        ({"AWS_ACCESS_KEY_ID": "", "AWS_EC2_METADATA_DISABLED": "true"}, "no credentials"),
    ):
        lake = kept.folder.with_name("new") if "COPYDESK_DATA" in env else kept.folder
        for command in (("run", "--direct", few), ("sql", "FROM articles")):
            if command[0] == "sql" and "COPYDESK_DATA" in env:
                continue  # there is no lake to be asked
            assert commands(*command, "--lake", lake, env=env_of(kept) | env) == 1, commands.said
            assert says in commands.said, commands.said
            assert SECRET not in commands.said


def test_an_object_that_is_missing(commands: Commands, place: Place) -> None:
    with open_lake(place, read_only=False) as con:
        con.execute("INSERT INTO undecided_copies SELECT 'group', 'prose'")
    store = object_stores.store("s3", place.data.name)
    for table, says in (("undecided_copies", "missing from its bucket"), ("lake_version", "none of the files")):
        obstore.delete(store, [key for key in objects(place) if f"/{table}/" in key])
        ask = ("sql", "SELECT max(prose_hash) FROM undecided_copies", "--lake", place.folder)
        assert commands(*ask, env=env_of(place)) == 1, commands.said
        assert says in commands.said, commands.said


@pytest.mark.slow
@pytest.mark.skipif(programs() is None, reason="there is no PostgreSQL server here")
def test_with_the_catalog_in_postgres_nothing_but_locks_is_local(
    commands: Commands, articles: Path, calm: Rows, server: str, tmp_path: Path
) -> None:
    where = programs()
    assert where
    with postgres_server(where) as address:
        place = new_place(server, tmp_path, f"postgres:{address} dbname=postgres")
        code, damage, broken = survive(
            commands, articles, place, calm, env=env_of(place), kill=["warehouse.commit:_replace_files:after", 2, 0.02]
        )
        assert (code, damage, broken) == (-9, Damage(), 0)
        shutil.rmtree(place.folder)  # another machine has none of it
        assert commands("optimize", "--at-once", "--lake", place.folder, env=env_of(place)) == 0, commands.said
        assert compare(dump(place), calm) == Damage()
        assert [path.name for path in place.folder.rglob("*")] == ["writer.lock"]


# -- who is let in


@pytest.mark.parametrize(
    "login",
    [
        pytest.param("gs", id="Google's, by an HMAC key"),
        pytest.param("profile", id="a profile"),
    ],
)
def test_other_ways_to_sign_in(commands: Commands, few: Path, place: Place, tmp_path, login) -> None:
    """Google's store answers in S3's own XML, so moto can stand in for it."""
    (tmp_path / "credentials").write_text("[news]\naws_access_key_id = a\naws_secret_access_key = b\n")
    env = env_of(place, AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    if login == "gs":
        env |= {"COPYDESK_DATA": str(place.data).replace("s3:", "gs:"), "GOOGLE_BASE_URL": env["AWS_ENDPOINT_URL"]}
        assert commands(*run_of(few, place), env=env) == 1
        assert "HMAC" in commands.said
        env |= {"GOOGLE_HMAC_KEY_ID": "GOOG1", "GOOGLE_HMAC_SECRET": SECRET}
    else:
        env |= {"AWS_PROFILE": "news", "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "credentials")}
    assert commands(*run_of(few, place), env=env) == 0, commands.said
    assert (
        commands("sql", "SELECT count(*) AS n FROM articles", "--format", "csv", "--lake", place.folder, env=env) == 0
    )
    assert commands.said.split() == ["n", "14"]


@pytest.mark.parametrize(
    ("env", "access"),
    [
        (
            {"AZURE_STORAGE_ACCOUNT_NAME": "news", "AZURE_STORAGE_ACCOUNT_KEY": "a+b/c=="},
            {"account_name": "news", "account_key": "a+b/c=="},
        ),
        (
            {
                "AZURE_STORAGE_CONNECTION_STRING": "DefaultEndpointsProtocol=https;AccountName=news;AccountKey=a+b/c==;"
                "EndpointSuffix=core.windows.net"
            },
            {"account_name": "news", "account_key": "a+b/c==", "endpoint": "https://news.blob.core.windows.net"},
        ),
        (
            {
                "AZURE_STORAGE_CONNECTION_STRING": "AccountName=news;BlobEndpoint=http://127.0.0.1:1/news;"
                "SharedAccessSignature=sv=1&sig=x%3D"
            },
            {"account_name": "news", "sas_key": "sv=1&sig=x%3D", "endpoint": "http://127.0.0.1:1/news"},
        ),
    ],
)
def test_how_azure_is_signed_in_to(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], access: dict[str, str]
) -> None:
    for name in [name for name in os.environ if name.startswith("AZURE_")]:
        monkeypatch.delenv(name)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert azure_access() == access


def test_an_extension_that_is_not_installed() -> None:
    with pytest.raises(LakeError, match="pip install duckdb-extension-nowhere=="):
        extension_file("nowhere")
