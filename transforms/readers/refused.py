"""Files that are well known but not read: what they are is told, and what to do with them."""

from collections.abc import Iterator

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.options import ReadOptions

_KNOWN = (
    (b"%PDF-", "PDF; turn it into text, with pdftotext for instance"),
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
)
_LONGEST = 1000  # bytes; white space may stand before the first


def is_known(head: bytes, _name: str) -> bool:
    """The first bytes of one of these."""
    return _what(head) is not None


def refuse(source: Source, _options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One reject that says what the file is."""
    head = source.stream.read(_LONGEST)
    yield Rejected(source.uri, RejectReason.UNKNOWN_FORMAT, _what(head) or "a file that is not read")


def _what(head: bytes) -> str | None:
    start = head.lstrip() if head[:1].isspace() else head
    return next((what for magic, what in _KNOWN if start.startswith(magic)), None)
