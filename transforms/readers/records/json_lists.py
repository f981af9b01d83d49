"""Where the articles are in a JSON object: it is one itself, or lists or objects within it hold them."""

from collections.abc import Mapping
from typing import Any

from transforms.readers.options import ReadOptions
from transforms.readers.records.article import named_keys, stated, stated_text
from transforms.readers.records.json_parts import with_parts
from transforms.readers.wire.ninjs import is_ninjs

_LISTS = (
    "articles",
    "articles.results",
    "items",
    "results",
    "docs",
    "data",
    "news",
    "posts",
    "stories",
    "entries",
    "response.docs",
    "response.results",
    "hits.hits",
)
_STATUS_LENGTH = 20  # characters; what a service answers with ("ok", "success") is no text of an article
_MAX_DEPTH = 4


def records_of(value: Any, options: ReadOptions) -> list[Any]:
    """An object that has a text is the record, whatever lists it holds: related articles, pictures.

    Else all that known lists hold are, with or without a text; else members of any list or object, if one has a text.
    """
    if isinstance(value, Mapping) and len(value) == 1:
        (only,) = value.values()
        if isinstance(only, Mapping) and stated(only, "title", options):
            value = only  # the article in nothing but an envelope
    if not isinstance(value, Mapping) or (_is_article(value, options) and not _is_around_named(value, options)):
        return [value]
    found: list[Any] = []
    for path in _LISTS:
        inner: Any = value
        for key in path.split("."):
            inner = inner.get(key) if isinstance(inner, Mapping) else None
        if isinstance(inner, list):
            found += _objects(inner)
    return found or _anywhere(value, options, 0, titled=False) or [value]


def _is_around_named(value: Mapping[str, Any], options: ReadOptions) -> bool:
    """Whether the keys that were named for records are those of the members of a list in an object, and not its own."""
    members = [inner[0] for inner in value.values() if isinstance(inner, list) and inner]
    return not named_keys(value, options) and any(
        named_keys(member, options) for member in members if isinstance(member, Mapping)
    )


def _anywhere(value: Any, options: ReadOptions, depth: int, *, titled: bool) -> list[Any]:
    """Members of the lists and objects below an object of which one is an article, in their order.

    Below an object with a headline, what has neither headline nor address is a part of it: turns of a talk, comments.
    """
    if depth > _MAX_DEPTH:
        return []
    titled = titled or (isinstance(value, Mapping) and stated(value, "title", options) is not None)
    members = _objects(value) if isinstance(value, list) else [x for x in value.values() if isinstance(x, Mapping)]
    articles = [
        member
        for member in map(_within, members)
        if _is_article(member, options) and (not titled or any(stated(member, x, options) for x in ("title", "url")))
    ]
    if articles:  # beside few of them, an object's others are what is told about the answer
        return members if isinstance(value, list) or 2 * len(articles) > len(members) else articles
    inner = members if isinstance(value, list) else [x for x in value.values() if isinstance(x, Mapping | list)]
    return [record for x in inner for record in _anywhere(x, options, depth + 1, titled=titled)]


def _objects(members: list[Any]) -> list[Any]:
    """All members of a list that holds objects; what else it holds is a reject of its own."""
    return members if any(isinstance(member, Mapping) for member in members) else []


def _within(record: Any) -> Any:
    """What a search engine found, without what it says about it."""
    source = record.get("_source") if isinstance(record, Mapping) else None
    return source if isinstance(source, Mapping) else record


def _is_article(record: Any, options: ReadOptions) -> bool:
    if not isinstance(record, Mapping):
        return False
    if is_ninjs(record) and not named_keys(record, options):
        return True
    return len(stated_text(with_parts(record, options), options) or "") > _STATUS_LENGTH
