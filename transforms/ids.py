"""Ids: derived from what a row is, so that the same input gives the same id on every machine."""

import hashlib

from schemas.ids import ID_LENGTH


def derive_id(*parts: object) -> str:
    """The id of whatever ``parts`` name; equal parts give equal ids."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
