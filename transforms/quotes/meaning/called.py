"""What an article calls those whom it names, beside their names: "Sgt", "the senator", "dairy farmer", "34"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from schemas.vocabulary import Label
from transforms.names import wordlists
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.beside_names import ages_beside, heads_of_role, is_of_theirs, nouns_beside, title_before
from transforms.quotes.meaning.descriptions import FORMER, Description, age_told, continents, nations, owner_keys
from transforms.quotes.meaning.in_court import are_opposed, is_on_trial, offices
from transforms.quotes.meaning.offices import HIGHEST, Office, are_apart, english_offices, french_offices
from transforms.quotes.meaning.own_names import goes_by
from transforms.spans import Names

_EXPERTS = frozenset({"expert", "specialist"})
HEADS = frozenset({"boss", "chief", "head"})
"""Nouns that may be put for the office of whoever heads something."""
_OFFICES_OF_HEADS = HEADS | {"ceo", "chairman", "chairwoman", "commissioner", "director", "governor", "president"}
_YOUNG = range(14, 30)  # years
_OF_MEDIA = frozenset({"broadcasting", "media", "news", "press"})
_BODY_NAMES = frozenset({Label.ORG, Label.NORP, Label.FAC})


@dataclass(slots=True)
class _Words:
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
        if words:
            self.nouns.setdefault(words[-1], set()).update(words[:-1])

    def add_office(self, told: Office) -> None:
        self.nouns.setdefault(told.noun, set()).update(told.words)
        if told.is_of_state:
            self.of_states.add(told.noun)
        if told.of:
            self.of.setdefault(told.noun, set()).add(told.of)


class Called:
    """What each entity of one article is called."""

    def __init__(
        self, views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon
    ) -> None:
        self._names = names
        self._lexicon = lexicon
        self._called = [_Words() for _ in names.entities]
        self._beside: dict[tuple[int, int], int] = {}
        self._go_by: dict[tuple[int, int], int] = {}
        self.on_trial: set[int] = set()
        """Those who are charged with something, or plead to it."""
        for called, entity in zip(self._called, names.entities, strict=True):
            for role in entity.roles:
                self._note_role(called, role)
            if entity.label in _BODY_NAMES:
                for words in heads_of_role(entity.name, lexicon):
                    called.add(words)
        for view, pool in zip(views, pools, strict=True):
            for candidate in pool:
                if candidate.entity is not None:
                    self._note(view, candidate, candidate.entity)
        self._of_age: dict[str, list[int]] = {}
        self._going_by: dict[str, list[int]] = {}
        for index, called in enumerate(self._called):
            for age in called.ages:
                self._of_age.setdefault(age, []).append(index)
            for noun in called.nouns:
                self._going_by.setdefault(noun, []).append(index)

    def beside(self, candidate: Candidate) -> int | None:
        """The entity that a noun is said to be in its sentence: "a lawyer" in "Fox, a lawyer," or "Fox is a lawyer"."""
        return self._beside.get((candidate.paragraph, candidate.head))

    def goes_by(self, candidate: Candidate) -> int | None:
        """The entity whose name somebody asks to go by: "the officer, who asked to be called Mara"."""
        return self._go_by.get((candidate.paragraph, candidate.head))

    def may_be_a_company(self, entity: int) -> bool:
        """Whether a body is not named as one of another kind: a union, a court, a ministry."""
        is_body = self._names.entities[entity].label is Label.ORG
        return is_body and not self._lexicon.bodies.public.intersection(self._called[entity].nouns)

    def may_be(self, description: Description, entity: int | None) -> bool:
        """Whether nothing in what an entity is called speaks against a description: "the party" is no court."""
        if entity is None:
            return True
        called = self._called[entity].nouns
        if any(self._is_foreign(description, entity, before) for before in called.values()):
            return False
        if are_apart(description.of, chain.from_iterable(self._called[entity].of.values())):
            return False
        is_another = description.is_highest and self._has_another(description, entity)
        if is_another or self._is_no_medium(description, entity):
            return False
        if not description.is_body:
            return description.noun not in called or self._agree(description, called[description.noun])
        own = self._lexicon.bodies.public.intersection(called)
        is_body = self._names.entities[entity].label is Label.ORG
        is_of_kind = not own or description.noun in self._lexicon.bodies.general or description.noun in own
        return (
            is_body
            and is_of_kind
            and not (description.noun in self._lexicon.bodies.never_firms and self._is_firm(entity))
        )

    def is_of_age(self, entity: int, age: str) -> bool:
        """Whether the article tells this age of somebody."""
        return age in self._called[entity].ages

    def is_of_another_age(self, description: Description, entity: int) -> bool:
        """Whether the article tells another age of somebody than a description does: of "the 34-year-old"."""
        ages = self._called[entity].ages
        return description.age is not None and bool(ages) and description.age not in ages

    def _has_another(self, description: Description, entity: int) -> bool:
        """Whether somebody holds the other highest office: a "Premier ministre" is not "le chef de l'Etat"."""
        called = self._called[entity]
        return description.noun not in called.of_states and not HIGHEST.isdisjoint(called.nouns)

    def _is_firm(self, entity: int) -> bool:
        """Whether the last word of a name tells that it is a firm's: "LLP", "Ltd"; a "Bank" may be a regulator."""
        return self._names.entities[entity].name.split()[-1].strip(".,") in wordlists.words("legal_forms.txt")

    def _is_no_medium(self, description: Description, entity: int) -> bool:
        """Whether "the news agency" is meant, and no word of a name tells a medium; initials may be a station's."""
        if _OF_MEDIA.isdisjoint(description.words):
            return False
        words = self._names.entities[entity].name.split()
        is_initials = len(words) == 1 and words[0].isupper()
        of_media = wordlists.words("media.txt") | wordlists.words("news_words.txt")
        return not is_initials and of_media.isdisjoint(map(str.lower, words))

    def fitting(self, description: Description) -> set[int]:
        """Those who were called so in the article."""
        of_age = self._of_age.get(description.age, []) if description.age else []
        return {*of_age, *(entity for entity, _ in self._called_so(description))}

    def young(self) -> set[int]:
        """Those of an age at which one is "the young man"."""
        ages = (age for age in self._of_age if age.isdigit() and int(age) in _YOUNG)
        return {entity for age in ages for entity in self._of_age[age]}

    def titled(self, description: Description) -> set[int]:
        """Those whose title it is anywhere in the article, further down too."""
        return {
            entity
            for entity, noun in self._called_so(description)
            if (description.owner or noun in self._called[entity].titles)
            and description.words <= self._called[entity].nouns[noun]
        }

    def may_be_called(self, entity: int, noun: str) -> bool:
        """Whether somebody is called a noun, one of its kind, or anything that an expert or an official may be.

        So may "a surveyor" be whoever is called an expert.
        """
        nouns, lexicon = set(self._called[entity].nouns), self._lexicon
        same = {noun} | lexicon.people.kinds.get(noun, frozenset())
        roles = wordlists.words("role_nouns.txt")
        is_of_any_office = noun in lexicon.offices.general and any(
            own in roles or lexicon.people.is_person(own) for own in nouns
        )
        is_an_expert = noun in roles and not nouns.isdisjoint(_EXPERTS)
        return is_of_any_office or is_an_expert or not nouns.isdisjoint(same)

    def heads_something(self, entity: int) -> bool:
        """Whether somebody is called what heads are called: "managing director", "governor"."""
        return not _OFFICES_OF_HEADS.isdisjoint(self._called[entity].nouns)

    def is_introduced(self, entity: int) -> bool:
        """Whether the article tells what somebody is, as it does of everybody who is new in it."""
        return any(map(self._lexicon.people.is_person, self._called[entity].nouns))

    def call(self, entity: int, words: Sequence[str]) -> None:
        """Keep that somebody is called so from here on."""
        if words[-1] not in self._called[entity].nouns:
            self._going_by.setdefault(words[-1], []).append(entity)
        self._called[entity].add(words)

    def hold(self, entity: int, description: Description) -> None:
        """Keep that somebody holds the office of a description."""
        self.call(entity, [description.noun])
        self._called[entity].add_office(Office(description.noun, description.words, description.of))

    def related(self, noun: str) -> list[int]:
        """The people who are said to be somebody's, as "son" in "his son, Omar Haddad"."""
        return [
            entity
            for entity, called in enumerate(self._called)
            if self._names.entities[entity].label is Label.PERSON and noun in called.relations
        ]

    def _called_so(self, description: Description) -> Iterator[tuple[int, str]]:
        """Those who go by the description's noun, or by one of its kind, each with that noun."""
        noun = description.noun
        is_role = noun in wordlists.words("role_nouns.txt")
        is_of_bodies = noun in self._lexicon.bodies.public or noun in self._lexicon.bodies.collectives
        means_people = self._lexicon.people.is_person(noun) and not is_of_bodies
        for other in {noun} | self._lexicon.people.kinds.get(noun, frozenset()):
            for entity in self._going_by.get(other, []):
                is_person = self._names.entities[entity].label is Label.PERSON
                if not is_person and is_role:
                    continue  # "the commander" is no navy, whatever stands beside its name
                is_meant = other == noun or is_person or not means_people
                before = self._called[entity].nouns[other]
                is_meant = is_meant and self._agree(description, before, self._called[entity].of.get(other, ()))
                is_meant = is_meant and not are_opposed(description.words, self._called[entity].nouns)
                is_meant = is_meant and not are_apart(description.of, self._called[entity].of.get(other, ()))
                is_meant = is_meant and not (description.is_highest and self._has_another(description, entity))
                is_meant = is_meant and not self._is_of_another_kind(description, before)
                if is_meant and not self._is_foreign(description, entity, before):
                    yield entity, other

    def _is_foreign(self, description: Description, entity: int, before: set[str]) -> bool:
        """Whether a description tells of another nation: "the U.S. agency" is not the European one.

        A "European commissioner" may be "the Dutch commissioner" as well.
        """
        told, own = nations(description.words), nations(before)
        if self._names.entities[entity].label is not Label.PERSON:
            told, own = told | continents(description.words), own | continents(before)
        return bool(told and own) and told.isdisjoint(own)

    def _is_of_another_kind(self, description: Description, before: set[str]) -> bool:
        """Whether a body is called one of another kind: "the Christian group" is no "human rights group"."""
        kinds = wordlists.words("body_kinds.txt")
        told, own = kinds & description.words, kinds & before
        return description.noun in self._lexicon.bodies.collectives and bool(told and own) and told.isdisjoint(own)

    def _agree(self, description: Description, before: set[str], of: Iterable[Sequence[str]] = ()) -> bool:
        lessening = self._lexicon.offices.lessening
        if before & lessening - description.words or description.words & lessening - FORMER - before:
            return False  # "the president" is no vice president, nor the other way round
        if FORMER & description.words - before and description.noun in wordlists.words("high_offices.txt"):
            return False  # "President Lind" is not "the former president"
        owners = owner_keys(before).union(" ".join(words) for words in of)
        if description.owner and description.owner.isdisjoint(owners):
            return False
        return (
            description.noun not in self._lexicon.offices.shared
            or not description.words
            or bool(description.words & before)
            or not before
        )

    def _note_role(self, called: _Words, role: str) -> None:
        """Keep a role that is printed beside a name."""
        if self._lexicon.has_gendered_things:
            for told in french_offices(role, self._lexicon):
                called.add_office(told)
                called.titles.add(told.noun)
            return
        for words in heads_of_role(role, self._lexicon):
            if not is_of_theirs(role, words):
                called.add(words)
                called.titles.update(words[-1:])
        for told in english_offices(role, self._lexicon):
            called.of.setdefault(told.noun, set()).add(told.of)

    def _note_noun(self, called: _Words, view: View, phrase: range) -> None:
        """Keep a noun beside a name, with the words before it; in French as an office, with those behind it."""
        told = []
        if self._lexicon.has_gendered_things:
            _, last = view.noun_phrase(phrase[-1])
            told = [*french_offices(" ".join(view.words[phrase.start : last]), self._lexicon)]
        for one in told:
            called.add_office(one)
        if not told:
            called.add([view.lemmas[token] for token in phrase])

    def _note(self, view: View, candidate: Candidate, entity: int) -> None:
        """What stands beside a name: the noun before it, an apposition, "is a ...", an age."""
        called = self._called[entity]
        noun = goes_by(view, candidate)
        if noun is not None:
            self._go_by[candidate.paragraph, noun] = entity
            called.add([view.lemmas[noun]])
        for head in nouns_beside(view, candidate, self._names.entities[entity], self._lexicon):
            self._beside[candidate.paragraph, head] = entity
            phrase = range(min(view.subtree(head)), head + 1)
            self._note_noun(called, view, phrase)
            if any(view.deps[child] == "poss" for child in view.children[head]):
                called.relations.add(view.lemmas[head])
            called.ages.update(filter(None, [age_told(view, phrase.start, phrase.stop)]))
        if self._names.entities[entity].label is Label.PERSON:
            for office in offices(view, candidate):
                called.add(office)
            if is_on_trial(view, candidate.head, self._lexicon):
                self.on_trial.add(entity)
        title = " ".join(title_before(view, candidate, self._names.entities[entity]))
        if title:
            self._note_title(called, title, entity)
        called.ages.update(ages_beside(view, candidate))

    def _note_title(self, called: _Words, title: str, entity: int) -> None:
        """Keep what stands before a name in its noun phrase."""
        if self._lexicon.has_gendered_things and self._names.entities[entity].label is Label.PERSON:
            for told in french_offices(title, self._lexicon):
                called.add_office(told)
        else:
            for words in heads_of_role(title, self._lexicon):
                called.add(words)
