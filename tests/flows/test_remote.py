"""Input from object stores and the web, from servers on loopback."""

import gzip
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows import buckets
from flows import web as web_input
from flows.discover import discover
from flows.errors import UsageError
from flows.executors import direct
from flows.fetch import fetched
from flows.plan import InputFile
from flows.remote_file import RemoteFacts, RemoteFile, is_remote
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import load_settings
from flows.start import start
from schemas.vocabulary import FileStatus
from warehouse import object_stores
from warehouse.lake import open_lake

sys.path.insert(0, str(Path(__file__).parent))
from servers import Bucket, Web, s3_server, web_server

pytestmark = pytest.mark.lake

NOWHERE = Path("no-lake-here")
TEXT = "Bridge reopens\n\nMarch 4, 2019\n\nThe council reopened bridge number {} on Monday.\n"
PAGE = "<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{}</article></body></html>".format(
    "".join(
        f"<p>Paragraph {n} of the story about the bridge that the council reopened on Monday.</p>" for n in range(6)
    )
).encode()


def text(number: int) -> bytes:
    return TEXT.format(number).encode()


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    object_stores.store.cache_clear()
    web_input._client.cache_clear()
    yield
    web_input._client().close()


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    with s3_server() as address:
        yield address


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Bucket:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "something")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    made = Bucket(endpoint, f"news{abs(hash(request.node.name))}")
    made.put("")
    return made


@pytest.fixture
def web() -> Iterator[Web]:
    with web_server() as served:
        yield served


@pytest.fixture
def run(place: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., RunSummary]:
    monkeypatch.setenv("COPYDESK_MODELS", "{}")
    monkeypatch.setenv("COPYDESK_RECORD_SECONDS", "0")

    def run_it(*paths: str, **settings: object) -> RunSummary:
        return carry_out(RunRequest(paths, load_settings(lake=place / "lake", **settings)), direct)

    return run_it


def lake_rows(place: Path, query: str) -> list[tuple]:
    with open_lake(place / "lake", read_only=True) as con:
        return con.execute(query).fetchall()


# -- which objects a path stands for


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        pytest.param("", ["a.txt", "in/b.html", "in/c.txt", "in/deep/d.txt", "in/é & x.txt"], id="a whole bucket"),
        pytest.param("in/", ["in/b.html", "in/c.txt", "in/deep/d.txt", "in/é & x.txt"], id="a prefix"),
        pytest.param("in", ["in/b.html", "in/c.txt", "in/deep/d.txt", "in/é & x.txt"], id="a prefix without a slash"),
        pytest.param("in/c.txt", ["in/c.txt"], id="an object"),
        pytest.param("in/*.txt", ["in/c.txt", "in/é & x.txt"], id="a glob"),
        pytest.param("**/*.txt", ["a.txt", "in/c.txt", "in/deep/d.txt", "in/é & x.txt"], id="a recursive glob"),
        pytest.param("in/[bc].*", ["in/b.html", "in/c.txt"], id="a set of letters"),
    ],
)
def test_objects(bucket: Bucket, pattern: str, keys: list[str]) -> None:
    for key in ("a.txt", "in/b.html", "in/c.txt", "in/deep/d.txt", "in/%C3%A9%20%26%20x.txt", "in/.hidden/e.txt"):
        bucket.put(key, b"x")
    found = discover([f"s3://{bucket.name}/{pattern}"], None, NOWHERE)
    assert [file.uri for file in found] == [f"s3://{bucket.name}/{key}" for key in keys]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        pytest.param("s3://{bucket}/none/", "no such object", id="nothing there"),
        pytest.param("s3://{bucket}-other/x/", "can't be listed", id="no such bucket"),
        pytest.param("s3://{bucket}/odd/", "can't be read", id="a key with an empty part"),
        pytest.param("s3:///x", "name a bucket", id="no bucket"),
        pytest.param("ftp://paper.example/x", "ftp:// can't be read", id="another scheme"),
        pytest.param("http://[bad/", "no address", id="no address"),
        pytest.param("https:///x", "without a host", id="no host"),
        pytest.param("https://ann:secret@paper.example/x", "netrc", id="a password in the address"),
    ],
)
def test_what_stands_for_nothing_is_wrong_usage(bucket: Bucket, pattern: str, says: str) -> None:
    bucket.put("odd//x.txt", b"x")
    with pytest.raises(UsageError, match=says) as caught:
        discover([pattern.format(bucket=bucket.name)], None, NOWHERE)
    assert "secret" not in str(caught.value)


