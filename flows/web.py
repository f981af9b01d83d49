"""Files and pages of the web: their bytes, and whether they changed since they were fetched. Through httpx."""

import hashlib
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flows.errors import UsageError
from flows.remote_file import RemoteError, RemoteFacts, limited
from flows.version import __version__
from schemas.vocabulary import RejectReason
from warehouse.object_stores import RETRIES, SECONDS, first_line

if TYPE_CHECKING:
    import httpx

_CHUNK = 1 << 20
_GONE = frozenset({404, 410})
_NOT_MODIFIED = 304
_one_at_a_time = threading.Lock()


def address_of(pattern: str) -> str:
    """An address as it is stored: without what only names a place in the page.

    Raises:
        UsageError: it is none, or holds a password.
    """
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
    with _answer(uri) as answer:
        yield _facts(answer), _bytes(answer)


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


def _bytes(answer: "httpx.Response") -> Iterator[bytes]:
    import httpx  # noqa: PLC0415

    try:
        yield from answer.iter_bytes(_CHUNK)
    except httpx.HTTPError as error:
        raise RemoteError(RejectReason.UNREADABLE, f"{type(error).__name__}: {first_line(error)}") from error


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
        digest, content = _hashed(limited(_bytes(answer), facts, limit))
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
