"""Factiva without field codes, as it is printed: headline, words, day, outlet, copyright, text, "Document VELP0001"."""

import re
from dataclasses import dataclass

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected
from transforms.readers.exports.fields import COPYRIGHT, body_parts, bylines, first_day, one_line
from transforms.readers.item import WireItem, wire_article

FORMAT = "factiva"
_END = re.compile(
    r"^[ \t]*(?:Document|Documento|Dokument)[ \t]+(?=\w*\d)([A-Z][A-Za-z0-9]{15,39})[ \t]*$", re.MULTILINE
)
_WORDS = re.compile(r"^[ \t]*\d[\d.,]* (?:words|mots|Wörter|palabras|parole|woorden)[ \t]*$")
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:GMT|UTC|AM|PM))?", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|di)\s", re.IGNORECASE)
_HEAD_LINES = 16
_NAME_WORDS = 8
_LANGUAGES = frozenset({"English", "French", "German", "Spanish", "Italian", "Dutch", "Portuguese", "Russian"})


def documents(text: str) -> list[str]:
    """What stands above each line with a document's number, that line included; what follows the last is none."""
    if not any(map(_WORDS.match, text.split("\n"))):
        return []
    found, start = [], 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()])
        start = end.end()
    return found


def read(document: str, uri: str) -> RawArticle | Rejected:
    """The article of one document. Its words are counted between what says who wrote it and what says when."""
    number = _END.search(document)
    lines = document[: number.start() if number else None].strip("\n").split("\n")
    counted = next((place for place, line in enumerate(lines) if _WORDS.match(line)), None)
    if counted is None:
        return Rejected(uri, RejectReason.MALFORMED, "a document without the line that counts its words")
    above = _above(lines[:counted])
    head = [one_line(line) for line in lines[counted + 1 : counted + 1 + _HEAD_LINES]]
    told = _told_below(head)
    item = WireItem(
        uri=uri,
        format=FORMAT,
        provider_id=f"urn:factiva:{number[1]}" if number else None,
        title=above.title,
        bylines=bylines(above.byline),
        publisher=told.outlet,
        published=told.published,
        section=above.section,
        language=told.language,
    )
    return wire_article(item, body_parts("\n".join(lines[counted + 1 + _body(head) :])))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the lines below the count of words tell."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None


def _told_below(head: list[str]) -> _Told:
    """The day with its time, the outlet right below, and the language further down."""
    day = first_day(head)
    if day is None:
        return _Told()
    after = [line for line in head[day + 1 :] if line]
    time = [after.pop(0)] if after and _TIME.fullmatch(after[0]) else []
    return _Told(
        published=" ".join([head[day], *time]),
        outlet=after[0] if after and not COPYRIGHT.match(after[0]) else None,
        language=next((line for line in after[1:] if line in _LANGUAGES), None),
    )


def _body(head: list[str]) -> int:
    """Where the text begins: below the line that says whose it is, else at the first blank one."""
    owned = next((place for place, line in enumerate(head) if COPYRIGHT.match(line)), None)
    if owned is not None:
        return owned + 1
    return next((place for place, line in enumerate(head) if not line), 0)


@dataclass(frozen=True, slots=True)
class _Above:
    """What the lines above the count of words tell."""

    title: str | None = None
    byline: str | None = None
    section: str | None = None


def _above(lines: list[str]) -> _Above:
    """Headline, byline and section of the lines above the count: the byline touches it, or says "By"."""
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", "\n".join(lines).strip()) if block.strip()]
    flat = [one_line(line) for block in blocks for line in block]
    if not flat:
        return _Above()
    is_alone = len(blocks) > 1 and len(blocks[-1]) == 1 and bool(lines[-1].strip())
    is_named = _BY.match(flat[-1]) or (is_alone and len(flat[-1].split()) <= _NAME_WORDS)
    byline = flat.pop() if is_named and len(flat) > 1 else None
    section = flat[0] if len(flat) > 1 and len(flat[0].split()) <= 3 else None  # noqa: PLR2004
    return _Above(" ".join(flat[1:] if section else flat), byline, section)
