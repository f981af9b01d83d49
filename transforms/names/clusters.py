"""Which names of an article mean the same: spots become mentions of local entities."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from schemas.vocabulary import Label
from transforms.names.acronyms import acronym_pairs
from transforms.names.aliases import aliases, nicknames
from transforms.names.genders import lone_genders, printed_genders
from transforms.names.misprints import misprinted
from transforms.names.person_names import PersonName, can_mean, fit, person_name, shared_parts
from transforms.names.profiles import role_heads
from transforms.names.roles import RoleReader
from transforms.names.same_name import one_way, same_name_key
from transforms.names.short_names import short_names
from transforms.names.spots import HasDoc, Spot, bare, end_char
from transforms.names.titles import address_gender, is_titled, role_after, role_before, role_gender
from transforms.names.wordlists import words
from transforms.spans import LocalEntity


@dataclass(slots=True)
class _Cluster:
    label: Label
    spots: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    full: str = ""  # the fullest key of a person
    genders: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)  # the nouns of those printed beside the full name
    titles: set[str] = field(default_factory=set)  # the words right before it: "cllr"


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands beside a bare family name, at one of the spots."""

    index: int
    gender: set[str]
    roles: frozenset[str]
    title: str  # the word before it, where that is a title


@dataclass(frozen=True, slots=True)
class _Forms:
    """The names of an article's people: their keys, the fullest name first, and by key their parts and spots.

    ``genders`` are those that the pronouns of paragraphs about nobody else tell, ``nicknames`` names to full names.
    """

    keys: Sequence[str]
    names: dict[str, PersonName]
    places: Mapping[str, Sequence[int]]
    genders: Mapping[str, set[str]]
    nicknames: dict[str, str]

    def is_full(self, key: str) -> bool:
        """Whether a name has more than one word, but for a suffix, and is no nickname."""
        return len(self.names[key].words) > 1 and key not in self.nicknames


class _Bearers:
    """The people whom an article names in full, found by a part of their names, as most names agree with few."""

    def __init__(self, names: dict[str, PersonName]) -> None:
        self.clusters: list[_Cluster] = []
        self._names = names
        self._having: dict[str, set[int]] = defaultdict(set)  # places in ``clusters`` by a part of a name

    def agreeing(self, key: str) -> list[int]:
        """The places in ``clusters`` of those who can be meant by a name."""
        name = self._names[key]
        near = sorted(set().union(*(self._having[part] for part in shared_parts(name))))
        return [at for at in near if _agree(name, self.clusters[at], self._names)]

    def add(self, key: str, at: int) -> None:
        """Let a full name be one of the cluster in a place."""
        self.clusters[at].keys.add(key)
        for part in shared_parts(self._names[key]):
            self._having[part].add(at)


def clustered(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> tuple[list[int], list[LocalEntity]]:
    """For each spot the index of its entity, and the entities in the order of their first mention."""
    people = [index for index, spot in enumerate(spots) if spot.label is Label.PERSON]
    others = [index for index, spot in enumerate(spots) if spot.label is not Label.PERSON]
    clusters = _people(paragraphs, spots, people) + _others(paragraphs, spots, others)
    clusters.sort(key=lambda cluster: min(cluster.spots))
    entity_of = [0] * len(spots)
    for number, cluster in enumerate(clusters):
        for index in cluster.spots:
            entity_of[index] = number
    reader = RoleReader(paragraphs)
    return entity_of, [_entity(paragraphs, spots, cluster, reader) for cluster in clusters]


def _people(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], indices: Sequence[int]) -> list[_Cluster]:
    """Clusters of people: those named in full, with the bare names and the other names that mean them."""
    forms = _forms(paragraphs, spots, indices)
    bearers = _named_in_full(paragraphs, spots, forms)
    clusters = _with_bare_names(paragraphs, spots, forms, bearers)
    _join_aliases(clusters, _misprints(clusters, forms.names) | aliases(paragraphs, spots) | forms.nicknames)
    return [cluster for cluster in clusters if cluster.spots]


def _forms(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], indices: Sequence[int]) -> _Forms:
    places: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        places[spots[index].key].append(index)
    names = {key: person_name(key) for key in places}
    keys = sorted(places, key=lambda key: (-_fullness(names[key]), places[key][0]))
    return _Forms(keys, names, places, lone_genders(paragraphs, spots), nicknames(paragraphs, spots))


