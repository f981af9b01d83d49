"""What is kept of an article while it is read: antecedents, referents, and who came up without a name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.meaning.antecedents import Antecedent

TokenPlace = tuple[int, int]


class Referent(NamedTuple):
    """Whom a noun phrase means: the index in ``names.entities``, and whether it may well be another."""

    entity: int
    is_doubtful: bool = False


class Owner(NamedTuple):
    """Whose somebody is: of "her teacher, Fox" whom "her" means, with the gender and the paragraph of that word."""

    entity: int
    gender: str
    paragraph: int


@dataclass(slots=True)
class Memory:
    """What was read so far."""

    antecedents: list[Antecedent] = field(default_factory=list)
    last_antecedent: dict[int, int] = field(default_factory=dict)
    """Where in ``antecedents`` an entity stands last."""
    mention_counts: Counter[int | None] = field(default_factory=Counter)
    """How often an entity was named."""
    owners: dict[int, Owner] = field(default_factory=dict)
    """Whose somebody is."""
    _referents: dict[TokenPlace, Referent] = field(default_factory=dict)  # by paragraph and token
    _introduced: dict[str, TokenPlace] = field(default_factory=dict)  # by noun; paragraph and sentence

    def begin_anew(self) -> None:
        """What comes next is about somebody else, as the next entry of a live blog is."""
        self.antecedents.clear()
        self.last_antecedent.clear()
        self._introduced.clear()

    def record(self, candidate: Candidate, referent: Referent) -> None:
        """Keep whom a noun phrase means."""
        self._referents[candidate.paragraph, candidate.head] = referent

    def add_antecedent(self, antecedent: Antecedent) -> None:
        """Keep somebody named or meant, whom pronouns may mean from here on."""
        if antecedent.entity is not None:
            self.last_antecedent[antecedent.entity] = len(self.antecedents)
        self.antecedents.append(antecedent)

    def introduce(self, noun: str, paragraph: int, sentence: int) -> None:
        """Keep that "a spokesman" came up who has no name."""
        self._introduced[noun] = paragraph, sentence

    def referent(self, paragraph: int, token: int) -> Referent | None:
        """Whom the noun phrase with this head means, if that was told."""
        return self._referents.get((paragraph, token))

    def entity_of(self, candidate: Candidate) -> int | None:
        """Whom a noun phrase means, if that was told."""
        meant = self.referent(candidate.paragraph, candidate.head)
        return meant.entity if meant else None

    def entities_of(self, candidates: Iterable[Candidate]) -> set[int]:
        """Those whom noun phrases name, or mean as far as that was told."""
        named = (c.entity if c.entity is not None else self.entity_of(c) for c in candidates)
        return {entity for entity in named if entity is not None}

    def is_introduced(self, noun: str) -> bool:
        """Whether somebody without a name came up by this noun."""
        return noun in self._introduced

    def introduced_within(self, first: int, last: int) -> list[str]:
        """The nouns by which those without a name came up last in these paragraphs, both included."""
        return [noun for noun, (paragraph, _) in self._introduced.items() if first <= paragraph <= last]

    def is_introduced_since(self, entity: int, noun: str) -> bool:
        """Whether "a spokesman" without a name came up behind the last word about somebody."""
        if entity not in self.last_antecedent:
            return False
        last = self.antecedents[self.last_antecedent[entity]]
        return self._introduced.get(noun, (-1, -1)) > (last.paragraph, last.sentence)
