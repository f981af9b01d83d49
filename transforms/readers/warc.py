"""WARC (ISO 28500), through warcio: the HTML responses of a crawl, streamed."""

from collections.abc import Iterator
from dataclasses import replace

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.html.page import declared_charset
from transforms.readers.html import html_article
from transforms.readers.options import ReadOptions

FORMAT = "warc"


def is_warc(head: bytes, _name: str) -> bool:
    """The first line of a record."""
    return head.startswith(b"WARC/")


def read_warc(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per HTML response, with the uri ``<file>#<number of the record>``.

    The record's address is the article's, unless the page states a canonical one.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  (only WARC needs it)
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    number = 0
    try:
        for record in ArchiveIterator(source.stream):
            number += 1
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = record.http_headers.get_header("Content-Type") or ""
            if "html" not in kind.casefold():
                continue
            uri = f"{source.uri}#{number}"
            data = record.content_stream().read(options.max_page_bytes + 1)
            if len(data) > options.max_page_bytes:
                yield Rejected(uri, RejectReason.TOO_LARGE, f"more than {options.max_page_bytes} bytes")
                continue
            yield _article(data, uri, record.rec_headers.get_header("WARC-Target-URI"), kind)
    except (ArchiveLoadFailed, AttributeError, TypeError, ValueError, EOFError) as error:  # warcio trusts its input
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken WARC: {error}")


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