def _named_in_full(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], forms: _Forms) -> _Bearers:
    """Clusters of the full names, the fullest first: of those that a name agrees with, it joins the largest."""
    bearers = _Bearers(forms.names)
    for key in forms.keys:
        if not forms.is_full(key):
            continue
        places = bearers.agreeing(key)
        if places:
            at = max(places, key=lambda at: (len(bearers.clusters[at].spots), -min(bearers.clusters[at].spots)))
        else:
            at = len(bearers.clusters)
            bearers.clusters.append(_Cluster(Label.PERSON, full=key))
        bearers.add(key, at)
        home, own = bearers.clusters[at], forms.places[key]
        home.spots += own
        home.genders |= printed_genders(paragraphs, [spots[index] for index in own]) or forms.genders.get(key, set())
        home.titles |= {_title(paragraphs, spots[index]) for index in own}
        home.roles |= {noun for index in own for noun in _role_nouns(paragraphs, spots[index])}
    return bearers


def _with_bare_names(
    paragraphs: Sequence[HasDoc], spots: Sequence[Spot], forms: _Forms, bearers: _Bearers
) -> list[_Cluster]:
    """The clusters, with each place of a bare name in that of the bearer who fits it best, or in one of its own."""
    clusters = list(bearers.clusters)
    counts = {id(cluster): len(cluster.spots) for cluster in clusters}
    # Whom each name may mean is asked before any is added: the full names alone tell.
    may_mean = {key: bearers.agreeing(key) for key in forms.keys if not forms.is_full(key)}
    for key, places in may_mean.items():
        matches = [clusters[at] for at in places] or [_Cluster(Label.PERSON)]
        holder = _assign(paragraphs, spots, forms, key, matches, counts)
        clusters += [*([] if places else matches), holder]
    return clusters


def _assign(
    paragraphs: Sequence[HasDoc],
    spots: Sequence[Spot],
    forms: _Forms,
    key: str,
    matches: Sequence[_Cluster],
    full_counts: Mapping[int, int],
) -> _Cluster:
    """Give the places of a bare name to the best of its matches.

    What goes to none of them, as it is of whoever else holds an office, is in the cluster that comes back.
    """
    beside = [
        _Told(
            index,
            printed_genders(paragraphs, [spots[index]]),
            _role_nouns(paragraphs, spots[index]),
            _title(paragraphs, spots[index]),
        )
        for index in forms.places[key]
    ]
    holder = _Cluster(Label.PERSON)
    holds_office = _is_another_in_office(beside, matches, forms.genders.get(key, set()), spots)
    # Where most have "Mr." or "Ms.", they tell whom the few without mean; else those without are another.
    counts = dict(full_counts)
    are_told = 2 * sum(bool(told.gender) for told in beside) > len(beside)
    for told in sorted(beside, key=lambda told: (are_told and not told.gender, told.index)):
        home = _best_bearer(forms.names[key], matches, told, names=forms.names, counts=counts)
        if holds_office and told.gender.isdisjoint(home.genders):
            home = holder
        home.spots.append(told.index)
        home.keys.add(key)
        home.genders |= told.gender
        if told.gender and are_told:
            counts[id(home)] = counts.get(id(home), 0) + 1
    return holder


def _misprints(clusters: Sequence[_Cluster], names: Mapping[str, PersonName]) -> dict[str, str]:
    """Bare names that nobody has, each with the full name whose family name it is but for a letter."""
    full = {names[key].family: key for cluster in clusters for key in cluster.keys if len(names[key].words) > 1}
    bare_names = (key for cluster in clusters if len(cluster.keys) == 1 for key in cluster.keys if " " not in key)
    return {key: full[family] for key, family in misprinted(bare_names, full).items()}


def _join_aliases(clusters: Sequence[_Cluster], other_names: Mapping[str, str]) -> None:
    """Whoever goes by another name alone is the person who is said to be known by it."""
    for other, full in other_names.items():
        home = next(cluster for cluster in clusters if full in cluster.keys)
        for cluster in clusters:
            if cluster.keys == {other}:
                home.spots += cluster.spots
                home.genders |= cluster.genders
                cluster.spots = []


def _is_another_in_office(
    beside: Sequence[_Told], matches: Sequence[_Cluster], genders: set[str], spots: Sequence[Spot]
) -> bool:
    """Whether "President Lind" is another than the one Lind with a full name, who nowhere is a president.

    Pronouns tell: a "he" is not Ada Lind. Where they don't, whoever comes before her full name is another.
    """
    full = [cluster for cluster in matches if cluster.spots and any(" " in key for key in cluster.keys)]
    offices = {noun for told in beside for noun in told.roles & words("high_offices.txt")}
    if len(full) != 1 or not offices - full[0].roles:
        return False
    if genders and full[0].genders:
        return genders.isdisjoint(full[0].genders)
    return spots[beside[0].index].paragraph < spots[min(full[0].spots)].paragraph


def _role_nouns(paragraphs: Sequence[HasDoc], spot: Spot) -> frozenset[str]:
    doc = paragraphs[spot.paragraph].doc
    return role_heads(tuple(filter(None, (role_before(doc, spot.first), role_after(doc, spot.last)))))


