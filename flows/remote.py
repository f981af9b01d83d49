"""Input that lies elsewhere: objects under ``s3://``, ``gs://`` and ``az://``, and files and pages of the web.

Object stores are spoken to through obstore, the web through httpx; why two is told in
``docs/decisions/remote-input.md``. Both take their credentials, proxies and certificates from the environment, as
their own documentation says.
"""

import hashlib
import os
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from flows.errors import UsageError
from flows.version import __version__
from schemas.vocabulary import RejectReason
from warehouse.stores import RETRIES, SCHEMES, SECONDS, first_line, store, trouble

if TYPE_CHECKING:
    import httpx
    from obstore.store import ObjectStore

_WEB = ("http", "https")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_GLOB = re.compile(r"[*?\[]")
_CHUNK = 1 << 20
_GONE = frozenset({404, 410})
_NOT_MODIFIED = 304
_one_at_a_time = threading.Lock()


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
    return urlsplit(uri).scheme.casefold() in _WEB


def find(pattern: str) -> Iterator[RemoteFile]:
    """The files that a remote pattern stands for: an object, all below a prefix, a glob, or one address of the web.

    Names that begin with a dot are passed over below a prefix, as they are in folders. The web is not asked yet.

    Raises:
        UsageError: it stands for nothing, or the store can't be listed.
    """
    scheme, rest = pattern.split("://", 1)
    scheme = scheme.casefold()
    if scheme in _WEB:
        yield RemoteFile(_address(pattern), RemoteFacts())
        return
    if scheme not in SCHEMES:
        known = ", ".join(f"{name}://" for name in (*SCHEMES, *_WEB))
        raise UsageError(f"{pattern}: {scheme}:// can't be read; what can is {known}, and local paths")
    bucket, _, key = rest.partition("/")
    if not bucket:
        raise UsageError(f"{pattern}: name a bucket, as in {scheme}://bucket/folder/")
    try:
        found = [
            RemoteFile(f"{scheme}://{bucket}/{meta['path']}", RemoteFacts(meta["size"], _tag(meta["e_tag"])))
            for meta in _objects(store(scheme, bucket), key)
        ]
    except Exception as error:
        raise UsageError(f"{pattern}: {trouble(error)}") from error
    if not found:
        raise UsageError(f"{pattern}: no such object, and none below it")
    yield from found


def _address(pattern: str) -> str:
    try:
        parts = urlsplit(pattern)
    except ValueError as error:
        raise UsageError(f"{pattern}: no address ({error})") from error
    if parts.username or parts.password:
        raise UsageError(
            f"{parts.scheme}://...@{parts.hostname}: an address with a password would be stored; put it into ~/.netrc"
        )
    if not parts.hostname:
        raise UsageError(f"{pattern}: an address without a host")
    return parts._replace(scheme=parts.scheme.casefold(), fragment="").geturl()


def _objects(store: "ObjectStore", key: str) -> Iterator[Mapping[str, Any]]:
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
    matches = re.compile(_as_regex(key)) if literal != key else None
    for chunk in obstore.list(store, prefix=prefix.strip("/") or None):
        for meta in chunk:
            path = meta["path"]
            if (matches is None or matches.fullmatch(path)) and (
                _is_hidden(key) or not _is_hidden(path[len(prefix) :])
            ):
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


@contextmanager
def opened(uri: str) -> Iterator[tuple[RemoteFacts, Iterator[bytes]]]:
    """What the server says of a file now, and its bytes as they come.

    Raises:
        RemoteError: also while the bytes are taken.
    """
    if kept := _kept.take(uri):
        facts, content = kept
        yield facts, iter([content])
        return
    if is_web(uri):
        with _answer(uri) as answer:
            yield _facts(answer), _web_bytes(answer)
        return
    import obstore  # noqa: PLC0415

    scheme, rest = uri.split("://", 1)
    bucket, _, key = rest.partition("/")
    try:
        result = obstore.get(store(scheme, bucket), key)
    except Exception as error:
        raise _trouble(error) from error
    yield (
        RemoteFacts(result.meta["size"], _tag(result.meta["e_tag"])),
        _store_bytes(result.stream(min_chunk_size=_CHUNK)),
    )


def _tag(given: str | None) -> str | None:
    """An ETag in quotes: Azure's lists leave them out, its answers don't."""
    return f'"{given}"' if given and not given.endswith('"') else given


def _store_bytes(stream: Iterator[Any]) -> Iterator[bytes]:
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


