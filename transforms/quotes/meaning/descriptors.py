"""Descriptors of entities: titles, nouns and ages beside their names, as in "Sgt Lind" and "Fox, a lawyer, 34,"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.beside_names import ages_beside, heads_of_role, is_of_theirs, nouns_beside, title_before
from transforms.quotes.meaning.chosen_names import goes_by
from transforms.quotes.meaning.descriptions import age_told
from transforms.quotes.meaning.in_court import is_on_trial, offices
from transforms.quotes.meaning.offices import Office, english_offices, french_offices
from transforms.spans import LocalEntity, Names

_BODY_NAMES = frozenset({Label.ORG, Label.NORP, Label.FAC})


@dataclass(slots=True)
class Descriptors:
    """The nouns and titles an entity goes by, with the words before each, and its age in years as printed."""

    nouns: dict[str, set[str]] = field(default_factory=dict)
    ages: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    of: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    """What each office is of, by its noun."""
    of_states: set[str] = field(default_factory=set)
    """The nouns of offices that may be of a state."""

    def add(self, words: Sequence[str]) -> None:
        """Keep a noun, which comes last, with the words before it."""
        if words:
            self.nouns.setdefault(words[-1], set()).update(words[:-1])

    def add_office(self, told: Office) -> None:
        """Keep an office, with what it is of."""
        self.nouns.setdefault(told.noun, set()).update(told.words)
        if told.is_of_state:
            self.of_states.add(told.noun)
        if told.of:
            self.of.setdefault(told.noun, set()).add(told.of)


class DescriptorCollector:
    """Collects the descriptors of the entities of one article, in the order of the text."""

    def __init__(self, names: Names, lexicon: Lexicon) -> None:
        self._names = names
        self._lexicon = lexicon
        self.words = [Descriptors() for _ in names.entities]
        """Of each entity."""
        self.predicated: dict[tuple[int, int], int] = {}
        """Whom a noun, by its paragraph and token, is said to be in its sentence."""
        self.go_by: dict[tuple[int, int], int] = {}
        """Who asks to go by a name, by paragraph and token of the noun for them."""
        self.on_trial: set[int] = set()
        """Those who are charged with something, or plead to it."""
        for words, entity in zip(self.words, names.entities, strict=True):
            self._note_entity(words, entity)

    def collect(self, view: View, candidate: Candidate, entity: int) -> None:
        """What stands beside a name: the noun before it, an apposition, "is a ...", an age."""
        words, named = self.words[entity], self._names.entities[entity]
        self._note_own_name(view, candidate, entity)
        for head in nouns_beside(view, candidate, named, self._lexicon):
            self.predicated[candidate.paragraph, head] = entity
            self._note_noun(words, view, head)
        if named.label is Label.PERSON:
            self._note_in_court(view, candidate, entity)
        self._note_title(words, " ".join(title_before(view, candidate, named)), named)
        words.ages.update(ages_beside(view, candidate))

    def _note_entity(self, words: Descriptors, entity: LocalEntity) -> None:
        """Keep what the roles of an entity tell, and the name of a body: the "Harbour Bank" is a bank."""
        for role in entity.roles:
            self._note_role(words, role)
        if entity.label in _BODY_NAMES:
            for told in heads_of_role(entity.name, self._lexicon):
                words.add(told)

    def _note_role(self, words: Descriptors, role: str) -> None:
        """Keep a role that is printed beside a name."""
        if self._lexicon.has_gendered_things:
            for office in french_offices(role, self._lexicon):
                words.add_office(office)
                words.titles.add(office.noun)
            return
        for told in heads_of_role(role, self._lexicon):
            if not is_of_theirs(role, told):
                words.add(told)
                words.titles.update(told[-1:])
        for office in english_offices(role, self._lexicon):
            words.of.setdefault(office.noun, set()).add(office.of)

    def _note_own_name(self, view: View, candidate: Candidate, entity: int) -> None:
        """Keep the noun for whoever asks to go by a name."""
        noun = goes_by(view, candidate)
        if noun is not None:
            self.go_by[candidate.paragraph, noun] = entity
            self.words[entity].add([view.lemmas[noun]])

    def _note_noun(self, words: Descriptors, view: View, head: int) -> None:
        """Keep a noun beside a name: as an office or with the words before it, whose it is, and an age before it."""
        phrase = range(min(view.subtree(head)), head + 1)
        told = self._french_offices_of(view, phrase)
        for office in told:
            words.add_office(office)
        if not told:
            words.add([view.lemmas[token] for token in phrase])
        if any(view.deps[child] == "poss" for child in view.children[head]):
            words.relations.add(view.lemmas[head])
        age = age_told(view, phrase.start, phrase.stop)
        if age:
            words.ages.add(age)

    def _french_offices_of(self, view: View, phrase: range) -> list[Office]:
        """The offices that a French noun is with the words before and behind it."""
        if not self._lexicon.has_gendered_things:
            return []
        _, last = view.noun_phrase(phrase[-1])
        return list(french_offices(" ".join(view.words[phrase.start : last]), self._lexicon))

    def _note_in_court(self, view: View, candidate: Candidate, entity: int) -> None:
        """Keep what somebody does in court, and whether it is tried there."""
        for office in offices(view, candidate):
            self.words[entity].add(office)
        if is_on_trial(view, candidate.head, self._lexicon):
            self.on_trial.add(entity)

    def _note_title(self, words: Descriptors, title: str, named: LocalEntity) -> None:
        """Keep what stands before a name in its noun phrase, if anything does."""
        if not title:
            return
        if self._lexicon.has_gendered_things and named.label is Label.PERSON:
            for office in french_offices(title, self._lexicon):
                words.add_office(office)
        else:
            for told in heads_of_role(title, self._lexicon):
                words.add(told)


def collect_descriptors(
    views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon
) -> DescriptorCollector:
    """What an article tells of those whom it names, in the words beside each name."""
    found = DescriptorCollector(names, lexicon)
    for view, pool in zip(views, pools, strict=True):
        for candidate in pool:
            if candidate.entity is not None:
                found.collect(view, candidate, candidate.entity)
    return found
