"""Fields of an article page: each from JSON-LD first, then meta tags, then the page itself."""

import re
from collections.abc import Sequence

from transforms.article import Found, FoundNames
from transforms.byline import clean_names
from transforms.dates import is_date_line, parse_time, published_and_modified
from transforms.html.bylines import marked_names
from transforms.html.headings import heading_text, is_masthead
from transforms.html.jsonld import names_of, text_of, texts_of, unescape
from transforms.html.page import Element, Page, plain_text
from transforms.html.prose import letters
from transforms.wordlists import pairs, word_set

_MAX_BYLINE = 120
_MIN_HEADLINE = 20
_MIN_OUTLET = 5  # letters of a name that counts as part of another
_MAX_ADDED = 6
_BESIDE = frozenset({"aside", "li", "nav"})
_DATE_PATH = (
    "//*[self::time or contains(@class, 'date') or contains(@class, 'time') or contains(@class, 'publish')]"
    "[not(ancestor::aside or ancestor::footer or ancestor::nav)]"
)
_MAX_DATES = 40
_FAR = "2100-01-01"  # given, so that htmldate does not take the day of the run as its bound
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")


def find_title(page: Page) -> Found | None:
    """The headline: what the reader sees and the page is shared under, where these agree; else as stated.

    A page may call itself by its outlet only, or have the outlet's name or a section for its first ``<h1>``.
    """
    site = find_publisher(page)
    outlets = _outlets(page)
    headings = [text for tag in page.tree.iter("h1") if (text := heading_text(tag)) and not is_masthead(tag)]
    named = (_without_site(unescape(value), site) for value in _metas(page, "title"))
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
        *_metas(page, "title"),
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


def find_dek(page: Page) -> Found | None:
    """The standfirst as the page states it."""
    for key in ("alternativeHeadline", "description"):
        if value := text_of(page.node.get(key)):
            return Found(value, "json-ld")
    value = _meta(page, "dek")
    return Found(unescape(value), "meta") if value else None


def find_authors(page: Page, bylines: tuple[str, ...] = ()) -> FoundNames | None:
    """Names of the authors, as stated. ``bylines`` are the lines of the body that only name somebody.

    Many pages state their own outlet, or an account, as the author; it stands only where nobody else is named.
    """
    outlets = _outlets(page)
    stated = [FoundNames(names_of(page.node.get("author"), page.nodes), "json-ld")]
    stated.extend(FoundNames(_names_in_meta(page, name), "meta") for name in _meta_names("authors"))
    marked = FoundNames(marked_names(page.tree), "byline")
    for found in (*stated, marked, FoundNames(bylines, "byline")):
        people = tuple(name for name in found.values if not _is_outlet(name, outlets))
        if people and clean_names(people, stated=found.method != "byline"):
            return FoundNames(people, found.method)
    return next((found for found in stated if found.values), None)


def _names_in_meta(page: Page, name: str) -> tuple[str, ...]:
    return tuple(unescape(v) for v in page.meta.get(name, ()) if not v.startswith(("http", "www.", "/")))


def _outlets(page: Page) -> frozenset[str]:
    """Keys of the names that the page has for its outlet."""
    publisher = find_publisher(page)
    names = [publisher.value] if publisher else []
    names.extend(map(unescape, _metas(page, "publisher")))
    return frozenset(filter(None, map(letters, names)))


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Whether a name is that of the outlet, nearly or in part ("Example Online", "The Example"), or of an account."""
    if " ".join(name.casefold().split()) in word_set("transforms.html", "account_names.txt"):
        return True
    key = letters(name)
    return any(
        key == outlet
        or (len(key) >= _MIN_OUTLET and key in outlet)
        or (len(outlet) >= _MIN_OUTLET and outlet in key and len(key) - len(outlet) <= _MAX_ADDED)
        for outlet in outlets
    )


def find_publisher(page: Page) -> Found | None:
    """The outlet's name."""
    for key in ("publisher", "sourceOrganization", "copyrightHolder"):
        names = names_of(page.node.get(key), page.nodes)
        if names and not names[0].startswith("http"):
            return Found(names[0], "json-ld")
    if name := _meta(page, "publisher"):
        return Found(unescape(name), "meta")
    return None


def find_url(page: Page) -> str | None:
    """The canonical address."""
    for link in page.tree.iter("link"):
        address = link.get("href") or ""
        if "canonical" in (link.get("rel") or "").casefold().split() and address.startswith(("http", "//")):
            return str(address)
    stated = page.first_meta("og:url", "parsely-link")
    if stated and stated.startswith("http"):
        return stated
    return next((value for key in ("mainEntityOfPage", "url", "@id") if (value := _address(page.node.get(key)))), None)


