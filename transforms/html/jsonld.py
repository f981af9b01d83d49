"""JSON-LD of article pages (https://schema.org/NewsArticle): lists, ``@graph``, references by ``@id``."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Node: TypeAlias = Mapping[str, Json]

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|OpinionPiece|Review)$")
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_MAX_SCRIPT = 5_000_000
_MAX_DEPTH = 12
_MAX_NODES = 5000
_TELLING = ("headline", "author", "datePublished", "publisher", "articleBody", "dateModified", "description")


def parse_scripts(scripts: Iterable[str]) -> tuple[Node, ...]:
    """All typed nodes of a page's scripts, outermost first. What is no JSON is skipped."""
    nodes: list[Node] = []
    for script in scripts:
        if len(script) <= _MAX_SCRIPT and (value := _parse(script)) is not None:
            nodes.extend(_typed(value, 0))
    return tuple(nodes[:_MAX_NODES])


def _parse(script: str) -> Json:
    text = _WRAPPER.sub("", _WRAPPER.sub("", script)).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            value: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


_OF_OTHERS = frozenset({"citation", "comment", "hasPart", "itemListElement", "liveBlogUpdate"})
"""Keys of nodes that are no page's own: of comments, other articles, single updates of a live blog."""


def _typed(value: Json, depth: int) -> Iterator[Node]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _typed(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for key, item in value.items():
            if isinstance(item, (dict, list)) and key not in _OF_OTHERS:
                yield from _typed(item, depth + 1)


def types(node: Node) -> tuple[str, ...]:
    """The types of a node, without their namespace."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return tuple(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str))


def article_node(nodes: tuple[Node, ...], url: str = "") -> Node:
    """The node that describes the page's article; empty if none does.

    A page may describe its teasers as articles too: its own has the page's address or, failing that, says most.
    """
    articles = [node for node in nodes if any(_ARTICLE_TYPES.search(name) for name in types(node))]
    if not articles:
        return {}
    best = max(articles, key=lambda node: _fullness(node, url))  # the first of equals
    merged = dict(best)
    for other in articles:  # the same article may be described in several scripts
        if other is not best and other.get("headline") == best.get("headline"):
            merged.update({key: value for key, value in other.items() if key not in merged or not merged[key]})
    return merged


def _fullness(node: Node, url: str) -> tuple[bool, bool, int]:
    """Whether a node has a headline and the page's address, and how much it says."""
    address = text_of(node.get("url")) or text_of(node.get("mainEntityOfPage")) or text_of(node.get("@id")) or ""
    is_own = bool(url) and address.split("#")[0].rstrip("/") == url.rstrip("/")
    return bool(node.get("headline")), is_own, sum(bool(node.get(key)) for key in _TELLING)


def text_of(value: Json) -> str | None:
    """A value as text: itself, its ``name``, ``@id`` or ``@value``, or the first of a list."""
    if isinstance(value, str):
        return unescape(value) or None
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), None)
    if isinstance(value, dict):
        return next(filter(None, (text_of(value.get(key)) for key in ("name", "@value", "url", "@id"))), None)
    return None


def texts_of(value: Json) -> tuple[str, ...]:
    """A value as texts: each member of a list, or a text split at commas or semicolons."""
    if isinstance(value, str):
        return tuple(filter(None, (part.strip() for part in re.split(r"[;,]", unescape(value)))))
    if isinstance(value, list):
        return tuple(dict.fromkeys(filter(None, (text_of(item) for item in value))))
    return tuple(filter(None, (text_of(value),)))


def names_of(value: Json, nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """Names of people or organisations; a bare ``@id`` is looked up among the page's nodes."""
    items = value if isinstance(value, list) else [value]
    names = (name.strip() for item in items for name in _names_of_one(item, nodes))
    return tuple(dict.fromkeys(filter(None, names)))


def _names_of_one(item: Json, nodes: tuple[Node, ...]) -> Iterator[str]:
    if isinstance(item, str):
        yield unescape(item)
    if not isinstance(item, dict):
        return
    name = item.get("name")
    if not name and isinstance(item.get("@id"), str):
        name = next((n.get("name") for n in nodes if n.get("@id") == item["@id"] and n.get("name")), None)
    if not name and (given := text_of(item.get("givenName"))):
        name = f"{given} {text_of(item.get('familyName')) or ''}"
    yield from filter(None, (text_of(part) for part in (name if isinstance(name, list) else [name])))


def unescape(text: str) -> str:
    """Text without entities, tags and runs of white space; some servers escape twice."""
    text = html.unescape(html.unescape(text)) if "&" in text else text
    return " ".join(re.sub(r"<[^<>]{1,200}>", " ", text).split()) if "<" in text else " ".join(text.split())
