"""Pictures of an article page: its own figures, then what JSON-LD and meta tags name beside them."""

from collections.abc import Iterator
from urllib.parse import urljoin

from transforms.article import Image
from transforms.html.fields import find_url
from transforms.html.jsonld import Node, names_of, text_of
from transforms.html.page import Element, Page, plain_text
from transforms.html.prose import in_article
from transforms.lines.picture_lines import is_credit, split_credit

_MAX_IMAGES = 50
_MAX_CAPTION = 2000
_MAX_CREDIT = 100
_CREDIT_PATH = (
    ".//*[contains(@class, 'credit') or contains(@class, 'copyright') or contains(@class, 'attribution')"
    " or contains(@class, 'source') or @itemprop='copyrightHolder' or self::cite or self::small]"
)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")


def find_images(page: Page) -> tuple[Image, ...]:
    """Each picture once, by its address; one that is named twice has its caption and credit from where they stand."""
    base = find_url(page) or page.first_meta("og:url") or ""
    found: dict[str, Image] = {}
    for image in (*_figures(page), *_stated(page), *_shared(page)):
        url = _absolute(base, image.url)
        if url is None:
            continue
        known = found.get(_key(url))
        if known is None:
            found[_key(url)] = Image(url, image.caption, image.credit)
        else:
            found[_key(url)] = Image(known.url, known.caption or image.caption, known.credit or image.credit)
    return tuple(found.values())[:_MAX_IMAGES]


def _absolute(base: str, url: str | None) -> str | None:
    try:
        address = urljoin(base, (url or "").strip())
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None


def _key(url: str) -> str:
    """Sizes of one picture often differ by their query only."""
    return url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]


def _figures(page: Page) -> Iterator[Image]:
    for figure in page.tree.iter("figure"):
        if not in_article(figure):
            continue
        source = next((url for img in figure.iter("img") if (url := _source(img))), None)
        caption = next(figure.iter("figcaption"), None)
        if source:
            yield Image(source, *_caption(caption))


def _source(img: Element) -> str | None:
    for name in _SOURCES:
        value = img.get(name) or ""
        if value and not value.startswith("data:"):
            return str(value)
    widest = (img.get("srcset") or img.get("data-srcset") or "").split(",")[-1].split()
    return widest[0] if widest else None


def _caption(element: Element | None) -> tuple[str | None, str | None]:
    """Caption and credit of a ``figcaption``: by their markup, else by the words."""
    if element is None:
        return None, None
    whole = plain_text(element)
    marked = next((text for tag in element.xpath(_CREDIT_PATH) if (text := plain_text(tag))), None)
    if marked and marked != whole and len(marked) <= _MAX_CREDIT:
        return whole.replace(marked, "", 1).strip(" |–—-")[:_MAX_CAPTION] or None, marked
    if is_credit(whole) or (marked == whole and len(whole) <= _MAX_CREDIT):
        return None, whole[:_MAX_CAPTION] or None
    caption, credit = split_credit(whole)
    return caption[:_MAX_CAPTION] or None, credit


def _stated(page: Page) -> Iterator[Image]:
    value = page.node.get("image")
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield Image(item)
        elif isinstance(item, dict):
            node = _looked_up(item, page)
            address = text_of(node.get("url")) or text_of(node.get("contentUrl"))
            yield Image(
                address, text_of(node.get("caption")) or text_of(node.get("description")), _credited(node, page)
            )


def _looked_up(item: Node, page: Page) -> Node:
    """The picture itself, where a page only refers to it by ``@id``."""
    if "url" in item or "contentUrl" in item or not item.get("@id"):
        return item
    return next((node for node in page.nodes if node.get("@id") == item["@id"] and "url" in node), item)


def _credited(item: Node, page: Page) -> str | None:
    names = names_of(item.get("author") or item.get("creator") or item.get("copyrightHolder"), page.nodes)
    return text_of(item.get("creditText")) or text_of(item.get("copyrightNotice")) or ", ".join(names) or None


def _shared(page: Page) -> Iterator[Image]:
    yield from map(Image, page.meta.get("og:image", ()) or page.meta.get("twitter:image", ()))
