"""Rows of delimited text, each read so that a quotation mark that does not close costs its own row and no other.

The ``csv`` module takes all that follows such a mark for one field, and articles of several speakers would become one.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

MARK = '"'
_MAX_READINGS = 2
"""How often a line may be taken for the beginning or the middle of a row of several lines, so that hostile files take
linear time; after that it is a row by itself."""
_MAX_LINES = 100_000  # of a row; short lines take several times their length in memory
_CHUNK = 1 << 20
_FIELD = re.compile(r'(?:(?<=\t)|^)"(?P<inside>[^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)', re.MULTILINE)
_CUT_FIELD = re.compile(r'(?:(?<=\t)|^)"[^"]*(?:""[^"]*)*\Z', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Row:
    """``after_break``: its line was first read as part of a broken row, and may be the middle of that row's text."""

    fields: list[str]
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that ends within a field, or is too long; the rows behind it follow."""

    reason: str


def has_quoted_fields(sample: str, *, cut: bool) -> bool:
    """Whether quotation marks around a field of a table with tabs belong to the table, or to what is written there.

    They belong to the table if its names have them, or if it has as many fields that need them (with line ends, tabs or
    doubled marks inside) as lines with other marks. ``cut``: the sample is the beginning of a longer table.
    """
    if MARK in sample.split("\n", 1)[0]:
        return True
    needed = sum(bool(re.search(r'""|[\t\r\n]', match["inside"])) for match in _FIELD.finditer(sample))
    rest = _FIELD.sub("", sample)
    if cut:
        rest = _CUT_FIELD.sub("", rest)
    return needed >= sum(MARK in line for line in rest.splitlines())


def read_rows(stream: TextIO, delimiter: str, columns: int, limit: int, *, quoted: bool) -> Iterator[Row | BrokenRow]:
    """The rows of a table with ``columns`` names, each of at most ``limit`` characters.

    A row over several lines must be sound. One line may hold marks that are neither doubled nor around a field.

    Raises:
        UnicodeDecodeError: the stream is not in its encoding.
    """
    csv.field_size_limit(limit)
    lines = _Lines(stream, limit)
    rows = csv.reader(lines, delimiter=delimiter, quotechar=MARK if quoted else None, strict=True)
    while True:
        lines.begin()
        reason = "a quotation mark that does not close"
        try:
            fields = next(rows, None)
            if fields is None:
                return
            yield Row(fields, after_break=lines.readings > 0)
            continue
        except _TooLongError as error:
            reason = str(error)
        except csv.Error:
            if len(lines.taken) == 1 and not lines.asked_for_more:
                loose = _loose(lines.taken[0] or "", delimiter, columns)
                if loose is not None:
                    yield Row(loose, after_break=lines.readings > 0)
                    continue
        lines.give_back()
        yield BrokenRow(reason)


def _loose(line: str, delimiter: str, columns: int) -> list[str] | None:
    """The fields of a line with stray marks: as they stand, if there are as many as names, or as ``csv`` mends them."""
    try:
        plain = next(csv.reader([line], delimiter=delimiter, quotechar=None))
        if len(plain) == columns and not any(map(_in_marks, plain)):
            return plain
        one = _Once(line)
        fields = next(csv.reader(one, delimiter=delimiter))
    except csv.Error:
        return None
    return None if one.asked_for_more else fields


def _in_marks(field: str) -> bool:
    """Around it stand marks of the table, or one that does not close."""
    return field.startswith(MARK) and (field.endswith(MARK) or field.count(MARK) % 2 == 1)


class _TooLongError(ValueError):
    """A row of more characters than are allowed."""


class _Once:
    """One line, and whether more was asked for: then a field is open at its end."""

    def __init__(self, line: str) -> None:
        self._line: str | None = line
        self.asked_for_more = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._line is None:
            self.asked_for_more = True
            raise StopIteration
        line, self._line = self._line, None
        return line


class _Lines:
    """Lines of a stream for the reader of rows. Those of a broken row, but its first, are read again."""

    def __init__(self, stream: TextIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._again: deque[tuple[str | None, int]] = deque()  # None: a line that is too long by itself
        self.begin()

    def begin(self) -> None:
        """Another row begins."""
        self.taken: list[str | None] = []
        self._counts: list[int] = []
        self._length = 0
        self.asked_for_more = False

    @property
    def readings(self) -> int:
        """How often the row's first line was read before."""
        return self._counts[0] if self._counts else 0

    def give_back(self) -> None:
        """The row is broken: what follows its first line was perhaps none of its."""
        self._again.extendleft(
            (line, count + 1) for line, count in zip(self.taken[:0:-1], self._counts[:0:-1], strict=True)
        )

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.taken and self.readings >= _MAX_READINGS:
            self.asked_for_more = True
            raise StopIteration
        line, count = self._again.popleft() if self._again else (self._read(), 0)
        if line == "":
            self.asked_for_more = True
            raise StopIteration
        self.taken.append(line)
        self._counts.append(count)
        self._length += len(line or "")
        if line is None or self._length > self._limit or len(self.taken) > _MAX_LINES:
            raise _TooLongError(
                f"more than {self._limit} characters or {_MAX_LINES} lines, or a quotation mark that does not close"
            )
        return line

    def _read(self) -> str | None:
        line = self._stream.readline(self._limit + 1)
        if len(line) <= self._limit:
            return line
        while line and line[-1] not in "\r\n":
            line = self._stream.readline(_CHUNK)
        return None
