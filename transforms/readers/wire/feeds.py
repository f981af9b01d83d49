"""RSS 0.9x to 2.0 and Atom: items with their full text; a teaser is refused, saying so."""

from collections.abc import Iterator

from lxml import etree

from schemas.vocabulary import RejectReason
from transforms.article import Image, RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.elements import element_text, every, local_name
from transforms.readers.item import WireItem, plain_parts, wire_article
from transforms.readers.markup import element_parts, fragment_parts

RSS, ATOM = "rss", "atom"
_FULL = 600  # code points; a description this long is an article


def read_rss(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The items of a feed."""
    channel = next((child for child in root if local_name(child) == "channel"), None)
    outlet, language = _child(channel, "title"), _child(channel, "language")
    for number, item in enumerate(every(root, "item"), start=1):
        link = _child(item, "link")
        guid = _child(item, "guid")
        stated = WireItem(
            uri=f"{uri}#{number}",
            format=RSS,
            provider_id=None if link else guid,
            title=_child(item, "title"),
            bylines=tuple(filter(None, (_child(item, "creator") or _child(item, "author"),))),
            publisher=outlet,
            url=link or (guid if guid and guid.startswith("http") else None),
            published=_child(item, "pubDate") or _child(item, "date"),
            section=_child(item, "category"),
            keywords=_categories(item),
            language=language,
            images=_images(item),
        )
        yield _article(stated, _raw(item, "encoded"), _raw(item, "description"))


def read_atom(root: etree._Element, uri: str) -> Iterator[RawArticle | Rejected]:
    """The entries of a feed."""
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for number, entry in enumerate(every(root, "entry"), start=1):
        links = [child for child in entry if local_name(child) == "link"]
        link = next((x.get("href") for x in links if x.get("rel", "alternate") == "alternate"), None)
        published, updated = _child(entry, "published"), _child(entry, "updated")
        authors = [child for child in entry if local_name(child) == "author"]
        stated = WireItem(
            uri=f"{uri}#{number}",
            format=ATOM,
            provider_id=None if link else _child(entry, "id"),
            title=_child(entry, "title"),
            bylines=tuple(filter(None, (_child(author, "name") for author in authors))),
            publisher=_child(root, "title"),
            url=link,
            published=published or updated,
            modified=updated if published else None,
            keywords=tuple(filter(None, (tag.get("term") for tag in entry if local_name(tag) == "category"))),
            language=language,
        )
        yield _article(stated, _raw(entry, "content"), _raw(entry, "summary"))


def _categories(item: etree._Element) -> tuple[str, ...]:
    texts = (element_text(tag) for tag in item if local_name(tag) == "category")
    return tuple(dict.fromkeys(filter(None, texts)))


def _images(item: etree._Element) -> tuple[Image, ...]:
    """Pictures of an item: enclosures, and Media RSS (https://www.rssboard.org/media-rss)."""
    found = []
    for tag in item.iter():
        name, kind = local_name(tag), (tag.get("type") or tag.get("medium") or "").casefold()
        if name in {"enclosure", "content"} and tag.get("url") and kind.startswith("image"):
            found.append(Image(tag.get("url"), _child(tag, "description"), _child(tag, "credit")))
    return tuple(found)


def _article(item: WireItem, content: list[Part], teaser: list[Part]) -> RawArticle | Rejected:
    size = sum(len(part.text) for part in teaser)
    if not content and size >= _FULL:
        content = teaser
    if not content:
        reason = RejectReason.SUMMARY_ONLY if size else RejectReason.NO_TEXT
        return Rejected(item.uri, reason, "a feed item without its full text")
    return wire_article(item, content)


def _child(element: etree._Element | None, name: str) -> str | None:
    if element is None:
        return None
    return next((text for child in element if local_name(child) == name and (text := element_text(child))), None)


def _raw(element: etree._Element, name: str) -> list[Part]:
    """Paragraphs of a child that holds escaped HTML, XHTML or plain text."""
    child = next((child for child in element if local_name(child) == name), None)
    if child is None:
        return []
    if len(child):
        return element_parts(child)
    text = child.text or ""
    return fragment_parts(text) if "<" in text and ">" in text else plain_parts(text)
