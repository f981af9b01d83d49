"""People who share a family name, across articles: who is the same, who is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from transforms.names.forms.person_names import person_name
from transforms.names.linking.bearers import Bearer, Use, bearers
from transforms.names.linking.identity import person_id
from transforms.names.linking.majority import dominant
from transforms.names.roles.profiles import role_countries, role_heads, walks_of_life


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one article names them."""

    article_id: str
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedPerson:
    """The entity that is meant, its name, and why."""

    entity_id: str
    name: str
    reason: str


def linked_people(people: Sequence[Person]) -> list[LinkedPerson]:
    """For each of the people of one family name, who it is.

    1. A name belongs to the fuller name it can be short for, if four fifths of the articles with such a fuller
       name agree on it; so do initials, left-out middle names, common short forms with a shared role.
    2. The bearers of one name are told apart by walk of life and by country, unless an article joins the two.
    3. A bare family name means the bearer who shares its role, if only one does, else the bearer of four fifths
       of the articles; but nobody whom its own article names apart.
    """
    forms = _forms(people)
    full = [key for key in sorted(forms) if len(person_name(key).words) > 1]
    known = bearers({key: forms[key].use for key in full})
    family = _Family(known, _Usual(known), _groups(people, known), _names(known, forms), _in_full(people, known))
    return [family.answer(person) for person in people]


@dataclass(slots=True)
class _Form:
    """A form of a name: the articles that have it, how it is printed there, the roles beside it."""

    articles: set[str] = field(default_factory=set)
    printed: Counter[str] = field(default_factory=Counter)
    heads: set[str] = field(default_factory=set)
    has_role: bool = False

    @property
    def use(self) -> Use:
        return Use(frozenset(self.articles), frozenset(self.heads), self.has_role)

    @property
    def name(self) -> str:
        """As it is printed most, in capitals only if it is never printed otherwise."""
        return min(self.printed, key=lambda name: (name.isupper(), -self.printed[name], name))


def _forms(people: Sequence[Person]) -> dict[str, _Form]:
    """The forms of the names of some people, by their keys."""
    forms: dict[str, _Form] = defaultdict(_Form)
    for person in people:
        form = forms[_key(person.name)]
        form.articles.add(person.article_id)
        form.printed[person.name] += 1
        form.heads |= role_heads(person.roles)
        form.has_role = form.has_role or bool(person.roles)
    return forms


def _names(known: Mapping[str, Bearer], forms: Mapping[str, _Form]) -> dict[Bearer, str]:
    """The name of each bearer: the form that most articles have."""
    return {
        bearer: forms[min(bearer.forms, key=lambda key: (-len(forms[key].articles), key))].name
        for bearer in set(known.values())
    }


def _in_full(people: Sequence[Person], known: Mapping[str, Bearer]) -> dict[str, set[Bearer]]:
    """The bearers whom each article names in full."""
    found: dict[str, set[Bearer]] = defaultdict(set)
    for person in people:
        if _key(person.name) in known:
            found[person.article_id].add(known[_key(person.name)])
    return found


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    parts = person_name(name)
    return " ".join([*parts.words, *([parts.suffix] if parts.suffix else [])])


def _groups(people: Sequence[Person], known: Mapping[str, Bearer]) -> dict[tuple[Bearer, str], str]:
    """(bearer, article) -> what tells this person from the main one of the name; missing for the main one."""
    profiles: dict[Bearer, dict[str, frozenset[str]]] = defaultdict(dict)
    for person in people:
        bearer = known.get(_key(person.name))
        if bearer:
            told = profiles[bearer].get(person.article_id, frozenset())
            profiles[bearer][person.article_id] = told | _traits(person.roles)
    return {
        (bearer, article): namesake
        for bearer, by_article in profiles.items()
        for article, namesake in _namesakes(by_article).items()
    }


