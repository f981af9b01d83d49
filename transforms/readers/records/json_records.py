"""JSON: one record, a list of them, or an object that holds lists; and the wire's ninjs."""

import io
from collections.abc import Iterator
from dataclasses import replace

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError
from transforms.readers.bounded import read_text
from transforms.readers.options import ReadOptions
from transforms.readers.peek import Peeked, again
from transforms.readers.records.json_lists import records_of
from transforms.readers.records.json_objects import object_article
from transforms.readers.records.json_stream import BrokenListError, members
from transforms.readers.records.json_values import loads, sound_text
from transforms.readers.records.jsonl import read_jsonl
from transforms.readers.sniff import HEAD_BYTES, WIDE, is_json_lines, is_object

FORMAT = "json"
_BOM = b"\xef\xbb\xbf"


def read_json(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """The articles of a document, with the uri ``<file>#<number>`` where it holds several. A list is streamed."""
    peeked = Peeked(source.stream)
    source = replace(source, stream=peeked.stream)
    if peeked.head.startswith(WIDE):
        yield from _read_wide(source, options)
    elif peeked.head.removeprefix(_BOM).lstrip()[:1] == b"[":
        yield from _read_list(source, options)
    elif len(peeked.head) >= HEAD_BYTES:
        yield from _read_long(source, options)
    else:
        yield from _read_document(source, options)


def _read_long(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """A document or lines: two lines may be longer than what formats are told by."""
    first = source.stream.readline(options.max_record_bytes)
    second = Peeked(source.stream)
    are_lines = second.head.lstrip()[:1] == b"{" and is_object(first.removeprefix(_BOM))
    read = read_jsonl if are_lines else _read_document
    yield from read(replace(source, stream=again(first, second.stream)), options)


def _read_document(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    decoded = read_text(source, options.max_bytes)
    if isinstance(decoded, Rejected):
        yield decoded
        return
    try:
        value = loads(decoded.text)
    except ValueError as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"no JSON: {error}")
        return
    records = value if isinstance(value, list) else records_of(value, options)
    for number, record in enumerate(records, start=1):
        uri = source.uri if len(records) == 1 else f"{source.uri}#{number}"
        yield _encoded(object_article(record, uri, FORMAT, options), decoded.encoding)


def _encoded(item: RawArticle | Rejected, encoding: str) -> RawArticle | Rejected:
    return replace(item, encoding=encoding) if isinstance(item, RawArticle) else item


def _read_wide(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """UTF-16, as shells of Windows write it: a document or lines, read as UTF-8."""
    decoded = read_text(source, options.max_bytes)
    if isinstance(decoded, Rejected):
        yield decoded
        return
    plain = decoded.text.encode("utf-8", "surrogatepass")
    read = read_jsonl if is_json_lines(plain[:HEAD_BYTES], source.name) else read_json
    for item in read(replace(source, stream=io.BytesIO(plain)), options):
        yield _encoded(item, decoded.encoding)


def _read_list(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    number = 0
    try:
        for number, text in enumerate(members(source.stream, options.max_record_bytes), start=1):
            uri = f"{source.uri}#{number}"
            try:
                sound, encoding = sound_text(text, "utf-8")
                value = loads(sound)
            except UndecodableError as error:
                yield Rejected(uri, error.reason, error.detail)
                continue
            except ValueError as error:
                yield Rejected(uri, RejectReason.MALFORMED, f"no JSON: {error}")
                continue
            yield _encoded(object_article(value, uri, FORMAT, options), encoding)
    except BrokenListError as error:
        yield Rejected(f"{source.uri}#{number + 1}", RejectReason.MALFORMED, f"broken list: {error}")
