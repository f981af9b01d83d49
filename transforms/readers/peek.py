"""A look at the first bytes of a stream that need not be seekable."""

import io
from typing import BinaryIO, cast

from transforms.readers.sniff import HEAD_BYTES


class Peeked:
    """``head`` is the start of the stream; ``stream`` gives the whole of it again."""

    def __init__(self, stream: BinaryIO) -> None:
        buffered = io.BufferedReader(_Raw(stream), HEAD_BYTES)
        self.head = buffered.peek(HEAD_BYTES)
        self.stream = cast(BinaryIO, buffered)


def again(start: bytes, stream: BinaryIO) -> BinaryIO:
    """What was read of a stream, and then what is left of it."""
    return cast(BinaryIO, io.BufferedReader(_Raw(cast(BinaryIO, _Again(start, stream)))))


class _Again:
    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start = io.BytesIO(start)
        self._stream = stream

    def read(self, size: int) -> bytes:
        return self._start.read(size) or self._stream.read(size)


class _Raw(io.RawIOBase):
    """Any object with ``read`` as a raw stream; closing it leaves that object open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._seekable = bool(getattr(stream, "seekable", lambda: False)())

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
