"""SQLite databases, such as NELA-GT's: one record a row of each table that has a column for a text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import IO
from urllib.parse import quote

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers.options import ReadOptions
from transforms.readers.records.article import record_article
from transforms.readers.records.nameless import name_of, nameless_file
from transforms.readers.records.own_tables import own_catalog
from transforms.readers.records.tables import refused

FORMAT = "sqlite"
_CHUNK = 1 << 20


def is_sqlite(head: bytes, _name: str) -> bool:
    """The magic bytes."""
    return head.startswith(b"SQLite format 3\x00")


def read_sqlite(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article or reject per row, with the uri ``<file>#<table>/<row number>``. A table without texts is a reject.

    SQLite opens nothing but files, so that the database is copied to a temporary one.
    """
    with nameless_file() as copy:
        size = 0
        while chunk := source.stream.read(_CHUNK):
            size += len(chunk)
            if size > options.max_unpacked_bytes:
                yield Rejected(source.uri, RejectReason.TOO_LARGE, f"more than {options.max_unpacked_bytes} bytes")
                return
            copy.write(chunk)
        copy.flush()
        try:
            with closing(_opened(copy)) as database:
                database.text_factory = lambda data: data.decode("utf-8", "replace")
                yield from _tables(database, source.uri, options)
        except sqlite3.Error as error:
            yield Rejected(source.uri, RejectReason.MALFORMED, f"broken SQLite: {error}")


def _opened(copy: IO[bytes]) -> sqlite3.Connection:
    with name_of(copy) as path:
        return sqlite3.connect(f"file:{quote(path)}?mode=ro&immutable=1", uri=True)


def _tables(database: sqlite3.Connection, uri: str, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    query = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    tables = [table for (table,) in database.execute(query).fetchall()]
    if whole := own_catalog(tables, uri):
        yield whole
        return
    for table in tables:
        quoted = '"' + table.replace('"', '""') + '"'
        cursor = database.execute(f"SELECT * FROM {quoted}")
        names = [column[0] for column in cursor.description]
        if whole := refused(names, f"{uri}#{table}", options):
            yield whole
            continue
        for number, row in enumerate(cursor, start=1):
            yield record_article(dict(zip(names, row, strict=True)), f"{uri}#{table}/{number}", FORMAT, options)
