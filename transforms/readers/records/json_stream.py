"""The members of JSON lists, one at a time, so that memory is bounded by the largest allowed one."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 20
_BETWEEN = " \t\r\n,\ufeff"  # a byte order mark, where files that begin with one were joined


class BrokenListError(ValueError):
    """The list ends early, or holds what is no JSON."""


def members(stream: BinaryIO, limit: int) -> Iterator[str]:
    """Source texts of the members of a list whose opening bracket is the first thing in ``stream``.

    Lists that follow it go on with it, and so do objects: files that were joined, or lines that are lists.

    A byte that is no UTF-8 comes as the lone surrogate that Python keeps it as.

    Raises:
        BrokenListError: after the sound members; also for a member of more than ``limit`` characters.
    """
    ahead = _Ahead(stream)
    inside = False
    while True:
        mark = ahead.next_mark()
        if mark == ("]" if inside else "["):
            inside = not inside
            ahead.pass_mark()
        elif inside or mark == "{":
            member, reason = ahead.next_value()
            if member is None:
                ahead.read_on_within(limit, reason)
            else:
                yield member
        elif mark:
            raise BrokenListError(f"{ahead.shown()!r} after the list")
        elif not ahead.read_on():
            return


class _Ahead:
    """The text of a stream of UTF-8 that lies ahead, of which a chunk at a time is read and what is used is dropped."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self._parse = json.JSONDecoder(strict=False).raw_decode
        self._text, self._place = "", 0
        self.read_on()

    def read_on(self) -> bool:
        """Put the next chunk behind what is left; False at the end of the stream."""
        chunk = self._stream.read(_CHUNK)
        if chunk:
            self._text, self._place = self._text[self._place :] + self._decoder.decode(chunk), 0
        return bool(chunk)

    def read_on_within(self, limit: int, reason: str) -> None:
        """Read on for a value that is not whole yet.

        Raises:
            BrokenListError: the stream ends, and ``reason`` is why that is no value; or the value is over the limit.
        """
        characters = len(self._text) - self._place
        if not self.read_on():
            raise BrokenListError(reason)
        if characters > limit:
            raise BrokenListError(f"a member of more than {limit} characters")

    def next_mark(self) -> str:
        """Go to the first character of the next value or bracket, and return it; nothing where more is to be read."""
        while self._text[self._place : self._place + 1] and self._text[self._place] in _BETWEEN:
            self._place += 1
        return self._text[self._place : self._place + 1]

    def pass_mark(self) -> None:
        """Go behind the bracket that comes next."""
        self._place += 1

    def next_value(self) -> tuple[str | None, str]:
        """Go behind the value that comes next, and return its source; or None, and why it is not whole."""
        try:
            end = self._parse(self._text, self._place)[1]
        except RecursionError as error:
            raise BrokenListError("nested too deeply") from error
        except ValueError as error:
            return None, str(error)
        # A number may go on in the next chunk; an object or a text that ends is whole.
        if end == len(self._text) and self._text[end - 1] not in '}]"':
            return None, "the list does not end"
        value = self._text[self._place : end]
        self._place = end
        return value, ""

    def shown(self) -> str:
        """The first characters of what comes next, for an error."""
        return self._text[self._place : self._place + 20]
