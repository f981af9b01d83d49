"""LexisNexis as its older services wrote it: "1 of 20 DOCUMENTS" or "Document 1 of 20" above each article."""

import re
from dataclasses import dataclass

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.exports.fields import (
    COPYRIGHT,
    body_parts,
    bylines,
    first_day,
    one_line,
    paragraphs,
    section,
    subjects,
)
from transforms.readers.exports.lexis_labels import ABOVE, labelled
from transforms.readers.item import WireItem, wire_article

FORMAT = "lexisnexis"
_NUMBERS = re.compile(
    r"^[ \t\x0c]*(?:\d{1,5} (?:of|von|de|van|di) \d{1,5} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTEN|DOCUMENTI)"
    r"|(?:Document|Dokument|Documento) \d{1,5} (?:of|von|de|van|di) \d{1,5})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_COUNTED = re.compile(
    r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|LONGITUD|LENGTE|LUNGHEZZA):[ \t]*\d|^[ \t]*LOAD-DATE:", re.MULTILINE
)
_EDITION = re.compile(r"\b(?:edition|ausgabe|édition)\b\W*$", re.IGNORECASE)
_TAIL_SHARE = 0.5


def documents(text: str) -> list[str]:
    """What stands below each line that numbers a document."""
    if not _COUNTED.search(text):
        return []
    return [document for document in _NUMBERS.split(text)[1:] if document.strip()]


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document. Outlet, day and headline stand above the labels, or have one."""
    parts = _parted(document)
    fields = _values(parts.labels) | _values(parts.below)
    head = [part for part in parts.above if not COPYRIGHT.match(part)]
    day = first_day(head)
    lines = head[day + 1 :] if day is not None else head[1:]
    titles = [one_line(line) for line in lines if not _EDITION.search(line)]
    item = WireItem(
        uri=uri,
        format=FORMAT,
        title=fields.get("title") or next(iter(titles), None),
        dek=fields.get("dek") or next(iter(titles[1:]), None),
        bylines=bylines(fields.get("byline")),
        publisher=_outlet(head, day),
        url=fields.get("url"),
        published=one_line(head[day]) if day is not None else None,
        dateline=fields.get("dateline"),
        section=section(fields.get("section")),
        keywords=subjects(fields.get("keywords")),
        language=fields.get("language"),
        notes=(fields["note"],) if "note" in fields else (),
    )
    first = [fields["above"]] if fields.get("above") and _opens_body(parts.labels) else []
    body = body_parts("\n\n".join([*first, *parts.text]))
    return wire_article(item, body + [Part(BlockKind.CAPTION, text) for text in filter(None, [fields.get("caption")])])


@dataclass(frozen=True, slots=True)
class _Parts:
    """The paragraphs of a document: what stands above its labels, these, the text, and the labels below it."""

    above: list[str]
    labels: list[str]
    text: list[str]
    below: list[str]


def _parted(document: str) -> _Parts:
    parts = paragraphs(document)
    start = next((i for i, part in enumerate(parts) if _field(part) in ABOVE), len(parts))
    end = start
    while end < len(parts) and _field(parts[end]) in ABOVE:
        end += 1
    tail = _tail(parts, end)
    return _Parts(parts[:start], parts[start:end], parts[end:tail], parts[tail:])


def _outlet(head: list[str], day: int | None) -> str | None:
    """The line above the day; without a day, the first."""
    if not head or day == 0:
        return None
    return one_line(head[0] if day is None else head[day - 1])


def _field(paragraph: str) -> str | None:
    found = labelled(paragraph, capitals=True)
    return found[0] if found else None


def _opens_body(head: list[str]) -> bool:
    """Whether the last label of the head is "BODY:", whose value is the first paragraph."""
    return bool(head) and head[-1].upper().startswith("BODY:")


def _tail(parts: list[str], start: int) -> int:
    """Where the labels below the text begin: a label within the text has mostly paragraphs behind it."""
    tail, shown = len(parts), 0
    for place in range(len(parts) - 1, start - 1, -1):
        if _field(parts[place]) is not None or COPYRIGHT.match(parts[place]):
            shown += 1
            if shown >= _TAIL_SHARE * (len(parts) - place):
                tail = place
    return tail


def _values(parts: list[str]) -> dict[str, str]:
    """Values by field; of several under one field the first."""
    found: dict[str, str] = {}
    for part in parts:
        if (pair := labelled(part, capitals=True)) and pair[1]:
            found.setdefault(pair[0], one_line(pair[1]))
    return found
