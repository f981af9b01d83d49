"""Columns that only a commit can fill, as it alone knows what the lake has."""

from types import MappingProxyType

ADDED_BY_COMMIT = MappingProxyType(
    {
        "articles": ("revision", "duplicate_group_id", "is_canonical", "run_id"),
        "files": ("run_id",),
        "rejects": ("run_id",),
        "withdrawals": ("run_id",),
    }
)
"""By table: rows are staged without them."""
