"""Web archives, compressed or not."""

import gzip
import io

import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Source
from transforms.readers import ReadOptions, read


def read_bytes(data: bytes, name: str):
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions()))


PAGE = "<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{}</article></body></html>".format(
    "".join(
        f"<p>Paragraph {n} of the story about the bridge, which the council reopened on Monday morning.</p>"
        for n in range(5)
    )
)


def warc(compressed: bool) -> bytes:
    records = []
    for kind, url, body in (
        ("text/html; charset=utf-8", "https://paper.example/bridge", PAGE),
        ("image/png", "https://paper.example/a.png", "x"),
        ("text/html", "https://paper.example/empty", "<html><body></body></html>"),
    ):
        payload = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-03-04T00:00:00Z\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
        records.append(head.encode() + payload + b"\r\n\r\n")
    return b"".join(gzip.compress(record) if compressed else record for record in records)


@pytest.mark.parametrize(
    ("compressed", "name"),
    [pytest.param(False, "a.warc", id="plain"), pytest.param(True, "a.warc.gz", id="compressed")],
)
def test_warc_gives_its_html_responses(compressed, name):
    article, empty = read_bytes(warc(compressed), name)
    assert isinstance(article, RawArticle)
    assert (article.format, article.url, article.title.value) == ("warc", "https://paper.example/bridge", "Bridge")
    assert empty.reason is RejectReason.NO_TEXT


def test_records_before_a_crawl_was_cut_off_are_read():
    article, empty, cut = read_bytes(warc(compressed=True) + warc(compressed=True)[:99], "a.warc.gz")
    assert isinstance(article, RawArticle)
    assert empty.reason is RejectReason.NO_TEXT
    assert (cut.uri, cut.reason) == ("file:///a.warc.gz", RejectReason.MALFORMED)
    assert "cut off" in cut.detail
