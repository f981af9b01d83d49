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
            item = _item(record, f"{source.uri}#{number}", options)
            if item is not None:
                found += 1
                yield item
        if number and not found:
            yield Rejected(source.uri, RejectReason.NO_TEXT, f"{number} records, of which none is a page or its text")
    except (ArchiveLoadFailed, AttributeError, TypeError, ValueError, EOFError) as error:  # warcio trusts its input
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken WARC: {error}")


def _item(record: Any, uri: str, options: ReadOptions) -> RawArticle | Rejected | None:
    """What a record holds; None if that is neither a page nor the text of one."""
    if record.rec_type == "conversion":
        return _converted(record, uri, options)
    if record.rec_type != "response" or record.http_headers is None:
        return None
    if "html" not in _content_type(record).casefold():
        return None
    if refusal := _refusal(record):
        return Rejected(uri, RejectReason.NOT_AN_ARTICLE, f"the server answered {refusal}")
    return _page(record, uri, options)


def _content_type(record: Any) -> str:
    return record.http_headers.get_header("Content-Type") or ""


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
    data = _content(record, uri, options)
    if isinstance(data, Rejected):
        return data
    try:
        decoded = decode(data)
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    article = plain_article(uri, decoded.text, decoded.encoding)
    return replace(article, format=FORMAT, url=_address(record)) if isinstance(article, RawArticle) else article


def _page(record: Any, uri: str, options: ReadOptions) -> RawArticle | Rejected:
    data = _content(record, uri, options)
    if isinstance(data, Rejected):
        return data
    stated = _content_type(record).casefold().partition("charset=")[2].split(";")[0].strip() or None
    try:
        decoded = decode(data, stated, declared_charset(data))
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    article = html_article(uri, decoded.text, decoded.encoding)
    if isinstance(article, RawArticle):
        return replace(article, format=FORMAT, url=article.url or _address(record))
    return article


def _content(record: Any, uri: str, options: ReadOptions) -> bytes | Rejected:
    data = bytes(record.content_stream().read(options.max_page_bytes + 1))
    if len(data) > options.max_page_bytes:
        return Rejected(uri, RejectReason.TOO_LARGE, f"more than {options.max_page_bytes} bytes")
    return data


def _address(record: Any) -> str | None:
    address: str | None = record.rec_headers.get_header("WARC-Target-URI")
    return address
