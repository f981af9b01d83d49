"""Nexis Uni and its like: headline, outlet and day in lines, "Body" above the text, "End of Document" below."""

import re
from itertools import chain

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import RawArticle, Rejected
from transforms.html.parts import Part
from transforms.readers.exports.fields import (
    COPYRIGHT,
    body_parts,
    bylines,
    first_day,
    one_line,
    section,
    subjects,
)
from transforms.readers.exports.lexis_labels import labelled
from transforms.readers.item import WireItem, wire_article

FORMAT = "lexisnexis"
_END = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento)[ \t]*$", re.MULTILINE
)
_LENGTH = re.compile(
    r"^[ \t]*(?:Length|Länge|Longueur|Longitud)[ \t]*:[ \t]*\d[\d.,]*[ \t]*(?:words?|mots?|Wörter|Wort|palabras?)\b",
    re.MULTILINE,
)
_BODY = re.compile(r"^[ \t]*(?:Body|Volltext|Corps|Cuerpo)[ \t]*$", re.MULTILINE)
_BELOW = re.compile(r"^[ \t]*(?P<name>Graphic|Classification|Notes|Correction)[ \t]*$", re.MULTILINE)
_MAX_TITLE_LINES = 3


def documents(text: str) -> list[str]:
    """What stands above each line that ends a document; one at least counts its words above its body."""
    counted = _LENGTH.search(text) if _END.search(text) else None
    if counted is None or not _BODY.search(text, counted.end()):
        return []
    found = _END.split(text)
    return [document for document in found if _BODY.search(document) or _LENGTH.search(document)]


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document; a cover page above the first one is passed over."""
    length = _LENGTH.search(document)
    opening = _BODY.search(document, length.start() if length else 0)
    if opening is None:
        return Rejected(uri, RejectReason.MALFORMED, "a document without the line that opens its body")
    head = document[: opening.start()].splitlines()
    text, below = _below(document[opening.end() :])
    counted = next((place for place, line in enumerate(head) if _counts_words(line)), len(head))
    day = _last_day(head[:counted])
    title, outlet = _title_and_outlet(head, day)
    fields = _fields(head if day is None else head[day + 1 :], below.get("Classification", "").splitlines())
    item = WireItem(
        uri=uri,
        format=FORMAT,
        title=title,
        bylines=bylines(fields.get("byline")),
        publisher=outlet,
        url=fields.get("url"),
        published=one_line(head[day]) if day is not None else None,
        dek=fields.get("dek"),
        dateline=fields.get("dateline"),
        section=section(fields.get("section")),
        keywords=subjects(fields.get("keywords")),
        language=fields.get("language"),
        notes=tuple(filter(None, (one_line(below.get(name, "")) for name in ("Correction", "Notes")))),
    )
    captions = [Part(BlockKind.CAPTION, one_line(below["Graphic"]))] if below.get("Graphic") else []
    return wire_article(item, body_parts(text) + captions)


def _counts_words(line: str) -> bool:
    pair = labelled(line, capitals=False)
    return pair is not None and pair[0] == "length"


def _fields(*lines: list[str]) -> dict[str, str]:
    """Values by field; of several under one field the first."""
    pairs = [pair for line in chain.from_iterable(lines) if (pair := labelled(line, capitals=False))]
    return dict(reversed(pairs))


def _last_day(head: list[str]) -> int | None:
    """The line with the day of publication: the last above the labels, since a cover page has one, too."""
    places = [
        place
        for place in range(len(head))
        if first_day([head[place]]) == 0 and not labelled(head[place], capitals=False)
    ]
    return places[-1] if places else None


def _title_and_outlet(head: list[str], day: int | None) -> tuple[str | None, str | None]:
    """The last two things above the day: the headline, and the outlet in one line. Without a day, a headline only."""
    kept = [line for line in head[: 1 if day is None else day] if not COPYRIGHT.match(line)]
    _drop_blank(kept)
    if not kept:
        return None, None
    last = one_line(kept.pop())
    if day is None:
        return last, None
    gap = bool(kept) and not kept[-1].strip()
    _drop_blank(kept)
    title: list[str] = []
    while kept and kept[-1].strip():
        title.insert(0, kept.pop())
    if not gap or len(title) > _MAX_TITLE_LINES:
        title = title[-1:]
    return (one_line(" ".join(title)), last) if title else (None, None)


def _drop_blank(lines: list[str]) -> None:
    """Take the blank lines off the end."""
    while lines and not lines[-1].strip():
        lines.pop()


def _below(text: str) -> tuple[str, dict[str, str]]:
    """The body, and what stands under each heading behind it. Above "Classification" one may be the text's own."""
    marks = list(_BELOW.finditer(text))
    last = next((i for i, mark in enumerate(marks) if mark["name"] == "Classification"), None)
    if last is None:
        lines = text.rstrip().splitlines()
        while lines and (not lines[-1].strip() or labelled(lines[-1], capitals=False)):
            lines.pop()
        return "\n".join(lines), {}
    first = last
    while first and marks[first - 1]["name"] not in {mark["name"] for mark in marks[first:last]}:
        first -= 1
    marks = marks[first : last + 1]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return text[: marks[0].start()], {
        mark["name"]: text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)
    }