def _address(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith("http") else None


def find_published(page: Page, head: Sequence[str] = ()) -> Found | None:
    """When it was published: as stated, as marked up, as printed in a line of its own, or as htmldate finds it.

    ``head`` holds the lines above the first paragraph that say when, or by whom; they count where no markup tells more.
    """
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = text_of(page.node.get(key))
        if value and parse_time(value):
            return Found(value, "json-ld")
    for value in _metas(page, "published"):
        if parse_time(value):
            return Found(value, "meta")
    behind = set(page.tree.xpath("(//h1)[1]/following::*"))
    times = page.tree.xpath("//*[@itemprop='datePublished'] | //time[@datetime]")
    for tag in sorted(times, key=lambda tag: (_stands_aside(tag), tag not in behind)):
        value = tag.get("content") or tag.get("datetime") or plain_text(tag)
        if parse_time(value):
            return Found(str(value), "time-tag")
    for tag in page.tree.xpath(_DATE_PATH)[:_MAX_DATES]:
        text = plain_text(tag)
        if len(text) <= _MAX_BYLINE and is_date_line(text) and parse_time(text):
            return Found(_first_published(text), "date-line")
    for text in head:
        if parse_time(text):
            return Found(_first_published(text) if is_date_line(text) else text, "date-line")
    return _guessed_date(page)


def _first_published(line: str) -> str:
    """The part of a line of dates that says when it was published: "Updated 3 May 2024 | Published 2 May 2024"."""
    published, _ = published_and_modified([line])
    return published if published and parse_time(published) else line


def _stands_aside(tag: Element) -> bool:
    """Whether a time is rather that of a teaser or of today: in a list, an aside, the head or the foot of the page."""
    above = [element.tag for element in tag.iterancestors()]
    is_in_article = not {"article", "main"}.isdisjoint(above)
    return not _BESIDE.isdisjoint(above) or (not is_in_article and not {"footer", "header"}.isdisjoint(above))


def _guessed_date(page: Page) -> Found | None:
    from htmldate import find_date  # noqa: PLC0415  (slow to import, seldom needed)

    try:
        day = find_date(page.tree, extensive_search=False, original_date=True, max_date=_FAR)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
    return Found(day, "htmldate") if day else None


def find_modified(page: Page) -> Found | None:
    """When it was last changed, as stated."""
    if value := text_of(page.node.get("dateModified")):
        return Found(value, "json-ld")
    value = _meta(page, "modified")
    return Found(value, "meta") if value else None


def find_section(page: Page) -> str | None:
    """Section of the outlet."""
    return text_of(page.node.get("articleSection")) or _meta(page, "section")


def find_keywords(page: Page) -> tuple[str, ...]:
    """Keywords in stated order, without repeats."""
    if stated := texts_of(page.node.get("keywords")):
        return stated
    tags = page.meta.get("article:tag") or tuple(
        part for name in ("news_keywords", "keywords") for part in texts_of(page.first_meta(name))
    )
    return tuple(dict.fromkeys(unescape(tag) for tag in tags))


def find_language(page: Page) -> str | None:
    """The language the page says it is in."""
    return (
        text_of(page.node.get("inLanguage"))
        or page.tree.get("lang")
        or page.first_meta("og:locale", "content-language")
    )


def find_corrections(page: Page) -> tuple[str, ...]:
    """What the page says it corrected (https://schema.org/correction)."""
    stated = page.node.get("correction")
    items = stated if isinstance(stated, list) else [stated]
    texts = (text_of(item.get("text") or item.get("description")) if isinstance(item, dict) else item for item in items)
    return tuple(unescape(text) for text in texts if isinstance(text, str) and text and not text.startswith("http"))


def is_free(page: Page) -> bool | None:
    """False behind a paywall, None where the page does not say."""
    value = page.node.get("isAccessibleForFree")
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in {"true", "false"}:
        return value.casefold() == "true"
    tier = page.first_meta("article:content_tier", "og:article:content_tier")
    return tier.casefold() == "free" if tier else None


def _meta_names(field: str) -> tuple[str, ...]:
    return tuple(dict(pairs("transforms.html", "meta_names.tsv"))[field].split())


def _metas(page: Page, field: str) -> list[str]:
    return [value for name in _meta_names(field) for value in page.meta.get(name, ())]


def _meta(page: Page, field: str) -> str | None:
    return page.first_meta(*_meta_names(field))
