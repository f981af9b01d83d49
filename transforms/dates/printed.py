"""A time as it was printed: its wall clock, how exact it is, and its zone where one is printed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from schemas.vocabulary import Precision


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """``local`` is the naive wall clock; ``offset`` is set only where the zone is printed or known.

    ``zone_source`` is ``offset``, ``zone-name`` or ``publisher`` then.
    """

    local: datetime
    precision: Precision
    offset: timedelta | None = None
    zone_source: str | None = None

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC, None if the zone is unknown or the moment lies outside the calendar."""
        if self.offset is None:
            return None
        try:
            return (self.local - self.offset).replace(tzinfo=UTC)
        except OverflowError:
            return None
