"""CSV, TSV and Parquet: one record a row, streamed."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.decode import FOREIGN, Decoded, UndecodableError, decode
from transforms.readers.options import ReadOptions
from transforms.readers.records.article import record_article
from transforms.readers.records.own_tables import own_rows
from transforms.readers.records.paths import fold_key, holds
from transforms.readers.records.rows import MARK, BrokenRow, Row, has_quoted_fields, read_rows
from transforms.readers.sniff import HEAD_BYTES
from transforms.wordlists import pairs

CSV, PARQUET = "csv", "parquet"
_UTF8 = "utf-8"
_DELIMITERS = ("\t", ",", ";", "|")
_DELIMITER_LINE = re.compile(r'"?sep=([\t,;|])"?\s*$', re.IGNORECASE | re.MULTILINE)
_MAX_ABOVE = 10
_BATCH = 64
_MIN_KEYS = 2


def header(line: str) -> tuple[str, list[str]] | None:
    """Delimiter and column names, if at least two names are keys of articles and one is a text's."""
    known = {key for _, keys in pairs("transforms.readers.records", "record_keys.tsv") for key in keys.split()}
    for delimiter in _DELIMITERS:
        names = [fold_key(name.strip().strip("\ufeff\"'")) for name in line.split(delimiter)]
        if len(names) > 1 and len(known.intersection(names)) >= _MIN_KEYS and _text_keys().intersection(names):
            return delimiter, names
    return None


def _text_keys() -> set[str]:
    """Keys of which a column may be a text's."""
    return _keys("text", "html")


def _keys(*fields: str) -> set[str]:
    """Keys that are known for one of the fields."""
    rows = pairs("transforms.readers.records", "record_keys.tsv")
    return {key for field, keys in rows if field in fields for key in keys.split()}


def refused(names: list[str], uri: str, options: ReadOptions) -> Rejected | None:
    """One reject for a whole table, by the names of its columns: it holds no articles."""
    return own_rows(names, uri, options) or _textless(names, uri, options)


def _textless(names: list[str], uri: str, options: ReadOptions) -> Rejected | None:
    """One for a table of which no column can hold a text: a list of addresses, or numbers without a header."""
    named = [options.fields[field] for field in ("text", "html") if field in options.fields]
    if any(holds(names, key) for key in named) or _text_keys().intersection(map(fold_key, names)):
        return None
    shown = ", ".join(name[:40] for name in names[:20])
    detail = f"no column is known to hold a text ({shown}); name the one that does with --map text=COLUMN"
    if address := next((name for name in names if fold_key(name) in _keys("url")), None):
        detail += f", or give the addresses under {address[:40]} to copydesk run"
    return Rejected(uri, RejectReason.NO_TEXT, detail)


def is_table(head: bytes, name: str) -> bool:
    """A first line of column names, or a table's name over a line with delimiters."""
    try:
        start = _beginning(head[:4096]).text if b"\x00" in head[:4096] else head[:4096].decode("utf-8", "replace")
    except UndecodableError:
        return False
    line = start.split("\n", 1)[0].strip()
    named = name.casefold().endswith((".csv", ".tsv", ".tab"))
    if header(line) is not None:
        return True
    return named and (any(mark in line for mark in _DELIMITERS) or _lines_above(start) > 0)


def _lines_above(text: str) -> int:
    """How many lines stand above that of the column names: a title of the table, when it was made, Excel's "sep=;".

    They have fewer fields than the names, else the first is that of names which are not known.
    """
    lines = text.split("\n", _MAX_ABOVE + 1)[: _MAX_ABOVE + 1]
    for place, line in enumerate(lines):
        if found := header(line.strip()):
            delimiter, names = found
            few = len(names) - 1
            is_above = all(line.count(delimiter) < few or _DELIMITER_LINE.match(line) for line in lines[:place])
            return place if is_above else 0
    return int(bool(_DELIMITER_LINE.match(lines[0])))


def _beginning(head: bytes) -> Decoded:
    """The text of the first bytes of a file, which may end within a letter.

    Raises:
        UndecodableError: they are no text.
    """
    if b"\x00" not in head:
        return _of_most_lines(head.rsplit(b"\n", 1)[0] or head)
    for size in range(len(head), len(head) - 3, -1):  # a letter of UTF-16 or UTF-32 may lack three bytes
        try:
            return decode(head[:size])
        except UndecodableError:
            continue
    return decode(head[:-3])


def _of_most_lines(data: bytes) -> Decoded:
    """The text of lines of which some may be in UTF-8 and the others in one other encoding.

    Such a table is pasted together from two. To guess the other encoding, what is UTF-8 would only mislead.

    Raises:
        UndecodableError: they are no text.
    """
    lines = data.split(b"\n")
    others = [line for line in lines if not line.isascii() and not _is_utf8_beyond_ascii(line)]
    if not others or not any(map(_is_utf8_beyond_ascii, lines)):
        return decode(data)
    with suppress(UndecodableError):
        if (nearly := decode(data)).encoding == _UTF8:
            return nearly
    encoding = decode(b"\n".join(others)).encoding
    return Decoded(data.decode(encoding, "surrogateescape"), encoding)


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    """Whether bytes are UTF-8 for sure: letters of two bytes or more are in hardly any line of another encoding."""
    if data.isascii():
        return False
    try:
        data.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return True


def is_parquet(head: bytes, name: str) -> bool:
    """The magic bytes, or the name alone, so that a broken file is called one."""
    return head.startswith(b"PAR1") or name.casefold().endswith(".parquet")


