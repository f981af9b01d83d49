"""NITF (https://iptc.org/standards/nitf/): head, docdata, and a body in marked-up paragraphs."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from schemas.vocabulary import BlockKind
from transforms.article import Image, RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.elements import attribute, element_text, every, first
from transforms.readers.item import WireItem, wire_article
from transforms.readers.markup import element_parts

FORMAT = "nitf"
_SAME = 60  # characters
_LEAD = "LEAD: "  # what some archives put before the first paragraph


def read_nitf(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The article of one document."""
    item, body = nitf_item(root, uri, FORMAT)
    yield wire_article(item, body)


def nitf_item(root: etree._Element, uri: str, format_name: str) -> tuple[WireItem, list[Part]]:
    """Stated fields and body of an ``nitf`` element, also where another format carries it."""
    docdata, head = first(root, "docdata"), first(root, "body.head")
    published = attribute(docdata, "date.release", "norm") or attribute(docdata, "date.issue", "norm")
    title = element_text(first(head, "hl1")) or element_text(first(root, "title"))
    bylines = tuple(filter(None, (_byline(byline) for byline in _printed(every(head, "byline")))))
    item = WireItem(
        uri=uri,
        format=format_name,
        # A correction names the document it corrects: it is that one's next revision.
        provider_id=attribute(docdata, "correction", "id-string") or attribute(docdata, "doc-id", "id-string"),
        status=docdata.get("management-status") if docdata is not None else None,
        title=title or None,
        dek=element_text(first(head, "abstract")) or element_text(first(head, "hl2")) or None,
        bylines=bylines,
        publisher=attribute(root, "pubdata", "name")
        or element_text(first(head, "distributor"))
        or attribute(docdata, "doc.copyright", "holder"),
        published=published or attribute(root, "pubdata", "date.publication") or attribute(head, "story.date", "norm"),
        dateline=element_text(first(head, "dateline")) or None,
        section=attribute(root, "pubdata", "position.section") or _meta(root, "dsk"),
        url=attribute(root, "pubdata", "ex-ref"),
        keywords=_keywords(docdata),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        subject_codes=tuple(
            filter(None, (_code(subject) for subject in every(first(root, "head"), "tobject.subject")))
        ),
        urgency=attribute(docdata, "urgency", "ed-urg"),
        notes=tuple(filter(None, (attribute(docdata, "ed-msg", "info"), attribute(docdata, "correction", "info")))),
        images=tuple(filter(None, map(_image, every(root, "media")))),
    )
    return item, _body(root)


def _printed(bylines: list[etree._Element]) -> list[etree._Element]:
    """Bylines without those that are there a second time for indexing, family names first."""
    return [line for line in bylines if "normalized" not in (line.get("class") or "")] or bylines


def _meta(root: etree._Element, name: str) -> str | None:
    return next((meta.get("content") for meta in every(first(root, "head"), "meta") if meta.get("name") == name), None)


def _keywords(docdata: etree._Element | None) -> tuple[str, ...]:
    """Keywords, else what indexers say that an article is about."""
    if stated := tuple(filter(None, (keyword.get("key") for keyword in every(docdata, "keyword")))):
        return stated
    tags = every(first(docdata, "identified-content"), "classifier")
    texts = (element_text(tag) for tag in tags if tag.get("type") == "descriptor")
    return tuple(dict.fromkeys(filter(None, texts)))


def _code(subject: etree._Element) -> str | None:
    code: str | None = subject.get("tobject.subject.refnum") or subject.get("tobject.subject.code")
    return code


def _image(media: etree._Element) -> Image | None:
    if (media.get("media-type") or "image").casefold() not in {"image", "photo", "graphic"}:
        return None
    caption, credit = element_text(first(media, "media-caption")), element_text(first(media, "media-producer"))
    address = attribute(media, "media-reference", "source")
    return Image(address, caption or None, credit or None) if address or caption else None


def nitf_body(markup: str) -> list[Part]:
    """Paragraphs of a document that comes as a text; empty if it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return _body(etree.fromstring(markup.strip().encode("utf-8"), parser))
    except (etree.XMLSyntaxError, ValueError):
        return []


def _body(root: etree._Element) -> list[Part]:
    content = first(root, "body.content")
    parts = [part for block in _once(content) for part in element_parts(block)]
    if parts and parts[0].text.startswith(_LEAD):
        parts[0] = replace(parts[0], text=parts[0].text.removeprefix(_LEAD))
    parts += [Part(BlockKind.CAPTION, element_text(caption)) for caption in every(content, "media-caption")]
    return parts + [Part(BlockKind.BODY, element_text(line)) for line in every(first(root, "body.end"), "tagline")]


def _once(content: etree._Element | None) -> list[etree._Element]:
    """A body without the block of an archive that holds the first paragraph of the next block once more."""
    blocks = {block.get("class"): block for block in every(content, "block")}
    lead, full = blocks.get("lead_paragraph"), blocks.get("full_text")
    if lead is not None and full is not None and element_text(full).startswith(element_text(lead)[:_SAME]):
        return [child for child in content if child is not lead] if content is not None else []
    return [content] if content is not None else []


def _byline(byline: etree._Element) -> str:
    """A byline without the title of the person ("bytag")."""
    people = [element_text(person) for person in every(byline, "person")]
    return " and ".join(people) or element_text(byline)
