"""Whom a bare name means, "Lind" or "Ada", of those whom the article names in full."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.coreference.cluster import Cluster, NameContext, name_context
from transforms.names.coreference.full_names import Bearers, Forms
from transforms.names.forms.person_names import PersonName, fit
from transforms.names.spots import HasDoc, Spot
from transforms.names.wordlists import mapping, words

_LONGEST_OFFICE = 6  # tokens between "son of" and the name: "son of the retired shipping magnate Ada Lind"
_LONGEST_KINSHIP = 4  # tokens: ", his younger brother", "his younger brother,"
_WHOSE = frozenset({"his", "her", "their"})
_POSSESSIVES = frozenset({"'s", "’s"})


def with_bare_names(
    paragraphs: Sequence[HasDoc], spots: Sequence[Spot], forms: Forms, bearers: Bearers
) -> list[Cluster]:
    """The clusters, with each place of a bare name in that of the bearer who fits it best, or in one of its own."""
    clusters = list(bearers.clusters)
    own = {id(cluster): _own_places(paragraphs, spots, cluster) for cluster in clusters}
    # Whom each name may mean is asked before any is added: the full names alone tell.
    may_mean = {key: bearers.agreeing(key) for key in forms.keys if not forms.is_full(key)}
    for key, places in may_mean.items():
        matches = [clusters[at] for at in places] or [Cluster(Label.PERSON)]
        holder = _assign(paragraphs, spots, forms, key, matches, own)
        clusters += [*([] if places else matches), holder]
    return clusters


def _own_places(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], cluster: Cluster) -> list[int]:
    """Where somebody is named for his own sake, and not to tell whose relative another is: "son of Ada Lind"."""
    return [at for at in cluster.spots if not _tells_relative(paragraphs[spots[at].paragraph].doc, spots[at])]


def _tells_relative(doc: Doc, spot: Spot) -> bool:
    before = [doc[at].lower_ for at in range(max(0, spot.first - _LONGEST_OFFICE), spot.first)]
    kin = mapping("gender_nouns.tsv")
    is_of_kin = any(one in kin and other == "of" for one, other in pairwise(before))
    behind = doc[spot.last : spot.last + 2]
    return is_of_kin or (len(behind) == 2 and behind[0].text in _POSSESSIVES and behind[1].lower_ in kin)  # noqa: PLR2004


def _assign(
    paragraphs: Sequence[HasDoc],
    spots: Sequence[Spot],
    forms: Forms,
    key: str,
    matches: Sequence[Cluster],
    own: Mapping[int, Sequence[int]],
) -> Cluster:
    """Give the places of a bare name to the best of its matches.

    What goes to none of them, as it is of whoever else holds an office or is the relative of the one with a full name,
    is in the cluster that comes back.
    """
    places = [name_context(paragraphs, spots, index) for index in forms.places[key]]
    holder = Cluster(Label.PERSON)
    holds_office = _is_another_in_office(places, matches, forms.genders.get(key, set()), spots)
    is_relative = _is_of_relative(paragraphs, spots, places, matches)
    counts = {cluster: len(places) for cluster, places in own.items()}
    named_at = {id(cluster): min(own.get(id(cluster)) or cluster.spots, default=None) for cluster in matches}
    begin = min((at for at in named_at.values() if at is not None), default=0)
    # Where most have "Mr." or "Ms.", they tell whom the few without mean; else those without are another. Whom a name
    # in the headline means is told by those further down.
    are_told = 2 * sum(bool(told.genders) for told in places) > len(places)
    for told in sorted(places, key=lambda told: (are_told and not told.genders, told.spot < begin, told.spot)):
        home = _best_bearer(forms.names[key], matches, told, names=forms.names, counts=counts, named_at=named_at)
        if is_relative or (holds_office and told.genders.isdisjoint(home.genders)):
            home = holder
        home.spots.append(told.spot)
        home.keys.add(key)
        home.genders |= told.genders
        if are_told or not told.genders:
            # Whoever goes by the bare name keeps it: the other is named in full for that very reason.
            counts[id(home)] = counts.get(id(home), 0) + 1
    return holder


def _is_of_relative(
    paragraphs: Sequence[HasDoc], spots: Sequence[Spot], places: Sequence[NameContext], matches: Sequence[Cluster]
) -> bool:
    """Whether the one with a full name comes later, as a relative of whoever bears it alone: "Ada Lind, his niece".

    Nobody else must be named between: in "Bo Fox and Ada Lind, his niece", she is his.
    """
    full = [cluster for cluster in matches if cluster.full]
    if len(full) != 1:
        return False
    first = min(full[0].spots)
    before = [at for at in range(first) if spots[at].label is Label.PERSON]
    is_next = bool(before) and any(told.spot == before[-1] for told in places)
    return is_next and _is_relative(paragraphs[spots[first].paragraph].doc, spots[first])


def _is_relative(doc: Doc, spot: Spot) -> bool:
    """Whether a name stands beside whose relative it is of: "Ada Lind, his niece", "His niece, Ada Lind"."""
    kin = mapping("gender_nouns.tsv")
    behind = [token.lower_ for token in doc[spot.last : spot.last + _LONGEST_KINSHIP]]
    if behind[:1] == [","] and behind[1:2] and behind[1] in _WHOSE:
        return any(word in kin for word in behind[2:])
    before = [token.lower_ for token in doc[max(0, spot.first - _LONGEST_KINSHIP) : spot.first]]
    if before[-1:] == [","]:
        before.pop()
    return before[-1:] != [] and before[-1] in kin and not _WHOSE.isdisjoint(before)


def _is_another_in_office(
    places: Sequence[NameContext], matches: Sequence[Cluster], genders: set[str], spots: Sequence[Spot]
) -> bool:
    """Whether "President Lind" is another than the one Lind with a full name, who nowhere is a president.

    Pronouns tell: a "he" is not Ada Lind. Where they don't, whoever comes before her full name is another.
    """
    full = [cluster for cluster in matches if cluster.full]
    offices = {noun for told in places for noun in told.roles & words("high_offices.txt")}
    if len(full) != 1 or not offices - full[0].roles:
        return False
    if genders and full[0].genders:
        return genders.isdisjoint(full[0].genders)
    return spots[places[0].spot].paragraph < spots[min(full[0].spots)].paragraph


def _best_bearer(
    name: PersonName,
    matches: Sequence[Cluster],
    told: NameContext,
    *,
    names: dict[str, PersonName],
    counts: Mapping[int, int],
    named_at: Mapping[int, int | None],
) -> Cluster:
    """Family name before given name; who has the form of address, then who has none; who has the role, and the title.

    Of several, who was named in full before (``named_at`` has the spot), and who was named or meant most.
    """

    def rank(cluster: Cluster) -> tuple[int, int, bool, bool, bool, int, int]:
        fits = max((fit(name, names[key]) for key in cluster.keys), default=0)
        named = named_at.get(id(cluster))
        first = told.spot if named is None else named
        has_no_role = told.roles.isdisjoint(cluster.roles)
        has_no_title = bool(told.title) and told.title not in cluster.titles
        return (
            -fits,
            _contradiction(told, cluster),
            has_no_role,
            has_no_title,
            first > told.spot,
            -counts.get(id(cluster), 0),
            first,
        )

    return min(matches, key=rank)


def _contradiction(told: NameContext, cluster: Cluster) -> int:
    """0 where the form of address fits, or there is none; 2 where nothing tells a gender; 4 where it is the other.

    1 and 3 where only the pronoun of a relative fits, or does not: "Ada Lind and her husband".
    """
    if not told.genders or not told.genders.isdisjoint(cluster.genders):
        return 0
    if cluster.genders:
        return 4
    if not cluster.of_relatives:
        return 2
    return 3 if told.genders.isdisjoint(cluster.of_relatives) else 1
