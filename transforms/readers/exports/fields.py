"""What the exports have in common: lines with a label, paragraphs, and a body whose lines may be wrapped."""

import re
from collections.abc import Iterable
from itertools import pairwise

from transforms.dates import parse_time
from transforms.html.parts import Part
from transforms.readers.item import plain_parts

_BLANK_LINES = re.compile(r"\n[ \t\x0c]*\n\s*")
_SHARE = re.compile(r"(?<!\s)\s*+\(\d{1,3}%\)")
_PAGE = re.compile(r"\s*;\s*(?:Pg|Column|S|p|Pag|Blz)\.?\s*[\dA-Z][^;]{0,20}(?=;|$)")
_MAX_WRAP = 100  # columns
_SENTENCE_ENDS = '.!?"”:'
COPYRIGHT = re.compile(r"^\W*(?:\(c\)|©|copyright\b|all rights reserved)", re.IGNORECASE)
PERIOD = re.compile(r"\b(?:19|20)\d\d\b")


def paragraphs(text: str) -> list[str]:
    """Stretches of a text between blank lines, without white space around them."""
    return [part.strip() for part in _BLANK_LINES.split(text) if part.strip()]


def one_line(text: str) -> str:
    """A value whose lines may be wrapped."""
    return " ".join(text.split())


def body_parts(text: str) -> list[Part]:
    """Paragraphs of a body. Where no line is long and sentences go on over line ends, it was wrapped at some column."""
    body = text.strip("\n")
    lines = [line.strip() for line in body.split("\n")]
    joints = [line for line, below in pairwise(lines) if line and below]
    open_ended = sum(line[-1] not in _SENTENCE_ENDS for line in joints)
    wrapped = max(map(len, lines)) <= _MAX_WRAP and 2 * open_ended > len(joints)
    return plain_parts(body, wrapped=wrapped)


def subjects(value: str | None) -> tuple[str, ...]:
    """Keywords of a field such as "STORMS (90%); PORTS (78%)"."""
    return tuple(dict.fromkeys(filter(None, (one_line(_SHARE.sub("", part)) for part in (value or "").split(";")))))


def section(value: str | None) -> str | None:
    """A section without the page behind it: "NEWS; Pg. 3"."""
    return _PAGE.sub("", one_line(value or "")).strip(" ;") or None


def is_day(line: str) -> bool:
    """Whether a line of a head says on which day, and little else."""
    return bool(PERIOD.search(line)) and len(line) < 80 and parse_time(line) is not None  # noqa: PLR2004


def first_day(lines: Iterable[str]) -> int | None:
    """The place of the first line that says on which day."""
    return next((place for place, line in enumerate(lines) if not COPYRIGHT.match(line) and is_day(line)), None)


def bylines(value: str | None) -> tuple[str, ...]:
    """A field of authors as bylines."""
    return (one_line(value),) if value and value.strip() else ()
