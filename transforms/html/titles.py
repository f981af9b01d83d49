"""The headline of a page, where the page, its tags and its ``<title>`` may each state another one."""

import re

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
    headings = [text for tag in page.tree.iter("h1") if (text := heading_text(tag)) and not is_masthead(tag)]
    named = (_without_site(unescape(value), site) for value in page.all_meta(*meta_names("title")))
    shared = next((title for title in named if letters(title) not in outlets), None)
    if shared and any(letters(shared) == letters(heading) for heading in headings):
        return Found(shared, "h1")
    headline = text_of(page.node.get("headline"))
    if headline and letters(headline) not in outlets and not (shared and _is_cut(headline, shared)):
        return Found(_without_site(headline, site), "json-ld")
    if shared:
        return Found(shared, "meta")
    name = next(filter(None, (plain_text(tag) for tag in page.tree.iter("title"))), None)
    return _title_on_the_page(page, headings, name, site)


def _is_cut(headline: str, whole: str) -> bool:
    """Whether a headline is but the beginning of another, which dots tell."""
    start = headline.rstrip(".… ")
    return start != headline.strip() and len(start) < len(whole) and letters(whole).startswith(letters(start))


def _title_on_the_page(page: Page, headings: list[str], name: str | None, site: Found | None) -> Found | None:
    """The headline of a page that states none: a heading or the part of one that its ``<title>`` repeats."""
    parts = sorted((part.strip() for part in _SEPARATOR.split(name or "")), key=len, reverse=True)
    keys = [letters(part) for part in ((name or ""), *parts)]
    lesser, least = (
        [text for tag in page.tree.iter(name) if (text := heading_text(tag)) and not is_masthead(tag)]
        for name in ("h2", "h3")
    )
    for method, texts in (("h1", headings), ("h2", lesser), ("h3", least)):
        for text in texts:
            if (key := letters(text)) and (key in keys or (keys[0].endswith(key) and 2 * len(key) > len(keys[0]))):
                return Found(text, method)
        for text in texts:  # with a kicker above, or a line below
            part = next((part for part in parts if len(part) >= _MIN_HEADLINE and letters(part) in letters(text)), None)
            if part:
                return Found(part, "title-tag")
    if headings:
        return Found(headings[0], "h1")
    return Found(_without_site(name, site), "title-tag") if name else None


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
