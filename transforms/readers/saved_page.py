"""Pages that a browser saved as one file (MHTML, RFC 2557): a message whose root is the page, with its pictures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.html.page import declared_charset
from transforms.readers.bounded import read_whole
from transforms.readers.html import html_article
from transforms.readers.options import ReadOptions

FORMAT = "mhtml"
_HEADER = re.compile(rb"([!-9;-~]{1,60}):")
_RELATED = re.compile(rb"content-type:\s*multipart/related\b", re.IGNORECASE)
_OF_MAIL = frozenset({b"to", b"message-id", b"received", b"return-path", b"delivered-to", b"newsgroups"})
"""Lines of the header of what was sent: a newsletter may be made of a page and its pictures, too."""


def is_saved_page(head: bytes, _name: str) -> bool:
    """The header of a page with what belongs to it that nobody sent to anybody."""
    lines = head.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0].splitlines()
    names = set()
    for number, line in enumerate(lines):
        if number and line[:1] in b" \t":
            continue
        match = _HEADER.match(line)
        if match is None:
            return False
        names.add(match[1].lower())
    return b"mime-version" in names and names.isdisjoint(_OF_MAIL) and any(map(_RELATED.match, lines))


def read_saved_page(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article: the page, read as any other. When it was saved tells nothing of when it was published."""
    data = read_whole(source, options.max_bytes)
    yield data if isinstance(data, Rejected) else _article(source.uri, data, options.max_page_bytes)


def _article(uri: str, data: bytes, most: int) -> RawArticle | Rejected:
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
        markup = pages[0].get_payload(decode=True) if pages else None
        if not isinstance(markup, bytes):
            return Rejected(uri, RejectReason.NO_TEXT, "a saved page without the page")
        if len(markup) > most:
            return Rejected(uri, RejectReason.TOO_LARGE, f"a page of more than {most} bytes")
        decoded = decode(markup, pages[0].get_content_charset(), declared_charset(markup))
        address = str(pages[0].get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    except (errors.MessageError, ValueError, LookupError, AttributeError, IndexError) as error:
        return Rejected(uri, RejectReason.MALFORMED, f"broken saved page: {error}")
    article = html_article(uri, decoded.text, decoded.encoding)
    if not isinstance(article, RawArticle):
        return article
    is_address = address.startswith(("http://", "https://"))
    return replace(article, format=FORMAT, url=article.url or (address if is_address else None))