# -- what a run makes of them


def test_objects_are_read_like_files_and_once(bucket: Bucket, place: Path, run: Callable[..., RunSummary]) -> None:
    bucket.put("in/a.txt", text(1))
    bucket.put("in/b.txt.gz", gzip.compress(text(2)))
    address = f"s3://{bucket.name}/in"
    first = run(address)
    assert (first.counts.articles_new, first.counts.rejects) == (2, 0)
    assert lake_rows(place, "SELECT source_uri FROM articles ORDER BY 1") == [
        (f"{address}/a.txt",),
        (f"{address}/b.txt.gz",),
    ]
    tags = lake_rows(place, "SELECT sha256 IS NOT NULL, remote_tag LIKE '\"%', status FROM files")
    assert tags == [(True, True, FileStatus.LOADED)] * 2
    assert list((place / "lake").rglob("*fetched*")) == []
    again = run(address)
    assert (again.counts.files_unchanged, again.counts.articles_unchanged) == (2, 0)
    bucket.put("in/a.txt", text(3))
    changed = run(address)
    assert (changed.counts.files_unchanged, changed.counts.articles_revised) == (1, 1)


def test_the_other_stores_are_spoken_to(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Google's store answers in S3's own XML, so moto can stand in for it."""
    bucket.put("in/a.txt", text(1), public=True)
    monkeypatch.setenv("GOOGLE_BASE_URL", bucket.endpoint)
    monkeypatch.setenv("GOOGLE_SKIP_SIGNATURE", "true")
    found = discover([f"gs://{bucket.name}/in/"], None, NOWHERE)
    assert [file.uri for file in found] == [f"gs://{bucket.name}/in/a.txt"]
    with buckets.opened(found[0].uri) as (_, chunks):
        assert b"".join(chunks) == text(1)


@pytest.mark.parametrize(
    ("head", "kind", "encoding"),
    [
        pytest.param("", "text/html; charset=iso-8859-2", "iso8859-2", id="the server alone"),
        pytest.param('<meta charset="cp1252">', 'text/html; charset="ISO-8859-2"', "iso8859-2", id="the server first"),
        pytest.param('<meta charset="iso-8859-2">', "text/html; charset=utf-8", "iso8859-2", id="the server lies"),
        pytest.param('<meta charset="iso-8859-2">', "text/html", "iso8859-2", id="the page alone"),
        pytest.param('<meta charset="iso-8859-2">', "text/html; charset=none", "iso8859-2", id="no such encoding"),
    ],
)
def test_the_encoding_that_the_server_declares(
    web: Web, place: Path, run: Callable[..., RunSummary], head: str, kind: str, encoding: str
) -> None:
    said = "Prezydent Łodzi powiedział, że zażółć gęślą jaźń."
    page = PAGE.decode().replace("<head>", f"<head>{head}").replace("Paragraph", f"{said} Paragraph")
    web.pages = {"/pl": page.encode("iso-8859-2")}
    web.types = {"/pl": kind}
    run(f"{web.address}/pl")
    ((text, found),) = lake_rows(place, "SELECT a.text, f.encoding FROM articles a JOIN files f USING (source_uri)")
    assert said in text
    assert found == encoding


def test_pages_are_read_once(web: Web, place: Path, run: Callable[..., RunSummary]) -> None:
    """Told by a tag, by a time of change, or, where the server gives neither and no length, by content."""
    paths = ["/story?id=7&x=y%20z", "/dated.html", "/unsized.html", "/old"]
    web.pages = {path: PAGE.replace(b"Monday", path.encode()) for path in [*paths[:3], "/new"]}
    web.redirects = {"/old": "/new"}
    web.tags = {paths[0]: '"v1"', "/new": '"v1"'}
    web.changed = {paths[1]: "Wed, 21 Oct 2015 07:28:00 GMT"}
    addresses = [web.address + path for path in paths]
    first = run(*addresses)
    assert (first.counts.articles_new, first.rejects) == (4, {})
    told = lake_rows(place, "SELECT source_uri, format FROM articles ORDER BY 1")
    assert told == [(address, "html") for address in sorted(addresses)]
    web.asked.clear()
    assert run(*addresses).counts.files_unchanged == 4
    assert dict(web.asked) == {paths[0]: 304, paths[1]: 304, paths[2]: 200, "/old": 302, "/new": 304}
    web.pages |= {path: PAGE.replace(b"Monday", b"Tuesday") for path in paths[1:3]}
    web.changed.clear()
    changed = run(*addresses)
    assert (changed.counts.files_unchanged, changed.counts.articles_revised) == (2, 2)


@pytest.mark.parametrize("direct", [True, False])
def test_a_page_without_a_tag_is_fetched_once_to_be_hashed(
    web: Web, place: Path, run: Callable[..., RunSummary], monkeypatch: pytest.MonkeyPatch, direct: bool
) -> None:
    web.pages = {"/unsized": PAGE}
    address = f"{web.address}/unsized"
    run(address)
    web.asked.clear()
    again = start((address,), load_settings(lake=place / "lake"), refresh=False, direct=direct)
    assert again.counts.files_unchanged == 1
    assert web.asked == [("/unsized", 200)]
    web.pages["/unsized"] = PAGE.replace(b"Monday", b"Tuesday")
    assert run(address).counts.articles_revised == 1, "what was told to one run is not told to the next"


@pytest.mark.parametrize("tags", [[], ['"v1"', '"v2"']], ids=["without a tag", "with a new tag"])
def test_a_changed_page_is_fetched_once(web: Web, place: Path, run: Callable[..., RunSummary], tags: list[str]) -> None:
    """To be compared and to be read; the second answer might be another one, too."""
    settings = load_settings(lake=place / "lake")
    address = f"{web.address}/story"
    for place_in_time, day in enumerate((b"Monday", b"Tuesday")):
        web.pages["/story"] = PAGE.replace(b"Monday", day)
        web.tags = {"/story": tags[place_in_time]} if tags else {}
        web.asked.clear()
        done = start((address,), settings, refresh=False, direct=True)
        assert web.asked == [("/story", 200)], day
    assert (done.counts.articles_revised, done.counts.files_unchanged) == (1, 0)
    assert "Tuesday" in lake_rows(place, "SELECT text FROM articles")[0][0]
    assert web_input._kept._answers == {}
    web.asked.clear()
    assert run(address).counts.files_unchanged == 1
    assert web_input._kept._answers == {}


def test_what_is_kept_of_changed_pages_is_limited(
    web: Web, place: Path, run: Callable[..., RunSummary], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many changed pages, those beyond the limit are fetched again."""
    monkeypatch.setattr(web_input, "_kept", web_input._Kept(len(PAGE) * 3 // 2))
    paths = ["/a", "/b", "/unsized"]
    addresses = [web.address + path for path in paths]
    web.pages = dict.fromkeys(paths, PAGE)
    run(*addresses)
    web.asked.clear()
    web.pages = dict.fromkeys(paths, PAGE.replace(b"Monday", b"Friday"))
    assert run(*addresses).counts.articles_revised == 3
    assert sorted(web.asked) == [("/a", 200), ("/b", 200), ("/b", 200), ("/unsized", 200), ("/unsized", 200)]


@pytest.mark.parametrize("path", ["/sized", "/unsized"])
def test_a_page_that_has_grown_is_not_fetched_whole_to_be_hashed(
    web: Web, place: Path, run: Callable[..., RunSummary], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    web.pages = {path: PAGE}
    run(web.address + path)
    taken = []
    as_they_come = web_input._bytes
    monkeypatch.setattr(web_input, "_CHUNK", 1000)
    monkeypatch.setattr(
        web_input, "_bytes", lambda answer: (taken.append(len(one)) or one for one in as_they_come(answer))
    )
    web.pages[path] = PAGE * 9000
    assert run(web.address + path, max_remote_bytes=5000).rejects == {"too_large": 1}
    assert sum(taken) <= 6000


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("/none", "vanished", id="404"),
        pytest.param("/locked", "unreadable", id="403"),
        pytest.param("/cut", "unreadable", id="an answer that breaks off"),
        pytest.param("/large", "too_large", id="over the limit"),
        pytest.param("/unsized-large", "too_large", id="over the limit without saying"),
        pytest.param("http://127.0.0.1:9/", "unreadable", id="no server"),
        pytest.param("s3://news/gone.txt", "vanished", id="an object that went away"),
    ],
)
def test_what_cannot_be_had_is_a_reject(bucket: Bucket, web: Web, place: Path, path: str, reason: str) -> None:
    web.pages = {"/cut": PAGE, "/large": PAGE * 99, "/unsized-large": PAGE * 99, "/good": PAGE}
    web.statuses["/locked"] = 403
    web.cut_short.add("/cut")
    uris = [path.replace("s3://news", f"s3://{bucket.name}") if "://" in path else web.address + path]
    files = [
        InputFile(uri, place, 0, None, None, RemoteFile(uri, RemoteFacts())) for uri in (*uris, f"{web.address}/good")
    ]
    with fetched(files, place / "fetched", 5000) as (bad, good):
        assert bad.trouble is not None
        assert bad.trouble[0] == reason
        assert bad.sha256 is None
        assert good.path.read_bytes() == PAGE
        assert good.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert not (place / "fetched").exists()


def test_a_reject_is_tried_again(web: Web, place: Path, run: Callable[..., RunSummary]) -> None:
    web.statuses["/x"] = 503
    assert run(f"{web.address}/x").rejects == {"unreadable": 1}
    web.pages["/x"] = PAGE
    web.statuses.clear()
    mended = run(f"{web.address}/x")
    assert (mended.counts.articles_new, mended.rejects) == (1, {})
    assert lake_rows(place, "SELECT count(*) FROM rejects") == [(0,)]


@pytest.mark.parametrize(
    ("pattern", "elsewhere"),
    [
        ("s3://bucket/x", True),
        (f"https://paper.example/{'long' * 100}?q=1", True),
        ("inbox/a.txt", False),
        ("C:/news/a.txt", False),
        ("a:b.txt", False),
    ],
)
def test_what_is_elsewhere(pattern: str, elsewhere: bool) -> None:
    assert is_remote(pattern) is elsewhere


@pytest.mark.parametrize(("given", "tag"), [('"0x1"', '"0x1"'), ("0x1", '"0x1"'), ('W/"0x1"', 'W/"0x1"'), (None, None)])
def test_a_tag_is_the_same_whoever_tells_it(given: str | None, tag: str | None) -> None:
    """Azure's lists leave the quotes out, its answers don't."""
    assert buckets._tag(given) == tag


def test_a_schedule_keeps_remote_paths_as_they_are(place: Path) -> None:
    from flows.schedule import _parameters  # noqa: PLC0415

    paths = _parameters(RunRequest(("s3://bucket/in/", "inbox"), load_settings(lake=place / "lake")))["paths"]
    assert paths == ["s3://bucket/in/", str(place / "inbox")]
