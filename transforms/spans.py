"""What the annotators hand on: spans into the text of one article, half-open, in Unicode code points."""

from dataclasses import dataclass

from schemas.vocabulary import Label, QuoteKind, Section


@dataclass(frozen=True, slots=True)
class Span:
    """The half-open span ``[start, end)`` of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it is written. ``entity`` is an index into :attr:`Names.entities`."""

    start: int
    end: int
    label: Label
    entity: int


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """What the names of one article that mean the same thing stand for.

    ``name`` is the fullest form the article prints, without titles; ``roles`` are the titles and roles it
    prints ("Defense Secretary"); ``gender`` is ``"f"``, ``"m"`` or None, and only ever from the text.
    """

    name: str
    label: Label
    roles: tuple[str, ...] = ()
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """All names of an article, ordered by position, and the entities they stand for."""

    mentions: tuple[Mention, ...]
    entities: tuple[LocalEntity, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted or reported segment.

    ``utterance`` numbers the acts of speaking of the article. ``speaker`` is the speaker as written (a pronoun
    too); ``speaker_name`` the name that is meant, None where the evidence is weak; ``speaker_entity`` its
    index in :attr:`Names.entities`, ``co_speakers`` those of the others who say it too. ``confidence`` estimates the
    chance that the speaker is right and ``rule`` names the evidence that decided.
    """

    start: int
    end: int
    kind: QuoteKind
    section: Section
    utterance: int
    speaker: Span | None
    speaker_name: str | None
    speaker_entity: int | None
    speaker_role: str | None
    cue: Span | None
    cue_lemma: str | None
    addressee: str | None
    confidence: float
    rule: str
    co_speakers: tuple[int, ...] = ()
