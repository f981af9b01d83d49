"""Which entities a description may mean: "the farmer" is who was called a "dairy farmer", and no senator."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from schemas.vocabulary import Label
from transforms.names import wordlists
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.descriptions import FORMER, Description, continents, nations, owner_keys
from transforms.quotes.meaning.descriptors import collect_descriptors
from transforms.quotes.meaning.in_court import are_opposed
from transforms.quotes.meaning.offices import HIGHEST, Office, are_apart
from transforms.spans import Names

_EXPERTS = frozenset({"expert", "specialist"})
HEADS = frozenset({"boss", "chief", "head"})
"""Nouns that may be put for the office of whoever heads something."""
_OFFICES_OF_HEADS = HEADS | {"ceo", "chairman", "chairwoman", "commissioner", "director", "governor", "president"}
_YOUNG = range(14, 30)  # years
_OF_MEDIA = frozenset({"broadcasting", "media", "news", "press"})


class DescriptorMatcher:
    """Matches descriptions with the descriptors of the entities of one article."""

    def __init__(
        self, views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon
    ) -> None:
        self._names = names
        self._lexicon = lexicon
        self._collected = collect_descriptors(views, pools, names, lexicon)
        self._descriptors = self._collected.words
        self._of_age = _bearers(words.ages for words in self._descriptors)
        self._going_by = _bearers(words.nouns for words in self._descriptors)

    @property
    def on_trial(self) -> Set[int]:
        """Those who are charged with something, or plead to it."""
        return self._collected.on_trial

    def predicated_of(self, candidate: Candidate) -> int | None:
        """The entity that a noun is said to be in its sentence: "a lawyer" in "Fox, a lawyer," or "Fox is a lawyer"."""
        return self._collected.predicated.get((candidate.paragraph, candidate.head))

    def goes_by(self, candidate: Candidate) -> int | None:
        """The entity whose name somebody asks to go by: "the officer, who asked to be called Mara"."""
        return self._collected.go_by.get((candidate.paragraph, candidate.head))

    def may_be_a_company(self, entity: int) -> bool:
        """Whether a body is not named as one of another kind: a union, a court, a ministry."""
        is_body = self._names.entities[entity].label is Label.ORG
        return is_body and not self._lexicon.bodies.public.intersection(self._descriptors[entity].nouns)

    def may_be(self, description: Description, entity: int | None) -> bool:
        """Whether nothing in what an entity is called speaks against a description: "the party" is no court."""
        if entity is None:
            return True
        words = self._descriptors[entity]
        if any(self._is_foreign(description, entity, before) for before in words.nouns.values()):
            return False
        if are_apart(description.of, chain.from_iterable(words.of.values())):
            return False
        if self._has_another(description, entity) or self._is_no_medium(description, entity):
            return False
        if description.is_body:
            return self._may_be_body(description, entity)
        return description.noun not in words.nouns or self._agree(description, words.nouns[description.noun])

    def _may_be_body(self, description: Description, entity: int) -> bool:
        """Whether an entity is a body, and is called none of another kind: "the company" is no union."""
        bodies = self._lexicon.bodies
        own = bodies.public.intersection(self._descriptors[entity].nouns)
        is_of_kind = not own or description.noun in bodies.general or description.noun in own
        is_no_firm = description.noun in bodies.never_firms and self._is_firm(entity)
        return self._names.entities[entity].label is Label.ORG and is_of_kind and not is_no_firm

    def is_of_age(self, entity: int, age: str) -> bool:
        """Whether the article tells this age of somebody."""
        return age in self._descriptors[entity].ages

    def is_of_another_age(self, description: Description, entity: int) -> bool:
        """Whether the article tells another age of somebody than a description does: of "the 34-year-old"."""
        ages = self._descriptors[entity].ages
        return description.age is not None and bool(ages) and description.age not in ages

    def _has_another(self, description: Description, entity: int) -> bool:
        """Whether somebody holds the other highest office: a "Premier ministre" is not "le chef de l'Etat"."""
        called = self._descriptors[entity]
        is_another = description.noun not in called.of_states and not HIGHEST.isdisjoint(called.nouns)
        return description.is_highest and is_another

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
            if (description.owner or noun in self._descriptors[entity].titles)
            and description.words <= self._descriptors[entity].nouns[noun]
        }

    def may_be_called(self, entity: int, noun: str) -> bool:
        """Whether somebody is called a noun, one of its kind, or anything that an expert or an official may be.

        So may "a surveyor" be whoever is called an expert.
        """
        nouns, lexicon = set(self._descriptors[entity].nouns), self._lexicon
        same = {noun} | lexicon.people.kinds.get(noun, frozenset())
        roles = wordlists.words("role_nouns.txt")
        is_of_any_office = noun in lexicon.offices.general and any(
            own in roles or lexicon.people.is_person(own) for own in nouns
        )
        is_an_expert = noun in roles and not nouns.isdisjoint(_EXPERTS)
        return is_of_any_office or is_an_expert or not nouns.isdisjoint(same)

    def heads_something(self, entity: int) -> bool:
        """Whether somebody is called what heads are called: "managing director", "governor"."""
        return not _OFFICES_OF_HEADS.isdisjoint(self._descriptors[entity].nouns)

    def is_introduced(self, entity: int) -> bool:
        """Whether the article tells what somebody is, as it does of everybody who is new in it."""
        return any(map(self._lexicon.people.is_person, self._descriptors[entity].nouns))

    def add_noun(self, entity: int, words: Sequence[str]) -> None:
        """Keep that somebody is called so from here on."""
        if words[-1] not in self._descriptors[entity].nouns:
            self._going_by.setdefault(words[-1], []).append(entity)
        self._descriptors[entity].add(words)

    def add_office(self, entity: int, description: Description) -> None:
        """Keep that somebody holds the office of a description."""
        self.add_noun(entity, [description.noun])
        self._descriptors[entity].add_office(Office(description.noun, description.words, description.of))

    def related(self, noun: str) -> list[int]:
        """The people who are said to be somebody's, as "son" in "his son, Omar Haddad"."""
        return [
            entity
            for entity, called in enumerate(self._descriptors)
            if self._names.entities[entity].label is Label.PERSON and noun in called.relations
        ]

    def _called_so(self, description: Description) -> Iterator[tuple[int, str]]:
        """Those who go by the description's noun, or by one of its kind, each with that noun."""
        for noun in {description.noun} | self._lexicon.people.kinds.get(description.noun, frozenset()):
            for entity in self._going_by.get(noun, []):
                if self._may_go_by(description.noun, entity, noun) and self._fits(description, entity, noun):
                    yield entity, noun

    def _may_go_by(self, described: str, entity: int, noun: str) -> bool:
        """Whether a noun of a description may be for an entity that goes by this noun or by one of its kind."""
        if self._names.entities[entity].label is Label.PERSON:
            return True
        if described in wordlists.words("role_nouns.txt"):
            return False  # "the commander" is no navy, whatever stands beside its name
        return noun == described or not self._means_people(described)

    def _means_people(self, noun: str) -> bool:
        bodies = self._lexicon.bodies
        return self._lexicon.people.is_person(noun) and noun not in bodies.public and noun not in bodies.collectives

    def _fits(self, description: Description, entity: int, noun: str) -> bool:
        """Whether nothing beside a noun that an entity goes by speaks against a description."""
        words = self._descriptors[entity]
        before, of = words.nouns[noun], words.of.get(noun, ())
        return self._agree(description, before, of) and not (
            are_opposed(description.words, words.nouns)
            or are_apart(description.of, of)
            or self._has_another(description, entity)
            or self._is_of_another_kind(description, before)
            or self._is_foreign(description, entity, before)
        )

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
        """Whether the words before a noun, and what it is ``of``, go with a description by the same noun."""
        lessening = self._lexicon.offices.lessening
        if before & lessening - description.words or description.words & lessening - FORMER - before:
            return False  # "the president" is no vice president, nor the other way round
        if FORMER & description.words - before and description.noun in wordlists.words("high_offices.txt"):
            return False  # "President Lind" is not "the former president"
        owners = owner_keys(before).union(" ".join(words) for words in of)
        if description.owner and description.owner.isdisjoint(owners):
            return False
        is_shared = description.noun in self._lexicon.offices.shared  # there is more than one, told apart by a word
        return not (is_shared and description.words and before and description.words.isdisjoint(before))


def _bearers(told: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Of which entities each word is told; ``told`` are the words of each entity."""
    found: dict[str, list[int]] = {}
    for entity, words in enumerate(told):
        for word in words:
            found.setdefault(word, []).append(entity)
    return found
