"""RTF: the word processor's files that newsrooms keep, turned to plain text by striprtf."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.bounded import read_whole
from transforms.readers.options import ReadOptions
from transforms.readers.plain import FORMAT as PLAIN
from transforms.readers.plain import text_items

FORMAT = "rtf"


def is_rtf(head: bytes, _name: str) -> bool:
    """The opening group."""
    return head.lstrip().startswith(b"{\\rtf")


def read_rtf(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article per file, or per document of an export, as the plain text it holds."""
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
    sound = text.replace("\x00", "").encode("utf-8", "ignore").decode()
    for item in text_items(source.uri, sound, _encoding(data)):
        yield replace(item, format=FORMAT) if isinstance(item, RawArticle) and item.format == PLAIN else item


def _encoding(data: bytes) -> str | None:
    """The code page that the file names for letters beyond ASCII; None if it names none that is known."""
    stated = re.search(rb"\\ansicpg(\d{3,5})", data[:4096])
    try:
        return codecs.lookup(f"cp{stated[1].decode()}").name if stated else None
    except LookupError:
        return None
