"""Records of keys and values to articles, whatever the file they come in (JSON, CSV, Parquet).

Keys of the usual shapes are data (``record_keys.tsv``); ``ReadOptions.fields`` overrides them.
"""

import ast
import html
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias, cast

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import Found, FoundNames, Image, RawArticle, Rejected
from transforms.html.parts import Part
from transforms.html.roles import label
from transforms.lines import contributors
from transforms.lines.units import split_units
from transforms.mojibake import Mender
from transforms.readers.assemble import assemble, clean, dateline_in, with_head
from transforms.readers.html import html_article
from transforms.readers.options import ReadOptions
from transforms.readers.records.own_tables import own_rows
from transforms.readers.records.paths import fold_key, follow, holds, named_keys_of
from transforms.readers.values import (
    MAX_TEXTS,
    Value,
    as_body,
    as_body_of_parts,
    as_text,
    as_texts,
    moment,
    spreadsheet_moment,
)
from transforms.urls import article_address, is_unique
from transforms.wordlists import pairs

Record: TypeAlias = Mapping[str, Value]

_MARKUP = re.compile(r"<(?:p|div|br|article|section|h[1-6]|html|body|span)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|strong|em|b|i|u|a|br|sup|sub|mark)\b[^<>]{0,500}>", re.IGNORECASE)
_TABLES = frozenset({"csv", "parquet", "arrow", "sqlite"})
"""Formats of what comes out of a spreadsheet, or may have passed through one."""
_SPREADSHEET_DAY = re.compile(r"([0-9]{5})(?:[.,]([0-9]{1,15}))?")
_UNIX_TIME = re.compile(r"(?:[0-9]{9,10}|[0-9]{13})(?:\.[0-9]{1,9})?")
_DISTINCTIVE = 12  # characters of an id that no other file has by chance, if a digit is among them
_WRITTEN_BREAK = re.compile(r"[.!?\"”’'] {0,2}(?:\\r)?\\n")  # behind a sentence: in "C:\new" and "\nu" there is none
_FEWEST_BREAKS = 2
_OBJECTS = frozenset({"authors", "publisher", "section"})
"""Fields that interfaces state as objects with a name; a table made of their answers holds these as texts."""
_OBJECT = re.compile(r"\s*(?:\[\s*)?\{")
_LONGEST_OBJECT = 5000  # characters
_BODIES = frozenset({"text", "html"})
_CUT = re.compile(r"(?<!\s)\s*+(?:…|\.\.\.)?\s*+\[\+?\d+ chars\]\s*+$")


def record_article(record: Record, uri: str, format_name: str, options: ReadOptions) -> RawArticle | Rejected:
    """The article of one record; ``no_text`` if it holds no body."""
    item = _article(record, uri, format_name, options)
    return replace(item, named=named_keys_of(record, options.fields.values())) if options.fields else item


def _article(record: Record, uri: str, format_name: str, options: ReadOptions) -> RawArticle | Rejected:
    if not_ours_to_read := own_rows(record, uri, options):
        return not_ours_to_read
    mend = Mender()
    record = {str(key): mend.json_value(value) for key, value in record.items()}
    folded = {fold_key(key): value for key, value in record.items()}
    get = _Getter(record, folded, options)
    body, markup = _body_and_markup(get)
    title, dek = get.line("title"), get.line("dek")
    from_page = _page(markup, uri) if markup and not body else None
    parts = _parts_of_page(from_page) if from_page else _paragraphs(_real_breaks(_CUT.sub("", body or "")), title)
    if not any(kind is BlockKind.BODY for kind, _ in parts):
        return _textless(record, get, uri, is_teaser=dek is not None and not body and not markup)
    if dek and any(clean(dek.value)[:60] in clean(part) for _, part in parts):
        dek = None
    text, blocks = assemble(with_head(title, dek, parts))
    url = get.text("url")
    publisher = get.found("publisher")
    article = RawArticle(
        uri=uri,
        format=format_name,
        encoding="utf-8",
        text=text,
        blocks=blocks,
        provider_id=None if article_address(url) else _identifier(get.text("id"), publisher, uri),
        title=title,
        dek=dek,
        authors=get.names("authors"),
        contributors=contributors(part for kind, part in parts if kind is BlockKind.CONTRIBUTOR),
        publisher=publisher,
        url=url,
        published=get.time("published", is_table=format_name in _TABLES),
        modified=get.time("modified", is_table=format_name in _TABLES),
        dateline=dateline_in(parts),
        section=get.text("section"),
        keywords=get.texts("keywords"),
        language=get.text("language"),
        is_free=_flag(get.value("is_free")),
        images=tuple(Image(url) for url in _addresses(get.value("images"))),
        repair=mend.report,
    )
    return _filled(article, from_page) if from_page else article


