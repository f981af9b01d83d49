"""Garbled characters (``â€œ`` for ``“``) back to what they were, by ftfy (Speer 2019).

Of what ftfy can do, only the mending of wrongly decoded bytes is used: quotation marks keep their shape, and nothing
else of a text is touched.
"""

import re
from collections import Counter
from dataclasses import replace

from ftfy.badness import is_bad

from transforms.article import Found, FoundNames

_SUSPECT = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")
"""The first byte of a letter in UTF-8 and a later one, read as Latin-1 or Windows-1252. ftfy takes long to say no."""
_NAMES = {"sloppy-windows-1252": "windows-1252", "sloppy-windows-1250": "windows-1250"}


def mend(text: str) -> tuple[str, str | None]:
    """The text with its garbled lines mended, and how; the text itself and None if it has none.

    Line by line, since a page is often put together from parts of which one was garbled.
    """
    if text.isascii() or not _SUSPECT.search(text):
        return text, None
    ways: Counter[str] = Counter()
    lines = [_mended(line, ways) if _SUSPECT.search(line) and is_bad(line) else line for line in text.split("\n")]
    return ("\n".join(lines), _told(ways)) if ways else (text, None)


class Mender:
    """Mends one text after the other and keeps in mind how."""

    def __init__(self) -> None:
        self._ways: Counter[str] = Counter()

    def __call__(self, text: str) -> str:
        """The text, mended."""
        mended, way = mend(text)
        if way:
            self._ways[way] += 1
        return mended

    def optional(self, text: str | None) -> str | None:
        """The text, mended, if there is one."""
        return self(text) if text else text

    def field(self, found: Found | None) -> Found | None:
        """A field of an article, mended."""
        return replace(found, value=self(found.value)) if found else None

    def names(self, found: FoundNames | None) -> FoundNames | None:
        """Found names, mended."""
        return replace(found, values=tuple(map(self, found.values))) if found else None

    def json_value(self, value: object) -> object:
        """A parsed JSON value with all of its texts mended."""
        if isinstance(value, str):
            return self(value)
        if isinstance(value, list | tuple):
            return [self.json_value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.json_value(item) for key, item in value.items()}
        return value

    @property
    def report(self) -> str | None:
        """How the texts were mended, None if none was."""
        return _told(self._ways) if self._ways else None


def _mended(line: str, ways: Counter[str]) -> str:
    """A line mended as a whole; where other characters of it stand in the way, its words one by one."""
    mended, way = _fixed(line)
    if way is None and " " in line:
        return " ".join(_mended(word, ways) if is_bad(word) else word for word in line.split(" "))
    if way is None:
        return line
    ways[way] += 1
    return mended


def _fixed(text: str) -> tuple[str, str | None]:
    from ftfy import fix_encoding_and_explain  # noqa: PLC0415

    mended, steps = fix_encoding_and_explain(text)
    coding = [step for step in steps or () if step[0] in {"encode", "decode"}]
    told = [
        f"{_NAMES.get(good[1], good[1])} read as {_NAMES.get(wrong[1], wrong[1])}"
        for wrong, good in zip(coding[::2], coding[1::2], strict=False)
    ]
    return mended, ", ".join(told) or None


def _told(ways: Counter[str]) -> str:
    return "; ".join(sorted(ways))


__all__ = ["Mender", "mend"]
