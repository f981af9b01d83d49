"""NewsBank: an outlet with its town and day below each headline, or documents that begin with "Paper:"."""

import re

from transforms.article import RawArticle, Rejected
from transforms.readers.exports.fields import COPYRIGHT, body_parts, bylines, one_line, paragraphs, section
from transforms.readers.item import WireItem, wire_article

FORMAT = "newsbank"
_CITED = re.compile(
    r"^(?P<outlet>[^\n()]{2,80}?)(?: \([^()\n]{2,60}\))? [-–] (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})[ \t]*$",
    re.MULTILINE,
)
_LABELS = (
    "Author", "Byline", "Author/Byline", "Section", "Page", "Edition", "Readability", "Record", "Record Number",
    "Copyright", "OpenURL Link", "Column", "Source", "Dateline", "Index Terms", "Article Bookmark(OpenURL Compliant)",
    "Paper", "Title", "Headline", "Date", "Memo", "Caption",
)  # fmt: skip
_LABEL = re.compile(rf"^({'|'.join(map(re.escape, _LABELS))})[ \t]*:[ \t]*(.*)$")
_ENDED = re.compile(r"^(?:Record|Record Number|Copyright)[ \t]*:|^Copyright\b|^\(c\) ", re.MULTILINE | re.IGNORECASE)
_PAPER = re.compile(r"^Paper[ \t]*:[^\n]*\n(?:[ \t]*\n)?(?=(?:Title|Headline|Date)[ \t]*:)", re.MULTILINE)
_RIGHT_BELOW = re.compile(
    r"\s*(?:Author|Byline|Author/Byline|Section|Page|Edition|Readability|Record|Record Number|OpenURL Link|Column)"
    r"[ \t]*:"
)
_NEAR = 400  # characters before a citation with a headline among them


def documents(text: str) -> list[str]:
    """Documents from headline to headline, or from "Paper:" to "Paper:".

    A heading such as "The long night - April 12, 2019" has a paragraph below, not the labels of a document.
    """
    starts = [match.start() for match in _PAPER.finditer(text)]
    if not starts:
        cited = [match.start() for match in _CITED.finditer(text) if _RIGHT_BELOW.match(text, match.end())]
        starts = [_headline(text, place) for place in cited if text[:place].strip()]
    if not starts or not _ENDED.search(text):
        return []
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document."""
    cited = _CITED.search(document) if not _PAPER.match(document) else None
    heading = one_line(document[: cited.start()]) if cited else None
    parts = paragraphs(document[cited.end() :] if cited else document)
    start = 0
    while start < len(parts) and _are_labels(parts[start]):
        start += 1
    end = len(parts)
    while end > start and (_are_labels(parts[end - 1]) or COPYRIGHT.match(parts[end - 1])):
        end -= 1
    fields = _values(parts[:start])
    for name, value in _values(parts[end:]).items():
        fields.setdefault(name, value)
    outlet = cited["outlet"] if cited else fields.get("Paper", "")
    body = [part for part in parts[start:end] if part.casefold() != "body"]
    item = WireItem(
        uri=uri,
        format=FORMAT,
        title=heading or fields.get("Title") or fields.get("Headline"),
        bylines=bylines(fields.get("Author") or fields.get("Author/Byline") or fields.get("Byline")),
        publisher=re.sub(r"\s*\([^()]*\)$", "", one_line(outlet)) or None,
        published=cited["day"] if cited else fields.get("Date"),
        dateline=fields.get("Dateline"),
        section=section(fields.get("Section")),
        keywords=tuple(filter(None, map(one_line, fields.get("Index Terms", "").split(";")))),
    )
    return wire_article(item, body_parts("\n\n".join(body)))


def _headline(text: str, citation: int) -> int:
    """Where the paragraph above a citation begins."""
    while citation and text[citation - 1].isspace():
        citation -= 1
    first = max(0, citation - _NEAR)
    gap = max(text.rfind("\n\n", first, citation), text.rfind("\n \n", first, citation))
    return gap + 1 if gap >= 0 else first


def _are_labels(paragraph: str) -> bool:
    return all(_LABEL.match(line.strip()) for line in paragraph.split("\n"))


def _values(parts: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        for line in part.split("\n"):
            if (match := _LABEL.match(line.strip())) and match[2]:
                found.setdefault(match[1], match[2].strip())
    return found