def _parts_of_page(page: RawArticle) -> list[tuple[BlockKind, str]]:
    """What a page in a record holds, but for its headline and dek: the record's own fields go before."""
    blocks = [block for block in page.blocks if block.kind not in {BlockKind.TITLE, BlockKind.DEK}]
    return [(block.kind, page.text[block.start : block.end]) for block in blocks]


def _textless(record: Record, get: "_Getter", uri: str, *, is_teaser: bool) -> Rejected:
    missing = f"no text under {get.where_text_may_be()}; keys: {_keys(record)}"
    if is_teaser:
        return Rejected(uri, RejectReason.SUMMARY_ONLY, f"a teaser, {missing}")
    return Rejected(uri, RejectReason.NO_TEXT, missing)


def _body_and_markup(get: "_Getter") -> tuple[str | None, str | None]:
    """The text of a record, and its HTML; a text that is HTML counts as that."""
    body, markup = get.text("text"), get.text("html")
    return (None, body) if not markup and body and _MARKUP.search(body) else (body, markup)


def _identifier(its_id: str | None, publisher: Found | None, uri: str) -> str | None:
    """The id of a record, with the address of its file where another file may well have the same.

    Many a table numbers its rows from 1: where no outlet is told, "1" tells articles of one file apart, and no more.
    """
    if not its_id or publisher or is_unique(its_id):
        return its_id
    if len(its_id) >= _DISTINCTIVE and any(char.isdigit() for char in its_id):
        return its_id
    file = uri.rpartition("#")[0] or uri
    return f"{file}#{its_id}"


def stated_text(record: Record, options: ReadOptions) -> str | None:
    """What a record holds under the keys of a text, with or without markup, as it stands there."""
    get = _Getter(record, {fold_key(str(key)): value for key, value in record.items()}, options)
    return get.text("text") or get.text("html")


def stated(record: Record, field: str, options: ReadOptions) -> str | None:
    """What a record holds under the keys of a field, as text."""
    return _Getter(record, {fold_key(str(key)): value for key, value in record.items()}, options).text(field)


def _filled(article: RawArticle, page: RawArticle) -> RawArticle:
    """Fields that the record leaves open, from the page it holds."""
    return replace(
        article,
        authors=article.authors or page.authors,
        publisher=article.publisher or page.publisher,
        url=article.url or page.url,
        published=article.published or page.published,
        modified=article.modified or page.modified,
        section=article.section or page.section,
        keywords=article.keywords or page.keywords,
        is_free=page.is_free if article.is_free is None else article.is_free,
        images=article.images or page.images,
        notes=page.notes,
    )


def _flag(value: Value) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).casefold())


def _addresses(value: Value) -> tuple[str, ...]:
    """Addresses of pictures: texts, objects with one under ``url``, or lists of these."""
    if isinstance(value, str):
        texts = as_texts(value, split=False)
    elif isinstance(value, Mapping):
        texts = tuple(filter(None, (as_text(value.get(key)) for key in ("url", "contentUrl", "src", "href"))))[:1]
    elif isinstance(value, list | tuple):
        texts = tuple(text for item in value[:MAX_TEXTS] for text in _addresses(item))
    else:
        texts = ()
    return tuple(dict.fromkeys(text for text in texts if text.startswith(("http://", "https://"))))


def _page(markup: str, uri: str) -> RawArticle | None:
    if "<html" not in markup[:2000].casefold():
        markup = f"<html><body><article>{markup}</article></body></html>"
    page = html_article(uri, markup, "utf-8", is_article=True)
    return page if isinstance(page, RawArticle) else None


def _real_breaks(text: str) -> str:
    """A text whose line ends were escaped once too often, with line ends."""
    if "\n" in text or text.count("\\n") < _FEWEST_BREAKS or not _WRITTEN_BREAK.search(text):
        return text
    return text.replace("\\r\\n", "\n").replace("\\n", "\n")


def _paragraphs(body: str, title: Found | None) -> list[tuple[BlockKind, str]]:
    units = split_units(body.replace("\r\n", "\n").replace("\r", "\n"))
    parts = [Part(BlockKind.BODY, unit.text) for unit in units if any(map(str.isalnum, unit.text))]
    return label(parts, [title.value] if title else [])


def _keys(record: Record) -> str:
    return ", ".join(sorted(str(key)[:40] for key in record)[:20])


