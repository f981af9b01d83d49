"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): news items with XHTML, NITF or plain text inside."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.elements import attribute, element_text, every, first, local_name
from transforms.readers.item import WireItem, plain_parts, wire_article
from transforms.readers.markup import element_parts
from transforms.readers.wire.nitf import nitf_item

FORMAT = "newsml-g2"
_TEXT_CLASSES = frozenset({"text", "composite", ""})


def read_g2(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The text items of a document; packages, concepts and media items are refused as no article."""
    items = every(root, "newsItem")
    if not items and local_name(root) in {"contentSet", "inlineXML"}:
        items = [root]
    if not items:
        yield Rejected(uri, RejectReason.NOT_AN_ARTICLE, f"a {local_name(root)} without news items")
    for number, item in enumerate(items, start=1):
        yield _article(item, uri if len(items) == 1 else f"{uri}#{number}")


def _article(item: etree._Element, uri: str) -> RawArticle | Rejected:
    kind = (attribute(item, "itemClass", "qcode") or "").rsplit(":", 1)[-1].casefold()
    if kind not in _TEXT_CLASSES:
        return Rejected(uri, RejectReason.NOT_AN_ARTICLE, f"an item of class {kind}")
    inner, body = _content(item, uri)
    stated = _stated(item, inner)
    if not body and every(item, "remoteContent"):
        return Rejected(uri, RejectReason.NOT_AN_ARTICLE, "its content lies elsewhere")
    if not body and kind == "text" and stated.dek:  # a bulletin: all there is stands in the description
        return wire_article(replace(stated, dek=None), plain_parts(stated.dek))
    return wire_article(stated, body)


def _stated(item: etree._Element, inner: WireItem) -> WireItem:
    """The fields that an item states about itself and its content; else those of the document in it, ``inner``."""
    about_item, about_content = first(item, "itemMeta"), first(item, "contentMeta")
    subjects = every(about_content, "subject")
    created = element_text(first(item, "firstCreated")) or element_text(first(about_content, "contentCreated"))
    version = element_text(first(item, "versionCreated"))
    modified = element_text(first(about_content, "contentModified")) or version
    return WireItem(
        uri=inner.uri,
        format=FORMAT,
        provider_id=item.get("guid") or inner.provider_id,
        status=attribute(item, "pubStatus", "qcode") or inner.status,
        title=_headline(about_content) or inner.title or element_text(first(about_item, "title")) or None,
        dek=_described(about_content) or inner.dek,
        bylines=_texts(every(about_content, "by")) or inner.bylines or _first_creator(about_content),
        publisher=_named(first(item, "provider")) or inner.publisher,
        published=created or inner.published or version or None,
        modified=modified if modified and modified != created else None,
        dateline=element_text(first(about_content, "dateline")) or inner.dateline or None,
        keywords=tuple(dict.fromkeys(filter(None, map(_named, subjects)))),
        language=attribute(about_content, "language", "tag") or inner.language,
        subject_codes=tuple(filter(None, (subject.get("qcode") or subject.get("uri") for subject in subjects)))
        or inner.subject_codes,
        urgency=element_text(first(about_content, "urgency")) or inner.urgency,
        notes=(*_texts(every(about_item, "edNote")), *inner.notes),
        images=inner.images,
    )


def _content(item: etree._Element, uri: str) -> tuple[WireItem, list[Part]]:
    """Body of an item, and what an NITF document in it states, which is nothing where there is none."""
    nothing = WireItem(uri, FORMAT)
    for inline in [item] if local_name(item) == "inlineXML" else every(item, "inlineXML"):
        if (nitf := first(inline, "nitf")) is not None:
            found, body = nitf_item(nitf, uri, FORMAT)
            return replace(found, provider_id=None), body
        page = first(inline, "body")
        if parts := element_parts(page if page is not None else inline):
            return nothing, parts
    for inline in every(item, "inlineData"):
        if parts := plain_parts("".join(str(text) for text in inline.itertext())):
            return nothing, parts
    return nothing, []


def _texts(elements: Sequence[etree._Element]) -> tuple[str, ...]:
    return tuple(filter(None, map(element_text, elements)))


def _first_creator(content: etree._Element | None) -> tuple[str, ...]:
    return _texts([first(creator, "name") for creator in every(content, "creator")[:1]])


def _headline(content: etree._Element | None) -> str | None:
    headlines = every(content, "headline")
    main = [headline for headline in headlines if "main" in (headline.get("role") or "")] or headlines
    return element_text(main[0]) or None if main else None


def _described(content: etree._Element | None) -> str | None:
    return next(filter(None, (element_text(text) for text in every(content, "description"))), None)


def _named(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    code = (element.get("qcode") or "").rpartition(":")[2]
    return (
        element_text(first(element, "name")) or element.get("literal") or (code if code.strip("0123456789") else None)
    )
