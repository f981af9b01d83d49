"""Printed dates: shapes, zones, and lines that hold nothing else."""

from transforms.dates.date_lines import is_date_line, published_and_modified
from transforms.dates.parse import NO_HINTS, DateHints, parse_time
from transforms.dates.printed import PrintedTime

__all__ = ["NO_HINTS", "DateHints", "PrintedTime", "is_date_line", "parse_time", "published_and_modified"]
