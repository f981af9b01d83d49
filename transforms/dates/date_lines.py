"""Telling a line that only says when from a line that also says what."""

import re
from functools import cache
from itertools import pairwise

from transforms.dates.parse import MAX_LENGTH, DateHints, blanked, month_numbers, parse_with_span
from transforms.dates.zones import zone_table
from transforms.wordlists import entries, word_set

PACKAGE = "transforms.dates"

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
_MOST_NUMBERS_BESIDE = 2  # a date: those of a time
_MARK = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+|\s{3,}|\s+(?=\d{1,2}[\s-]min(?:ute)?s?\s+read\b)", re.IGNORECASE)
_READING_TIME = re.compile(
    r"(?:(?:reading\stime|(?:temps\sde\s)?lecture)\W{0,3})?\d{1,2}[\s-]?min(?:ute)?s?(?:\s+(?:read|de\slecture))?\.?",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"source\s?:\s[^\W\d_][^\d]{1,80}", re.IGNORECASE)
# Of a phrase: at a word's begin, or run on behind a time ("6:12 PM GMT+1Updated", "6:12 p.m. ETUpdated").
_BEGIN = r"(?:(?<![^\W\d])|(?-i:(?<=[A-Z]{2}|[ap]m)(?=[A-Z][a-z])))"
_BETWEEN = re.compile(r"(?:(?<=\d)\.)?[\s,;(]*(?:\b(?:and|und|et|y|e|en|og|och))?\s*$", re.IGNORECASE)


@cache
def _changed() -> re.Pattern[str]:
    return _phrases("changed_words.txt")


@cache
def _begins_a_part() -> re.Pattern[str]:
    return _phrases("changed_words.txt", "published_words.txt")


def _phrases(*names: str) -> re.Pattern[str]:
    """Any entry of word lists, the longest first: "last updated" is one phrase."""
    phrases = sorted(
        {entry for name in names for entry in entries(PACKAGE, name)}, key=lambda entry: (-len(entry), entry)
    )
    return re.compile(_BEGIN + "(?:" + "|".join(phrases).replace(" ", r"\s+") + r")(?!\w)", re.IGNORECASE)


def is_date_line(text: str) -> bool:
    """True if nothing but a date, a time, a zone and words such as "Updated" stand in the line."""
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or len(text.split()) > _MAX_WORDS:
        return False
    if _RELATIVE.fullmatch(text) or _TIME_OF_DAY.fullmatch(text):
        return True
    if not _NUMBER.search(text):
        return False
    told = [_tells_only_day(part) for part in _date_parts(text)]
    return None not in told and any(told)


def _tells_only_day(part: str) -> bool | None:
    """Whether a part of a line tells a day; None if it tells more than that and what may stand beside it."""
    found = parse_with_span(part, _DAY_ORDER_UNKNOWN)
    rest = blanked(part.replace("\u00a0", " ").replace("\u202f", " "), *(found.spans if found else ()))
    if not all(_may_stand_beside(word) for word in _WORD.findall(rest)):
        return None
    if found:
        return True if len(_NUMBER.findall(rest)) <= _MOST_NUMBERS_BESIDE else None
    return _is_yearless(part)


def says_only_when(line: str) -> bool:
    """Whether a line of dates has no word for what happened then, such as "Published" or "Updated"."""
    return _begins_a_part().search(line) is None


def _may_stand_beside(word: str) -> bool:
    known = word_set(PACKAGE, "date_line_words.txt")
    folded = word.casefold()
    return folded in known or word in zone_table() or folded in month_numbers() or word in {"IST", "CST", "AST", "SST"}


def _is_yearless(text: str) -> bool:
    """A month and a day without a year ("Feb. 12"), or a month and a year."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return bool(words & month_numbers().keys()) and bool(_NUMBER.search(text))


def _date_parts(text: str) -> tuple[str, ...]:
    """The parts of a date line with several dates, "Published ... | Updated ...".

    How long it takes to read, and whose text it is ("3 May 2024 | Source: Vellmar Trams"), are left out.
    """
    parts = (part for marked in _MARK.split(text.strip()) for part in _cut_at_phrases(marked))
    return tuple(part for part in parts if part and not (_READING_TIME.fullmatch(part) or _SOURCE.fullmatch(part)))


def _cut_at_phrases(text: str) -> list[str]:
    """Pieces that begin with "Published" or "and last updated", and what stands before the first of them."""
    starts = [match.start() for match in _begins_a_part().finditer(text)]
    cuts = [0, *(start for start in starts if start), len(text)]
    pieces = [text[start:end] for start, end in pairwise(cuts)]
    return [*(_BETWEEN.sub("", piece) for piece in pieces[:-1]), pieces[-1]]


def published_and_modified(lines: list[str]) -> tuple[str | None, str | None]:
    """The parts of date lines that say when it was published and last changed."""
    published: str | None = None
    modified: str | None = None
    for line in lines:
        for part in _joined_parts(line):
            if _changed().search(part):
                modified = modified or part
            else:
                published = published or part
    return published, modified


def _joined_parts(line: str) -> list[str]:
    """Parts that each hold a day; a part without one (a time, a zone) belongs to the part before it.

    "Updated 10:15" stands by itself behind a day: which day it means is open.
    """
    parts: list[str] = []
    for part in _date_parts(line):
        if parts and (not _says_day(parts[-1]) or not (_says_day(part) or _begins_a_part().match(part))):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def _says_day(part: str) -> bool:
    found = parse_with_span(part, _DAY_ORDER_UNKNOWN) is not None
    return found or _is_yearless(part) or bool(_RELATIVE.fullmatch(part))
