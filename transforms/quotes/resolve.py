"""Whom a speaker as written stands for.

A name stands for its entity. A pronoun is compared with the names before it: how near they are, whether they are
subjects, whether they spoke last, and whether gender speaks against them. A definite noun phrase ("the senator") stands
for the last person whose printed role ends in that noun. Weak evidence gives no answer, and neither does a pronoun that
means somebody without a name ("an elderly man").
"""

from dataclasses import dataclass

from schemas.vocabulary import Label
from transforms.quotes.candidates import Candidate, Sort
from transforms.quotes.frames import Link
from transforms.quotes.gender import genders
from transforms.quotes.lexicon import Lexicon
from transforms.quotes.questions import Reading

_PARAGRAPHS_BACK = 4
_BODIES = frozenset({Label.ORG, Label.GPE, Label.NORP})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBJECTS = frozenset(
    {Link.SUBJECT, Link.PASSIVE, Link.BORROWED, Link.INVERTED, Link.BESIDE, Link.RELATIVE, Link.AGENT}
)
_DEFINITE = frozenset({"the", "this", "that"})


# What speaks for somebody, and what against, in the same units.
_SUBJECT, _SPEAKER, _FIRST, _VOTE = 1.5, 0.5, 0.3, 0.4
_OWNER, _SENTENCE, _PARAGRAPH = 0.7, 0.4, 1.2
_NAMELESS = 0.6
_SPEAKS = 0.1  # share from which a cue makes its subject a speaker
_WEAKEST = -3.0
_AGAINST = -2  # votes of the other gender that rule somebody out
_MOST_VOTES = 2


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody named or meant earlier: who, where, and how prominently. ``entity`` is None for the nameless."""

    entity: int | None
    paragraph: int
    sentence: int
    weight: float
    gender: str | None = None  # that the noun of a nameless person tells


class Resolver:
    """Reads one article from its beginning and tells whom each of its candidates stands for."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._genders = genders(reading.views, reading.pools, reading.names, lexicon)
        self._seen: list[_Seen] = []
        self._meant: dict[tuple[int, int], int] = {}
        for pool in reading.pools:
            for candidate in pool:
                entity = self._entity(candidate)
                if entity is not None:
                    self._meant[candidate.paragraph, candidate.head] = entity
                    self._seen.append(self._as_seen(candidate, entity))
                elif self._is_one_person(candidate):
                    self._seen.append(self._as_seen(candidate, None))

    def resolve(self, speaker: Candidate) -> int | None:
        """The index in ``names.entities`` of who is meant, or None where the text does not tell."""
        return self._meant.get((speaker.paragraph, speaker.head))

    def _is_one_person(self, candidate: Candidate) -> bool:
        view = self._reading.views[candidate.paragraph]
        gender = self._lexicon.people_genders.get(view.lemmas[candidate.head])
        return candidate.sort is Sort.PEOPLE and view.tags[candidate.head] == "NN" and gender is not None

    def _as_seen(self, candidate: Candidate, entity: int | None) -> _Seen:
        view = self._reading.views[candidate.paragraph]
        weight = -_NAMELESS if entity is None else 0.0
        if any(frame.link in _SUBJECTS for frame in candidate.frames):
            weight += _SUBJECT
        if any(frame.quoted_share >= _SPEAKS for frame in candidate.frames):
            weight += _SPEAKER
        if view.deps[candidate.head] == "poss":
            weight -= _OWNER
        if candidate is self._reading.pools[candidate.paragraph][0]:
            weight += _FIRST
        gender = self._lexicon.people_genders.get(view.lemmas[candidate.head]) if entity is None else None
        return _Seen(entity, candidate.paragraph, view.sentences[candidate.head], weight, gender)

    def _entity(self, candidate: Candidate) -> int | None:
        if candidate.entity is not None:
            return candidate.entity
        view = self._reading.views[candidate.paragraph]
        word = view.lower[candidate.head]
        if word in _RELATIVE:
            return self._of_relative(candidate)
        if candidate.sort in {Sort.SINGULAR, Sort.PLURAL, Sort.IT}:
            return self._of_pronoun(candidate, word)
        if candidate.sort is Sort.PEOPLE and view.lower[candidate.first] in _DEFINITE:
            return self._of_role(candidate, view.lemmas[candidate.head])
        return None

    def _of_relative(self, candidate: Candidate) -> int | None:
        view = self._reading.views[candidate.paragraph]
        for verb in view.above(candidate.head):
            if view.deps[verb] == "relcl":
                return self._meant.get((candidate.paragraph, view.heads[verb]))
        return None

    def _of_role(self, candidate: Candidate, lemma: str) -> int | None:
        for seen in reversed(self._seen):
            if candidate.paragraph - seen.paragraph > _PARAGRAPHS_BACK:
                return None
            roles = () if seen.entity is None else self._reading.names.entities[seen.entity].roles
            if any(role.lower().split()[-1:] == [lemma] for role in roles):
                return seen.entity
        return None

    def _of_pronoun(self, candidate: Candidate, word: str) -> int | None:
        gender = self._lexicon.genders.get(word)
        sentence = self._reading.views[candidate.paragraph].sentences[candidate.head]
        best: tuple[float, int | None] = (_WEAKEST, None)
        for seen in reversed(self._seen):
            if candidate.paragraph - seen.paragraph > _PARAGRAPHS_BACK:
                break
            if self._agrees(seen, candidate.sort, gender):
                score = seen.weight + self._support(seen, gender) - self._distance(seen, candidate, sentence)
                best = max(best, (score, seen.entity), key=lambda found: found[0])
        return best[1]

    def _distance(self, seen: _Seen, candidate: Candidate, sentence: int) -> float:
        if seen.paragraph == candidate.paragraph:
            return _SENTENCE * (sentence - seen.sentence)
        last = self._reading.views[seen.paragraph].sentences[-1]
        return (
            _PARAGRAPH * (candidate.paragraph - seen.paragraph)
            + _SENTENCE * min(sentence, 2)
            + _SENTENCE * (last - seen.sentence)
        )

    def _support(self, seen: _Seen, gender: str | None) -> float:
        if seen.entity is None:
            return _VOTE * _MOST_VOTES
        return _VOTE * min(self._votes(seen.entity, gender), _MOST_VOTES)

    def _votes(self, entity: int, gender: str | None) -> int:
        if gender is None:
            return 0
        return self._genders[entity] if gender == "f" else -self._genders[entity]

    def _agrees(self, seen: _Seen, sort: Sort, gender: str | None) -> bool:
        if seen.entity is None:
            return sort is Sort.SINGULAR and seen.gender == gender
        label = self._reading.names.entities[seen.entity].label
        if sort is Sort.SINGULAR:
            votes = self._votes(seen.entity, gender)
            return votes > _AGAINST and (label is Label.PERSON or votes > 0)
        return label in _BODIES
