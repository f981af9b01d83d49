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
    decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
    parse = json.JSONDecoder(strict=False).raw_decode
    text, place, inside = decoder.decode(stream.read(_CHUNK)), 0, False
    while True:
        while text[place : place + 1] and text[place] in _BETWEEN:
            place += 1
        mark = text[place : place + 1]
        if mark == ("]" if inside else "["):
            inside = not inside
            place += 1
            continue
        if not inside and mark and mark != "{":
            raise BrokenListError(f"{text[place : place + 20]!r} after the list")
        if not inside and not mark:
            more = stream.read(_CHUNK)
            text, place = decoder.decode(more, final=not more), 0
            if not more:
                return
            continue
        end, reason = -1, "the list does not end"
        try:
            end = parse(text, place)[1]
        except RecursionError as error:
            raise BrokenListError("nested too deeply") from error
        except ValueError as error:
            reason = str(error)
        # A number may go on in the next chunk; an object or a text that ends is whole.
        if end > 0 and (end < len(text) or text[end - 1] in '}]"'):
            yield text[place:end]
            place = end
            continue
        more = stream.read(_CHUNK)
        if not more:
            raise BrokenListError(reason)
        if len(text) - place > limit:
            raise BrokenListError(f"a member of more than {limit} characters")
        text, place = text[place:] + decoder.decode(more), 0
