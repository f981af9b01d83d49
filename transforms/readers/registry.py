"""The readers, in the order they are asked. A new one is a file and a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from transforms.article import RawArticle, Rejected, Source
from transforms.readers import html, mail, plain, refused, rtf, saved_page, sgml, sniff, warc
from transforms.readers.options import ReadOptions
from transforms.readers.records import arrow, json_records, jsonl, sqlite, tables
from transforms.readers.wire import xml


@dataclass(frozen=True, slots=True)
class Reader:
    """``takes(head, name)`` tells by a file's first bytes whether this reader is the one for it."""

    format: str
    takes: Callable[[bytes, str], bool]
    read: Callable[[Source, ReadOptions], Iterator[RawArticle | Rejected]]


READERS: tuple[Reader, ...] = (
    Reader(warc.FORMAT, warc.is_warc, warc.read_warc),
    Reader(tables.PARQUET, tables.is_parquet, tables.read_parquet),
    Reader(arrow.FORMAT, arrow.is_arrow, arrow.read_arrow),
    Reader(sqlite.FORMAT, sqlite.is_sqlite, sqlite.read_sqlite),
    Reader("refused", refused.is_known, refused.refuse),
    Reader(rtf.FORMAT, rtf.is_rtf, rtf.read_rtf),
    Reader(saved_page.FORMAT, saved_page.is_saved_page, saved_page.read_saved_page),
    Reader(mail.FORMAT, mail.is_mail, mail.read_mail),
    Reader(sgml.FORMAT, sgml.is_sgml, sgml.read_sgml),
    Reader(xml.FORMAT, sniff.is_news_xml, xml.read_xml),
    Reader(html.FORMAT, sniff.is_html, html.read_html),
    Reader(jsonl.FORMAT, sniff.is_json_lines, jsonl.read_jsonl),
    Reader(json_records.FORMAT, sniff.is_json, json_records.read_json),
    Reader(xml.FORMAT, sniff.is_xml, xml.read_xml),
    Reader(tables.CSV, tables.is_table, tables.read_csv),
    Reader("refused", refused.is_of_a_page, refused.refuse_of_a_page),
    Reader(plain.FORMAT, lambda _head, _name: True, plain.read_plain),
)
