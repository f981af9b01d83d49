"""What must hold for whatever comes out of any bytes: rows that the lake takes, or rejects."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import polars as pl

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import normalize
from transforms.readers import ReadOptions, read

SEEDS = Path(__file__).with_name("seeds")
OPTIONS = ReadOptions(max_bytes=200_000, max_page_bytes=200_000, max_record_bytes=100_000, max_unpacked_bytes=2_000_000)


def seeds() -> dict[str, bytes]:
    """A small sound input of each format, by name; also packed."""
    plain = {path.name: path.read_bytes() for path in sorted(SEEDS.iterdir())}
    return plain | packed(plain)


def packed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Some of ``files`` as a gzip file, a zip, a tar, and a Parquet table."""
    two = {name: files[name] for name in ("plain.txt", "nitf.xml")}
    as_zip, as_tar, as_table = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(as_zip, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in two.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    with tarfile.open(fileobj=as_tar, mode="w") as archive:
        for name, data in two.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    pl.DataFrame({"title": ["Ferry stays"], "text": ["The ferry stays in port, the line said."]}).write_parquet(
        as_table
    )
    return {
        "plain.txt.gz": gzip.compress(files["plain.txt"], mtime=0),
        "two.zip": as_zip.getvalue(),
        "two.tar": as_tar.getvalue(),
        "table.parquet": as_table.getvalue(),
    }


def read_soundly(data: bytes, name: str) -> list[RawArticle | Rejected]:
    """What the readers make of ``data``, checked as far as the tables of the lake."""
    items = list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), OPTIONS))
    assert items, "an input vanished"
    articles = [item for item in items if isinstance(item, RawArticle)]
    for item in articles:
        _check_blocks(item)
    for item in items:
        if isinstance(item, Rejected):
            assert item.reason is not RejectReason.PARSER_FAILED, item.detail
            item.detail.encode()
            item.uri.encode()
    if articles:
        rows, blocks = normalize(articles)  # checks every row against its table
        assert rows.height == len(articles)
        assert blocks.height == sum(len(item.blocks) for item in articles)
    return items


def _check_blocks(item: RawArticle) -> None:
    end = 0
    between = []
    for block in item.blocks:
        assert end <= block.start < block.end <= len(item.text)
        between.append(item.text[end : block.start])
        end = block.end
    assert not "".join([*between, item.text[end:]]).strip(), "a line without a role"
    item.text.encode()
