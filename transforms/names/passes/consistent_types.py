"""One name has one type: every spot of a name gets the label that the whole article speaks for.

The recogniser sees a paragraph at a time and is easily wrong about a bare surname; the article usually says
once what the name is: by a full form, a title, an age, a verb of speaking, a legal form or a gazetteer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from schemas.vocabulary import Label
from transforms.names.forms.countries import is_city, is_country, is_demonym, is_known_place
from transforms.names.forms.folding import fold
from transforms.names.forms.person_names import PersonName, person_name
from transforms.names.passes.capitals import is_headline
from transforms.names.passes.evidence import evidence, evidence_of_neighbours, is_before_colon, is_people
from transforms.names.roles.titles import is_titled
from transforms.names.spots import HasDoc, Spot
from transforms.names.wordlists import words

_TOLD_OFTEN = 2  # times
_DATELINE = 3.0  # votes for a place
_TWO = 2  # a given and a family name
_FULL_NAME = 3.0  # votes for a person
_SOMEBODY = 1.5  # votes from which a bare family name is a person's
_ORDER = {label: rank for rank, label in enumerate(Label)}  # settles ties the same way everywhere


@dataclass(frozen=True, slots=True)
class _Facts:
    """What an article tells of its names beyond what speaks for each by itself."""

    surnames: Mapping[str, float]
    """Votes for a person, for the family names and given names of those who are named in full."""
    speakers: Set[str]
    """Words for a people that are names here."""
    peoples: Counter[str]
    """How often a name is told to be a people's."""
    firms: Set[str]

    def label(self, key: str, label: Label, ballot: Mapping[Label, float]) -> Label:
        """The label of a name that has this one by its votes."""
        if key not in self.surnames:
            if label is Label.PERSON and self.peoples[key] >= _TOLD_OFTEN:
                return Label.NORP
            return Label.ORG if key in self.firms else label
        if key in self.speakers:
            return Label.PERSON
        if is_country(key) or is_demonym(key):
            return label
        return _winner({**ballot, Label.PERSON: ballot.get(Label.PERSON, 0.0) + self.surnames[key]})


