"""Paragraphs of a marked-up body that holds nothing but the article: XHTML, NITF, feed content."""

from collections.abc import Iterator

from lxml import etree, html

from schemas.vocabulary import BlockKind
from transforms.html.parts import Part
from transforms.readers.elements import local_name
from transforms.wordlists import word_set

_BLOCKS = frozenset({"p", "li", "blockquote", "pre", "td", "th", "dt", "dd", "bq", "credit", "lead"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "caption"})
_SKIPPED = frozenset(
    {"script", "style", "media", "figure", "video", "audio", "iframe", "object", "embed", "svg", "head", "img"}
)
_BREAKS = frozenset({"br", "hr"})
_MAX_DEPTH = 100


def fragment_parts(markup: str) -> list[Part]:
    """Paragraphs of an HTML fragment; empty if it cannot be parsed."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return element_parts(tree)


def element_parts(element: etree._Element) -> list[Part]:
    """Paragraphs below an element of any namespace, in reading order."""
    return [part for part in _walk(element, BlockKind.BODY, 0) if part.text]


def _walk(element: etree._Element, kind: BlockKind, depth: int) -> Iterator[Part]:
    text = element.text or ""
    for child in element:
        name = local_name(child)
        if name in _SKIPPED or not name:
            pass
        elif name in _BREAKS:
            yield Part(kind, " ".join(text.split()))
            text = ""
        elif name in word_set("transforms.readers", "inline_tags.txt") and not _has_blocks(child):
            text += "".join(str(part) for part in child.itertext())
        elif depth < _MAX_DEPTH:
            yield Part(kind, " ".join(text.split()))
            text = ""
            yield from _walk(child, _kind_within(name, kind), depth + 1)
        text += child.tail or ""
    yield Part(kind, " ".join(text.split()))


def _kind_within(name: str, around: BlockKind) -> BlockKind:
    """What stands in an element of this name: a heading, a paragraph, or what the element itself stands in."""
    if name in _HEADINGS:
        return BlockKind.HEADING
    return BlockKind.BODY if name in _BLOCKS else around


def _has_blocks(element: etree._Element) -> bool:
    return any(local_name(child) in _BLOCKS | _HEADINGS | _BREAKS | {"div"} for child in element.iter())