def _namesakes(by_article: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Of one name with the traits that each article tells: the articles about others than most are, with a trait.

    Where an article tells traits of several others, the last part of :func:`_joined` counts.
    """
    parts = _joined(by_article.values())
    if len(parts) <= 1:
        return {}
    sizes = {part: sum(bool(part & traits) for traits in by_article.values()) for part in parts}
    main = min(parts, key=lambda part: (-sizes[part], sorted(part)))
    others = [part for part in parts if part is not main]
    return {article: min(part) for article, traits in by_article.items() for part in others if part & traits}


@lru_cache(maxsize=65536)
def _traits(roles: tuple[str, ...]) -> frozenset[str]:
    """Walks of life, each with the country it is in where one is told."""
    walks = walks_of_life(roles)
    countries = role_countries(roles)
    return frozenset(f"{walk} {country}".strip() for walk in walks for country in (sorted(countries) or [""]))


def _joined(profiles: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The traits that some article joins, as parts; a walk of life without country goes with its countries'.

    A trait without country joins the countries of its walk only if there is but one.
    """
    parts: list[set[str]] = []
    for traits in sorted(set(profiles), key=sorted):
        if traits:
            together = [part for part in parts if part & traits]
            parts = [part for part in parts if not part & traits]
            parts.append(set(traits).union(*together))
    bare = sorted({trait for part in parts for trait in part if " " not in trait})
    for walk in bare:
        having = [part for part in parts if any(trait.startswith(walk) for trait in part)]
        with_country = [part for part in having if any(trait.startswith(f"{walk} ") for trait in part)]
        if len(with_country) <= 1 and len(having) > 1:
            parts = [part for part in parts if part not in having] + [set().union(*having)]
    return sorted((frozenset(part) for part in parts), key=sorted)


@dataclass(frozen=True, slots=True)
class _Family:
    """What the corpus tells of the people of one family name."""

    known: Mapping[str, Bearer]
    """By the keys of full names."""
    usual: "_Usual"
    groups: Mapping[tuple[Bearer, str], str]
    """What tells apart those of one full name, by bearer and article."""
    named: Mapping[Bearer, str]
    in_full: Mapping[str, Set[Bearer]]
    """Whom each article names in full: a bare name is none of them."""

    def answer(self, person: Person) -> LinkedPerson:
        """Who a person of an article is."""
        bearer = self.known.get(_key(person.name))
        if bearer is None:
            return self._by_family_name(person)
        trait = self.groups.get((bearer, person.article_id))
        if trait:
            entity = person_id(bearer.key, f"{bearer.apart} {trait}".strip())
            return LinkedPerson(entity, person.name, f"another bearer of the name: {trait}")
        return self._meant(bearer, "form of the name")

    def _by_family_name(self, person: Person) -> LinkedPerson:
        bearer, reason = self.usual.bearer(person)
        if bearer is None or bearer in self.in_full.get(person.article_id, ()):
            return LinkedPerson(person_id(person.name), person.name, reason)
        return self._meant(bearer, reason)

    def _meant(self, bearer: Bearer, reason: str) -> LinkedPerson:
        return LinkedPerson(person_id(bearer.key, bearer.apart), self.named[bearer], reason)


class _Usual:
    """Who is meant by a bare family name; what all bearers have in common is worked out once."""

    def __init__(self, known: Mapping[str, Bearer]) -> None:
        every = sorted(set(known.values()), key=lambda bearer: (bearer.key, bearer.apart))
        by_name = {f"{bearer.key}\t{bearer.apart}": bearer for bearer in every}
        best = dominant({name: bearer.weight for name, bearer in by_name.items()})
        self._main = by_name[best] if best is not None else None
        self._having: dict[str, set[Bearer]] = defaultdict(set)
        for bearer in every:
            for head in bearer.heads:
                self._having[head].add(bearer)

    def bearer(self, person: Person) -> tuple[Bearer | None, str]:
        """The bearer who shares the person's role, if only one does, else the one of most articles; and why."""
        sharing = set().union(*(self._having.get(head, set()) for head in role_heads(person.roles)))
        if len(sharing) == 1:
            return sharing.pop(), "family name and role"
        told = "family name that most articles use for this person" if self._main else "family name alone"
        return self._main, told
