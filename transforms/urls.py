"""Addresses of articles: one spelling for each, without what only tracks the reader."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from transforms.wordlists import entries

_MAX_LENGTH = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str | None) -> str | None:
    """Lower-case scheme and host, no fragment, no tracking parameters; None if it is no web address."""
    if not url or len(url) > _MAX_LENGTH:
        return None
    url = url.strip()
    if url.startswith("//"):
        url = "https:" + url
    elif url[:4].casefold() == "www.":
        url = "http://" + url
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.casefold(), (parts.hostname or "").rstrip(".")
    if scheme not in _DEFAULT_PORTS or "." not in host or any(char.isspace() for char in url):
        return None
    netloc = host if port in {None, _DEFAULT_PORTS[scheme]} else f"{host}:{port}"
    query = parts.query
    if query:
        kept = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _tracks(key)]
        # An untouched query is kept as it is written.
        query = query if len(kept) == len(parse_qsl(query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((scheme, netloc, parts.path or "/", query, ""))


def _tracks(key: str) -> bool:
    folded = key.casefold()
    return any(
        folded.startswith(entry[:-1]) if entry.endswith("*") else folded == entry
        for entry in entries("transforms", "tracking_params.txt")
    )
