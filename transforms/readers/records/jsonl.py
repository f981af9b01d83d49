"""JSON Lines: one record a line, read line by line so that memory is bounded by the longest allowed one."""

from collections.abc import Iterator
from dataclasses import replace

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.readers.bounded import bounded_lines
from transforms.readers.options import ReadOptions
from transforms.readers.records.json_objects import object_article
from transforms.readers.records.json_values import loads

FORMAT = "jsonl"


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per non-blank line, with the uri ``<file>#<line number>``."""
    try:
        for number, line in bounded_lines(source.stream, options.max_record_bytes):
            uri = f"{source.uri}#{number}"
            if line is None:
                yield Rejected(uri, RejectReason.TOO_LARGE, f"a line of more than {options.max_record_bytes} bytes")
            elif line.strip():
                yield _json_article(line, uri, options)
    except (OSError, EOFError) as error:
        yield Rejected(source.uri, RejectReason.UNREADABLE, str(error))


def _json_article(data: bytes, uri: str, options: ReadOptions) -> RawArticle | Rejected:
    """The article of one JSON object. JSON is UTF-8, but not all that write it know."""
    encoding = "utf-8"
    try:
        if _is_utf8(data):
            record = loads(data.decode("utf-8-sig"))
        else:
            decoded = decode(data)
            record, encoding = loads(decoded.text), decoded.encoding
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    except ValueError as error:
        return Rejected(uri, RejectReason.MALFORMED, f"no JSON: {error}")
    item = object_article(record, uri, FORMAT, options)
    return replace(item, encoding=encoding) if isinstance(item, RawArticle) else item


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
