"""Reading printed dates of any usual shape. Nothing is guessed: what the text leaves open stays open."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from schemas.vocabulary import Precision
from transforms.dates.printed import PrintedTime
from transforms.dates.zones import find_zone, named_offset
from transforms.wordlists import pairs

MAX_LENGTH = 300  # no date line is longer; bounds the work on hostile input


@dataclass(frozen=True, slots=True)
class DateHints:
    """What is known about a source beyond its text: day order of ``12/02``, its zone, and a day to count back from."""

    day_first: bool | None = None
    zone: str | None = None
    reference: datetime | None = None


NO_HINTS = DateHints()


@dataclass(frozen=True, slots=True)
class LocatedTime:
    """A time, and the spans of the text that tell it: day, time of day, zone."""

    time: PrintedTime
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int
    day: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day, to the second if one is printed."""

    hour: int
    minute: int
    second: int | None
    microsecond: int
    span: tuple[int, int]

    @property
    def precision(self) -> Precision:
        return Precision.MINUTE if self.second is None else Precision.SECOND

    def on(self, day: datetime) -> datetime:
        return day.replace(hour=self.hour, minute=self.minute, second=self.second or 0, microsecond=self.microsecond)


@cache
def month_numbers() -> dict[str, int]:
    """Month name or abbreviation, lower case, to its number."""
    rows = pairs("transforms.dates", "months.tsv")
    names = {name: int(number) for number, names in rows for name in names.split()}
    return {**{_undotted(name): number for name, number in names.items()}, **names}


def _undotted(name: str) -> str:
    """In small letters, with one kind of i: the patterns take Turkish ones for it."""
    return name.casefold().replace("\u0307", "").replace("\u0131", "i")


@cache
def _day_patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, month_numbers()), key=lambda name: (-len(name), name)))
    month = rf"(?P<month>{names})\b\.?"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?"
    year = rf"(?P<year>(?:1[6-9]|20)\d\d)(?:(?!\d)|{_RUN_ON_TIME})"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?<!\d)(?P<year>(?:1[6-9]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
            rf"\b{month}\s{{0,3}}{day},?\s{{0,3}}(?:,|at|in)?\s{{0,3}}{year}",
            rf"{day}\.?\s{{0,3}}[-/]?(?:de\s|of\s)?\s{{0,3}}{month}\s{{0,3}}[-/]?,?\s{{0,3}}(?:de\s|del\s)?\s{{0,3}}{year}",
            # Unix date: Fri Apr 28 19:20:36 CEST 2023
            rf"\b{month}\s{{1,3}}{day}\s(?=\d\d?:\d\d:\d\d\s(?:[A-Z]{{3,5}}\s)?(?P<year>(?:19|20)\d\d)\b)",
            rf"\b{year},?\s{{1,3}}{month}\s{{1,3}}{day}(?!\d)",
            r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
            r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        )
    )


_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?!\d)")
_COMPACT = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
    r"(?=T\d{6}|T\d{4}\b|[0-2]\d[0-5]\d[0-5]\d(?!\d)|\b)"
)
_TIME = re.compile(
    r"(?<![\d:.+\-−])(?P<hour>\d{1,2})(?:\s?[:.hH時]\s?(?P<minute>\d{2})(?!\d)分?)?(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<half>[ap])\.?\s?m\b\.?",
    re.IGNORECASE,
)
_TIME_24 = re.compile(
    r"(?<![\d:.+\-−])(?P<hour>\d{1,2})\s?[:.hH時](?P<minute>\d{2})(?!\d)分?(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
)
_TIME_COMPACT = re.compile(r"(?:T|(?=\d{6}(?!\d)))(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?")
_TIME_BARE = re.compile(r"(?<![\d:.+\-−])(?P<hour>[012]\d)(?P<minute>[0-5]\d)\s?(?=(?:GMT|UTC|hrs|hours)\b)")
_SMALL_Z = re.compile(r"z(?!\w)")  # right behind the time, as in "T10:30:00z"; elsewhere it is a word, as in Polish
_AGO = re.compile(r"\b(\d{1,3}|an?|one)\s(minute|min|hour|hr|day|week)s?\sago\b", re.IGNORECASE)
_AGO_SHORT = re.compile(r"^(\d{1,3})(m|h|d|w)(?:\sago)?$", re.IGNORECASE)
# "May 4, 20256:12 PM", where a page shows the time in an element of its own
_RUN_ON_TIME = r"(?=\d{1,2}[:.]\d\d(?!\d))"
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_TWO_DIGIT_PIVOT = 70
_LAST_MONTH, _LAST_HOUR, _HALF_DAY, _LAST_MINUTE = 12, 23, 12, 59
_LEAP_SECOND = 60  # read as 59: the calendar of Python has none


