"""Printed dates: shapes, zones, and lines that hold nothing else.

``parse`` reads a date of any usual shape as ``printed``, with the ``zones`` that news prints; ``date_lines`` tells a
line that only says when.
"""

from transforms.dates.date_lines import is_date_line, published_and_modified
from transforms.dates.parse import NO_HINTS, DateHints, parse_time
from transforms.dates.printed import PrintedTime

__all__ = ["NO_HINTS", "DateHints", "PrintedTime", "is_date_line", "parse_time", "published_and_modified"]
