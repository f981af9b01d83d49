"""Telling formats by their first bytes; the name decides only where the bytes leave it open."""

import codecs
import re

import orjson

HEAD_BYTES = 65_536
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<meta\s|<title[\s>]", re.IGNORECASE
)
_HTML_TAGS = re.compile(r"<(?:p|div|span|a|h[1-6]|img|br|ul|li|script)\b[^<>]{0,300}>", re.IGNORECASE)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_MANY_TAGS = 5


def is_html(head: bytes, name: str) -> bool:
    """A page: a tag that only pages have near the start, or a page's name and many tags."""
    text = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip()[:4096].decode("latin-1")
    if not text.startswith("<"):
        return name.casefold().endswith(_HTML_NAMES) and len(_HTML_TAGS.findall(text)) >= _MANY_TAGS
    if text.startswith("<?xml"):
        return "<html" in text.casefold()
    if _HTML.search(text[:2048]):
        return True
    return name.casefold().endswith(_HTML_NAMES) or len(_HTML_TAGS.findall(text)) >= _MANY_TAGS


def is_json_lines(head: bytes, name: str) -> bool:
    """A first line that is an object of its own; a broken one counts if the name says JSON Lines."""
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    if not lines or not lines[0].lstrip().startswith(b"{"):
        return name.casefold().endswith((".jsonl", ".ndjson")) and bool(lines)
    if name.casefold().endswith((".jsonl", ".ndjson")):
        return True
    complete = lines if len(head) < HEAD_BYTES else lines[:-1]
    return len(complete) > 1 and all(map(is_object, complete[:3]))


def is_object(line: bytes) -> bool:
    """Whether it is a whole JSON object."""
    try:
        return isinstance(orjson.loads(line), dict)
    except ValueError:
        return False


def is_json(head: bytes, name: str) -> bool:
    """An object or a list with quoted keys or objects near the start."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(WIDE):
        text = head[2:].replace(b"\x00", b"").lstrip()
    return bool(re.match(rb"\{\s*\"|\[\s*\{|\[\s*\]\s*$|\{\s*\}\s*$", text)) or (
        name.casefold().endswith(".json") and text[:1] in {b"{", b"["}
    )


_NEWS_ROOT = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE\s[^>\[]{0,300}(?:\[[^\]]{0,2000}\])?>\s*){0,5}<(?:[\w.-]+:)?"
    rb"(?:nitf|newsItem|newsitem|newsMessage|packageItem|conceptItem|NewsML|rss|RDF|feed|contentSet|inlineXML)[\s>]",
    re.DOTALL,
)


def is_news_xml(head: bytes, _name: str) -> bool:
    """The root element of a news format, whatever pages it carries inside."""
    return bool(_NEWS_ROOT.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096]))


def is_xml(head: bytes, name: str) -> bool:
    """A declaration, or a root element that is no page's."""
    text = head.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip()
    return (
        text.startswith(b"<?xml")
        or is_news_xml(head, name)
        or (name.casefold().endswith((".xml", ".rss", ".atom")) and bool(re.match(rb"<[!\w]", text)))
    )
