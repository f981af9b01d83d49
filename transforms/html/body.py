"""The body of an article page, paragraph by paragraph: trafilatura (Barbaresi 2021), checked against the page.

Its strict mode is the most precise; on some pages it stops early or takes a teaser for the article. The prose
of the page's own ``<p>`` elements tells when: then its lenient mode, or those paragraphs themselves, are taken.
"""

import logging
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from lxml import etree

from schemas.vocabulary import BlockKind
from transforms.html.captions import with_captions
from transforms.html.jsonld import text_of
from transforms.html.live import is_live, stated_updates, with_updates
from transforms.html.page import Page
from transforms.html.parts import Part
from transforms.html.prose import ProseParagraph, letters, prose

_PARAGRAPHS = frozenset({"p", "quote", "item", "cell", "code", "ab"})
_HEADINGS = frozenset({"head"})
_CONTAINERS = frozenset({"list", "table", "row", "div", "body", "main"})
_KNOWN_BODY = 400  # code points; a shorter articleBody is a teaser
_SAME = 0.12
_FOUND = 0.3
_MOST = 0.7  # share of the stated text below which what stands on the page is but its beginning
_KEY = 48


def find_body(page: Page) -> tuple[Part, ...]:
    """Paragraphs, headings and captions of the article in reading order, empty if there are none."""
    parts = _find_text(page)
    if is_live(page):
        parts = with_updates(parts, stated_updates(page.node))
    return tuple(with_captions(parts, page.tree)) if parts else ()


def _find_text(page: Page) -> list[Part]:
    paragraphs = prose(page.tree)
    if is_live(page):  # its introduction and its posts are one body
        paragraphs = tuple(replace(paragraph, container=("", 0)) for paragraph in paragraphs)
    parts = _extract(page, strict=True)
    stated = len(text_of(page.node.get("articleBody")) or "")
    if stated >= _KNOWN_BODY:
        return _nearest_to_stated(page, parts, paragraphs, stated)
    return _nearest_to_prose(page, parts, paragraphs)


def _nearest_to_stated(
    page: Page, parts: list[Part], paragraphs: tuple[ProseParagraph, ...], stated: int
) -> list[Part]:
    """What was taken, in strict or lenient mode, if it is as long as the text that the page states."""
    if len(parts) > 1 and abs(_size(parts) - stated) <= _SAME * stated:
        return parts
    siblings = _with_siblings(parts, paragraphs, _places(parts, paragraphs))
    best = list(min((parts, siblings, *_lenient(page, paragraphs)), key=lambda tried: abs(_size(tried) - stated)))
    # Of a page whose text only the script knows, the extractor makes one line.
    is_whole = len(best) > 1 and _size(best) >= _MOST * stated
    return best if is_whole else _stated(page, best)


def _nearest_to_prose(page: Page, parts: list[Part], paragraphs: tuple[ProseParagraph, ...]) -> list[Part]:
    """What was taken in strict mode, if much of the page's prose is in it; else what holds most of that."""
    places = _places(parts, paragraphs)
    siblings = _with_siblings(parts, paragraphs, places)
    if _taken(paragraphs, places) >= _FOUND * sum(len(paragraph.text) for paragraph in paragraphs):
        return siblings
    best = max((parts, siblings, *_lenient(page, paragraphs)), key=lambda tried: _overlap(tried, paragraphs))
    return _with_siblings(best, paragraphs, _places(best, paragraphs))


def _stated(page: Page, found: list[Part]) -> list[Part]:
    """The text that the page states, if it goes on with what was found: a script shows the rest, or a login."""
    stated = page.node.get("articleBody")
    text = stated if isinstance(stated, str) else ""  # as it stands there, with its line ends
    own = letters(text)
    known = sum(len(part.text) for part in found if letters(part.text)[:_KEY] in own)
    if "</" in text or 2 * known < _size(found):
        return found
    lines = (text_of(line) for line in text.splitlines())
    return [Part(BlockKind.BODY, line) for line in lines if line]


def _lenient(page: Page, paragraphs: tuple[ProseParagraph, ...]) -> tuple[list[Part], list[Part]]:
    """What the lenient mode takes, without and with what it left out."""
    parts = _extract(page, strict=False)
    return parts, _with_siblings(parts, paragraphs, _places(parts, paragraphs))


