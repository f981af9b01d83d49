"""One parsed JSON value to an article, whichever file it comes in."""

from collections.abc import Mapping
from typing import Any

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected
from transforms.readers.options import ReadOptions
from transforms.readers.records.article import named_keys, record_article
from transforms.readers.records.json_parts import with_parts
from transforms.readers.wire.ninjs import is_ninjs, ninjs_article


def object_article(record: Any, uri: str, format_name: str, options: ReadOptions) -> RawArticle | Rejected:
    """The article of one parsed value."""
    if not isinstance(record, Mapping):
        return Rejected(uri, RejectReason.MALFORMED, f"a JSON {type(record).__name__}, no object")
    if isinstance(record.get("_source"), Mapping):  # a hit of a search engine
        record = record["_source"]
    if is_ninjs(record) and not named_keys(record, options):
        return ninjs_article(record, uri)
    return record_article(with_parts(record, options), uri, format_name, options)
