"""ProQuest: documents between rulers, or counted, whose fields are labelled lines ("Publication title: ...")."""

import re

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected
from transforms.byline import family_names_first
from transforms.readers.exports.fields import body_parts, bylines, one_line, section
from transforms.readers.item import WireItem, wire_article

FORMAT = "proquest"
_RULER = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
_LABEL = re.compile(
    r"^(Author|Authors|Publication info|Abstract|Links|Full text|Subject|Location|People|Company / organization|Title"
    r"|Publication title|First page|Pages|Number of pages|Publication year|Publication date|Year|Section|Publisher"
    r"|Place of publication|Country of publication|Publication subject|ISSN|e-?ISSN|Source type|Language of publication"
    r"|Language|Document type|ProQuest document ID|Document URL|Copyright|Last updated|Database|Classification"
    r"|Identifier / keyword|Issue|Volume|Dateline|Column|Credit|Illustration|Word count|DOI|Business indexing term"
    r"|Alternate title|Document feature|Accession number|Supplement|CODEN|Caption|Correspondence author"
    r"|Publication date \(print\)|Online publication date):[ \t]*",
    re.MULTILINE,
)
_KNOWN = re.compile(r"^(?:ProQuest document ID|Publication title):", re.MULTILINE)
_PLACE = re.compile(r"\s*[;:]\s.*$")
_NUMBER = re.compile(r"^\s*Document \d+ of \d+\s*$", re.MULTILINE)


def documents(text: str) -> list[str]:
    """What stands between rulers, or lines like "Document 1 of 20", and has fields of ProQuest."""
    border = _RULER if _RULER.search(text) else _NUMBER
    if not border.search(text) or not _KNOWN.search(text):
        return []
    return [document for document in border.split(text) if _KNOWN.search(document) or "\nFull text:" in document]


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document; one of which the export has no text is ``summary_only``."""
    document = _NUMBER.sub("", document).strip()
    fields = _fields(document)
    marks = _LABEL.search(document)
    heading = one_line(document[: marks.start()]) if marks else ""
    text = fields.get("Full text", "")
    if not text:
        return Rejected(uri, RejectReason.SUMMARY_ONLY, "the export has no full text of it; choose one with it")
    number = fields.get("ProQuest document ID")
    item = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=f"urn:proquest:{one_line(number)}" if number else None,
        title=one_line(fields.get("Title", "")) or heading or None,
        bylines=_authors(one_line(fields.get("Author") or fields.get("Authors") or "")),
        publisher=_PLACE.sub("", one_line(fields.get("Publication title", ""))) or None,
        published=one_line(fields.get("Publication date", "")) or None,
        dateline=one_line(fields.get("Dateline", "")) or None,
        section=section(fields.get("Section")),
        keywords=tuple(dict.fromkeys(filter(None, map(one_line, fields.get("Subject", "").split(";"))))),
        language=one_line(fields.get("Language of publication", "")) or None,
    )
    return wire_article(item, body_parts(text))


def _fields(document: str) -> dict[str, str]:
    """Values by label. Labels within the full text are its own: it goes on until a row of them ends the document."""
    marks = list(_LABEL.finditer(document))
    opening = next((i for i, mark in enumerate(marks) if mark[1] == "Full text"), None)
    if opening is not None:
        first = len(marks)
        while first > opening + 1 and _is_short(document, marks, first - 1):
            first -= 1
        marks = marks[: opening + 1] + marks[first:]
    ends = [mark.start() for mark in marks[1:]] + [len(document)]
    found: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        found.setdefault(mark[1], document[mark.end() : end].strip())
    return found


def _authors(value: str) -> tuple[str, ...]:
    """Names of a field that has family names first."""
    return family_names_first(value, certain=True) or bylines(value)


def _is_short(document: str, marks: list[re.Match[str]], place: int) -> bool:
    """A field of one paragraph, as those below a text are."""
    end = marks[place + 1].start() if place + 1 < len(marks) else len(document)
    return "\n\n" not in document[marks[place].start() : end].strip()