def _title(paragraphs: Sequence[HasDoc], spot: Spot) -> str:
    """The title right before a name, without its full stop; empty if it has none."""
    doc = paragraphs[spot.paragraph].doc
    return bare(doc[spot.first - 1]) if is_titled(doc, spot.first) else ""


def _fullness(name: PersonName) -> int:
    """More for more words written out; a suffix counts."""
    return sum(3 if len(word) > 1 else 2 for word in name.words) + bool(name.suffix)


def _agree(name: PersonName, cluster: _Cluster, names: dict[str, PersonName]) -> bool:
    """Whether a name goes with all of a cluster's, or with a full one that they are short for.

    'Ana Vidal' and 'Ana Torres' are both Ana Torres Vidal.
    """
    full = names.get(cluster.full)
    if full and can_mean(name, full) and all(can_mean(names[key], full) for key in cluster.keys):
        return True
    return all(can_mean(name, names[key]) or can_mean(names[key], name) for key in cluster.keys) and bool(cluster.keys)


def _best_bearer(
    name: PersonName,
    matches: Sequence[_Cluster],
    told: _Told,
    *,
    names: dict[str, PersonName],
    counts: dict[int, int],
) -> _Cluster:
    """Family name before given name; who has the form of address, then who has none; who has the role, and the title.

    Of several, who was named before, and most.
    """

    def rank(cluster: _Cluster) -> tuple[int, int, bool, bool, bool, int, int]:
        fits = max((fit(name, names[key]) for key in cluster.keys), default=0)
        first = min(cluster.spots, default=told.index)
        has_no_role = told.roles.isdisjoint(cluster.roles)
        has_no_title = bool(told.title) and told.title not in cluster.titles
        return (
            -fits,
            _contradiction(told, cluster),
            has_no_role,
            has_no_title,
            first > told.index,
            -counts.get(id(cluster), 0),
            first,
        )

    return min(matches, key=rank)


def _contradiction(told: _Told, cluster: _Cluster) -> int:
    """0 where the form of address fits, or there is none; 1 where nothing tells a gender; 2 where it is the other."""
    if not told.gender or not told.gender.isdisjoint(cluster.genders):
        return 0
    return 2 if cluster.genders else 1


def _others(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], indices: Sequence[int]) -> list[_Cluster]:
    """Clusters of organisations, places and the rest: one per name, joined by acronym and expansion."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in indices:
        spot = spots[index]
        by_key[same_name_key(paragraphs[spot.paragraph].doc[spot.first : spot.last].text, spot.label)].append(index)
    named = [spots[index] for index in indices]
    pairs = short_names(paragraphs, named) | acronym_pairs(paragraphs, named)
    full_of = {one_way(short, Label.ORG): one_way(full, Label.ORG) for short, full in pairs.items()}
    clusters: dict[tuple[str, str], _Cluster] = {}
    for (kind, key), found in by_key.items():
        home = (kind, full_of.get(key, key))
        first = by_key.get(home, found)
        cluster = clusters.setdefault(home, _Cluster(spots[first[0]].label))
        cluster.spots += found
    return list(clusters.values())


def _entity(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], cluster: _Cluster, reader: RoleReader) -> LocalEntity:
    cluster.spots.sort()
    forms = [_text(paragraphs, spots[index]) for index in cluster.spots]
    if cluster.label is not Label.PERSON:
        best = max(forms, key=lambda form: (_letters(form), not form.isupper(), -forms.index(form)))
        return LocalEntity(best, cluster.label)
    own = [form for form, index in zip(forms, cluster.spots, strict=True) if spots[index].key in cluster.keys]
    name = max(own, key=lambda form: (_fullness(person_name(form)), not form.isupper(), -own.index(form)))
    if name[0] in "([":
        name = "".join(letter for letter in name if letter not in "()[]")  # what an editor put in
    roles = reader.roles([spots[index] for index in cluster.spots])
    told = (address_gender(paragraphs[spots[i].paragraph].doc, spots[i].first) for i in cluster.spots)
    genders = [gender for gender in told if gender]
    genders += [gender for gender in map(role_gender, roles) if gender]
    gender = max(sorted(set(genders)), key=genders.count) if genders else None
    return LocalEntity(name, Label.PERSON, tuple(roles), gender)


def _letters(form: str) -> int:
    return sum(char.isalpha() for char in form)


def _text(paragraphs: Sequence[HasDoc], spot: Spot) -> str:
    doc = paragraphs[spot.paragraph].doc
    written = doc[spot.first : spot.last].text[: end_char(doc, spot) - doc[spot.first].idx]
    return " ".join(written.split())
