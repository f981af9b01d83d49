"""A parsed page: its tree, and what it states about itself."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree, html

from transforms.html.jsonld import Node, article_node, parse_scripts
from transforms.wordlists import pairs

Element: TypeAlias = html.HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_HEAD_BYTES = 8192
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>")
_CONTROL = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})


@dataclass(frozen=True, slots=True)
class Page:
    """``meta`` maps lower-case names and properties to their contents, in order; ``node`` is the article's JSON-LD."""

    tree: Element
    meta: dict[str, tuple[str, ...]]
    node: Node
    nodes: tuple[Node, ...]

    def first_meta(self, *names: str) -> str | None:
        """First non-empty content of the first of these names that has one."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), None)

    def all_meta(self, *names: str) -> list[str]:
        """All contents of these names, in their order."""
        return [value for name in names for value in self.meta.get(name, ())]


def meta_names(field: str) -> tuple[str, ...]:
    """The names of the tags that state a field, the best first."""
    return tuple(dict(pairs("transforms.html", "meta_names.tsv"))[field].split())


def plain_text(element: Element) -> str:
    """The text of an element and of those within it, in one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def declared_charset(data: bytes) -> str | None:
    """The encoding a page says it is in."""
    head = data[:_HEAD_BYTES]
    match = _XML_ENCODING.search(head) or _CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def parse_page(text: str) -> Page | None:
    """The page of a decoded text, None if no tree can be made of it. Nothing is fetched."""
    markup = text.encode("utf-8", "ignore").translate(None, _CONTROL)  # much faster on bytes
    if declared := _DECLARATION.match(markup):
        markup = markup[declared.end() :]
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    try:
        tree = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    meta = _meta(tree)
    scripts = (script for script in tree.iter("script") if "ld+json" in (script.get("type") or "").casefold())
    nodes = parse_scripts(script.text or "" for script in scripts)
    return Page(tree, meta, article_node(nodes, meta.get("og:url", ("",))[0]), nodes)


def _meta(tree: Element) -> dict[str, tuple[str, ...]]:
    """What each ``<meta>`` name states, in the order of the page."""
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().casefold(), []).append(content)
    return {name: tuple(contents) for name, contents in found.items()}
