"""Time zones as news prints them: offsets, and the abbreviations that mean one thing only."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from transforms.wordlists import pairs

_OFFSET = re.compile(r"(?:\b(?:GMT|UTC)\s?)?(?<![\d-])([+\-−])(\d{1,2})(?::?(\d{2}))?(?![\d:])\)?", re.IGNORECASE)
_NAME = re.compile(r"(?<![A-Za-z])([A-Z]{1,4})(?![A-Za-z])")
_MAX_OFFSET_MINUTES = 14 * 60


@cache
def zone_table() -> dict[str, str]:
    """Abbreviation to IANA zone or minutes east of Greenwich."""
    return dict(pairs("transforms.dates", "zones.tsv"))


@dataclass(frozen=True, slots=True)
class Zone:
    """A printed zone: its offset from universal time, by what that is told, and where."""

    offset: timedelta
    source: str
    span: tuple[int, int]


def find_zone(text: str, local: datetime) -> Zone | None:
    """The zone printed in ``text``, for the wall clock it stands beside."""
    if match := _OFFSET.search(text):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes <= _MAX_OFFSET_MINUTES:
            sign = 1 if match[1] == "+" else -1
            return Zone(timedelta(minutes=sign * minutes), "offset", match.span())
    for match in _NAME.finditer(text):
        if (offset := named_offset(match[1], local)) is not None:
            return Zone(offset, "offset" if match[1] == "Z" else "zone-name", match.span())
    return None


def named_offset(name: str, local: datetime) -> timedelta | None:
    """Offset of a zone abbreviation (``EST``, ``ET``) or IANA name at a wall-clock time, None if unknown."""
    value = zone_table().get(name, name if "/" in name else "")
    if not value:
        return None
    if "/" not in value:
        return timedelta(minutes=int(value))
    try:
        return ZoneInfo(value).utcoffset(local)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
