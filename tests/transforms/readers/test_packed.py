"""Compressed files and archives, sound and hostile."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile

import pyarrow as pa
import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Source
from transforms.readers import ReadOptions, read

PLAIN = b"Bridge reopens\n\nMarch 4, 2019\n\nThe council reopened the bridge on Monday.\n"


def read_bytes(data: bytes, name: str, **options):
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions(**options)))


def zipped(**members: bytes) -> bytes:
    return zipped_names({name.replace("_", "."): data for name, data in members.items()})


def zipped_names(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "member"),
    [
        pytest.param(gzip.compress(PLAIN), "a.txt.gz", "", id="gz"),
        pytest.param(gzip.compress(PLAIN), "noname", "", id="gz without its ending"),
        pytest.param(bz2.compress(PLAIN), "a.txt.bz2", "", id="bz2"),
        pytest.param(lzma.compress(PLAIN), "a.txt.xz", "", id="xz"),
        pytest.param(pa.compress(PLAIN, codec="zstd", asbytes=True), "a.txt.zst", "", id="zst"),
        pytest.param(zipped(a_txt=PLAIN), "a.zip", "!/a.txt", id="zip"),
        pytest.param(tarred({"d/a.txt": PLAIN}), "a.tar", "!/d/a.txt", id="tar"),
        pytest.param(tarred({"d/a.txt": PLAIN}, "w:gz"), "a.tar.gz", "!/d/a.txt", id="tar.gz"),
        pytest.param(zipped_names({"b.zip": zipped(a_txt=PLAIN)}), "a.zip", "!/b.zip!/a.txt", id="zip in zip"),
        pytest.param(
            zipped_names({"d/a.txt": PLAIN, "d/.DS_Store": b"\0", "d/._a.txt": b"\0", "__MACOSX/d/._a.txt": b"\0"}),
            "a.zip",
            "!/d/a.txt",
            id="zip of a Mac",
        ),
        pytest.param(tarred({"./._a.txt": b"\0", "./a.txt": PLAIN}), "a.tar", "!/./a.txt", id="tar of a Mac"),
        pytest.param(zipped_names({"a.txt.gz": gzip.compress(PLAIN)}), "a.zip", "!/a.txt.gz", id="gz in zip"),
    ],
)
def test_what_is_packed_is_read_like_files(data, name, member):
    (item,) = read_bytes(data, name)
    assert isinstance(item, RawArticle), item
    assert item.uri == f"file:///{name}{member}"
    assert item.text == PLAIN.decode()


def encrypted() -> bytes:
    data = bytearray(zipped(a_txt=PLAIN))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def linked() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo("passwd")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    return buffer.getvalue()


def nested(times: int) -> bytes:
    data = PLAIN
    for _ in range(times):
        data = gzip.compress(data)
    return data


BIG = b"a" * 30_000_000


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(gzip.compress(PLAIN * 50)[:-20], "a.txt.gz", RejectReason.MALFORMED, id="truncated gzip"),
        pytest.param(bz2.compress(PLAIN * 50)[:-9], "a.txt.bz2", RejectReason.MALFORMED, id="truncated bz2"),
        pytest.param(lzma.compress(PLAIN * 50)[:-20], "a.txt.xz", RejectReason.MALFORMED, id="truncated xz"),
        pytest.param(zipped(a_txt=PLAIN)[:-30], "a.zip", RejectReason.MALFORMED, id="truncated zip"),
        pytest.param(gzip.compress(BIG), "a.txt.gz", RejectReason.BOMB, id="gzip bomb by ratio"),
        pytest.param(zipped(a_txt=BIG), "a.zip", RejectReason.BOMB, id="zip bomb by ratio"),
        pytest.param(nested(6), "a.gz", RejectReason.BOMB, id="packed too often"),
        pytest.param(
            zipped_names({"../../a.txt": PLAIN}), "a.zip", RejectReason.MALFORMED, id="zip member that leads out"
        ),
        pytest.param(tarred({"../a.txt": PLAIN}), "a.tar", RejectReason.MALFORMED, id="tar member that leads out"),
        pytest.param(tarred({"/etc/a.txt": PLAIN}), "a.tar", RejectReason.MALFORMED, id="absolute member"),
        pytest.param(linked(), "a.tar", RejectReason.UNREADABLE, id="link"),
        pytest.param(encrypted(), "a.zip", RejectReason.UNREADABLE, id="encrypted"),
        pytest.param(zipped(a_txt=b""), "a.zip", RejectReason.EMPTY, id="empty member"),
        pytest.param(zipped_names({}), "a.zip", RejectReason.EMPTY, id="empty archive"),
    ],
)
def test_hostile_archives_have_one_reason(data, name, reason):
    (item,) = read_bytes(data, name, max_bytes=100_000_000)
    assert not isinstance(item, RawArticle)
    assert item.reason is reason


def test_one_bad_member_does_not_cost_the_others():
    data = zipped_names({"a.txt": PLAIN, "../b.txt": PLAIN, "c.txt": b"\x00\x01", "d.txt": PLAIN})
    items = read_bytes(data, "a.zip")
    assert [getattr(item, "reason", None) for item in items] == [
        None,
        RejectReason.MALFORMED,
        RejectReason.BINARY,
        None,
    ]


def test_members_and_bytes_are_counted_over_the_whole_file():
    many = zipped_names({f"{n}.txt": PLAIN for n in range(9)})
    assert [getattr(item, "reason", None) for item in read_bytes(many, "a.zip", max_members=3)] == [None] * 3 + [
        RejectReason.BOMB
    ]
    items = read_bytes(many, "a.zip", max_unpacked_bytes=3 * len(PLAIN))
    assert [getattr(item, "reason", None) for item in items[:4]] == [None] * 3 + [RejectReason.BOMB]


@pytest.mark.parametrize(
    ("pack", "name"),
    [
        pytest.param(gzip.compress, "a.jsonl.gz", id="gz"),
        pytest.param(lzma.compress, "a.jsonl.xz", id="xz"),
    ],
)
def test_what_is_whole_before_a_file_was_cut_off_is_read(pack, name):
    """A download that broke off: a stream asked for more than there is would lose all it had since the last time."""
    chance = random.Random(1)  # noqa: S311
    words = (" ".join(f"{chance.random():.9f}" for _ in range(200)) for _ in range(9))
    lines = [json.dumps({"title": f"Bridge {n}", "text": text}).encode() + b"\n" for n, text in enumerate(words)]
    packed = pack(b"".join(lines))
    *articles, told = read_bytes(packed[:-200], name)
    assert [article.title.value for article in articles] == [f"Bridge {n}" for n in range(8)]
    assert (told.uri, told.reason) == (f"file:///{name}", RejectReason.MALFORMED)
