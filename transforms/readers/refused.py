"""Files that are well known but not read: what they are is told, and what to do with them."""

import re
from collections.abc import Iterator

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.options import ReadOptions

_KNOWN = (
    (b"%PDF-", "PDF; turn it into text, with pdftotext for instance, without -layout, which puts columns side by side"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office or Outlook file; save it as DOCX, CSV or EML",
    ),
    (b"!BDN", "an Outlook data file; export its folders as mbox or EML"),
    (b"\x80\x04\x95", "a Python pickle, which may run code; write it as Parquet or JSON Lines"),
    (b"\x80\x05\x95", "a Python pickle, which may run code; write it as Parquet or JSON Lines"),
    (b"RDX2\n", "data of R; write it as CSV or Parquet"),
    (b"RDX3\n", "data of R; write it as CSV or Parquet"),
    (b"X\n\x00\x00\x00", "data of R; write it as CSV or Parquet"),
    (b"Rar!\x1a\x07", "a RAR archive; pack it as ZIP"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; pack it as ZIP"),
    (b"<stata_dta>", "data of Stata; write it as CSV"),
    (b"<mediawiki", "a dump of MediaWiki; turn its pages into text, with WikiExtractor for instance"),
    (b"$FL2", "data of SPSS; write it as CSV"),
    *(
        (magic, "a picture; there is no OCR")
        for magic in (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF89a", b"GIF87a", b"II*\x00", b"\x00\x00\x01\x00")
    ),
    (b"RIFF", "a picture (WebP), sound or film; there is no text in it"),
    *((magic, "a font of a web page; nothing to read") for magic in (b"wOF2", b"wOFF")),
    (b"[InternetShortcut]", "a shortcut to a page; give the address in it to copydesk run, or save the page"),
    (b"[.ShellClassInfo]", "what Windows keeps of how a folder looks; nothing to read"),
)
_OF_AN_OPEN_FILE = "~$"
_OF_A_PAGE = re.compile(r"\.(?:css|m?js|svg)(?:\.download)?$", re.IGNORECASE)
"""Endings of what browsers save beside a page; Chrome puts its own behind that of a script."""
_LONGEST = 1000  # bytes; white space may stand before the first


def is_known(head: bytes, name: str) -> bool:
    """The first bytes, or the name, of one of these."""
    return _what(head, name) is not None


def refuse(source: Source, _options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One reject that says what the file is."""
    head = source.stream.read(_LONGEST)
    yield Rejected(source.uri, RejectReason.UNKNOWN_FORMAT, _what(head, source.name) or "a file that is not read")


def is_of_a_page(_head: bytes, name: str) -> bool:
    """A style sheet, script or drawing by its name. To be asked last: records and pages have such names, too."""
    return _OF_A_PAGE.search(name) is not None


def refuse_of_a_page(source: Source, _options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One reject for what belongs to a saved page."""
    yield Rejected(source.uri, RejectReason.NOT_AN_ARTICLE, "a style sheet, script or drawing, of a saved page perhaps")


def _what(head: bytes, name: str) -> str | None:
    if name.rpartition("/")[2].startswith(_OF_AN_OPEN_FILE):
        return "what Word or Excel keep beside a file while it is open; nothing to read"
    start = head.lstrip() if head[:1].isspace() else head
    return next((what for magic, what in _KNOWN if start.startswith(magic)), None)
