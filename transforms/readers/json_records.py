"""JSON: one record, a list of them, or an object that holds lists; and the wire's ninjs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import orjson

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.bounded import read_whole
from transforms.readers.json_objects import object_article
from transforms.readers.json_stream import BrokenListError, members
from transforms.readers.jsonl import read_jsonl
from transforms.readers.ninjs import is_ninjs
from transforms.readers.options import ReadOptions
from transforms.readers.peek import Peeked, again
from transforms.readers.records import stated_text
from transforms.readers.sniff import HEAD_BYTES, is_object

FORMAT = "json"
_LISTS = (
    "articles",
    "items",
    "results",
    "docs",
    "data",
    "news",
    "entries",
    "response.docs",
    "response.results",
    "hits.hits",
)
_STATUS_LENGTH = 20  # characters; what a service answers with ("ok", "success") is no text of an article


def read_json(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """The articles of a document, with the uri ``<file>#<number>`` where it holds several. A list is streamed."""
    peeked = Peeked(source.stream)
    source = replace(source, stream=peeked.stream)
    if peeked.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        yield from _read_list(source, options)
        return
    if len(peeked.head) >= HEAD_BYTES:  # two lines may be longer than what formats are told by
        first = peeked.stream.readline(options.max_record_bytes)
        second = Peeked(peeked.stream)
        source = replace(source, stream=again(first, second.stream))
        if second.head.lstrip()[:1] == b"{" and is_object(first.removeprefix(b"\xef\xbb\xbf")):
            yield from read_jsonl(source, options)
            return
    data = read_whole(source, options.max_bytes)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        value = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"no JSON: {error}")
        return
    records = _records(value, options)
    for number, record in enumerate(records, start=1):
        uri = source.uri if len(records) == 1 else f"{source.uri}#{number}"
        yield object_article(record, uri, FORMAT, options)


def _read_list(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    number = 0
    try:
        for number, text in enumerate(members(source.stream, options.max_record_bytes), start=1):
            uri = f"{source.uri}#{number}"
            try:
                value = orjson.loads(text)
            except ValueError as error:
                yield Rejected(uri, RejectReason.MALFORMED, f"no JSON: {error}")
                continue
            yield object_article(value, uri, FORMAT, options)
    except BrokenListError as error:
        yield Rejected(f"{source.uri}#{number + 1}", RejectReason.MALFORMED, f"broken list: {error}")
    except UnicodeDecodeError as error:
        yield Rejected(source.uri, RejectReason.UNDECODABLE, str(error))


def _records(value: Any, options: ReadOptions) -> list[Any]:
    """An object that has a text is the record, whatever lists it holds: related articles, pictures."""
    if not isinstance(value, Mapping) or _is_article(value, options):
        return [value]
    found: list[Any] = []
    for path in _LISTS:
        inner: Any = value
        for key in path.split("."):
            inner = inner.get(key) if isinstance(inner, Mapping) else None
        if isinstance(inner, list) and any(isinstance(item, Mapping) for item in inner):
            found += inner
    return found or [value]


def _is_article(record: Mapping[str, Any], options: ReadOptions) -> bool:
    if is_ninjs(record) and not options.fields:
        return True
    return len(stated_text(record, options) or "") > _STATUS_LENGTH
