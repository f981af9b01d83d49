"""The Reuters Corpus (RCV1, RCV2): one story in an XML document with the root element ``newsitem``."""

from collections.abc import Iterator

from lxml import etree

from transforms.article import RawArticle, Rejected
from transforms.readers.elements import element_text, every, first
from transforms.readers.item import WireItem, wire_article
from transforms.readers.markup import element_parts

FORMAT = "rcv1"


def read_rcv1(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The story of a document."""
    stated = {element.get("element"): element.get("value") for element in every(root, "dc")}
    codes = (code.get("code") for code in every(first(root, "metadata"), "code"))
    text = first(root, "text")
    item = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=root.get("itemid"),
        title=element_text(first(root, "headline")) or element_text(first(root, "title")) or None,
        bylines=tuple(filter(None, (element_text(line) for line in every(root, "byline")))),
        publisher=stated.get("dc.source") or stated.get("dc.publisher"),
        published=root.get("date") or stated.get("dc.date.published"),
        dateline=element_text(first(root, "dateline")) or None,
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        subject_codes=tuple(filter(None, codes)),
    )
    yield wire_article(item, element_parts(text) if text is not None else [])
