"""The roles printed beside the names of a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.compounds import printed_length
from transforms.names.docs import text_of
from transforms.names.forms.folding import fold
from transforms.names.roles.after_name import phrase_behind
from transforms.names.roles.before_name import phrase_before
from transforms.names.roles.phrases import Phrase
from transforms.names.roles.titles import role_after, role_before
from transforms.names.spots import HasDoc, Spot

_PARSED = "en"  # the language whose parts of speech the phrases are read from


@runtime_checkable
class _HasParse(Protocol):
    """A paragraph with its parse; a :class:`transforms.paragraphs.Paragraph` is one."""

    @property
    def doc(self) -> Doc:
        """The paragraph as it stands."""

    @property
    def masked(self) -> Doc:
        """The parse, in which quoted sentences are short clauses."""

    @property
    def origin(self) -> Sequence[int]:
        """The token of the doc that each parsed token stands for; less than 0 where it stands for a quotation."""


@dataclass(frozen=True, slots=True)
class _Parse:
    """The parse of one paragraph, which tokens of it stand for those of the doc, and which are in people's names.

    ``origin`` has the token of the doc for each of the parse, ``places`` the token of the parse for those of the doc.
    """

    doc: Doc
    masked: Doc
    origin: Sequence[int]
    places: dict[int, int]
    people: frozenset[int]


class RoleReader:
    """Reads the roles of one article's people: from the parse, which sees how far they go, else from the words."""

    def __init__(self, paragraphs: Sequence[HasDoc]) -> None:
        self._paragraphs = paragraphs
        self._parses: dict[int, _Parse | None] = {}

    def roles(self, spots: Sequence[Spot]) -> list[str]:
        """The roles beside the names of one person, each once, in the order of the text."""
        found: dict[str, str] = {}
        for spot in spots:
            for role in self._beside(spot):
                found.setdefault(fold(role), role)
        return list(found.values())

    def _beside(self, spot: Spot) -> Iterator[str]:
        doc, parse = self._paragraphs[spot.paragraph].doc, self._parse(spot.paragraph)
        places = parse.places if parse else {}
        first, final = places.get(spot.first), places.get(spot.last - 1)
        if parse and first is not None and final is not None:
            before = _printed(parse, phrase_before(parse.masked, first, final + 1, parse.people))
            behind = _printed(parse, phrase_behind(parse.masked, first, final + 1, parse.people))
            before = before or role_before(doc, spot.first)  # "Sen.", which is no noun of a calling
        else:  # within a quotation, which the parser does not see
            before, behind = role_before(doc, spot.first), role_after(doc, spot.last)
        yield from filter(None, (before, behind))

    def _parse(self, number: int) -> _Parse | None:
        if number not in self._parses:
            paragraph = self._paragraphs[number]
            self._parses[number] = _parse(paragraph) if isinstance(paragraph, _HasParse) else None
        return self._parses[number]


def _printed(parse: _Parse, phrase: Phrase | None) -> str | None:
    """The text of parsed tokens ``[first, last)`` as it stands in the paragraph, in one line."""
    if phrase is None:
        return None
    first, last = phrase
    begin, final = parse.origin[first], parse.origin[last - 1]
    if begin < 0 or final < 0:
        return None
    printed = parse.doc[final]
    end = printed.idx + printed_length(parse.masked[last - 1].text, len(printed))
    return " ".join(text_of(parse.doc)[parse.doc[begin].idx : end].split())


def _parse(paragraph: _HasParse) -> _Parse | None:
    if paragraph.masked.lang_ != _PARSED or not paragraph.masked.has_annotation("TAG"):
        return None
    places = {source: at for at, source in enumerate(paragraph.origin) if source >= 0}
    people = (
        places[token.i]
        for entity in paragraph.doc.ents
        if entity.label_ == Label.PERSON.value
        for token in entity
        if token.i in places
    )
    return _Parse(paragraph.doc, paragraph.masked, paragraph.origin, places, frozenset(people))
