"""An item with stated fields and a body, as agencies, feeds, exports and mail have it, to an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import Found, FoundNames, Image, RawArticle, Rejected, Withdrawal
from transforms.html.parts import Part
from transforms.html.roles import label
from transforms.lines import contributors
from transforms.lines.dateline import find_dateline
from transforms.lines.units import split_units
from transforms.mojibake import Mender
from transforms.readers.assemble import assemble, clean

METHOD = "wire"
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})
_OPENING = 60  # characters by which a dek is known again in the body


@dataclass(frozen=True, slots=True)
class WireItem:
    """Fields of one item as its format states them; ``status`` is ``usable``, ``canceled`` or ``withheld``."""

    uri: str
    format: str
    provider_id: str | None = None
    status: str | None = None
    title: str | None = None
    dek: str | None = None
    bylines: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    dateline: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    language: str | None = None
    subject_codes: tuple[str, ...] = ()
    urgency: str | None = None
    notes: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()


def plain_parts(text: str, *, wrapped: bool = False) -> list[Part]:
    """Paragraphs of a plain body; wrapped lines are joined."""
    units = split_units(text.replace("\r\n", "\n").replace("\r", "\n"), wrapped=wrapped)
    return [Part(BlockKind.BODY, unit.text) for unit in units]


def wire_article(item: WireItem, body: Sequence[Part]) -> RawArticle | Rejected:
    """The article of an item, or why it is none: withdrawn, or without text."""
    if item.status and item.status.rsplit(":", 1)[-1].casefold() in _WITHDRAWN:
        return _withdrawn(item)
    mend = Mender()
    title = clean(mend(item.title or ""))
    labelled = [(kind, clean(mend(text))) for kind, text in label(body, [title] if title else [])]
    prose = [text for kind, text in labelled if kind is BlockKind.BODY and any(map(str.isalnum, text))]
    if not prose:
        return Rejected(item.uri, RejectReason.NO_TEXT, "an item without a body")
    dek = clean(mend(item.dek or ""))
    if _is_repeated(dek, prose):
        dek = ""
    head = [(BlockKind.TITLE, title), (BlockKind.DEK, dek)]
    if item.dateline and clean(item.dateline).casefold() not in prose[0].casefold():
        head.append((BlockKind.DATELINE, item.dateline))
    text, blocks = assemble([*head, *labelled])
    return RawArticle(
        uri=item.uri,
        format=item.format,
        encoding="utf-8",
        text=text,
        blocks=blocks,
        provider_id=item.provider_id,
        title=_found(title),
        dek=_found(dek),
        authors=FoundNames(tuple(map(mend, item.bylines)), METHOD) if item.bylines else None,
        contributors=contributors(text for kind, text in labelled if kind is BlockKind.CONTRIBUTOR),
        publisher=_found(item.publisher),
        url=item.url,
        published=_found(item.published),
        modified=_found(item.modified),
        dateline=clean(item.dateline or "") or find_dateline(prose[0]),
        section=item.section,
        keywords=item.keywords,
        language=item.language,
        images=item.images,
        subject_codes=tuple(dict.fromkeys(item.subject_codes)),
        urgency=_digit(item.urgency),
        notes=tuple(dict.fromkeys(filter(None, (clean(mend(note)) for note in item.notes)))),
        repair=mend.report,
    )


def _withdrawn(item: WireItem) -> Rejected:
    """The reject of an item that its provider takes back, with the notice that takes the article down, too."""
    notice = Withdrawal(item.format, item.provider_id, item.publisher, item.url, item.modified or item.published)
    return Rejected(item.uri, RejectReason.WITHDRAWN, f"its provider says {item.status}", notice)


def _is_repeated(dek: str, prose: Sequence[str]) -> bool:
    """Whether the body says again what a dek does; by its begin, as feeds cut deks off."""
    opening = dek.rstrip(" .…")[:_OPENING].casefold()
    return bool(dek) and any(opening in text.casefold() for text in prose)


def _found(value: str | None) -> Found | None:
    return Found(value, METHOD) if value else None


def _digit(urgency: str | None) -> int | None:
    text = (urgency or "").strip()
    return int(text) if len(text) == 1 and text.isdecimal() and text.isascii() else None
