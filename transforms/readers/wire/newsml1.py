"""NewsML 1.x: news components with news lines and a body in NITF, XHTML or plain text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.elements import attribute, element_text, every, first
from transforms.readers.item import WireItem, plain_parts, wire_article
from transforms.readers.markup import element_parts
from transforms.readers.wire.nitf import nitf_item

FORMAT = "newsml-1"
_REVISION = re.compile(r"(?<=.):\d+[AUN]?$")
_SUBJECTS = ("Subject", "SubjectMatter", "SubjectDetail")
_INSTRUCTIONS = {"delete": "canceled", "cancel": "canceled", "kill": "canceled"}
_STATUS = {"canceled": "canceled", "cancelled": "canceled", "withheld": "withheld"}


def read_newsml1(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The text items of a document."""
    items = every(root, "NewsItem")
    if not items:
        yield Rejected(uri, RejectReason.NOT_AN_ARTICLE, "no news item")
    for number, item in enumerate(items, start=1):
        yield _article(item, uri if len(items) == 1 else f"{uri}#{number}")


def _article(item: etree._Element, uri: str) -> RawArticle | Rejected:
    lines = first(item, "NewsLines")
    inner, body = _content(item, uri)
    stated = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=_identifier(item),
        status=_status(item),
        title=element_text(first(lines, "HeadLine")) or inner.title,
        dek=element_text(first(lines, "SubHeadLine")) or inner.dek,
        bylines=tuple(filter(None, (element_text(line) for line in every(lines, "ByLine")))) or inner.bylines,
        publisher=attribute(first(item, "Provider"), "Party", "FormalName") or inner.publisher,
        published=element_text(first(item, "FirstCreated")) or inner.published,
        modified=element_text(first(item, "ThisRevisionCreated")) or None,
        dateline=element_text(first(lines, "DateLine")) or inner.dateline or None,
        keywords=tuple(filter(None, (element_text(line) for line in every(lines, "KeywordLine")))),
        language=attribute(item, "Language", "FormalName"),
        subject_codes=tuple(filter(None, (code.get("FormalName") for name in _SUBJECTS for code in every(item, name))))
        or inner.subject_codes,
        urgency=attribute(item, "Urgency", "FormalName") or inner.urgency,
        notes=inner.notes,
        images=inner.images,
    )
    if not body and (kind := attribute(item, "MediaType", "FormalName")) and kind.casefold() != "text":
        return Rejected(uri, RejectReason.NOT_AN_ARTICLE, f"an item of media type {kind}")
    return wire_article(stated, body)


def _identifier(item: etree._Element) -> str | None:
    """What all revisions of an item share. A ``PublicIdentifier`` ends with the revision (NewsML 1.2, 5.5.4)."""
    parts = [element_text(first(item, name)) for name in ("ProviderId", "DateId", "NewsItemId")]
    if all(parts):
        return ":".join(("urn:newsml", *parts))
    return _REVISION.sub("", element_text(first(item, "PublicIdentifier"))) or parts[-1] or None


def _status(item: etree._Element) -> str | None:
    stated = _STATUS.get((attribute(item, "Status", "FormalName") or "").casefold())
    asked = _INSTRUCTIONS.get((attribute(item, "Instruction", "FormalName") or "").casefold())
    return stated or asked


def _content(item: etree._Element, uri: str) -> tuple[WireItem, list[Part]]:
    """Body of an item, and what an NITF document in it states, which is nothing where there is none."""
    nothing = WireItem(uri, FORMAT)
    for content in every(item, "DataContent"):
        if (nitf := first(content, "nitf")) is not None:
            found, body = nitf_item(nitf, uri, FORMAT)
            return replace(found, provider_id=None), body
        page = first(content, "body.content")
        page = page if page is not None else first(content, "body")
        parts = (
            element_parts(page if page is not None else content) if len(content) else plain_parts(content.text or "")
        )
        if parts:
            return nothing, parts
    return nothing, []
