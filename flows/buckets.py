"""Files in object stores: which of them a pattern stands for, and their bytes. Through obstore."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flows.errors import UsageError
from flows.remote_file import RemoteError, RemoteFacts, RemoteFile
from schemas.vocabulary import RejectReason
from warehouse.object_stores import first_line, storage_advice, store

if TYPE_CHECKING:
    from obstore.store import ObjectStore

_GLOB = re.compile(r"[*?\[]")
_CHUNK = 1 << 20


def find(pattern: str) -> list[RemoteFile]:
    """The objects that a pattern stands for: one, all below a prefix, or those of a glob.

    Names that begin with a dot are passed over below a prefix, as they are in folders.

    Raises:
        UsageError: it stands for nothing, or the store can't be listed.
    """
    scheme, bucket, key = _parts(pattern)
    if not bucket:
        raise UsageError(f"{pattern}: name a bucket, as in {scheme}://bucket/folder/")
    try:
        found = [
            RemoteFile(f"{scheme}://{bucket}/{meta['path']}", RemoteFacts(meta["size"], _tag(meta["e_tag"])))
            for meta in _objects(store(scheme, bucket), key)
        ]
    except Exception as error:
        raise UsageError(f"{pattern}: {storage_advice(error)}") from error
    if not found:
        raise UsageError(f"{pattern}: no such object, and none below it")
    return found


@contextmanager
def opened(uri: str) -> Iterator[tuple[RemoteFacts, Iterator[bytes]]]:
    """What the store says of an object now, and its bytes as they come.

    Raises:
        RemoteError: also while the bytes are taken.
    """
    import obstore  # noqa: PLC0415  (only remote input needs it)

    scheme, bucket, key = _parts(uri)
    try:
        result = obstore.get(store(scheme, bucket), key)
    except Exception as error:
        raise _trouble(error) from error
    facts = RemoteFacts(result.meta["size"], _tag(result.meta["e_tag"]))
    yield facts, _bytes(result.stream(min_chunk_size=_CHUNK))


def _parts(uri: str) -> tuple[str, str, str]:
    """Scheme, bucket and key."""
    scheme, rest = uri.split("://", 1)
    bucket, _, key = rest.partition("/")
    return scheme.casefold(), bucket, key


def _objects(store: "ObjectStore", key: str) -> Iterator[Mapping[str, Any]]:
    """What the store says of each object that a key stands for."""
    import obstore  # noqa: PLC0415  (only remote input needs it)

    if key and not key.endswith("/") and not _GLOB.search(key):
        try:
            yield obstore.head(store, key)
        except FileNotFoundError:
            pass  # a prefix, perhaps
        else:
            return
    literal = _GLOB.split(key, maxsplit=1)[0]
    prefix = key if literal == key else literal.rpartition("/")[0]
    pattern = None if literal == key else re.compile(_as_regex(key))
    below = (meta for chunk in obstore.list(store, prefix=prefix.strip("/") or None) for meta in chunk)
    for meta in below:
        is_wanted = pattern is None or pattern.fullmatch(meta["path"])
        is_passed_over = not _is_hidden(key) and _is_hidden(meta["path"][len(prefix) :])
        if is_wanted and not is_passed_over:
            yield meta


def _is_hidden(below: str) -> bool:
    """Whether a part of a key begins with a dot; who names such a part means it."""
    return any(part.startswith(".") for part in below.split("/"))


def _as_regex(glob: str) -> str:
    """A glob of keys as a regular expression; ``**/`` stands for any number of folders, ``*`` stays in one."""
    pieces = {"**/": r"(?:[^/]+/)*", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?|\[!?[^\]]+\])", glob)
    return "".join(
        pieces.get(part) or (f"[{part[1:-1].replace('!', '^', 1)}]" if part.startswith("[") else re.escape(part))
        for part in parts
    )


def _tag(given: str | None) -> str | None:
    """An ETag in quotes: Azure's lists leave them out, its answers don't."""
    return f'"{given}"' if given and not given.endswith('"') else given


def _bytes(stream: Iterator[Any]) -> Iterator[bytes]:
    while True:
        try:
            chunk = next(stream, None)
        except Exception as error:
            raise _trouble(error) from error
        if chunk is None:
            return
        yield bytes(chunk)


def _trouble(error: Exception) -> RemoteError:
    reason = RejectReason.VANISHED if isinstance(error, FileNotFoundError) else RejectReason.UNREADABLE
    return RemoteError(reason, first_line(error))