def parse_time(text: str, hints: DateHints = NO_HINTS) -> PrintedTime | None:
    """The first date of a date line or field, None where the text does not settle one.

    Dates without a year, dates like 12/02/2025 without a known day order, and relative dates without a reference
    are not settled.
    """
    found = parse_with_span(text, hints)
    return found.time if found else None


def parse_with_span(text: str, hints: DateHints = NO_HINTS) -> LocatedTime | None:
    """Like :func:`parse_time`, with the spans of ``text`` that were read."""
    text = text[:MAX_LENGTH].replace("\u00a0", " ").replace("\u202f", " ")
    day = _find_day(text, hints.day_first)
    if day is None:
        return _relative(text, hints)
    try:
        local = datetime(day.year, day.month, day.day)
    except ValueError:
        return None
    rest = blanked(text, day.span)
    clock = _find_clock(rest, after=day.span[1])
    if clock is None:
        return LocatedTime(PrintedTime(local, Precision.DAY), (day.span,))
    local = clock.on(local)
    zone = find_zone(_with_capital_z(blanked(rest, clock.span), clock.span[1]), local)
    if zone is not None:
        time = PrintedTime(local, clock.precision, zone.offset, zone.source)
        return LocatedTime(time, (day.span, clock.span, zone.span))
    known = named_offset(hints.zone, local) if hints.zone else None
    time = PrintedTime(local, clock.precision, known, "publisher" if known is not None else None)
    return LocatedTime(time, (day.span, clock.span))


def blanked(text: str, *spans: tuple[int, int]) -> str:
    """A text with blanks for some spans."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _with_capital_z(text: str, at: int) -> str:
    """A text with the sign for universal time as zones are told by it, where a small one stands."""
    return f"{text[:at]}Z{text[at + 1 :]}" if _SMALL_Z.match(text, at) else text


def _find_day(text: str, day_first: bool | None) -> _Day | None:
    best: _Day | None = None
    for pattern in _day_patterns():
        if (match := pattern.search(text)) and (best is None or match.start() < best.span[0]):
            month = _undotted(match["month"])
            number = int(month) if month.isdigit() else month_numbers()[month]
            best = _Day(int(match["year"]), number, int(match["day"]), match.span())
    if best is not None:
        return best
    if match := _COMPACT.search(text):
        return _Day(int(match["year"]), int(match["month"]), int(match["day"]), match.span())
    if match := _NUMERIC.search(text):
        return _numeric_day(match, day_first)
    return None


def _numeric_day(match: re.Match[str], day_first: bool | None) -> _Day | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:  # noqa: PLR2004
        year += 1900 if year >= _TWO_DIGIT_PIVOT else 2000
    if first == second or (first > _LAST_MONTH >= second) or match[2] == ".":
        day_first = True  # where dots part the numbers, the day comes first
    elif second > _LAST_MONTH >= first:
        day_first = False
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _Day(year, month, day, match.span())


def _find_clock(text: str, after: int) -> _Clock | None:
    if match := _TIME.search(text):
        hour = int(match["hour"])
        if 1 <= hour <= _HALF_DAY:
            hour = hour % _HALF_DAY + (_HALF_DAY if match["half"] in "pP" else 0)
        return _clock(hour, match)
    for pattern in (_TIME_24, _TIME_BARE):
        if (match := pattern.search(text)) and (clock := _clock(int(match["hour"]), match)):
            return clock
    if match := _TIME_COMPACT.match(text, after):
        return _clock(int(match["hour"]), match)
    return None


def _clock(hour: int, match: re.Match[str]) -> _Clock | None:
    """The time of day at a match, None if no clock shows it ("12:75")."""
    groups = match.groupdict()
    minute, second = int(groups["minute"] or 0), groups.get("second")
    if hour > _LAST_HOUR or minute > _LAST_MINUTE or (second and int(second) > _LEAP_SECOND):
        return None
    micro = int((groups.get("fraction") or "0")[:6].ljust(6, "0"))
    return _Clock(hour, minute, min(int(second), _LAST_MINUTE) if second else None, micro, match.span())


def _relative(text: str, hints: DateHints) -> LocatedTime | None:
    match = _AGO.search(text) or _AGO_SHORT.match(text.strip())
    if hints.reference is None or match is None:
        return None
    unit = match[2].casefold()
    count = int(match[1]) if match[1].isdigit() else 1
    moment = hints.reference - timedelta(**{_UNITS[unit[0]]: count})
    if unit[0] in "dw":
        time = PrintedTime(moment.replace(hour=0, minute=0, second=0, microsecond=0), Precision.DAY)
    else:
        time = PrintedTime(moment.replace(second=0, microsecond=0), Precision.MINUTE)
    return LocatedTime(time, (match.span(),))
