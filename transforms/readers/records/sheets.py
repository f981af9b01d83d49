"""Spreadsheets (XLSX, XLSB, ODS): each sheet as the table with commas that it would be saved as, for that reader.

python-calamine reads them (docs/decisions/reading-libraries.md).
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import BinaryIO

_BOOKS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
_FEWEST = 2  # cells of the row with the names of the columns
_MAX_COLUMNS = 1000


class BrokenSheetError(Exception):
    """A workbook that can't be read."""


def is_workbook(archive: zipfile.ZipFile, media_type: str) -> bool:
    """Whether an archive is a workbook; ``media_type`` is what an OpenDocument says that it is."""
    is_open = media_type == "application/vnd.oasis.opendocument.spreadsheet"
    return is_open or not _BOOKS.isdisjoint(archive.namelist())


def sheets(stream: BinaryIO) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Names of a workbook's sheets, in their order, with their rows as text: days and times in ISO 8601.

    Raises:
        BrokenSheetError: it, or a sheet of it, can't be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  (only for spreadsheets)

    try:
        book = CalamineWorkbook.from_filelike(stream)
        for name in book.sheet_names:
            yield name, _rows(book.get_sheet_by_name(name).iter_rows())
    except (CalamineError, OSError, ValueError) as error:
        raise BrokenSheetError(str(error)) from error


def as_csv(rows: Iterable[list[str]], target: BinaryIO) -> int:
    """Write rows as a table, which begins at the first with some names; the number of those below it."""
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    columns = count = 0
    for row in rows:
        if not columns:
            if sum(map(bool, row)) < _FEWEST:
                continue
            columns = len(row)
            writer.writerow([" ".join(cell.split()) for cell in row])
            continue
        writer.writerow((row + [""] * columns)[:columns])
        count += 1
    text.detach()
    return count


def _rows(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    """Rows that hold anything, each up to its last cell that does."""
    for row in rows:
        cells = [_text(value) for value in row[:_MAX_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield cells


def _text(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)
