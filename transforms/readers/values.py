"""Values of records, of whatever type, as text: numbers, times, lists, and objects that hold a text."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias

Value: TypeAlias = object

MAX_TEXTS = 200
"""Of a list of names or addresses; of a body in paragraphs fifty times as many."""

_EPOCH_MS = 100_000_000_000
_SERIAL_ZERO = datetime(1899, 12, 30)  # of the 1900 system, from March 1900 on: before, Excel counts a day too many
_SERIAL_DAYS = range(25_569, 60_000)  # 1970 to 2064; days since 1970, as Parquet counts them, are fewer until 2040


def as_text(value: Value) -> str | None:  # noqa: PLR0911  (one return for each type)
    """A value as text: numbers and times printed, lists of texts as paragraphs, objects by their name."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float):
        return moment(value) or str(value)
    if isinstance(value, list | tuple):
        return "\n".join(filter(None, map(as_text, value[: MAX_TEXTS * 50]))) or None
    if isinstance(value, Mapping):
        if line := _as_line(value):
            return line
        if "sections" in value or "paragraphs" in value:  # an article body in parts
            parts = (as_text(value.get(key)) for key in ("summary", "headline", "paragraphs", "sections"))
            return "\n".join(filter(None, parts)) or None
        if isinstance(value.get("value"), str) and value.get("name"):  # "subject": its name says of which kind it is
            return as_text(value["value"])
        keys = ("name", "title", "main", "original", "text", "value", "rendered", "content", "summary")
        return next(filter(None, (as_text(value.get(key)) for key in keys)), None)
    return None


def as_body(value: Mapping[str, Value]) -> str | None:
    """The text of an object that a body is: of one in parts, or under a key that holds no name."""
    if "sections" in value or "paragraphs" in value:
        return as_text(value)
    if line := _as_line(value):
        return line
    keys = ("rendered", "text", "value", "content", "body")
    return next(filter(None, (as_text(value.get(key)) for key in keys)), None)


def _as_line(value: Mapping[str, Value]) -> str | None:
    """A paragraph as editors on the web keep it: an object with a type and pieces, of which some are bold or links."""
    pieces = value.get("children") or value.get("content")
    if not isinstance(value.get("type"), str) or not isinstance(pieces, list):
        return None
    texts = [piece.get("text") if isinstance(piece, Mapping) else None for piece in pieces]
    return "".join(map(str, texts)).strip() if all(isinstance(text, str) for text in texts) else None


def as_body_of_parts(values: Sequence[Value]) -> str | None:
    """The text of a body that is a list of parts, each a text or an object."""
    return "\n".join(filter(None, map(_as_part, values[: MAX_TEXTS * 50]))) or None


def _as_part(value: Value) -> str | None:
    """One of the parts that a body is a list of: the text of an object, below its heading."""
    body = as_body(value) if isinstance(value, Mapping) else None
    if body is None:
        return as_text(value)
    heading = as_text(value.get("title") or value.get("heading")) if isinstance(value, Mapping) else None
    return f"{heading}\n{body}" if heading and heading != body else body


def moment(value: float) -> str | None:
    """A number that can only be a Unix time, as ISO 8601 in UTC."""
    if 500_000_000 < value < 4_000_000_000 or 500_000_000_000 < value < 4_000_000_000_000:  # noqa: PLR2004
        seconds = value / 1000 if value > _EPOCH_MS else value
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    return None


def spreadsheet_moment(value: float) -> str | None:
    """A number that can be a day as spreadsheets count them, with the time of day as its fraction, in ISO 8601."""
    if int(value) not in _SERIAL_DAYS:
        return None
    at = _SERIAL_ZERO + timedelta(seconds=round(value * 86_400))
    return (at.date() if at.time() == time() else at).isoformat()


def as_texts(value: Value, *, split: bool = True) -> tuple[str, ...]:
    """A value as a list of texts; a text that looks like a list, or holds commas, is taken apart."""
    if isinstance(value, str):
        text = value.strip()
        if text.startswith("[") and text.endswith("]"):
            parts = re.findall(r"""["']((?:[^"'\\]|\\.|(?<=\w)'(?=\w)){1,200})["']""", text)
            return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
        return (
            tuple(dict.fromkeys(part.strip() for part in re.split(r"[,;|]", text) if part.strip()))
            if split
            else (text,) * bool(text)
        )
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(filter(None, map(as_text, value[:MAX_TEXTS]))))
    text_value = as_text(value)
    return (text_value,) if text_value else ()
