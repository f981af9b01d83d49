"""The headline of a page, where the page, its tags and its ``<title>`` may each state another one."""

import re
from collections.abc import Iterable

from transforms.article import Found
from transforms.html.fields import find_publisher, outlet_keys
from transforms.html.headings import heading_text, is_masthead
from transforms.html.jsonld import text_of, unescape
from transforms.html.page import Page, meta_names, plain_text
from transforms.html.prose import letters

_MIN_HEADLINE = 20  # characters of the part of a heading that may stand for it
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")


def find_title(page: Page) -> Found | None:
    """The headline: what the reader sees and the page is shared under, where these agree; else as stated.

    A page may call itself by its outlet only, or have the outlet's name or a section for its first ``<h1>``.
    """
    site = find_publisher(page)
    outlets = outlet_keys(page)
    named = (_without_site(unescape(value), site) for value in page.all_meta(*meta_names("title")))
    shared = next((title for title in named if letters(title) not in outlets), None)
    if shared and any(letters(shared) == letters(heading) for heading in _headings(page, "h1")):
        return Found(shared, "h1")
    headline = text_of(page.node.get("headline"))
    if headline and letters(headline) not in outlets and not (shared and _is_cut(headline, shared)):
        return Found(_without_site(headline, site), "json-ld")
    if shared:
        return Found(shared, "meta")
    name = next(filter(None, (plain_text(tag) for tag in page.tree.iter("title"))), None)
    return _title_on_the_page(page, name, site)


def _is_cut(headline: str, whole: str) -> bool:
    """Whether a headline is the beginning of another, cut off with dots."""
    start = headline.rstrip(".… ")
    return start != headline.strip() and len(start) < len(whole) and letters(whole).startswith(letters(start))


def _title_on_the_page(page: Page, name: str | None, site: Found | None) -> Found | None:
    """The headline of a page that states none: a heading or the part of one that its ``<title>`` repeats."""
    parts = sorted((part.strip() for part in _SEPARATOR.split(name or "")), key=len, reverse=True)
    for tag in ("h1", "h2", "h3"):
        headings = _headings(page, tag)
        if heading := _repeated_heading(headings, name or "", parts):
            return Found(heading, tag)
        if part := _repeated_part(headings, parts):
            return Found(part, "title-tag")
    if first := next(iter(_headings(page, "h1")), None):
        return Found(first, "h1")
    return Found(_without_site(name, site), "title-tag") if name else None


def _headings(page: Page, tag: str) -> list[str]:
    return [text for heading in page.tree.iter(tag) if (text := heading_text(heading)) and not is_masthead(heading)]


def _repeated_heading(headings: Iterable[str], name: str, parts: Iterable[str]) -> str | None:
    """The first heading that is the ``<title>``, or a part of it, or more than half of it at its end."""
    whole = letters(name)
    keys = {whole, *map(letters, parts)}
    for heading in headings:
        key = letters(heading)
        ends_it = whole.endswith(key) and 2 * len(key) > len(whole)
        if key and (key in keys or ends_it):
            return heading
    return None


def _repeated_part(headings: Iterable[str], parts: Iterable[str]) -> str | None:
    """The longest part of the ``<title>`` that stands in the first heading with any: below a kicker, say."""
    long = [part for part in parts if len(part) >= _MIN_HEADLINE]
    found = (part for heading in headings for part in long if letters(part) in letters(heading))
    return next(found, None)


def stated_titles(page: Page) -> tuple[str, ...]:
    """Every headline the page gives, for finding its repetitions."""
    stated = [
        text_of(page.node.get("headline")),
        *page.all_meta(*meta_names("title")),
    ]
    stated.extend(plain_text(tag) for name in ("h1", "title") for tag in page.tree.iter(name))
    if title := find_title(page):
        stated.append(title.value)
    site = find_publisher(page)
    texts = [unescape(value) for value in stated if value]
    return tuple(dict.fromkeys([*texts, *(_without_site(text, site) for text in texts)]))


def _without_site(title: str, site: Found | None) -> str:
    """A title without the outlet's name after its last bar or dash."""
    matches = list(_SEPARATOR.finditer(title))
    if not matches:
        return title
    last = matches[-1]
    tail = letters(title[last.end() :])
    if site and tail and (tail in letters(site.value) or letters(site.value) in tail):
        return title[: last.start()]
    return title
