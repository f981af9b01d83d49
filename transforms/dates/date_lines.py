"""Telling a line that only says when from a line that also says what."""

import re

from transforms.dates.parse import MAX_LENGTH, DateHints, month_numbers, parse_with_span
from transforms.dates.zones import zone_table
from transforms.wordlists import word_set

_DAY_ORDER_UNKNOWN = DateHints(day_first=True)  # enough to see that it is a date
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.UNICODE)
_NUMBER = re.compile(r"\d+")
_RELATIVE = re.compile(
    r"(?:(?:updated|published|posted|modified|last|on|:)\W{0,3}){0,4}"
    r"(?:(?:about\s|over\s)?(?:\d{1,3}|an?|one)\s?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|years?)"
    r"(?:,?\s\d{1,2}\s(?:minutes?|mins?|hours?))?\sago|just now|yesterday|today)\W{0,3}",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"(?:updated|published|posted|last\supdated)\W{0,3}(?:at\s)?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?",
    re.IGNORECASE,
)
_MAX_WORDS = 24
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|last|aktualisiert|mis à jour|actualizado|aggiornato)\b", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s*[|•·]\s*|\s+[-–—/]\s+|\s{3,}|[;,.]?\s+(?=(?:last\s+)?(?:updated?|published|modified|posted)\b)", re.IGNORECASE
)


def is_date_line(text: str) -> bool:
    """True if nothing but a date, a time, a zone and words such as "Updated" stand in the line."""
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or len(text.split()) > _MAX_WORDS:
        return False
    if _RELATIVE.fullmatch(text) or _TIME_OF_DAY.fullmatch(text):
        return True
    if not _NUMBER.search(text):
        return False
    seen = False
    for part in date_parts(text):
        found = parse_with_span(part, _DAY_ORDER_UNKNOWN)
        spans = found[1] if found else ()
        rest = part.replace("\u00a0", " ").replace("\u202f", " ")
        for start, end in spans:
            rest = rest[:start] + " " * (end - start) + rest[end:]
        if not all(_may_stand_beside(word) for word in _WORD.findall(rest)):
            return False
        seen = seen or bool(found) or _is_yearless(part)
        if found and len(_NUMBER.findall(rest)) > 2:  # noqa: PLR2004
            return False
    return seen


def _may_stand_beside(word: str) -> bool:
    known = word_set("transforms.dates", "date_line_words.txt")
    folded = word.casefold()
    return folded in known or word in zone_table() or folded in month_numbers() or word in {"IST", "CST", "AST", "SST"}


def _is_yearless(text: str) -> bool:
    """A month and a day without a year ("Feb. 12"), or a month and a year."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return bool(words & month_numbers().keys()) and bool(_NUMBER.search(text))


def date_parts(text: str) -> tuple[str, ...]:
    """The parts of a date line that hold several dates: "Published ... | Updated ..."."""
    return tuple(part for part in _SPLIT.split(text.strip()) if part)


def published_and_modified(lines: list[str]) -> tuple[str | None, str | None]:
    """The parts of date lines that say when it was published and last changed."""
    published: str | None = None
    modified: str | None = None
    for line in lines:
        for part in _joined_parts(line):
            if _UPDATED.search(part):
                modified = modified or part
            else:
                published = published or part
    return published, modified


def _joined_parts(line: str) -> list[str]:
    """Parts that each hold a day; a part without one (a time, a zone) belongs to the part before it."""
    parts: list[str] = []
    for part in date_parts(line):
        if (parts and parse_with_span(part, _DAY_ORDER_UNKNOWN) is None) or (
            parts and parse_with_span(parts[-1], _DAY_ORDER_UNKNOWN) is None and not _RELATIVE.fullmatch(parts[-1])
        ):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts
