"""SGML of news corpora: many articles a file, as in Reuters-21578 and the TREC and Gigaword collections."""

import html
import re
from collections.abc import Iterator

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import UndecodableError, decode
from transforms.html.parts import Part
from transforms.readers.bounded import bounded_lines
from transforms.readers.item import WireItem, plain_parts, wire_article
from transforms.readers.options import ReadOptions

FORMAT = "sgml"
_START = re.compile(rb"\s*<(REUTERS|DOC)[\s>]", re.IGNORECASE)
_OPENING = re.compile(rb"(?:\s|<!DOCTYPE[^>]{0,200}>|<\?xml[^>]{0,200}>|<corpus>)*<(?:REUTERS|DOC)[\s>]", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]{1,40})\s*=\s*["']?([^"'>\s]{1,200})""")
_TAG = re.compile(r"<[^<>]{0,300}>")
_PARAGRAPH = re.compile(r"<P\s*>", re.IGNORECASE)
_SIGN_OFF = re.compile(r"(?<!\s)\s*+(?:\x03|Reuter\s*+\x03?|REUTER\s*+\x03?)\s*+$")


def is_sgml(head: bytes, _name: str) -> bool:
    """The opening tag of a first article."""
    return bool(_OPENING.match(head))


def read_sgml(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per element, with the uri ``<file>#<number>``; memory holds one at a time."""
    number = 0
    size = 0
    lines: list[bytes] = []
    closing = b""
    for _, line in bounded_lines(source.stream, options.max_record_bytes):
        text = line if line is not None else b""
        if not lines:
            match = _START.match(text)
            if match is None:
                continue
            closing = b"</" + match[1].upper() + b">"
            number, size = number + 1, 0
        lines.append(text)
        size += len(text)
        if closing in text.upper() or size > options.max_record_bytes:
            yield _article(b"".join(lines), f"{source.uri}#{number}", whole=closing in text.upper())
            lines = []
    if lines:
        yield _article(b"".join(lines), f"{source.uri}#{number}", whole=False)


def _article(data: bytes, uri: str, *, whole: bool) -> RawArticle | Rejected:
    if not whole:
        return Rejected(uri, RejectReason.MALFORMED, "an element that does not end")
    try:
        text = decode(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#\d{1,2};", b" ", data)).text
    except UndecodableError as error:
        return Rejected(uri, error.reason, error.detail)
    attributes = {key.casefold(): value for key, value in _ATTRIBUTE.findall(text[: text.index(">")])}
    identifier = attributes.get("newid") or attributes.get("id") or _field(text, "DOCNO") or _field(text, "DOCID")
    item = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=identifier,
        title=_title(text, "TITLE") or _title(text, "HEADLINE") or _field(text, "HEAD") or _field(text, "HL"),
        bylines=tuple(filter(None, (_field(text, "BYLINE") or _field(text, "AUTHOR") or _loose_byline(text),))),
        published=_day(_field(text, "DATE") or _field(text, "DATE_TIME"), identifier),
        dateline=_field(text, "DATELINE"),
        keywords=tuple(re.findall(r"<D>([^<]{1,100})</D>", (_raw(text, "TOPICS") or ""), re.IGNORECASE)),
    )
    return wire_article(item, _body(text))


def _title(text: str, name: str) -> str | None:
    """A headline without outlet and day, as in "FT  14 MAY 91 / Harbour reopens"."""
    return re.sub(r"^[A-Z]{2,4} \d{1,2} [A-Z]{3} \d\d / ", "", _field(text, name) or "") or None


def _loose_byline(text: str) -> str | None:
    """A byline in no element, between headline and text."""
    match = re.search(r"</HEADLINE>\s*(By\s[^<]{2,200}?)\s*<TEXT>", text, re.IGNORECASE)
    return " ".join(html.unescape(match[1]).split()) if match else None


def _day(stated: str | None, identifier: str | None) -> str | None:
    """The day stated, "910514" too; else that of an id such as "AFP_ENG_20030304.0001"."""
    if stated and (match := re.fullmatch(r"([789]\d)(\d\d)(\d\d)", stated)):
        return "19" + "-".join(match.groups())
    found = re.fullmatch(r"[A-Z]{2,8}(?:_[A-Z]{3}_)?((?:19|20)\d\d)([01]\d)([0-3]\d)[.-]\d{1,6}", identifier or "")
    return stated or ("-".join(found.groups()) if found else None)


def _body(text: str) -> list[Part]:
    for name in ("BODY", "TEXT"):
        body = _raw(text, name)
        if body and (name == "TEXT" or "<TEXT" not in body.upper()):
            paragraphs = _PARAGRAPH.split(body) if _PARAGRAPH.search(body) else [body]
            plain = [_SIGN_OFF.sub("", html.unescape(_TAG.sub(" ", paragraph))) for paragraph in paragraphs]
            return [
                part
                for paragraph in plain
                for part in (plain_parts(paragraph, wrapped=True) if len(plain) == 1 else _one(paragraph))
            ]
    return []


def _one(paragraph: str) -> list[Part]:
    joined = " ".join(paragraph.split())
    return plain_parts(joined) if joined else []


def _raw(text: str, name: str) -> str | None:
    start = re.search(rf"<{name}(?:\s[^>]{{0,200}})?>", text, re.IGNORECASE)
    if start is None:
        return None
    end = text.upper().find(f"</{name}>", start.end())
    return text[start.end() : end] if end >= 0 else None


def _field(text: str, name: str) -> str | None:
    raw = _raw(text, name)
    return " ".join(html.unescape(_TAG.sub(" ", raw)).split()) or None if raw else None
