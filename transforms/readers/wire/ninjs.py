"""ninjs 1.x to 3.x (https://iptc.org/standards/ninjs/): one JSON object an item."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from schemas.vocabulary import RejectReason
from transforms.article import Image, RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.item import WireItem, plain_parts, wire_article
from transforms.readers.markup import fragment_parts
from transforms.readers.values import as_text
from transforms.readers.wire.nitf import nitf_body

FORMAT = "ninjs"
_TEXT_TYPES = frozenset({"text", "composite", ""})
_DEK_ROLES = ("lead", "dek", "summary", "standfirst", "text")
_KEYS = frozenset(
    {"headline", "headlines", "bodies", "descriptions", "pubstatus", "versioncreated", "associations", "byline", "by"}
)


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """An item's uri, and at least two of the keys that only ninjs puts beside it, or its standard's name."""
    standard = record.get("standard")
    if isinstance(standard, Mapping) and "ninjs" in str(standard.get("name", "")).casefold():
        return True
    folded = {str(key).casefold() for key in record}
    if isinstance(record.get("headline"), Mapping):
        return False  # that of a newspaper's archive
    bodies = any(key.startswith(("body_", "description_", "headline_")) for key in folded)
    return ("uri" in folded and (len(folded & _KEYS) + bodies) >= 2) or {"uri", "eventdetails"} <= folded  # noqa: PLR2004


def ninjs_article(record: Mapping[str, Any], uri: str) -> RawArticle | Rejected:
    """The article of an item; pictures, videos and events are refused as no article."""
    item = {str(key).casefold(): value for key, value in record.items()}
    kind = str(item.get("type") or "").casefold()
    if kind not in _TEXT_TYPES or ("eventdetails" in item and not kind):
        return Rejected(uri, RejectReason.NOT_AN_ARTICLE, f"an item of type {kind or 'event'}")
    identifier = as_text(item.get("uri"))
    created, changed = as_text(item.get("firstcreated")), as_text(item.get("versioncreated"))
    stated = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=identifier,
        status=as_text(item.get("pubstatus")),
        title=_titled(item),
        dek=_described(item),
        bylines=tuple(filter(None, (as_text(item.get("byline")) or as_text(item.get("by")),))),
        publisher=_first_name(item.get("infosources"))
        or _first_name(item.get("infosource"))
        or as_text(item.get("copyrightholder")),
        url=identifier if identifier and identifier.startswith("http") else None,
        published=as_text(item.get("contentcreated")) or created or changed,
        modified=changed if created else None,
        keywords=_names(item.get("subject")) or _names(item.get("subjects")),
        language=as_text(item.get("language")),
        subject_codes=_codes(item.get("subject")) or _codes(item.get("subjects")),
        urgency=str(item.get("urgency") or ""),
        notes=tuple(filter(None, (as_text(item.get("ednote")),))),
        images=_images(item.get("associations")),
    )
    body = _body(item)
    if not body and kind == "text" and stated.dek:  # a bulletin: all there is stands in the description
        return wire_article(replace(stated, dek=None), plain_parts(stated.dek))
    return wire_article(stated, body)


def _titled(item: Mapping[str, Any]) -> str | None:
    headlines = _roles(item.get("headlines"))
    return (
        as_text(item.get("headline"))
        or headlines.get("main")
        or next(iter(headlines.values()), None)
        or as_text(item.get("title"))
    )


def _described(item: Mapping[str, Any]) -> str | None:
    described = _roles(item.get("descriptions"))
    return next((described[role] for role in _DEK_ROLES if role in described), None) or as_text(
        item.get("description_text")
    )


def _body(item: Mapping[str, Any]) -> list[Part]:
    """The body in its richest form that has text."""
    bodies = list(_bodies(item))
    for name, read in _BODY_READERS:
        for described, value in bodies:
            if value and name in described.casefold() and (parts := read(value)):
                return parts
    return []


_BODY_READERS = (("html", fragment_parts), ("nitf", nitf_body), ("", plain_parts))
"""What reads a body whose description has a word, the richest form first."""


def _bodies(item: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The bodies of an item, in older versions each under a key of its own, with what describes their form."""
    for key, value in item.items():
        if str(key).startswith("body_"):
            yield str(key).removeprefix("body_"), as_text(value)
    listed = item.get("bodies")
    for body in listed if isinstance(listed, list) else []:
        if isinstance(body, Mapping):
            folded = {str(key).casefold(): value for key, value in body.items()}
            yield f"{folded.get('role', '')} {folded.get('contenttype', '')}", as_text(folded.get("value"))


def _roles(value: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, Mapping) and (text := as_text(entry.get("value"))):
            found.setdefault(str(entry.get("role") or ""), text)
    return found


def _names(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else []
    names = (as_text(entry.get("name")) for entry in entries if isinstance(entry, Mapping))
    return tuple(dict.fromkeys(filter(None, names)))


def _codes(value: Any) -> tuple[str, ...]:
    entries = [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []
    folded = [{str(key).casefold(): inner for key, inner in entry.items()} for entry in entries]
    return tuple(filter(None, (as_text(e.get("code")) or as_text(e.get("uri")) or _literal(e) for e in folded)))


def _literal(entry: Mapping[str, Any]) -> str | None:
    return as_text(entry.get("literal"))


def _images(value: Any) -> tuple[Image, ...]:
    """The pictures among an item's associations, by their largest rendition."""
    found = []
    for entry in _members(value):
        item = {str(key).casefold(): inner for key, inner in entry.items()} if isinstance(entry, Mapping) else {}
        if str(item.get("type") or "").casefold() not in {"picture", "graphic", "image", "photo"}:
            continue
        told = _described(item) or next(iter(_roles(item.get("descriptions")).values()), None)
        caption = as_text(item.get("description_caption")) or as_text(item.get("description_text")) or told
        credit = as_text(item.get("creditline")) or as_text(item.get("byline")) or as_text(item.get("by"))
        found.append(Image(_largest(item.get("renditions")), caption, credit or as_text(item.get("copyrightholder"))))
    return tuple(found)


def _members(value: Any) -> list[Any]:
    """What a list holds, or an object, whatever the keys are."""
    if isinstance(value, Mapping):
        return list(value.values())
    return value if isinstance(value, list) else []


def _largest(value: Any) -> str | None:
    sized = [(r.get("width") or 0, as_text(r.get("href"))) for r in _members(value) if isinstance(r, Mapping)]
    known = [(width if isinstance(width, int | float) else 0, href) for width, href in sized if href]
    return max(known)[1] if known else None


def _first_name(value: Any) -> str | None:
    return next(iter(_names(value)), None)
