"""Spreadsheets (XLSX): each sheet as the table with commas that it would be saved as, for the reader of these.

Own code, as the libraries that read them bring a model of the whole workbook, or are another binary to keep.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from posixpath import join, normpath
from typing import IO, BinaryIO, cast

from lxml import etree

from transforms.readers.markup import local_name

WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))  # ECMA-376, 18.8.30
_DATE_CODE = re.compile(r"[ymdhs]", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(r"([A-Z]{1,3})\d+")
_MAX_COLUMNS = 1000
_FEWEST = 2  # cells of the row with the names of the columns


def sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Names of a workbook's sheets, in their order, with their rows; the first is that of the columns' names.

    Raises:
        KeyError: a part of it is missing.
        etree.XMLSyntaxError: a part of it is broken.
    """
    book = _root(archive, WORKBOOK)
    targets = {link.get("Id"): link.get("Target") or "" for link in _root(archive, "xl/_rels/workbook.xml.rels")}
    start = datetime(1904, 1, 1) if _is_1904(book) else datetime(1899, 12, 30)
    names = set(archive.namelist())
    texts = list(_shared(archive)) if "xl/sharedStrings.xml" in names else []
    dates = _date_styles(archive) if "xl/styles.xml" in names else frozenset[int]()
    for sheet in book.iter():
        if local_name(sheet) == "sheet":
            target = normpath(join("/xl", targets.get(sheet.get(_RELATION), ""))).lstrip("/")
            yield sheet.get("name") or "", _rows(archive, target, texts, dates, start)


def as_csv(rows: Iterator[list[str]], target: BinaryIO) -> int:
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


def _rows(
    archive: zipfile.ZipFile, name: str, texts: list[str], dates: frozenset[int], start: datetime
) -> Iterator[list[str]]:
    with archive.open(name) as part:
        for row in _elements(part, "row"):
            cells: list[str] = []
            for cell in row:
                if local_name(cell) != "c":
                    continue
                place = _column(cell.get("r"), len(cells))
                if place >= _MAX_COLUMNS:
                    break
                cells += [""] * (place - len(cells))
                cells.append(_value(cell, texts, dates, start))
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield cells


def _column(reference: str | None, following: int) -> int:
    """The number of a column, from 0, by a cell's name such as "AB12"."""
    match = _CELL.fullmatch(reference or "")
    if match is None:
        return following
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(following, number - 1)


def _value(cell: etree._Element, texts: list[str], dates: frozenset[int], start: datetime) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _text(cell)
    value = next((child.text or "" for child in cell if local_name(child) == "v"), "")
    if kind == "s":
        return texts[int(value)] if value.isdigit() and int(value) < len(texts) else ""
    if kind == "e":
        return ""
    if kind == "n" and value and (cell.get("s") or "").isdigit() and int(cell.get("s")) in dates:
        return _moment(value, start)
    return _ESCAPE.sub(_unescaped, value)


def _moment(value: str, start: datetime) -> str:
    """A day, and a time if the number has a fraction, as ISO 8601."""
    try:
        moment = start + timedelta(seconds=round(float(value) * 86_400))
    except (ValueError, OverflowError):
        return value
    return moment.isoformat() if float(value) % 1 else moment.date().isoformat()


def _shared(archive: zipfile.ZipFile) -> Iterator[str]:
    with archive.open("xl/sharedStrings.xml") as part:
        yield from map(_text, _elements(part, "si"))


def _text(element: etree._Element) -> str:
    """All runs of a text, without how Japanese letters are spoken."""
    parts = (x.text or "" for x in element.iter() if local_name(x) == "t" and local_name(x.getparent()) != "rPh")
    return _ESCAPE.sub(_unescaped, "".join(parts))


def _unescaped(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in "\n\t" or char.isprintable() else ""


def _date_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of the cell styles that show a number as a date."""
    root = _root(archive, "xl/styles.xml")
    codes = {x.get("numFmtId"): x.get("formatCode") or "" for x in root.iter() if local_name(x) == "numFmt"}
    formats = next((list(x) for x in root if local_name(x) == "cellXfs"), [])
    found = set()
    for place, style in enumerate(formats):
        number = style.get("numFmtId") or "0"
        code = _LITERAL.sub("", codes.get(number, ""))
        if (number.isdigit() and int(number) in _DATE_FORMATS) or _DATE_CODE.search(code):
            found.add(place)
    return frozenset(found)


def _is_1904(book: etree._Element) -> bool:
    return any(local_name(x) == "workbookPr" and x.get("date1904") in {"1", "true"} for x in book)


def _elements(part: IO[bytes], name: str) -> Iterator[etree._Element]:
    """Elements of a name, one at a time."""
    for _, element in etree.iterparse(part, events=("end",), resolve_entities=False, no_network=True, huge_tree=False):
        if local_name(element) == name:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _root(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return cast("etree._Element", etree.fromstring(archive.read(name), parser))
