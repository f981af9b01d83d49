"""WARC (ISO 28500), through warcio: the HTML responses of a crawl, or the texts that were taken of them, streamed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.html.page import declared_charset
from transforms.readers.html import html_article
from transforms.readers.options import ReadOptions
from transforms.readers.plain import plain_article

FORMAT = "warc"


def is_warc(head: bytes, _name: str) -> bool:
    """The first line of a record."""
    return head.startswith(b"WARC/")


def read_warc(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per HTML response or converted text, with the uri ``<file>#<record id or number>``.

    The record's address is the article's, unless the page states a canonical one.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  (only WARC needs it)
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    number = found = 0
    try:
        for record in ArchiveIterator(_UpToTheBreak(source.stream)):
            number += 1
            if record.rec_type == "conversion":
                found += 1
                yield _converted(record, f"{source.uri}#{number}", options)
                continue
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = record.http_headers.get_header("Content-Type") or ""
            if "html" not in kind.casefold():
                continue
            uri = f"{source.uri}#{number}"
            found += 1
            if refusal := _refusal(record):
                yield Rejected(uri, RejectReason.NOT_AN_ARTICLE, f"the server answered {refusal}")
                continue
            data = record.content_stream().read(options.max_page_bytes + 1)
            if len(data) > options.max_page_bytes:
                yield Rejected(uri, RejectReason.TOO_LARGE, f"more than {options.max_page_bytes} bytes")
                continue
            yield _article(data, uri, record.rec_headers.get_header("WARC-Target-URI"), kind)
        if number and not found:
            yield Rejected(source.uri, RejectReason.NO_TEXT, f"{number} records, of which none is a page or its text")
    except (ArchiveLoadFailed, AttributeError, TypeError, ValueError, EOFError) as error:  # warcio trusts its input
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken WARC: {error}")


class _UpToTheBreak:
    """A stream that gives what is there: one that waits for all that was asked loses it where the stream breaks."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        return bytes(self._stream.read1(size))


def _refusal(record: Any) -> str | None:
    """The status of an answer that is not the page asked for: gone, moved, refused, broken ("404 Not Found")."""
    status = str(record.http_headers.statusline)
    return status if re.match(r"[345]\d\d\b", status) else None


def _converted(record: Any, uri: str, options: ReadOptions) -> RawArticle | Rejected:
    """The text that was taken of a page (WET), with its menus; it is read like plain text."""
    data = record.content_stream().read(options.max_page_bytes + 1)
    if len(data) > options.max_page_bytes:
        return Rejected(uri, RejectReason.TOO_LARGE, f"more than {options.max_page_bytes} bytes")
    try:
        decoded = decode(data)
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    article = plain_article(uri, decoded.text, decoded.encoding)
    if isinstance(article, RawArticle):
        return replace(article, format=FORMAT, url=record.rec_headers.get_header("WARC-Target-URI"))
    return article


def _article(data: bytes, uri: str, address: str | None, kind: str) -> RawArticle | Rejected:
    stated = kind.casefold().partition("charset=")[2].split(";")[0].strip() or None
    try:
        decoded = decode(data, stated, declared_charset(data))
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    article = html_article(uri, decoded.text, decoded.encoding)
    if isinstance(article, RawArticle):
        return replace(article, format=FORMAT, url=article.url or address)
    return article
