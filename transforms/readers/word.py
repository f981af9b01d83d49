"""Word processors' files: the text of Office Open XML (DOCX) and OpenDocument (ODT), a paragraph in a line."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from transforms.article import RawArticle, Rejected
from transforms.readers.elements import local_name
from transforms.readers.plain import FORMAT as PLAIN
from transforms.readers.plain import text_items

DOCX, ODT = "docx", "odt"
_PARAGRAPHS = frozenset({"p", "h"})
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "tracked-changes", "annotation", "instrText", "delText", "note"})
"""What is there twice, was deleted, or is no part of the text: field codes, comments, notes."""


def read_docx(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The article of a document, or those of an export, from its part ``word/document.xml``."""
    yield from _items(root, uri, DOCX)


def read_odt(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """As :func:`read_docx`, from the part ``content.xml``."""
    yield from _items(root, uri, ODT)


def _items(root: etree._Element, uri: str, format_name: str) -> Iterator[RawArticle | Rejected]:
    # A blank line between them shows that the lines are paragraphs, none of them wrapped.
    text = "\n\n".join(_paragraphs(root))
    for item in text_items(uri, text, "utf-8"):
        yield replace(item, format=format_name) if isinstance(item, RawArticle) and item.format == PLAIN else item


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Texts of all paragraphs; one in a text box follows that which the box hangs on."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in _SKIPPED:
            continue
        inner: list[etree._Element] = []
        if name in _PARAGRAPHS:
            yield "".join(_runs(element, inner)).strip()
        else:
            inner = list(element)
        waiting.extend(reversed(inner))


def _runs(paragraph: etree._Element, inner: list[etree._Element]) -> Iterator[str]:
    """Pieces of text of a paragraph in their order; paragraphs within it are put into ``inner``."""
    is_office = not paragraph.tag.startswith("{urn:oasis:")
    waiting: list[etree._Element | str] = [paragraph]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            yield element
            continue
        name = local_name(element)
        if name in _SKIPPED:
            continue
        if name in _PARAGRAPHS and element is not paragraph:
            inner.append(element)
            continue
        if name in _SPACES:
            yield _SPACES[name]
            continue
        if element.text and (not is_office or name == "t"):
            yield element.text
        for child in reversed(element):
            if child.tail and not is_office:
                waiting.append(child.tail)
            waiting.append(child)
