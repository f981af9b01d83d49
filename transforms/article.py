"""What the readers hand on: an article as found, before any of its fields is normalized."""

from dataclasses import dataclass, field
from typing import BinaryIO

from schemas.vocabulary import BlockKind, RejectReason

_MOST_KEYS = 100


@dataclass(frozen=True, slots=True)
class Source:
    """An input to be read.

    ``stream`` is open, binary and at its start; whoever made the source closes it.
    ``name`` is a hint only: formats are told by content. ``charset`` is the encoding that the server declared.
    """

    uri: str
    name: str
    size: int
    stream: BinaryIO
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one role: the half-open span ``[start, end)`` of code points."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A field as it was written, with the method that found it (``json-ld``, ``first-line``, ...)."""

    value: str
    method: str


@dataclass(frozen=True, slots=True)
class FoundNames:
    """Names as they were written, in order, with the method that found them."""

    values: tuple[str, ...]
    method: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article. ``url`` is absolute."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class NamedKeys:
    """Where keys were named for fields: those of them that a record has (``found``), and ``keys`` that it has."""

    found: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()

    def joined(self, other: "NamedKeys") -> "NamedKeys":
        """Those of several records; of the keys as many as are worth telling."""
        if other.found <= self.found and set(other.keys) <= set(self.keys):
            return self
        keys = tuple(dict.fromkeys((*self.keys, *other.keys)))[:_MOST_KEYS]
        return NamedKeys(self.found | other.found, keys)


NO_NAMED_KEYS = NamedKeys()


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as a reader found it. Fields are verbatim; :mod:`transforms.normalize` makes values of them.

    ``blocks`` are ordered, do not overlap and lie within ``text``. ``is_free`` is False behind a paywall.
    ``repair`` says how garbled characters of it were mended. ``named`` is told of records, where keys were
    named for fields.
    """

    uri: str
    format: str
    encoding: str | None
    text: str
    blocks: tuple[Block, ...]
    provider_id: str | None = None
    title: Found | None = None
    dek: Found | None = None
    authors: FoundNames | None = None
    contributors: tuple[str, ...] = ()
    publisher: Found | None = None
    url: str | None = None
    published: Found | None = None
    modified: Found | None = None
    dateline: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = field(default=())
    language: str | None = None
    is_free: bool | None = None
    images: tuple[Image, ...] = ()
    subject_codes: tuple[str, ...] = ()
    urgency: int | None = None
    notes: tuple[str, ...] = ()
    repair: str | None = None
    named: NamedKeys | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a kill notice takes back: the article with a provider's id, or else with an address.

    ``publisher`` and ``format`` are those of the notice; ``at`` is when it was given, as written.
    """

    format: str
    provider_id: str | None = None
    publisher: str | None = None
    url: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input, or a record of one, that no article could be made of.

    ``withdraws`` is the article that a kill notice takes back. ``named`` is as in :class:`RawArticle`.
    """

    uri: str
    reason: RejectReason
    detail: str
    withdraws: Withdrawal | None = None
    named: NamedKeys | None = None
