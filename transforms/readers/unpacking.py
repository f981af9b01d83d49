"""Streams that unpack what may be damaged, or a bomb: they stop at the limits, and say in one way what is wrong."""

import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, cast

from transforms.readers.options import ReadOptions

FREE_BYTES = 20_000_000
"""A file of no more may have any ratio."""

SPOOL_BYTES = 16_000_000
"""Of a copy that are kept in memory; the rest is on the disk."""

BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error, tarfile.TarError, zipfile.BadZipFile, NotImplementedError)
"""What the libraries raise for what is damaged."""


class BombError(Exception):
    """An archive unpacked to more than the limits allow."""


class BrokenPackError(Exception):
    """What is packed cannot be unpacked."""


@dataclass(slots=True)
class Budget:
    """What one file and all that is packed in it have used of the limits so far."""

    depth: int = 0
    members: int = 0
    unpacked: int = 0


def seekable(stream: BinaryIO, options: ReadOptions) -> BinaryIO:
    """The stream, or a copy of it where it cannot seek (an archive within an archive)."""
    if stream.seekable():
        return cast(BinaryIO, _Unclosed(stream))
    copy = tempfile.SpooledTemporaryFile(SPOOL_BYTES)  # noqa: SIM115  (its caller closes it)
    size = 0
    while chunk := stream.read(1 << 20):
        size += len(chunk)
        if size > options.max_unpacked_bytes:
            copy.close()
            raise BombError(f"unpacks to more than {options.max_unpacked_bytes} bytes")
        copy.write(chunk)
    copy.seek(0)
    return cast(BinaryIO, copy)


def counted(stream: BinaryIO) -> tuple[BinaryIO, Callable[[], int]]:
    """The stream, and what tells how many bytes were taken from it so far."""
    counting = _Counted(stream)
    return cast(BinaryIO, counting), lambda: counting.taken


def limited(stream: BinaryIO, options: ReadOptions, budget: Budget, packed: Callable[[], int]) -> BinaryIO:
    """An unpacked stream that raises what is told of it when it grows beyond the limits, or breaks.

    ``packed`` tells of how many packed bytes it was made so far. What it gives counts for the ``budget``.

    Raises:
        BombError: it has more bytes than it may, or more for its packed size.
        BrokenPackError: it is damaged. Both are raised where it is read.
    """
    return cast(BinaryIO, _Bounded(stream, options, budget, packed))


class _Unclosed(io.BufferedIOBase):
    """A stream that its borrower cannot close."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        return self._stream.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


class _Counted(io.BufferedIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        data = self._stream.read(-1 if size is None else size)
        self.taken += len(data)
        return data


class _Bounded(io.RawIOBase):
    """What :func:`limited` gives."""

    def __init__(self, stream: BinaryIO, options: ReadOptions, budget: Budget, packed: Callable[[], int]) -> None:
        self._stream = cast(io.BufferedIOBase, stream)
        self._options = options
        self._budget = budget
        self._packed = packed
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read1(len(buffer))  # `read` would lose what stands before the place where it breaks
        except EOFError as error:
            raise BrokenPackError("cut off, as by a broken download; articles that end before that are read") from error
        except BROKEN as error:
            raise BrokenPackError(f"{type(error).__name__}: {error}") from error
        self._size += len(data)
        self._budget.unpacked += len(data)
        if self._budget.unpacked > self._options.max_unpacked_bytes:
            raise BombError(f"unpacks to more than {self._options.max_unpacked_bytes} bytes")
        if self._size > FREE_BYTES and self._size > self._options.max_ratio * max(1, self._packed()):
            raise BombError(f"unpacks to more than {self._options.max_ratio} times its size")
        buffer[: len(data)] = data
        return len(data)