def with_one_type(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, each with the label that the evidence of the whole article favours for its name."""
    told = [list(evidence(paragraphs[spot.paragraph].doc, spot)) for spot in spots]
    votes = _votes(paragraphs, spots, told)
    labels = _by_votes(paragraphs, spots, votes)
    facts = _Facts(
        surnames=_surnames(labels),
        speakers=_speakers_named_like_peoples(paragraphs, spots),
        peoples=Counter(spot.key for spot in spots if is_people(paragraphs[spot.paragraph].doc, spot)),
        firms=_firms(paragraphs, spots, told, labels),
    )
    labels = {key: facts.label(key, label, votes[key]) for key, label in labels.items()}
    return [spot if spot.label is labels[spot.key] else replace(spot, label=labels[spot.key]) for spot in spots]


def _by_votes(
    paragraphs: Sequence[HasDoc], spots: Sequence[Spot], votes: Mapping[str, dict[Label, float]]
) -> dict[str, Label]:
    """The label of each name that most speaks for; another name tells of some in two words that they are a person's."""
    labels = {key: _winner(ballot) for key, ballot in votes.items()}
    for key in _full_names(labels, votes):
        votes[key][Label.PERSON] += _FULL_NAME
        labels[key] = _winner(votes[key])
    for key in _named_after(paragraphs, spots, labels, votes):
        labels[key] = Label.PERSON
    return labels


def _votes(
    paragraphs: Sequence[HasDoc], spots: Sequence[Spot], told: Sequence[Sequence[tuple[Label, float]]]
) -> dict[str, dict[Label, float]]:
    """What speaks for each label of each name; ``told`` is what stands within and beside each of the spots."""
    votes: dict[str, dict[Label, float]] = defaultdict(lambda: defaultdict(float))
    for at, spot in enumerate(spots):
        doc = paragraphs[spot.paragraph].doc
        votes[spot.key][spot.label] += spot.weight
        neighbours = [*spots[max(0, at - 1) : at], *spots[at + 1 : at + 2]]
        for label, weight in (*told[at], *evidence_of_neighbours(doc, spot, neighbours)):
            votes[spot.key][label] += weight
    before_colons = [spot for spot in spots if is_before_colon(paragraphs[spot.paragraph].doc, spot)]
    if len(before_colons) == 1:  # several are who speaks in a transcript
        votes[before_colons[0].key][Label.GPE] += _DATELINE
    return votes


def _full_names(labels: Mapping[str, Label], votes: Mapping[str, Mapping[Label, float]]) -> Iterator[str]:
    """Names of two words, of a body or a place so far, that end in the family name of somebody: 'Ada Byron'."""
    for key, label in labels.items():
        name = person_name(key)
        if label is not Label.PERSON and len(name.words) == _TWO and not is_known_place(key):
            is_somebody = votes.get(name.family, {}).get(Label.PERSON, 0.0) >= _SOMEBODY
            if is_somebody and labels[name.family] is Label.PERSON and name.family not in words("org_words.txt"):
                yield key


def _named_after(
    paragraphs: Sequence[HasDoc],
    spots: Sequence[Spot],
    labels: Mapping[str, Label],
    votes: Mapping[str, Mapping[Label, float]],
) -> set[str]:
    """Names of two words that are a town's, too, but not where nobody is "in" it and its last word speaks alone.

    Many a town has the name of somebody: 'the arrival of Ada Byron ..., Byron said'.
    """
    places = {
        spot.key
        for spot in spots
        if spot.first and paragraphs[spot.paragraph].doc[spot.first - 1].lower_ in words("before_places.txt")
    }
    towns = {key for key, label in labels.items() if label is Label.GPE and is_city(key) and not is_country(key)}
    people = [person_name(key) for key, label in labels.items() if label is Label.PERSON]
    in_full = {word for name in people if len(name.words) > 1 for word in name.words}
    return {key for key in towns - places if _may_be_somebody(key, labels, votes) and key.split()[1] not in in_full}


def _may_be_somebody(key: str, labels: Mapping[str, Label], votes: Mapping[str, Mapping[Label, float]]) -> bool:
    """Whether a name has two words, of which the first stands before no town and the last is somebody by itself."""
    first, *others = key.split()
    if len(others) != 1 or first in words("before_places.txt") or labels.get(others[0]) is not Label.PERSON:
        return False
    return votes[others[0]][Label.PERSON] >= _SOMEBODY


def _firms(
    paragraphs: Sequence[HasDoc],
    spots: Sequence[Spot],
    told: Sequence[Sequence[tuple[Label, float]]],
    labels: Mapping[str, Label],
) -> set[str]:
    """First words of bodies that are named in full before, and never as somebody: 'Byron' behind 'Byron Foods'.

    ``told`` is the evidence on each spot.
    """
    seen: set[str] = set()
    found: set[str] = set()
    others: set[str] = set()
    for spot, own in zip(spots, told, strict=True):
        doc = paragraphs[spot.paragraph].doc
        if labels[spot.key] is Label.ORG and spot.last - spot.first > 1:
            seen.add(fold(doc[spot.first].text))
        elif labels[spot.key] is Label.PERSON and spot.last - spot.first == 1:
            is_told = any(label is Label.PERSON and weight >= 1 for label, weight in own)  # firms speak, too
            is_somebody = is_told or is_titled(doc, spot.first)
            is_first = spot.key not in seen and not is_headline(doc)
            if is_somebody or is_first:
                others.add(spot.key)
            else:
                found.add(spot.key)
    return (found & seen) - others


def _speakers_named_like_peoples(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> set[str]:
    """Words for a people that the article uses as a name: 'French said', and never 'the French' or 'a French'."""
    speaking: set[str] = set()
    others: set[str] = set()
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        if spot.last - spot.first == 1 and is_demonym(spot.key) and not is_country(spot.key):
            if spot.first > 0 and doc[spot.first - 1].lower_ in words("before_peoples.txt"):
                others.add(spot.key)
            elif spot.last < len(doc) and doc[spot.last].lower_ in words("speech_verbs.txt"):
                speaking.add(spot.key)
    return speaking - others


def _surnames(labels: dict[str, Label]) -> dict[str, float]:
    """Weight for a family name, and less for a given one, alone, where a person of the article is named in full."""
    weights: dict[str, float] = {}
    for key in sorted(labels):
        if labels[key] is Label.PERSON:
            name = person_name(key)
            if len(name.words) > 1:
                weights[name.family] = 6
                weights[_with_particles(name)] = 6
                weights.setdefault(name.given, 1.5)
    return weights


def _with_particles(name: PersonName) -> str:
    """The family name as it stands alone: 'la torre' of 'marine la torre'."""
    at = len(name.words) - 1
    while at > 1 and name.words[at - 1] in words("name_particles.txt"):
        at -= 1
    return " ".join(name.words[at:])


def _winner(ballot: Mapping[Label, float]) -> Label:
    return min(ballot, key=lambda label: (-ballot[label], _ORDER[label]))
