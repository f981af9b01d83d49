"""A file that lies elsewhere: what is known of it before it is fetched, and what may keep it from being fetched."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from schemas.vocabulary import RejectReason

WEB = ("http", "https")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True, slots=True)
class RemoteFacts:
    """What is known of a remote file before it is fetched. ``tag`` stands for its content, ``charset`` is declared."""

    size: int | None = None
    tag: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A remote file by its URI."""

    uri: str
    facts: RemoteFacts

    @property
    def name(self) -> str:
        """Its last part, as a hint at its format."""
        path = unquote(urlsplit(self.uri).path) if is_web(self.uri) else self.uri
        return path.rstrip("/").rsplit("/", 1)[-1]


class RemoteError(Exception):
    """A remote file could not be had."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def is_remote(pattern: str) -> bool:
    """Whether an input names something elsewhere (``s3://...``) and no local path."""
    return bool(_SCHEME.match(pattern)) and not os.path.exists(pattern)


def is_web(uri: str) -> bool:
    """Whether a URI is one of the web."""
    return urlsplit(uri).scheme.casefold() in WEB


def limited(chunks: Iterable[bytes], facts: RemoteFacts, limit: int) -> Iterator[bytes]:
    """The bytes of a file as they come.

    Raises:
        RemoteError: the server says, or it turns out, that they are more than ``limit``.
    """
    refuse_larger(facts.size or 0, limit)
    size = 0
    for chunk in chunks:
        size += len(chunk)
        refuse_larger(size, limit)
        yield chunk


def refuse_larger(size: int, limit: int) -> None:
    """Raise a ``RemoteError`` if ``size`` bytes are more than ``limit``."""
    if size > limit:
        raise RemoteError(RejectReason.TOO_LARGE, f"more than {limit} bytes, the setting max_remote_bytes")
