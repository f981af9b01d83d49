"""What is known of an article's entities before it is read in order: descriptors, genders, mentions."""

from dataclasses import replace
from itertools import accumulate

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.mentions import MentionIndex
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.meaning.descriptions import Description, description
from transforms.quotes.meaning.descriptor_matching import DescriptorMatcher
from transforms.quotes.meaning.disjoint_reference import disjoint_candidates
from transforms.quotes.meaning.gender import GenderEvidence
from transforms.quotes.meaning.nameless import pronoun_for
from transforms.quotes.meaning.speech_content import named_in_speech


class Background:
    """The views and noun phrases of an article, and what is known of those whom they name."""

    def __init__(self, reading: ArticleReading) -> None:
        self.text, self.views, self.pools = reading.text, reading.views, reading.pools
        self.lexicon = lexicon = reading.lexicon
        self._entities = reading.names.entities
        self.descriptors = DescriptorMatcher(reading.views, reading.pools, reading.names, lexicon)
        self.genders = GenderEvidence(reading.views, reading.pools, reading.names, lexicon)
        self.mentions = MentionIndex(reading.names)
        self.narrated_so_far = list(accumulate(int(view.has_narration) for view in reading.views))
        """How many paragraphs up to each have words of the writer's own."""
        self.places: dict[int, list[Candidate]] = {}
        """Where each entity is named."""
        for candidate in (candidate for pool in reading.pools for candidate in pool):
            if candidate.entity is not None:
                self.places.setdefault(candidate.entity, []).append(candidate)
        self._nameless: dict[tuple[int, int], tuple[Sort, str | None] | None] = {}
        self._disjoint: dict[tuple[int, int], tuple[list[Candidate], list[int]]] = {}
        self._described = {
            (candidate.paragraph, candidate.head): described
            for pool in reading.pools
            for candidate in pool
            if (described := self._describe(candidate)) is not None
        }

    def view(self, candidate: Candidate) -> View:
        """The paragraph that a noun phrase stands in."""
        return self.views[candidate.paragraph]

    @property
    def entities(self) -> int:
        """How many entities the article names."""
        return len(self._entities)

    def label(self, entity: int) -> Label:
        """What an entity is."""
        return self._entities[entity].label

    def name(self, entity: int) -> str:
        """The full name of an entity."""
        return self._entities[entity].name

    def description(self, candidate: Candidate) -> Description | None:
        """The description that a noun phrase is ("the senator"), if it is one."""
        return self._described.get((candidate.paragraph, candidate.head))

    def nameless(self, candidate: Candidate) -> tuple[Sort, str | None] | None:
        """The pronoun for a noun phrase that means somebody without a name, and its gender."""
        place = candidate.paragraph, candidate.head
        if place not in self._nameless:
            described = self.description(candidate)
            self._nameless[place] = pronoun_for(self.view(candidate), candidate, described, self.lexicon)
        return self._nameless[place]

    def disjoint_from(self, pronoun: Candidate) -> tuple[list[Candidate], list[int]]:
        """Those whom a pronoun does not mean, as its sentence tells, and the entities that its speaker names."""
        place = pronoun.paragraph, pronoun.head
        if place not in self._disjoint:
            view = self.view(pronoun)
            others = disjoint_candidates(view, self.pools[pronoun.paragraph], pronoun.head)
            self._disjoint[place] = list(others), list(named_in_speech(view, pronoun, self.mentions, self.text))
        return self._disjoint[place]

    def _describe(self, candidate: Candidate) -> Description | None:
        label = None if candidate.entity is None else self.label(candidate.entity)
        described = description(self.view(candidate), candidate, label, self.lexicon)
        if described is None or not described.owner:
            return described
        phrase = range(candidate.first, candidate.head)
        owners = {c.entity for c in self.pools[candidate.paragraph] if c.head in phrase and c.entity is not None}
        names = (self.name(owner).lower().removeprefix("the ") for owner in owners)
        return replace(described, owner=described.owner.union(names))
