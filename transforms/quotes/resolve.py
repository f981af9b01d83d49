"""Whom a speaker as written stands for.

A name stands for its entity. A pronoun is compared with the names before it: how near they are, whether they are
subjects, whether they spoke last, and whether gender speaks against them: that of titles, and of the pronouns that they
were clearly meant by before. A definite noun phrase ("the senator") stands for the last one that the article calls so. Weak evidence gives no answer, and neither does a pronoun that means somebody without a name ("an elderly
man"). Where somebody else is as likely the answer is given as a doubtful one, and so are those that follow from it.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import log1p

from schemas.vocabulary import Label
from transforms.quotes.candidates import Candidate, Sort
from transforms.quotes.descriptions import Descriptions
from transforms.quotes.frames import Link
from transforms.quotes.gender import Genders
from transforms.quotes.lexicon import Lexicon
from transforms.quotes.questions import Reading

_PARAGRAPHS_BACK = 4
_BODIES = frozenset({Label.ORG, Label.GPE, Label.NORP})
_WHO = frozenset({"who", "whom"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBJECTS = frozenset(
    {Link.SUBJECT, Link.PASSIVE, Link.BORROWED, Link.INVERTED, Link.BESIDE, Link.RELATIVE, Link.AGENT}
)
_SOME = frozenset({"a", "an", "one", "another"})
_SUBJECT_RELATIONS = frozenset({"nsubj", "nsubjpass"})


# What speaks for somebody, and what against, in the same units.
_SUBJECT, _SPEAKER, _FIRST, _VOTE = 1.4, 1.0, 0.4, 0.2
_OWNER, _SENTENCE, _PARAGRAPH = 1.3, 1.2, 3.4
_NAMELESS = 0.6
_OFTEN = 0.3  # for the logarithm of how often somebody was named so far
_OFTEN_ENOUGH = 9
_LEANING = 0.8  # what the first reading tells of the gender
_PLACE = 0.4  # a town says less than whoever is in it
_SPEAKS = 0.1  # share from which a cue makes its subject a speaker
_WEAKEST = -4.2
_MOST_VOTES = 2
_CLEAR = 4.3  # lead over the next from which a pronoun tells the gender of whom it means
_TOSS_UP = 1.0  # lead below which it may as well be the next


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody named or meant earlier: who, where, and how prominently. ``entity`` is None for the nameless."""

    entity: int | None
    paragraph: int
    sentence: int
    weight: float
    nameless: tuple[Sort, str | None] | None = None  # the pronoun that the nameless are meant by, and its gender
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a speaker as written stands for: the index in ``names.entities``, and whether it may well be another."""

    entity: int
    is_doubtful: bool = False


class _Field:
    """Those whom a pronoun may mean, added from the nearest to the farthest."""

    def __init__(self, paragraph: int, sentence: int) -> None:
        self.likely: dict[int | None, float] = {}
        self.nearest: int | None = None
        self._surely: dict[int | None, float] = {}  # by places that are not doubtful themselves
        self._place = paragraph, sentence
        self._in_sentence: list[_Seen] = []
        self._since: set[int | None] = set()  # the last subject of the paragraph, and who is named behind it
        self._acted = False  # whether the paragraph has a subject before the pronoun

    def add(self, seen: _Seen, score: float) -> None:
        if not self.likely:
            self.nearest = seen.entity
        if (seen.paragraph, seen.sentence) == self._place:
            self._in_sentence.append(seen)
        if not self._acted:
            self._since.add(seen.entity)
            self._acted = seen.paragraph == self._place[0] and seen.weight >= _SUBJECT
        for scores in (self.likely,) if seen.is_doubtful else (self.likely, self._surely):
            scores[seen.entity] = max(score, scores.get(seen.entity, score))

    @property
    def best(self) -> int | None:
        return max(self.likely, key=lambda entity: self.likely[entity], default=None)

    def lead_of(self, best: int) -> float:
        """How far whom a pronoun most likely means, by sure places, is ahead of the next."""
        rival = max((score for entity, score in self.likely.items() if entity != best), default=_WEAKEST)
        return self._surely.get(best, _WEAKEST) - rival

    def is_unsettled(self, best: int) -> bool:
        """Whether the pronoun's sentence names another between, or has a doubtful pronoun before it.

        "Haddad told Fox, when he left, that he ..."
        """
        nearest = self._in_sentence[:1]
        return any(seen.is_doubtful for seen in self._in_sentence) or any(seen.entity != best for seen in nearest)

    def acted_since(self, best: int) -> bool:
        """Whether somebody else is the subject of a sentence between: "Haddad was late. Fox left. ..., he said"."""
        return self._acted and best not in self._since


class Resolver:
    """Reads one article from its beginning and tells whom each of its candidates stands for."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._descriptions = Descriptions(reading.views, reading.pools, reading.names, lexicon)
        self._genders = Genders(reading.views, reading.pools, reading.names, lexicon)
        self._seen: list[_Seen] = []
        self._named: Counter[int | None] = Counter()
        self._meant: dict[tuple[int, int], Meant] = {}
        self._introduced: dict[str, tuple[int, int]] = {}  # nouns of the nameless, and where they came up
        # Whom a "she" further down means tells whom the first "he" does not.
        for _ in range(2):
            self._genders.read_again()
            self._read()

    def _read(self) -> None:
        self._seen.clear()
        self._named.clear()
        self._meant.clear()
        self._introduced.clear()
        for view, pool in zip(self._reading.views, self._reading.pools, strict=True):
            for candidate in pool:
                meant = self._whom(candidate)
                if meant is None and view.lower[candidate.first] in _SOME:
                    self._introduced[view.lemmas[candidate.head]] = candidate.paragraph, view.sentences[candidate.head]
                self._named[candidate.entity] += candidate.entity is not None
                if meant is not None:
                    self._meant[candidate.paragraph, candidate.head] = meant
                    self._seen.append(self._as_seen(candidate, meant))
                elif self._pronoun_for(candidate) is not None:
                    self._seen.append(self._as_seen(candidate, None))

    def resolve(self, speaker: Candidate) -> Meant | None:
        """Who is meant, or None where the text does not tell."""
        meant = self._meant.get((speaker.paragraph, speaker.head))
        if speaker.entity is None or self._descriptions.of(self._reading.views[speaker.paragraph], speaker):
            return meant
        return Meant(speaker.entity)

    def _pronoun_for(self, candidate: Candidate) -> tuple[Sort, str | None] | None:
        """The pronoun for somebody without a name, who is not to be passed over for the sake of a name: "a woman".

        "An aide" may be a man or a woman, and "the senator" is somebody with a name. An aide, several, and a body ("the
        club") must speak to count.
        """
        view = self._reading.views[candidate.paragraph]
        gender = self._lexicon.people_genders.get(view.lemmas[candidate.head])
        is_one = view.tags[candidate.head] == "NN"
        if candidate.sort is Sort.PEOPLE and is_one and gender is not None:
            return Sort.SINGULAR, gender
        if view.lower[candidate.head] in _SOME and candidate.sort is Sort.OTHER_PRONOUN and self._is_subject(candidate):
            return Sort.SINGULAR, None
        described = self._descriptions.of(view, candidate) if self._speaks(candidate) else None
        if described is not None and described.is_variation:
            return Sort.SINGULAR, gender
        if view.pos[candidate.head] == "NOUN" and view.lemmas[candidate.head] in self._lexicon.nouns and not self._is_subject(candidate):
            return None  # "in a statement": what is said, not who says it
        if candidate.sort not in {Sort.PEOPLE, Sort.THING} or not self._speaks(candidate):
            return None
        if is_one and candidate.sort is Sort.PEOPLE:
            return (Sort.SINGULAR, None) if view.lower[candidate.first] in _SOME else None
        if is_one:
            return Sort.IT, None
        return (Sort.PLURAL, None) if view.tags[candidate.head] == "NNS" else None

    def _speaks(self, candidate: Candidate) -> bool:
        return any(frame.quoted_share >= _SPEAKS for frame in candidate.frames)

    def _is_subject(self, candidate: Candidate) -> bool:
        return any(frame.link in _SUBJECTS for frame in candidate.frames)

    def _as_seen(self, candidate: Candidate, meant: Meant | None) -> _Seen:
        view = self._reading.views[candidate.paragraph]
        weight = -_NAMELESS if meant is None else 0.0
        if self._is_subject(candidate):
            weight += _SUBJECT
        if self._speaks(candidate):
            weight += _SPEAKER
        if view.deps[candidate.head] == "poss":
            weight -= _OWNER
        if meant is not None and self._reading.names.entities[meant.entity].label is Label.GPE:
            weight -= _PLACE
        if candidate is self._reading.pools[candidate.paragraph][0]:
            weight += _FIRST
        place = candidate.paragraph, view.sentences[candidate.head], weight
        if meant is None:
            return _Seen(None, *place, self._pronoun_for(candidate))
        return _Seen(meant.entity, *place, is_doubtful=meant.is_doubtful)

    def _whom(self, candidate: Candidate) -> Meant | None:
        described = self._of_description(candidate)
        if described is not None:
            return described
        beside = self._descriptions.beside(candidate)
        if beside is not None and candidate.entity is None:
            return Meant(beside)
        if candidate.entity is not None:
            return Meant(candidate.entity)
        view = self._reading.views[candidate.paragraph]
        word = view.lower[candidate.head]
        if word in _RELATIVE:
            return self._of_relative(candidate)
        if candidate.sort in {Sort.SINGULAR, Sort.PLURAL, Sort.IT}:
            return self._of_pronoun(candidate, word)
        return None

    def _of_relative(self, candidate: Candidate) -> Meant | None:
        """The name right before it, else the noun that the parser hangs its clause on."""
        view = self._reading.views[candidate.paragraph]
        is_person = view.lower[candidate.head] in _WHO
        end = candidate.head - (candidate.head > 0 and view.words[candidate.head - 1] == ",")
        ends_there = [o for o in self._reading.pools[candidate.paragraph] if o.last == end and o.entity is not None]
        nearest = max(ends_there, key=lambda other: other.head, default=None)
        if nearest is not None and nearest.entity is not None and not (is_person and nearest.sort is Sort.PLACE):
            return Meant(nearest.entity)
        for verb in view.above(candidate.head):
            if view.deps[verb] == "relcl":
                return self._meant.get((candidate.paragraph, view.heads[verb]))
        return None

    def _of_description(self, candidate: Candidate) -> Meant | None:
        """The last one that was called so, in doubt if several were; else for some nouns whom "she" or "he" may mean."""
        view = self._reading.views[candidate.paragraph]
        described = self._descriptions.of(view, candidate)
        if described is None:
            return None
        gender = self._lexicon.people_genders.get(described.noun)
        fitting: list[int] = []
        for seen in reversed(self._seen):
            if (
                seen.entity is not None
                and seen.entity not in fitting
                and not self._genders.rule_out(seen.entity, gender)
                and self._descriptions.fits(described, seen.entity)
            ):
                fitting.append(seen.entity)
        if fitting:
            return None if self._is_introduced_since(fitting[0], described.noun) else Meant(fitting[0], len(fitting) > 1)
        if not described.is_variation or not self._speaks(candidate):
            return None
        if described.is_body:
            field = self._field(candidate, Sort.IT, None, among=self._descriptions.may_be_a_company)
        else:
            field = self._field(candidate, Sort.SINGULAR, gender)
        best = field.best
        if best is None or field.likely[best] <= _WEAKEST:
            return None
        return Meant(best, field.lead_of(best) < _TOSS_UP or field.is_unsettled(best) or field.acted_since(best))

    def _is_introduced_since(self, entity: int, noun: str) -> bool:
        """Whether "a spokesman" without a name came up behind the last word about somebody."""
        last = next(seen for seen in reversed(self._seen) if seen.entity == entity)
        return self._introduced.get(noun, (-1, -1)) > (last.paragraph, last.sentence)

    def _of_pronoun(self, candidate: Candidate, word: str) -> Meant | None:
        gender = self._lexicon.genders.get(word)
        view = self._reading.views[candidate.paragraph]
        field = self._field(candidate, candidate.sort, gender)
        best = field.best
        if best is None or field.likely[best] <= _WEAKEST:
            return None
        lead = field.lead_of(best)
        is_doubtful = lead < _TOSS_UP or field.is_unsettled(best) or self._genders.expect_another(best, gender)
        if is_doubtful and self._genders.ever_spoke_against(best, gender):
            return None
        is_clear = (
            not is_doubtful
            and lead >= _CLEAR
            and view.inside[candidate.head] is None
            and (view.deps[candidate.head] != "poss" or field.nearest == best)
        )
        is_subject = view.deps[candidate.head] in _SUBJECT_RELATIONS
        self._genders.note(best, gender, surely=not is_doubtful, clearly=is_clear, as_subject=is_subject)
        return Meant(best, is_doubtful or field.acted_since(best))

    def _field(
        self, candidate: Candidate, sort: Sort, gender: str | None, *, among: Callable[[int], bool] = lambda _: True
    ) -> "_Field":
        sentence = self._reading.views[candidate.paragraph].sentences[candidate.head]
        field = _Field(candidate.paragraph, sentence)
        for seen in reversed(self._seen):
            if candidate.paragraph - seen.paragraph > _PARAGRAPHS_BACK:
                break
            if self._agrees(seen, sort, gender) and (seen.entity is None or among(seen.entity)):
                field.add(seen, seen.weight + self._support(seen, gender) - self._distance(seen, candidate, sentence))
        return field

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
        votes = _VOTE * min(self._genders.votes(seen.entity, gender), _MOST_VOTES)
        often = _OFTEN * log1p(min(self._named[seen.entity], _OFTEN_ENOUGH))
        return votes + often + _LEANING * self._genders.leaning(seen.entity, gender)

    def _agrees(self, seen: _Seen, sort: Sort, gender: str | None) -> bool:
        if seen.entity is None:
            other, own = seen.nameless or (None, None)
            return other is sort and (own == gender or own is None or gender is None)
        label = self._reading.names.entities[seen.entity].label
        if sort is Sort.SINGULAR:
            if self._genders.rule_out(seen.entity, gender):
                return False
            return label is Label.PERSON or self._genders.votes(seen.entity, gender) > 0
        return label in _BODIES