def mappable_fields() -> tuple[str, ...]:
    """Fields of an article that ``ReadOptions.fields`` may name a key for."""
    return tuple(name for name, _ in pairs("transforms.readers.records", "record_keys.tsv"))


class _Getter:
    """Fields of one record by the keys that are known for them."""

    def __init__(self, record: Record, folded: Record, options: ReadOptions) -> None:
        self._record = record
        self._folded = folded
        self._named = named_keys(record, options)

    def where_text_may_be(self) -> str:
        """The keys under which a text was looked for, in words."""
        named = [self._named[field] for field in sorted(_BODIES, reverse=True) if field in self._named]
        if named:
            return f"{' or '.join(named)}, as --map says"
        rows = pairs("transforms.readers.records", "record_keys.tsv")
        known = {key for field, keys in rows if field in _BODIES for key in keys.split()}
        return " or ".join(str(key)[:40] for key in self._record if fold_key(str(key)) in known) or "any known key"

    def value(self, field: str) -> Value:
        value = self._stated(field)
        return _read_out(value) if field in _OBJECTS else value

    def _stated(self, field: str) -> Value:
        mapped = self._named.get(field)
        if mapped is not None:
            return follow(self._record, mapped)
        for name, keys in pairs("transforms.readers.records", "record_keys.tsv"):
            if name == field:
                return next((value for key in keys.split() if _is_set(value := self._known(field, key))), None)
        return None

    def _known(self, field: str, key: str) -> Value:
        """What stands under a key that is known for a field."""
        if key == "timestamp" and not self._is_titled:
            return None  # of a page without a headline: when it was fetched
        if key not in self._folded and key.partition(".")[0] not in self._folded:
            return None  # most are not there, and to fold all keys once more for each is half of the work
        value = follow(self._folded, key)
        if isinstance(value, Mapping) and field in _BODIES and not as_body(value):
            return None
        return value

    @property
    def _is_titled(self) -> bool:
        return self.value("title") is not None

    def text(self, field: str) -> str | None:
        value = self.value(field)
        if field in _BODIES and isinstance(value, list | tuple):
            return as_body_of_parts(value)
        return as_body(value) if field in _BODIES and isinstance(value, Mapping) else as_text(value)

    def texts(self, field: str) -> tuple[str, ...]:
        return as_texts(self.value(field))

    def found(self, field: str) -> Found | None:
        text = self.text(field)
        return Found(text, "record") if text else None

    def line(self, field: str) -> Found | None:
        """As ``found``, without the tags that set some of its words apart."""
        found = self.found(field)
        value = html.unescape(_TAG.sub("", found.value)) if found and _TAG.search(found.value) else None
        return replace(found, value=value) if found and value else found

    def time(self, field: str, *, is_table: bool) -> Found | None:
        """As ``found``; a Unix time is one as text, too, which is all that a CSV has.

        In a table a day may be the number that a spreadsheet keeps of it, where its cell lost the format of a date.
        """
        found = self.found(field)
        if found and _UNIX_TIME.fullmatch(found.value):
            return replace(found, value=moment(float(found.value)) or found.value)
        if found and is_table and (number := _SPREADSHEET_DAY.fullmatch(found.value)):
            days = float(f"{number[1]}.{number[2] or 0}")
            return replace(found, value=spreadsheet_moment(days) or found.value)
        return found

    def names(self, field: str) -> FoundNames | None:
        names = as_texts(self.value(field), split=False)
        return FoundNames(names, "record") if names else None


def _read_out(value: Value) -> Value:
    """An object, or a list of them, out of the text that a table holds of it, as Python or JSON writes one.

    What is no such text stays as it is. No text with a backslash is tried as Python, which warns of some of them.
    """
    if not isinstance(value, str) or not _OBJECT.match(value) or len(value) > _LONGEST_OBJECT:
        return value
    for parse in (json.loads, ast.literal_eval) if "\\" not in value else (json.loads,):
        with suppress(ValueError, SyntaxError, RecursionError, MemoryError):
            return cast(Value, parse(value.strip()))
    return value


def _is_set(value: Value) -> bool:
    return value is not None and value not in ("", [], {}) and value == value  # noqa: PLR0124  (NaN)


def named_keys(record: Iterable[str], options: ReadOptions) -> Mapping[str, str]:
    """The keys that were named for fields, if the record has one of them, else none.

    In a folder with files of several makers they are those of one: records of the others have keys that are known.
    """
    return options.fields if any(holds(record, key) for key in options.fields.values()) else {}