def read_csv(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per row, with the uri ``<file>#<row number>``; the header is row 0.

    The encoding is told from the beginning of the file. A row that it doesn't fit is decoded by itself: the first
    letter beyond ASCII may come late, and tables are pasted together from several. In a table with tabs, marks around
    a field may be those of a quotation.
    """
    buffered = io.BufferedReader(source.stream) if isinstance(source.stream, io.RawIOBase) else source.stream
    head = buffered.peek(HEAD_BYTES) if isinstance(buffered, io.BufferedReader) else b""
    try:
        beginning = _beginning(head)
    except UndecodableError as error:
        yield Rejected(source.uri, error.reason, error.detail)
        return
    encoding = beginning.encoding
    lines = io.TextIOWrapper(
        buffered, encoding="utf-8-sig" if encoding == _UTF8 else encoding, errors="surrogateescape", newline=""
    )
    try:
        layout = _layout(lines, beginning.text, options.max_record_bytes, is_cut=len(head) >= HEAD_BYTES)
    except (csv.Error, UnicodeDecodeError) as error:
        reason = RejectReason.UNDECODABLE if isinstance(error, UnicodeDecodeError) else RejectReason.MALFORMED
        yield Rejected(source.uri, reason, f"the line of column names: {error}")
        return
    if whole := refused(layout.names, source.uri, options):
        yield whole
        return
    yield from _articles(lines, layout, source.uri, encoding, options)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the columns of a table are called, what parts them, and whether marks around a field are the table's."""

    names: list[str]
    delimiter: str
    is_quoted: bool


def _layout(lines: io.TextIOWrapper, beginning: str, longest: int, *, is_cut: bool) -> _Layout:
    """How a table is written, whose lines are read up to those of its rows.

    Raises:
        csv.Error: the line of column names is none.
        UnicodeDecodeError: it can't be decoded.
    """
    told = None
    for _ in range(_lines_above(beginning.removeprefix("\ufeff"))):
        told = _DELIMITER_LINE.match(lines.readline(longest).removeprefix("\ufeff")) or told
    first = lines.readline(longest).removeprefix("\ufeff")
    found = header(first.strip())
    likeliest = told[1] if told else max(_DELIMITERS, key=first.count)
    delimiter = found[0] if found else likeliest
    is_quoted = delimiter != "\t" or has_quoted_fields(beginning, cut=is_cut)
    names = next(csv.reader([first], delimiter=delimiter, quotechar=MARK if is_quoted else None), [])
    # Bytes that are none of the encoding would be told with the names, and fit no text of the lake.
    names = [name.encode(_UTF8, "surrogateescape").decode(_UTF8, "replace") for name in names]
    return _Layout(names, delimiter, is_quoted)


def _articles(
    lines: io.TextIOWrapper, layout: _Layout, uri: str, encoding: str, options: ReadOptions
) -> Iterator[RawArticle | Rejected]:
    columns, number = len(layout.names), 0
    try:
        for row in read_rows(lines, layout.delimiter, columns, options.max_record_bytes, quoted=layout.is_quoted):
            number += 1
            own = f"{uri}#{number}"
            if isinstance(row, BrokenRow):
                yield Rejected(own, RejectReason.MALFORMED, row.reason)
            elif not any(row.fields):
                continue
            elif wrong := _misfit(row, columns):
                yield Rejected(own, RejectReason.MALFORMED, wrong)
            else:
                yield _row_article(layout.names, row.fields, own, encoding, options)
    except UnicodeDecodeError as error:
        yield Rejected(f"{uri}#{number + 1}", RejectReason.UNDECODABLE, str(error))
        return
    lines.detach()


def _misfit(row: Row, columns: int) -> str | None:
    """Why a row is none of its table. The last field may be missing; but not where a text with commas may go on."""
    count = len(row.fields)
    if count > columns or 1 < count < columns - 1:
        return f"{count} fields under {columns} names"
    if row.after_break and (count != columns or any(field[:1].isspace() for field in row.fields[1:])):
        return "perhaps the rest of the broken row before it"
    return None


def _row_article(
    names: list[str], row: list[str], uri: str, encoding: str, options: ReadOptions
) -> RawArticle | Rejected:
    is_foreign = any(map(FOREIGN.search, row))
    if is_foreign or not encoding.startswith("utf"):
        try:
            fields = [field.encode(encoding, "surrogateescape") for field in row]
            together = b"\n".join(fields)
            if is_foreign or _is_utf8_beyond_ascii(together):
                encoding = decode(together).encoding
                row = [field.decode(encoding) for field in fields]
        except UndecodableError as error:
            return Rejected(uri, error.reason, error.detail)
        except UnicodeError as error:
            if is_foreign:
                return Rejected(uri, RejectReason.UNDECODABLE, str(error))
    item = record_article(dict(zip(names, row, strict=False)), uri, CSV, options)
    return replace(item, encoding=encoding) if isinstance(item, RawArticle) else item


def read_parquet(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per row, with the uri ``<file>#<row number>``."""
    import pyarrow as pa  # noqa: PLC0415  (only Parquet needs it)
    import pyarrow.parquet as pq  # noqa: PLC0415

    stream = source.stream
    if not stream.seekable():
        data = stream.read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            yield Rejected(source.uri, RejectReason.TOO_LARGE, f"more than {options.max_bytes} bytes, packed")
            return
        stream = io.BytesIO(data)
    try:
        table = pq.ParquetFile(stream)
        if whole := refused(table.schema_arrow.names, source.uri, options):
            yield whole
            return
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for record in batch.to_pylist():
                number += 1
                yield record_article(record, f"{source.uri}#{number}", PARQUET, options)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        yield Rejected(source.uri, RejectReason.MALFORMED, f"broken Parquet: {str(error)[:200]}")
