"""Addresses of articles: one spelling for each, without what only tracks the reader."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from transforms.wordlists import entries

_SCRIPT = re.compile(r"\.(?:aspx?|cfm|cgi|do|jsp|php\d?|pl)$", re.IGNORECASE)
_MAX_LENGTH = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}


def is_unique(identifier: str) -> bool:
    """Whether a provider's id is one of a kind by its form: a URN, a tag or an address."""
    return identifier.startswith(("urn:", "tag:", "http://", "https://"))


def article_address(url: str | None) -> str | None:
    """The canonical address if it can name an article; None for the front page of a site, which many pages give."""
    address = canonical_url(url)
    if address is None:
        return None
    parts = urlsplit(address)
    return address if parts.path.strip("/") or parts.query or parts.fragment else None


def canonical_url(url: str | None) -> str | None:
    """Lower-case scheme and host, no fragment, no tracking parameters; None if it is no web address.

    Fragments that are routes (``#/story/1``, ``#!story``) stay, and so do parameters that track on most sites but may
    name the article: those that hold a number, and all behind a script (``read.php?ref=a``) or at the root.
    """
    if not url or len(url) > _MAX_LENGTH:
        return None
    url = _with_scheme(url.strip())
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.casefold(), (parts.hostname or "").rstrip(".")
    if scheme not in _DEFAULT_PORTS or "." not in host or any(char.isspace() for char in url):
        return None
    netloc = host if port in {None, _DEFAULT_PORTS[scheme]} else f"{host}:{port}"
    fragment = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return urlunsplit((scheme, netloc, parts.path or "/", _without_tracking(parts), fragment))


def site_of(url: str | None) -> str | None:
    """The host of an address without ``www.``, None if it is no web address."""
    address = canonical_url(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else None


def _with_scheme(url: str) -> str:
    """An address that leaves its scheme out ("//paper.example", "www.paper.example") with one."""
    if url.startswith("//"):
        return f"https:{url}"
    return f"http://{url}" if url[:4].casefold() == "www." else url


def _without_tracking(parts: SplitResult) -> str:
    """The query without parameters that track; as it is written if there are none."""
    may_name = not parts.path.strip("/") or _SCRIPT.search(parts.path) is not None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if not _tracks(*pair, may_name=may_name)]
    return parts.query if len(kept) == len(pairs) else urlencode(kept)


def _tracks(key: str, value: str, *, may_name: bool) -> bool:
    """Whether a parameter only says where a reader came from; ``may_name``: without it the path may name nothing."""
    folded = key.casefold()
    if folded in entries("transforms", "tracking_or_naming_params.txt"):
        return not may_name and not value.isdigit()
    return any(
        folded.startswith(entry[:-1]) if entry.endswith("*") else folded == entry
        for entry in entries("transforms", "tracking_params.txt")
    )