@lru_cache(maxsize=1)
def _client() -> "httpx.Client":
    import httpx  # noqa: PLC0415  (only remote input needs it)

    return httpx.Client(
        follow_redirects=True,
        timeout=SECONDS,
        transport=None if _has_proxy() else httpx.HTTPTransport(retries=RETRIES),
        # Packed answers would hide how much comes.
        headers={"user-agent": f"copydesk/{__version__}", "accept-encoding": "identity"},
    )


def _has_proxy() -> bool:
    return any(os.environ.get(name) for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"))


@contextmanager
def _answer(uri: str, headers: Mapping[str, str] | None = None) -> Iterator["httpx.Response"]:
    import httpx  # noqa: PLC0415

    try:
        with _one_at_a_time:
            client = _client()  # two threads must not make two
        with client.stream("GET", uri, headers=headers or {}) as answer:
            if answer.status_code != _NOT_MODIFIED and not answer.is_success:
                reason = RejectReason.VANISHED if answer.status_code in _GONE else RejectReason.UNREADABLE
                raise RemoteError(reason, f"the server answers {answer.status_code} {answer.reason_phrase}")
            yield answer
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise RemoteError(RejectReason.UNREADABLE, f"{type(error).__name__}: {first_line(error)}") from error


def _facts(answer: "httpx.Response") -> RemoteFacts:
    size = answer.headers.get("content-length", "")
    tag = answer.headers.get("etag") or answer.headers.get("last-modified")
    return RemoteFacts(int(size) if size.isdecimal() else None, tag, answer.charset_encoding)


def _web_bytes(answer: "httpx.Response") -> Iterator[bytes]:
    import httpx  # noqa: PLC0415

    try:
        yield from answer.iter_bytes(_CHUNK)
    except httpx.HTTPError as error:
        raise RemoteError(RejectReason.UNREADABLE, f"{type(error).__name__}: {first_line(error)}") from error


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


class _Kept:
    """Answers of the web that were taken to be compared, until they are read, of so many bytes in all.

    So a changed page is asked for once, if it is read in the process that compared it. Of one without a tag the second
    answer might be another one, too.
    """

    def __init__(self, most: int) -> None:
        self._room = most
        self._answers: dict[str, tuple[RemoteFacts, bytes]] = {}

    def has_room(self, size: int) -> bool:
        """Whether so many bytes more can be kept."""
        return size <= self._room

    def keep(self, uri: str, facts: RemoteFacts, content: bytes) -> None:
        """Keep an answer, in the stead of an earlier one."""
        self.take(uri)
        with _one_at_a_time:
            self._answers[uri] = facts, content
            self._room -= len(content)

    def take(self, uri: str) -> tuple[RemoteFacts, bytes] | None:
        """An answer, which is not kept any more."""
        with _one_at_a_time:
            answer = self._answers.pop(uri, None)
            self._room += len(answer[1]) if answer else 0
        return answer


_kept = _Kept(64 * 2**20)


def asked_again(
    uri: str, known_tag: str | None, known_sha256: str | None, limit: int
) -> tuple[RemoteFacts, str | None]:
    """What the web says of a file it gave before, and the SHA-256 of its content if it has no tag for that.

    If that is not what is known, the content is kept for :func:`opened` where there is room.

    Raises:
        RemoteError: no answer, or one without a tag that has more than ``limit`` bytes.
    """
    headers = {}
    if known_tag:
        headers = {"if-none-match" if '"' in known_tag else "if-modified-since": known_tag}
    with _answer(uri, headers) as answer:
        if answer.status_code == _NOT_MODIFIED:
            return RemoteFacts(None, known_tag), None
        facts = _facts(answer)
        if facts.tag and not (facts.size is not None and facts.size <= limit and _kept.has_room(facts.size)):
            return facts, None
        digest, content = _hashed(limited(_web_bytes(answer), facts, limit))
    if content is not None and (digest != known_sha256 or facts.tag):
        _kept.keep(uri, facts, content)
    return facts, None if facts.tag else digest


def _hashed(chunks: Iterable[bytes]) -> tuple[str, bytes | None]:
    """The SHA-256 of content, and the content itself if it can be kept."""
    digest = hashlib.sha256()
    content = bytearray()
    can_be_kept = True
    for chunk in chunks:
        digest.update(chunk)
        can_be_kept = can_be_kept and _kept.has_room(len(content) + len(chunk))
        if can_be_kept:
            content += chunk
        else:
            content.clear()
    return digest.hexdigest(), bytes(content) if can_be_kept else None
