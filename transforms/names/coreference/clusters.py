"""Which names of an article mean the same: spots become mentions of local entities."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from schemas.vocabulary import Label
from transforms.names.coreference.acronym_pairs import acronym_pairs
from transforms.names.coreference.aliases import aliases, initialed
from transforms.names.coreference.bare_names import with_bare_names
from transforms.names.coreference.cluster import Cluster
from transforms.names.coreference.full_names import forms_of_names, named_in_full
from transforms.names.coreference.local_entity import local_entity
from transforms.names.coreference.misprints import misprinted, respelt
from transforms.names.coreference.short_names import short_names
from transforms.names.forms.person_names import PersonName
from transforms.names.forms.same_name import one_way, same_name_key
from transforms.names.roles.reader import RoleReader
from transforms.names.spots import HasDoc, Spot
from transforms.spans import LocalEntity


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
    return entity_of, [local_entity(paragraphs, spots, cluster, reader) for cluster in clusters]


def _people(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], indices: Sequence[int]) -> list[Cluster]:
    """Clusters of people: those named in full, with the bare names and the other names that mean them."""
    forms = forms_of_names(paragraphs, spots, indices)
    bearers = named_in_full(paragraphs, spots, forms)
    clusters = with_bare_names(paragraphs, spots, forms, bearers)
    _join_aliases(
        clusters,
        _misprints(clusters, forms.names) | initialed(paragraphs, spots) | aliases(paragraphs, spots) | forms.nicknames,
    )
    return [cluster for cluster in clusters if cluster.spots]


def _misprints(clusters: Sequence[Cluster], names: Mapping[str, PersonName]) -> dict[str, str]:
    """Bare names that nobody has, each with the full name that has it in another spelling, or but for a letter."""
    in_full = [key for cluster in clusters for key in cluster.keys if len(names[key].words) > 1]
    full = {names[key].family: key for key in in_full}
    bare_names = [key for cluster in clusters if len(cluster.keys) == 1 for key in cluster.keys if " " not in key]
    # Of a word in two full names either may be meant.
    having = Counter(word for cluster in clusters for word in _words(cluster))
    words = {word: key for key in in_full for word in names[key].words if having[word] == 1}
    spelt = {key: words[word] for key, word in respelt(bare_names, words).items()}
    return {key: full[family] for key, family in misprinted(bare_names, full).items()} | spelt


def _words(cluster: Cluster) -> set[str]:
    return {word for key in cluster.keys for word in key.split()}


def _join_aliases(clusters: Sequence[Cluster], other_names: Mapping[str, str]) -> None:
    """Whoever goes by another name alone is the person who is said to be known by it."""
    for other, full in other_names.items():
        home = next(cluster for cluster in clusters if full in cluster.keys)
        for cluster in clusters:
            if cluster.keys == {other}:
                home.spots += cluster.spots
                cluster.spots = []


def _others(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], indices: Sequence[int]) -> list[Cluster]:
    """Clusters of organisations, places and the rest: one per name, joined by acronym and expansion."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in indices:
        spot = spots[index]
        by_key[same_name_key(paragraphs[spot.paragraph].doc[spot.first : spot.last].text, spot.label)].append(index)
    named = [spots[index] for index in indices]
    pairs = short_names(paragraphs, named) | acronym_pairs(paragraphs, named)
    full_of = {one_way(short, Label.ORG): one_way(full, Label.ORG) for short, full in pairs.items()}
    clusters: dict[tuple[str, str], Cluster] = {}
    for (kind, key), found in by_key.items():
        home = (kind, full_of.get(key, key))
        first = by_key.get(home, found)
        cluster = clusters.setdefault(home, Cluster(spots[first[0]].label))
        cluster.spots += found
    return list(clusters.values())
