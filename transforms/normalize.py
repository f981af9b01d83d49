"""From raw articles to rows: times, names, addresses, ids, hashes, languages and counts."""

import hashlib
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import asdict, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import dataframely as dy
import polars as pl

from schemas.articles import Articles
from schemas.blocks import Blocks
from schemas.commit import ADDED_BY_COMMIT
from schemas.vocabulary import BlockKind
from transforms.article import Found, RawArticle, Withdrawal
from transforms.byline import clean_names
from transforms.dates import NO_HINTS, DateHints, parse_time
from transforms.hints import PublisherHint
from transforms.ids import derive_id
from transforms.language import Language, find_language
from transforms.urls import article_address, canonical_url, is_unique, site_of

ADDED_BY_LAKE = frozenset({*ADDED_BY_COMMIT["articles"], "prose_hash", "annotation", "annotated_by"})
"""Columns of ``articles`` that only later stages and the lake can fill."""

NO_PUBLISHERS: Mapping[str, PublisherHint] = MappingProxyType({})
_STATED = frozenset({"json-ld", "meta", "record", "wire"})  # methods that read a field for names
_COUNTED = (BlockKind.TITLE.value, BlockKind.DEK.value, BlockKind.BODY.value)
_WORD = r"[\p{L}\p{N}][\p{L}\p{N}'’\-]*"


def _without_keys(table: type[dy.Schema], left_out: frozenset[str] = frozenset()) -> dict[str, dy.Column]:
    """Columns of a table for its rows before the lake has them, where an identity may still come twice."""
    columns = {name: copy(column) for name, column in table.columns().items() if name not in left_out}
    for column in columns.values():
        column.primary_key = False
    return columns


class NormalizedArticles(dy.Schema):
    """Rows of ``articles`` without what the lake adds; the columns are those of :class:`schemas.articles.Articles`."""

    locals().update(_without_keys(Articles, ADDED_BY_LAKE))


class NormalizedBlocks(dy.Schema):
    """Rows of ``blocks``; the columns are those of :class:`schemas.blocks.Blocks`."""

    locals().update(_without_keys(Blocks))


def normalize(
    raws: Sequence[RawArticle],
    hints: DateHints = NO_HINTS,
    publishers: Mapping[str, PublisherHint] = NO_PUBLISHERS,
) -> tuple[dy.DataFrame[NormalizedArticles], dy.DataFrame[NormalizedBlocks]]:
    """One row per raw article, in their order, and the rows of their blocks.

    Two raw articles may have one identity: the lake makes revisions of them. ``hints`` and ``publishers`` hold
    what is known about the sources beyond their texts; a publisher's own entry comes first.
    """
    rows = [_row(raw, _hints(raw, hints, publishers)) for raw in raws]
    schema = {name: dtype for name, dtype in NormalizedArticles.create_empty().schema.items() if name != "word_count"}
    blocks = _blocks(raws, [row["article_id"] for row in rows])
    words = (
        blocks.filter(pl.col("kind").is_in(_COUNTED))
        .group_by("raw")
        .agg(word_count=pl.col("text").str.count_matches(_WORD).sum().cast(pl.Int64))
    )
    articles = (
        pl.DataFrame(rows, schema=schema, orient="row")
        .with_row_index("raw")
        .join(words, on="raw", how="left", maintain_order="left")
        .with_columns(pl.col("word_count").fill_null(0))
        .select(*NormalizedArticles.columns())
    )
    return NormalizedArticles.validate(articles), NormalizedBlocks.validate(blocks.drop("raw"))


def _hints(raw: RawArticle, hints: DateHints, publishers: Mapping[str, PublisherHint]) -> DateHints:
    """Hints for one article; an outlet is looked up by its name, then by the host of its address."""
    if not publishers:
        return hints
    known = publishers.get(raw.publisher.value if raw.publisher else "") or publishers.get(site_of(raw.url) or "")
    if known is None:
        return hints
    day_first = hints.day_first if known.day_first is None else known.day_first
    return replace(hints, zone=known.zone or hints.zone, day_first=day_first)


def article_id(raw: RawArticle) -> str:
    """Identity of an article: its provider's id, else an address that names it, else where it was read."""
    publisher = raw.publisher.value if raw.publisher else None
    return _stated_identity(raw.provider_id, publisher or raw.format, raw.url) or derive_id(f"uri:{raw.uri}")


