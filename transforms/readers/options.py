"""Limits and hints for the readers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits are in bytes. ``fields`` maps a field of an article (``title``, ``text``, ...) to a key of the records."""

    max_bytes: int = 50_000_000
    max_page_bytes: int = 10_000_000
    max_record_bytes: int = 20_000_000
    max_members: int = 1_000_000
    max_depth: int = 3
    max_ratio: int = 200
    max_unpacked_bytes: int = 20_000_000_000
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


DEFAULTS = ReadOptions()
