"""Factiva with its field codes: "HD", "BY", "WC", "PD", "SN", "LP", "TD" at the begin of lines, "AN" at the end."""

import re

from transforms.article import RawArticle, Rejected
from transforms.readers.exports.fields import body_parts, bylines, one_line, section
from transforms.readers.item import WireItem, wire_article

FORMAT = "factiva"
CODES = ("SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "VOL", "PG", "LA", "CY", "CX", "LP", "TD",
         "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN")  # fmt: skip
"""In the order in which a document has them; which it has differs."""
_ORDER = {code: place for place, code in enumerate(CODES)}
_LINE = re.compile(r"^[ \t|]*(?P<code>[A-Z]{2,3})(?P<gap>[ \t]*\|[ \t]*|[ \t]+|$)(?P<value>.*)$")
_TEXT = frozenset({"LP", "TD"})
_NEEDED = (r"HD", r"PD", r"SN", r"(?:LP|TD)")
_CODED = re.compile(r"\w : \w|\|")
_ACCESSION = re.compile(r"Document\s+(\w{8,40})")


def documents(text: str) -> list[str]:
    """Runs of lines from one headline's code to the next; nothing where a code that each document has is missing."""
    if not all(re.search(rf"^[ \t|]*{code}(?:[ \t|]|$)", text, re.MULTILINE) for code in _NEEDED):
        return []
    found: list[list[str]] = []
    place = len(CODES)
    for line in text.split("\n"):
        code = _code(line, place)
        if code is not None and _ORDER[code] <= _ORDER["HD"] and place > _ORDER["HD"]:
            found.append([])
            place = -1
        if code is not None:
            place = _ORDER[code]
        if found:
            found[-1].append(line)
    return ["\n".join(lines) for lines in found]


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document."""
    fields: dict[str, list[str]] = {}
    place, code = -1, ""
    for line in document.split("\n"):
        if found := _code(line, place):
            code, place = found, _ORDER[found]
            line = _LINE.match(line)["value"]  # type: ignore[index]  # noqa: PLW2901
        if place == _ORDER["AN"] and not found and not _ACCESSION.match(line.strip()):
            continue  # what stands behind the last document
        fields.setdefault(code, []).append(line.strip(" \t|") if code not in _TEXT else line.rstrip(" \t|"))
    value = {name: one_line(" ".join(lines)) for name, lines in fields.items()}
    accession = _ACCESSION.search(value.get("AN", ""))
    item = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=f"urn:factiva:{accession[1]}" if accession else None,
        title=value.get("HD"),
        bylines=bylines(value.get("BY")),
        publisher=value.get("SN"),
        published=" ".join(filter(None, (value.get("PD"), value.get("ET")))) or None,
        section=section(value.get("SE")),
        keywords=_names(value.get("NS")),
        language=value.get("LA"),
    )
    return wire_article(item, body_parts("\n".join(fields.get("LP", []))) + body_parts("\n".join(fields.get("TD", []))))


def _code(line: str, place: int) -> str | None:
    """The code that a line opens a field with. Codes go on in their order; within a text, words like "IN" are none."""
    match = _LINE.match(line)
    if match is None or match["code"] not in _ORDER:
        return None
    code, gap = match["code"], match["gap"]
    if _ORDER["LP"] <= place < _ORDER["AN"] and code not in _TEXT:
        clear = len(gap) > 1 or not match["value"] or _CODED.search(match["value"]) or _ACCESSION.match(match["value"])
        if not clear:
            return None
    elif code == "AN" and not _ACCESSION.match(match["value"]):
        return None
    return code if _ORDER[code] > place or (_ORDER[code] <= _ORDER["HD"] and place > _ORDER["HD"]) else None


def _names(value: str | None) -> tuple[str, ...]:
    """Names behind the codes of "gship : Shipping | gcat : Political News"."""
    parts = (part.rpartition(" : ")[2] for part in (value or "").split("|"))
    return tuple(dict.fromkeys(filter(None, map(one_line, parts))))
