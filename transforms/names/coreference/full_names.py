"""The people whom an article names in full: which of their names mean the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.vocabulary import Label
from transforms.names.coreference.aliases import nicknames
from transforms.names.coreference.cluster import Cluster, name_context
from transforms.names.forms.person_names import PersonName, can_mean, fullness, initials, person_name, shared_words
from transforms.names.roles.genders import genders_of_relatives, lone_genders
from transforms.names.spots import HasDoc, Spot


@dataclass(frozen=True, slots=True)
class Forms:
    """The names of an article's people: their keys, the fullest name first, and by key their parts and spots.

    ``genders`` are those that the pronouns of paragraphs about nobody else tell, ``of_relatives`` those that "her" in
    "her husband" does, ``nicknames`` names to full names.
    """

    keys: Sequence[str]
    names: dict[str, PersonName]
    places: Mapping[str, Sequence[int]]
    genders: Mapping[str, set[str]]
    of_relatives: Mapping[str, set[str]]
    nicknames: dict[str, str]

    def is_full(self, key: str) -> bool:
        """Whether a name has more than one word, but for a suffix, and is no nickname."""
        return len(self.names[key].words) > 1 and key not in self.nicknames


_BOTH = 2


class Bearers:
    """The people whom an article names in full, found by a part of their names, as most names agree with few."""

    def __init__(self, names: dict[str, PersonName]) -> None:
        self.clusters: list[Cluster] = []
        self._names = names
        # Places in ``clusters`` by a word of a name, by the initials of any, and by those of names without more.
        self._having: dict[str, set[int]] = defaultdict(set)
        self._beginning: dict[str, set[int]] = defaultdict(set)
        self._initialed: dict[str, set[int]] = defaultdict(set)

    def agreeing(self, key: str) -> list[int]:
        """The places in ``clusters`` of those who can be meant by a name."""
        name = self._names[key]
        begun, count = initials(name)
        near = set().union(*(self._having[word] for word in shared_words(name)))
        near |= (self._beginning if count else self._initialed)[begun]
        return [at for at in sorted(near) if _agree(name, self.clusters[at], self._names)]

    def add(self, key: str, at: int) -> None:
        """Let a full name be one of the cluster in a place."""
        self.clusters[at].keys.add(key)
        for word in shared_words(self._names[key]):
            self._having[word].add(at)
        begun, count = initials(self._names[key])
        self._beginning[begun].add(at)
        if count == _BOTH:
            self._initialed[begun].add(at)


def forms_of_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], indices: Sequence[int]) -> Forms:
    """The names of the people at some of the spots."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        places[spots[index].key].append(index)
    names = {key: person_name(key) for key in places}
    keys = sorted(places, key=lambda key: (-fullness(names[key]), places[key][0]))
    lone, of_relatives = lone_genders(paragraphs, spots), genders_of_relatives(paragraphs, spots)
    return Forms(keys, names, places, lone, of_relatives, nicknames(paragraphs, spots))


def named_in_full(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], forms: Forms) -> Bearers:
    """Clusters of the full names, the fullest first: of those that a name agrees with, it joins the largest."""
    bearers = Bearers(forms.names)
    for key in forms.keys:
        if not forms.is_full(key):
            continue
        places = bearers.agreeing(key)
        if places:
            at = max(places, key=lambda at: (len(bearers.clusters[at].spots), -min(bearers.clusters[at].spots)))
        else:
            at = len(bearers.clusters)
            bearers.clusters.append(Cluster(Label.PERSON, full=key))
        bearers.add(key, at)
        home, own = bearers.clusters[at], forms.places[key]
        home.spots += own
        told = [name_context(paragraphs, spots, index) for index in own]
        home.genders |= set().union(*(one.genders for one in told)) or forms.genders.get(key, set())
        home.of_relatives |= forms.of_relatives.get(key, set())
        home.titles |= {one.title for one in told}
        home.roles |= {noun for one in told for noun in one.roles}
    return bearers


def _agree(name: PersonName, cluster: Cluster, names: dict[str, PersonName]) -> bool:
    """Whether a name goes with all of a cluster's, or with a full one that they are short for.

    'Ana Vidal' and 'Ana Torres' are both Ana Torres Vidal.
    """
    full, others = names[cluster.full], [names[key] for key in cluster.keys]
    if can_mean(name, full) and all(can_mean(other, full) for other in others):
        return True
    return all(can_mean(name, other) or can_mean(other, name) for other in others)
