"""Every kind of bad input that archives and the web hold, each with the reason it is refused for.

They go through the stage that reads, as files on disk do. Limits are small where a real one would take minutes to
reach; the ones of the real size are marked slow.
"""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from flows.batch import ReadJob
from flows.plan import InputFile
from flows.reading import read_files
from flows.settings import load_settings
from transforms.article import RawArticle, Source
from transforms.readers import ReadOptions, read

TEXT = "The council reopened the bridge on Monday."
PLAIN = f"Bridge reopens\n\nMarch 4, 2019\n\n{TEXT}\n".encode()
RECORD = json.dumps({"title": "Bridge reopens", "text": TEXT}).encode()
NITF = "<nitf><body><body.head/><body.content><p>{}</p></body.content></body></nitf>"
SMALL = {"max_bytes": 80_000, "max_page_bytes": 50_000, "max_record_bytes": 80_000, "max_unpacked_bytes": 30_000_000}
LARGE = {"max_bytes": 100_000_000, "max_unpacked_bytes": 30_000_000}
"""So that the archive is what is too large."""


def page(paragraphs: int) -> bytes:
    return f"<html><body><article><h1>Bridge</h1>{f'<p>{TEXT}</p>' * paragraphs}</article></body></html>".encode()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def nested(times: int, pack: Callable[[bytes], bytes]) -> bytes:
    data = PLAIN
    for _ in range(times):
        data = pack(data)
    return data


def parquet() -> bytes:
    buffer = io.BytesIO()
    pl.DataFrame({"title": ["A b"], "text": [TEXT]}).write_parquet(buffer)
    return buffer.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

BAD: list[tuple[str, str, Callable[[], bytes], list[str | None]]] = [
    # what it is; its name; its bytes; a reason for each item that comes out of it, None for an article
    ("truncated gzip", "a.txt.gz", lambda: gzip.compress(PLAIN * 50)[:-20], ["malformed"]),
    ("truncated bzip2", "a.txt.bz2", lambda: bz2.compress(PLAIN * 50)[:-9], ["malformed"]),
    ("truncated xz", "a.txt.xz", lambda: lzma.compress(PLAIN * 50)[:-20], ["malformed"]),
    ("truncated zip", "a.zip", lambda: zipped({"a.txt": PLAIN})[:-30], ["malformed"]),
    ("truncated tar", "a.tar", lambda: tarred({"a.txt": PLAIN * 20})[:700], ["malformed", "malformed"]),
    (
        "truncated JSON Lines in gzip",
        "a.jsonl.gz",
        lambda: gzip.compress((RECORD + b"\n") * 9, mtime=0)[:-12],
        ["*malformed"],
    ),
    ("gzip bomb", "a.txt.gz", lambda: gzip.compress(b"a" * 31_000_000), ["bomb"]),
    ("zip bomb", "a.zip", lambda: zipped({"a.txt": b"a" * 31_000_000}), ["bomb"]),
    ("nested archives past the limit", "a.zip", lambda: nested(4, lambda data: zipped({"a.zip": data})), ["bomb"]),
    ("nested gzip past the limit", "a.gz", lambda: nested(6, gzip.compress), ["bomb"]),
    (
        "a name that leads out of a zip",
        "a.zip",
        lambda: zipped({"../../etc/a.txt": PLAIN, "b.txt": PLAIN}),
        ["malformed", None],
    ),
    ("a Windows name that leads out", "a.zip", lambda: zipped({"..\\..\\a.txt": PLAIN}), ["malformed"]),
    (
        "a name that leads out of a tar",
        "a.tar",
        lambda: tarred({"../a.txt": PLAIN, "b.txt": PLAIN}),
        ["malformed", None],
    ),
    ("an absolute name in a tar", "a.tar", lambda: tarred({"/etc/a.txt": PLAIN}), ["malformed"]),
    (
        "XML with an outside entity",
        "a.xml",
        f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>{NITF.format("&x;")}'.encode,
        ["malformed"],
    ),
    (
        "XML with an outside parameter entity",
        "a.xml",
        f'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>{NITF.format("x")}'.encode,
        ["malformed"],
    ),
    (
        "XML with a billion laughs",
        "a.xml",
        f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{LAUGHS}]>{NITF.format("&l9;")}'.encode,
        ["malformed"],
    ),
    ("XML 5,000 deep", "a.xml", lambda: NITF.format("<em>" * 5000 + "</em>" * 5000).encode(), ["malformed"]),
    (
        "invalid UTF-8 after a mark that says UTF-8",
        "a.txt",
        lambda: b"\xef\xbb\xbf" + PLAIN + b"\xff\xfe\xfa",
        ["undecodable"],
    ),
    (
        "bytes of no encoding in a record",
        "a.jsonl",
        lambda: (RECORD + b"\n") * 400 + b'{"text": "' + bytes(range(14, 32)) * 9 + b'\xff"}\n' + RECORD + b"\n",
        [*[None] * 400, "binary", None],
    ),
    (
        "bytes of no encoding in a CSV",
        "a.csv",
        lambda: (
            f"title,text\n{f'A b,{TEXT}{chr(10)}' * 1500}C,".encode()
            + bytes(range(14, 32)) * 9
            + f"\xff\nD,{TEXT}\n".encode("cp1252")
        ),
        [*[None] * 1500, "binary", None],
    ),
    (
        "a CSV row that only looks like UTF-16",
        "a.csv",
        lambda: ("title,text\n" + f"A b,{TEXT}\n" * 1500).encode() + b"\xff\xfef,bc\n" + f"D,{TEXT}\n".encode(),
        [*[None] * 1500, "undecodable", None],
    ),
    ("a cut-off UTF-16", "a.txt", lambda: b"\xff\xfe" + "Bridge reopens".encode("utf-16-le")[:-1], ["undecodable"]),
    ("NUL bytes", "a.txt", lambda: PLAIN + b"\x00\x00" + PLAIN, ["binary"]),
    ("NUL bytes in HTML", "a.html", lambda: page(3).replace(b"Monday", b"Mon\x00day"), ["binary"]),
    ("a program", "a.txt", lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, ["binary"]),
    (
        "a line over the limit",
        "a.jsonl",
        lambda: RECORD + b'\n{"text": "' + b"x" * 90_000 + b'"}\n' + RECORD,
        [None, "too_large", None],
    ),
    ("a text over the limit", "a.txt", lambda: PLAIN * 2000, ["too_large"]),
    ("HTML over the limit", "a.html", lambda: page(1500), ["too_large"]),
    ("JSON 10,000 deep", "a.json", lambda: b'{"a":' * 10_000 + b"1" + b"}" * 10_000, ["malformed"]),
    ("a JSON list 10,000 deep", "a.json", lambda: b"[" * 10_000 + b"]" * 10_000, ["malformed"]),
    (
        "JSON 10,000 deep in a line",
        "a.jsonl",
        lambda: RECORD + b"\n" + b'{"a":' * 10_000 + b"1" + b"}" * 10_000 + b"\n" + RECORD,
        [None, "malformed", None],
    ),
    ("JSON with a lone surrogate", "a.jsonl", lambda: b'{"title": "x", "text": "a\\ud800b"}\n', ["malformed"]),
    ("CSV with a row too long", "a.csv", f"title,text\nA,{TEXT},x,y\nB,{TEXT}\n".encode, ["malformed", None]),
    (
        "CSV with a row too short",
        "a.csv",
        f"title,text,date,author\nA,x\nB,{TEXT},2019-03-04,Ann Lee\n".encode,
        ["malformed", None],
    ),
    (
        "CSV with a quote that does not end",
        "a.csv",
        lambda: f'title,text\nA,{TEXT}\nB,"{TEXT}\n'.encode() + b"x" * 90_000,
        [None, "malformed", "malformed"],
    ),
    ("Parquet with wrong magic", "a.parquet", lambda: b"PAR9" + parquet()[4:-4] + b"PAR9", ["malformed"]),
    ("truncated Parquet", "a.parquet", lambda: parquet()[:-8], ["malformed"]),
    ("an empty file", "a.txt", lambda: b"", ["empty"]),
    ("an empty gzip", "a.txt.gz", lambda: gzip.compress(b""), ["empty"]),
    (
        "empty members",
        "a.zip",
        lambda: zipped({"a.txt": b"", "b.txt": PLAIN, "c.html": b" "}),
        ["empty", None, "empty"],
    ),
    ("an archive without members", "a.zip", lambda: zipped({}), ["empty"]),
    (
        "a broken WARC",
        "a.warc",
        lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200",
        ["malformed"],
    ),
]
"""``*`` stands for any number of articles before."""


