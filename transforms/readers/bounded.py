"""Reads that cannot fill the memory."""

from collections.abc import Iterator
from typing import BinaryIO

from schemas.vocabulary import RejectReason
from transforms.article import Rejected, Source
from transforms.decode import Decoded, UndecodableError, decode

_CHUNK = 1 << 20


def read_whole(source: Source, limit: int) -> bytes | Rejected:
    """All bytes of a source, or a reject if there are none, too many, or the stream breaks."""
    try:
        data = source.stream.read(limit + 1)
    except (OSError, EOFError, ValueError) as error:
        return Rejected(source.uri, RejectReason.UNREADABLE, str(error))
    if len(data) > limit:
        return Rejected(source.uri, RejectReason.TOO_LARGE, f"more than {limit} bytes")
    if not data.strip():
        return Rejected(source.uri, RejectReason.EMPTY, "no bytes" if not data else "nothing but white space")
    return data


def read_text(source: Source, limit: int) -> Decoded | Rejected:
    """All of a source as text, or a reject as of :func:`read_whole`, or where no encoding fits."""
    data = read_whole(source, limit)
    if isinstance(data, Rejected):
        return data
    try:
        return decode(data)
    except UndecodableError as error:
        return Rejected(source.uri, error.reason, error.detail)


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for a line over the limit, whose rest is skipped."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None
