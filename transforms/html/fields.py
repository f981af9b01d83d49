"""Fields of an article page but its title and times: each from JSON-LD first, then meta tags, then the page itself."""

from transforms.article import Found, FoundNames
from transforms.byline import clean_names
from transforms.html.bylines import marked_names
from transforms.html.jsonld import names_of, text_of, texts_of, unescape
from transforms.html.page import Page, meta_names
from transforms.html.prose import letters
from transforms.wordlists import word_set

_MIN_OUTLET = 5  # letters of a name that counts as part of another
_MAX_ADDED = 6  # letters of it that are not the name


def find_dek(page: Page) -> Found | None:
    """The standfirst as the page states it."""
    for key in ("alternativeHeadline", "description"):
        if value := text_of(page.node.get(key)):
            return Found(value, "json-ld")
    value = page.first_meta(*meta_names("dek"))
    return Found(unescape(value), "meta") if value else None


def find_authors(page: Page, bylines: tuple[str, ...] = ()) -> FoundNames | None:
    """Names of the authors, as stated. ``bylines`` are the lines of the body that only name somebody.

    Many pages state their own outlet, or an account, as the author; it stands only where nobody else is named.
    """
    outlets = outlet_keys(page)
    stated = [FoundNames(names_of(page.node.get("author"), page.nodes), "json-ld")]
    stated.extend(FoundNames(_names_in_meta(page, name), "meta") for name in meta_names("authors"))
    marked = FoundNames(marked_names(page.tree), "byline")
    for found in (*stated, marked, FoundNames(bylines, "byline")):
        people = tuple(name for name in found.values if not _is_outlet(name, outlets))
        if people and clean_names(people, stated=found.method != "byline"):
            return FoundNames(people, found.method)
    return next((found for found in stated if found.values), None)


def _names_in_meta(page: Page, name: str) -> tuple[str, ...]:
    return tuple(unescape(v) for v in page.meta.get(name, ()) if not v.startswith(("http", "www.", "/")))


def outlet_keys(page: Page) -> frozenset[str]:
    """Keys of the names that the page has for its outlet."""
    publisher = find_publisher(page)
    names = [publisher.value] if publisher else []
    names.extend(map(unescape, page.all_meta(*meta_names("publisher"))))
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
    if name := page.first_meta(*meta_names("publisher")):
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


def find_section(page: Page) -> str | None:
    """Section of the outlet."""
    return text_of(page.node.get("articleSection")) or page.first_meta(*meta_names("section"))


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