def is_older(raw: RawArticle, than: RawArticle, hints: DateHints, publishers: Mapping[str, PublisherHint]) -> bool:
    """Whether another text says that it was modified before that of ``than``; False where either does not say when."""
    if raw.text == than.text or not (raw.modified and than.modified):
        return False
    one, other = (_modified_at(version, _hints(version, hints, publishers)) for version in (raw, than))
    return one is not None and other is not None and one < other


def _modified_at(raw: RawArticle, hints: DateHints) -> datetime | None:
    time = parse_time(raw.modified.value, hints) if raw.modified else None
    return time.instant if time else None


def withdrawn_id(notice: Withdrawal) -> str | None:
    """Identity of the article that a kill notice takes back, None if it does not say."""
    return _stated_identity(notice.provider_id, notice.publisher or notice.format, notice.url)


def withdrawn_at(notice: Withdrawal) -> datetime | None:
    """When a kill notice was given, None if it does not say or leaves the zone open."""
    time = parse_time(notice.at) if notice.at else None
    return time.instant if time else None


def _stated_identity(provider_id: str | None, scope: str, address: str | None) -> str | None:
    if provider_id:
        return _identity_of_provider_id(provider_id, scope)
    url = article_address(address)
    return derive_id(f"url:{url}") if url else None


def _identity_of_provider_id(provider_id: str, scope: str) -> str:
    """Identity of the article with a provider's id; ``scope`` (outlet or format) parts ids that are not unique."""
    return derive_id(f"id:{provider_id}" if is_unique(provider_id) else f"id:{scope}:{provider_id}")


def content_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _row(raw: RawArticle, hints: DateHints) -> dict[str, Any]:
    published = parse_time(raw.published.value, hints) if raw.published else None
    language = _language(raw)
    authors = clean_names(raw.authors.values, stated=raw.authors.method in _STATED) if raw.authors else ()
    return {
        "article_id": article_id(raw),
        "content_hash": content_hash(raw.text),
        "source_uri": raw.uri,
        "format": raw.format,
        "text": raw.text,
        "title": _value(raw.title),
        "title_method": _method(raw.title),
        "dek": _value(raw.dek),
        "dek_method": _method(raw.dek),
        "authors": list(authors),
        "authors_method": raw.authors.method if raw.authors and authors else None,
        "contributors": list(raw.contributors),
        "publisher": _value(raw.publisher),
        "publisher_method": _method(raw.publisher),
        "url": canonical_url(raw.url),
        "site": site_of(raw.url),
        "published_at": published.instant if published else None,
        "published_local": published.local if published else None,
        "published_text": _value(raw.published),
        "published_precision": published.precision.value if published else None,
        "published_zone_source": published.zone_source if published else None,
        "published_method": _method(raw.published),
        "modified_at": _modified_at(raw, hints),
        "dateline": raw.dateline,
        "section": raw.section,
        "keywords": list(raw.keywords),
        "language": language.code,
        "language_method": language.method,
        "language_confidence": language.confidence,
        "subject_codes": list(raw.subject_codes),
        "urgency": raw.urgency,
        "is_free": raw.is_free,
        "images": [asdict(image) for image in raw.images],
        "editor_notes": list(raw.notes),
        "text_repair": raw.repair,
    }


def _value(found: Found | None) -> str | None:
    return " ".join(found.value.split()) or None if found else None


def _method(found: Found | None) -> str | None:
    return found.method if found and _value(found) else None


def _language(raw: RawArticle) -> Language:
    """What the prose of an article is written in."""
    prose = "\n".join(raw.text[block.start : block.end] for block in raw.blocks if block.kind.value in _COUNTED)
    return find_language(prose or raw.text, raw.language)


def _blocks(raws: Sequence[RawArticle], ids: Sequence[str]) -> pl.DataFrame:
    rows = [
        (number, key, index, block.kind.value, block.start, block.end, raw.text[block.start : block.end])
        for number, (raw, key) in enumerate(zip(raws, ids, strict=True))
        for index, block in enumerate(raw.blocks)
    ]
    return pl.DataFrame(rows, schema={"raw": pl.UInt32, **NormalizedBlocks.create_empty().schema}, orient="row")


__all__ = [
    "ADDED_BY_LAKE",
    "NormalizedArticles",
    "NormalizedBlocks",
    "article_id",
    "content_hash",
    "is_older",
    "normalize",
    "withdrawn_at",
    "withdrawn_id",
]