def reasons(data: bytes, name: str, **options: int) -> list[str | None]:
    items = read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions(**options))
    return [None if isinstance(item, RawArticle) else item.reason.value for item in items]


@pytest.mark.parametrize(("name", "data", "expected"), [pytest.param(*rest, id=what) for what, *rest in BAD])
def test_each_kind_of_bad_input_has_its_reason(
    name: str, data: Callable[[], bytes], expected: list[str | None]
) -> None:
    found = reasons(data(), name, **(LARGE if set(expected) & {"bomb", "*bomb"} else SMALL))
    if expected[0] and expected[0].startswith("*"):
        assert found[-1] == expected[0][1:]
        assert set(found[:-1]) <= {None}
    else:
        assert found == expected


def test_two_articles_with_one_id_become_two_revisions(tmp_path: Path) -> None:
    """None is lost: the second is staged to be committed after the first."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b"".join(json.dumps({"id": "7", "title": "A b", "text": f"{TEXT} {n}"}).encode() + b"\n" for n in (1, 2))
    )
    file = InputFile("a.jsonl", path, 0, "0")
    job = ReadJob(0, (file,), tmp_path / "staged", {}, 64, load_settings().reading, "1", max_remote_bytes=0)
    chunks = read_files(job).chunks
    staged = [
        pl.read_parquet(chunk.folder / "articles.parquet").select("article_id", "text").rows() for chunk in chunks
    ]
    assert [len(rows) for rows in staged] == [1, 1]
    assert staged[0][0][0] == staged[1][0][0]
    assert [rows[0][1][-1] for rows in staged] == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param(
            "a.jsonl",
            lambda: RECORD + b'\n{"text": "' + b"x" * 100_000_000 + b'"}\n' + RECORD,
            [None, "too_large", None],
            id="a line of 100 MB",
        ),
        pytest.param("a.txt", lambda: b"word " * 20_000_000, ["too_large"], id="a text line of 100 MB"),
        pytest.param(
            "a.csv", lambda: b"title,text\nA," + b"x" * 100_000_000 + b"\n", ["malformed"], id="a CSV field of 100 MB"
        ),
        pytest.param("a.html", lambda: page(50_000_000 // len(TEXT)), ["too_large"], id="HTML of 50 MB"),
        pytest.param(
            "a.json", lambda: b'[{"text": "' + b"x" * 100_000_000 + b'"}]', ["malformed"], id="a JSON member of 100 MB"
        ),
        pytest.param("a.gz", lambda: gzip.compress(bytes(1 << 30), 9), ["bomb"], id="a gzip of 1 GiB of zeros"),
    ],
)
def test_files_of_real_size_are_refused_by_their_limits(
    name: str, data: Callable[[], bytes], expected: list[str | None]
) -> None:
    assert reasons(data(), name) == expected