def _overlap(parts: list[Part], paragraphs: tuple[ProseParagraph, ...]) -> float:
    """F1 of the prose that was taken."""
    both = _taken(paragraphs, _places(parts, paragraphs))
    return 2 * both / max(1, _size(parts) + sum(len(paragraph.text) for paragraph in paragraphs))


def _taken(paragraphs: tuple[ProseParagraph, ...], places: Sequence[int]) -> int:
    """Letters of the paragraphs that have a place."""
    return sum(len(paragraph.text) for paragraph, place in zip(paragraphs, places, strict=True) if place)


def _places(parts: Iterable[Part], paragraphs: tuple[ProseParagraph, ...]) -> list[int]:
    """For each paragraph the number of the part that it begins in, from 1; 0 if it was left out.

    Each is searched for in all that was taken, which is most of the work on a page of megabytes: ask once.
    """
    folded = [letters(part.text) for part in parts]
    starts = list(accumulate(map(len, folded), initial=0))
    joined = "".join(folded)
    return [bisect_right(starts, place) for place in (_place(joined, paragraph) for paragraph in paragraphs)]


def _place(joined: str, paragraph: ProseParagraph) -> int:
    """Where a paragraph stands in the letters that were taken, -1 if it was left out; its start or end will do."""
    folded = letters(paragraph.text)
    start = joined.find(folded[:_KEY])
    return start if start >= 0 else joined.find(folded[-_KEY:])


def _extract(page: Page, *, strict: bool) -> list[Part]:
    # Imported here: it takes most of a second, and only HTML needs it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without an article is a reject, not a warning
    document = bare_extraction(
        page.tree,
        favor_precision=strict,
        include_comments=False,
        include_tables=True,
        include_links=True,
        deduplicate=False,
        with_metadata=False,
    )
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    parts: list[Part] = []
    _collect(document.body, parts)
    return parts


def _size(parts: Iterable[Part]) -> int:
    return sum(len(part.text) for part in parts)


def _with_siblings(parts: list[Part], paragraphs: tuple[ProseParagraph, ...], places: Sequence[int]) -> list[Part]:
    """``parts`` with the paragraphs that were left out of containers that most was taken from."""
    taken: dict[tuple[str, int], int] = {}
    for paragraph, place in zip(paragraphs, places, strict=True):
        taken[paragraph.container] = taken.get(paragraph.container, 0) + (len(paragraph.text) if place else 0)
    largest = max(taken.values(), default=0)
    inserts: dict[int, list[Part]] = {}
    position = 0
    for paragraph, place in zip(paragraphs, places, strict=True):
        if place:
            position = place
        elif largest and taken[paragraph.container] == largest:
            inserts.setdefault(position, []).append(Part(BlockKind.BODY, paragraph.text))
    merged = [new for index, part in enumerate(parts) for new in (*inserts.pop(index, ()), part)]
    return [*merged, *(part for index in sorted(inserts) for part in inserts[index])]


def _collect(element: etree._Element, parts: list[Part]) -> None:
    text, linked = element.text or "", 0
    for child in element:
        if child.tag in _HEADINGS or child.tag in _PARAGRAPHS | _CONTAINERS:
            _add(parts, BlockKind.BODY, text, linked)
            text, linked = "", 0
            if child.tag in _HEADINGS:
                _add(parts, BlockKind.HEADING, _text(child), _linked(child))
            elif child.tag in _PARAGRAPHS and not any(sub.tag in _PARAGRAPHS | _CONTAINERS for sub in child):
                _add_lines(parts, child)
            else:
                _collect(child, parts)
        else:
            text += " " if child.tag == "lb" else _text(child)
            linked += len(_text(child)) if child.tag == "ref" else _linked(child)
        text += child.tail or ""
    _add(parts, BlockKind.BODY, text, linked)


def _add(parts: list[Part], kind: BlockKind, text: str, linked: int) -> None:
    text = " ".join(text.split())
    if text:
        parts.append(Part(kind, text, min(1.0, linked / len(text))))


def _add_lines(parts: list[Part], element: etree._Element) -> None:
    """A paragraph; line breaks part it."""
    text, linked = element.text or "", 0
    for child in element:
        if child.tag == "lb":
            _add(parts, BlockKind.BODY, text, linked)
            text, linked = "", 0
        else:
            text += _text(child)
            linked += len(_text(child)) if child.tag == "ref" else _linked(child)
        text += child.tail or ""
    _add(parts, BlockKind.BODY, text, linked)


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _linked(element: etree._Element) -> int:
    return sum(len(_text(ref)) for ref in element.iter("ref"))
