"""RTF: the word processor's files that newsrooms keep, turned to plain text by striprtf."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.bounded import read_whole
from transforms.readers.options import ReadOptions
from transforms.readers.plain import plain_article

FORMAT = "rtf"


def is_rtf(head: bytes, _name: str) -> bool:
    """The opening group."""
    return head.lstrip().startswith(b"{\\rtf")


def read_rtf(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article per file, as the plain text it holds."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415  (only RTF needs it)

    data = read_whole(source, options.max_page_bytes)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        convert: Any = rtf_to_text  # it has no types
        text: str = convert(data.decode("latin-1"), errors="ignore")
    except (ValueError, IndexError, KeyError, TypeError, LookupError) as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken RTF: {error}")
        return
    article = plain_article(source.uri, text.replace("\x00", "").encode("utf-8", "ignore").decode(), "rtf")
    yield replace(article, format=FORMAT) if isinstance(article, RawArticle) else article
