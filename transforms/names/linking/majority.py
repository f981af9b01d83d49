"""When most of the evidence points one way."""

from collections.abc import Mapping

_SHARE = 0.8


def dominant(counts: Mapping[str, int]) -> str | None:
    """The key that has at least four fifths of the whole, or None."""
    best = min(counts, key=lambda key: (-counts[key], key), default=None)
    return best if best is not None and counts[best] >= _SHARE * sum(counts.values()) else None
