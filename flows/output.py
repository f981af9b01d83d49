"""Printing rows of a query, as people or programs want them."""

import csv
import json
import math
import sys
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from rich.table import Column, Table
from rich.text import Text

from flows.errors import UsageError
from flows.terminal import Output, has_all_characters, to_whoever_reads

if TYPE_CHECKING:
    import pyarrow as pa

MOST_ROWS = 1_000
"""Rows that a table for people shows at the most."""

_LONGEST_CELL = 300
_NARROWEST_LONG_CELL = 24  # a longer cell is broken into lines this short before rows are shown one below the other
_CELL_FRAME = 3
_PIPED_WIDTH = 160
_CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that turn the direction of the text around, and would turn around the cells beside it, too."""
_ESCAPED = {code: f"\\u{code:04x}" for code in range(127, 160)}
"""Control characters that JSON allows inside a text, but that some terminals obey."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet computes (https://owasp.org/www-community/attacks/CSV_Injection)."""


class Format(StrEnum):
    """What rows are printed as."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


@to_whoever_reads()
def print_rows(rows: "pa.RecordBatchReader", form: Format) -> None:
    """Print rows to standard output, streamed but for the table.

    Raises:
        UsageError: Parquet, which is binary, was to be printed on a terminal.
    """
    match form:
        case Format.TABLE:
            _print_table(rows)
        case Format.JSONL:
            _write_jsonl(rows, sys.stdout)
        case Format.CSV:
            write_csv(rows, sys.stdout)
        case Format.PARQUET:
            if sys.stdout.isatty():
                raise UsageError(
                    "Parquet is binary: send it to a file, as in: copydesk sql ... --format parquet > x.parquet"
                )
            import pyarrow.parquet as pq  # noqa: PLC0415  (a command that prints no Parquet starts without it)

            with pq.ParquetWriter(sys.stdout.buffer, rows.schema) as writer:
                for batch in rows:
                    writer.write_batch(batch)


def _records(rows: "pa.RecordBatchReader") -> Iterable[dict[str, object]]:
    for batch in rows:
        yield from batch.to_pylist()


def _write_jsonl(rows: "pa.RecordBatchReader", out: TextIO) -> None:
    is_ascii = not has_all_characters(out)  # JSON has its own way to write what the encoding lacks
    for record in _records(rows):
        out.write(_json(record, is_ascii=is_ascii).translate(_ESCAPED) + "\n")


def _json(value: object, *, is_ascii: bool = False) -> str:
    """A value as JSON, which has no word for infinity and what is no number: they are null."""
    try:
        return json.dumps(value, ensure_ascii=is_ascii, default=_plain, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=is_ascii, default=_plain)


def _finite(value: object) -> object:
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def write_csv(rows: "pa.RecordBatchReader", out: TextIO) -> None:
    """Write rows as CSV that is safe to open in a spreadsheet: a text that would be a formula gets an apostrophe.

    On a terminal, control characters are left out.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows.schema.names)
    unwanted = _CONTROL | _TURNING if out.isatty() else {}
    for record in _records(rows):
        writer.writerow([_csv_cell(value, unwanted) for value in record.values()])


def _csv_cell(value: object, unwanted: dict[int, None]) -> object:
    if isinstance(value, bool):
        return str(value).lower()  # as SQL, JSON and every reader of CSV write it
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")  # to Excel, what has a "T" there is no time
    plain = "" if value is None else _plain(value)
    if not isinstance(plain, str):
        return plain
    text = plain.translate(unwanted)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(value: object) -> object:
    """A value that JSON has no word for, as text; times in ISO 8601; what DuckDB sums up exactly, as a number."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return _json(value)
    return value if isinstance(value, str | int | float) else str(value)


def _print_table(rows: "pa.RecordBatchReader") -> None:
    """Print rows as a table; where that would be wider than the terminal, one below the other."""
    names = rows.schema.names
    shown: list[list[str]] = []
    more = 0
    for record in _records(rows):
        if len(shown) < MOST_ROWS:
            shown.append([_cell(value) for value in record.values()])
        else:
            more += 1
    console = Output(width=None if sys.stdout.isatty() else _PIPED_WIDTH, highlight=False)
    columns = zip(names, *shown, strict=True)
    needed = sum(min(max(map(len, column)), _NARROWEST_LONG_CELL) + _CELL_FRAME for column in columns)
    if needed <= console.width:
        console.print(_table(names, shown))
    else:
        for number, cells in enumerate(shown, start=1):
            console.rule(f"row {number}", align="left")
            console.print(_record(names, cells))
    if more:
        console.print(f"{more:,} more rows; see all with --format csv or jsonl", style="dim")


def _table(names: list[str], shown: list[list[str]]) -> Table:
    table = Table(*(Column(Text(name), overflow="fold") for name in names))  # an address is told by its end
    for cells in shown:
        table.add_row(*map(Text, cells))
    return table


def _record(names: list[str], cells: list[str]) -> Table:
    table = Table.grid(Column(), Column(overflow="fold"), padding=(0, 2))
    for name, cell in zip(names, cells, strict=True):
        table.add_row(Text(name, style="bold"), Text(cell))
    return table


def _cell(value: object) -> str:
    """A value as one cell. Characters that could command the terminal or turn the line around are taken out."""
    if value is None:
        return ""
    text = str(_plain(value)).translate(_CONTROL | _TURNING)
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
