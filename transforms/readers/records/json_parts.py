"""Articles in parts: an object with a headline whose text is a list of sections or blocks, each an object."""

from collections.abc import Mapping
from typing import Any

from transforms.readers.options import ReadOptions
from transforms.readers.records.article import named_keys, stated, stated_text
from transforms.readers.records.paths import fold_key

_LISTS = frozenset(
    {
        "blocks",
        "body",
        "chapters",
        "components",
        "content",
        "elements",
        "paragraphs",
        "parts",
        "sections",
        "segments",
        "transcript",
        "turns",
    }
)
_MAX_DEPTH = 2
_MAX_PARTS = 2000


def with_parts(record: Mapping[str, Any], options: ReadOptions) -> Mapping[str, Any]:
    """The object, with the texts of its parts as its own if it has a headline and no text.

    What has an address or a time of its own is an article beside others, and no part of one.
    """
    if "text" in named_keys(record, options) or stated_text(record, options) or not stated(record, "title", options):
        return record
    parts = _parts(record, 0)
    if not parts or any(stated(part, field, options) for part in parts for field in ("url", "published")):
        return record
    lines = [line for part in parts for line in (stated(part, "title", options), stated_text(part, options)) if line]
    return {**record, "text": "\n\n".join(lines)} if any(stated_text(part, options) for part in parts) else record


def _parts(value: Mapping[str, Any], depth: int) -> list[Mapping[str, Any]]:
    """Members of the first list of objects that is called what lists of parts are."""
    for key, inner in value.items():
        if fold_key(str(key)) not in _LISTS:
            continue
        if isinstance(inner, list) and inner and all(isinstance(part, Mapping) for part in inner):
            return inner[:_MAX_PARTS]
        if isinstance(inner, Mapping) and depth < _MAX_DEPTH and (found := _parts(inner, depth + 1)):
            return found
    return []
