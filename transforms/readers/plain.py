"""Plain text of any origin: archives, wire printers, text copied from a page, exports of press databases."""

import re
from collections.abc import Iterator
from dataclasses import replace

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import Block, Found, FoundNames, RawArticle, Rejected, Source
from transforms.lines import PlainArticle, read_plain_text
from transforms.mojibake import Mender
from transforms.readers.bounded import read_text
from transforms.readers.exports import export_items
from transforms.readers.exports.blocks import field_of, stated_above
from transforms.readers.exports.fields import bylines, section
from transforms.readers.options import ReadOptions
from transforms.readers.several import parted

FORMAT = "plain"
_HEAD = frozenset({BlockKind.TITLE, BlockKind.DEK, BlockKind.BYLINE, BlockKind.DATE, BlockKind.DATELINE})
_KINDS = {"title": BlockKind.TITLE, "byline": BlockKind.BYLINE, "published": BlockKind.DATE}
_ADDRESSES = re.compile(r"(?:\s*+https?://\S++)++\s*+", re.IGNORECASE)


def read_plain(source: Source, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article per file, whose ``text`` is the decoded file with line feeds; or one per part or document of it."""
    decoded = read_text(source, options.max_bytes)
    if isinstance(decoded, Rejected):
        yield decoded
        return
    yield from text_items(source.uri, decoded.text, decoded.encoding)


def text_items(uri: str, text: str, encoding: str | None) -> Iterator[RawArticle | Rejected]:
    """The articles of a decoded text: those of a press database's export, those between rulers, else one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    exported = export_items(text, uri, encoding)
    first = next(exported, None)
    if first is None:
        parts = parted(text)
        for number, part in enumerate(parts, start=1):
            yield plain_article(f"{uri}#{number}", part, encoding)
        if not parts:
            yield plain_article(uri, text, encoding)
        return
    yield first
    yield from exported


def plain_article(uri: str, text: str, encoding: str | None) -> RawArticle | Rejected:
    """The article of a decoded text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Rejected(uri, RejectReason.EMPTY, "nothing but white space")
    if _ADDRESSES.fullmatch(text):
        return Rejected(
            uri, RejectReason.NOT_AN_ARTICLE, "addresses alone; to read the pages: copydesk run $(cat FILE)"
        )
    read = read_plain_text(text)
    if not read.blocks:
        return Rejected(uri, RejectReason.NO_TEXT, "no line with a letter or digit")
    stated, end = stated_above(text)
    mend = Mender()  # the text of a plain file stays as it is, for the sake of offsets into the file; fields don't
    return RawArticle(
        uri=uri,
        format=FORMAT,
        encoding=encoding,
        text=text,
        blocks=tuple(_as_field(block, text) if block.start < end else block for block in read.blocks),
        title=mend.field(_stated(stated, "title") or read.title),
        dek=mend.field(None if _is_stated(read, BlockKind.DEK, end) else read.dek),
        authors=mend.names(read.authors or _authors(stated)),
        publisher=read.publisher or _outlet(stated.get("publisher")),
        contributors=tuple(map(mend, read.contributors)),
        url=read.url or _address(stated.get("url")) or _address(stated.get("publisher")),  # "Source: https://..."
        section=section(stated.get("section")),
        published=read.published or _stated(stated, "published"),
        modified=read.modified,
        dateline=mend.optional(read.dateline),
        notes=tuple(map(mend, read.notes)),
        repair=mend.report,
    )


def _as_field(block: Block, text: str) -> Block:
    """A line with a label, which is what its label says, and neither a heading nor the first paragraph."""
    if field := field_of(text[block.start : block.end]):
        return replace(block, kind=_KINDS.get(field, BlockKind.BOILERPLATE))
    return block if block.kind in _HEAD else replace(block, kind=BlockKind.BOILERPLATE)


def _is_stated(read: PlainArticle, kind: BlockKind, end: int) -> bool:
    return any(block.kind is kind and block.start < end for block in read.blocks)


def _stated(fields: dict[str, str], field: str) -> Found | None:
    return Found(fields[field], "label") if fields.get(field) else None


def _authors(fields: dict[str, str]) -> FoundNames | None:
    names = bylines(fields.get("byline"))
    return FoundNames(names, "label") if names else None


def _outlet(stated: str | None) -> Found | None:
    return Found(stated, "label") if stated and not _address(stated) else None


def _address(stated: str | None) -> str | None:
    return stated if stated and _ADDRESSES.fullmatch(stated) else None
