"""Scores of the antecedents of a pronoun: by distance, salience, gender and how often somebody was named.

The weights were measured on the articles of ``tests/eval/written`` and on PolNeAR dev
(docs/decisions/whom-pronouns-mean.md).
"""

from collections.abc import Callable
from math import log1p

from schemas.vocabulary import Label
from transforms.names.wordlists import words as list_of_words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.meaning.antecedents import Antecedent, RankedAntecedents
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.memory import Memory, Referent
from transforms.quotes.meaning.salience import Salience

PARAGRAPHS_BACK = 4
"""Paragraphs before its own whose names a pronoun may mean; if they name nobody, those that only quote do not count."""

_PRONOUNS = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.IT})
_BODIES = {Sort.IT: frozenset({Label.ORG, Label.GPE}), Sort.PLURAL: frozenset({Label.ORG, Label.NORP})}

# Parts of a score, in the same units; those of distance are subtracted.
_VOTE, _SENTENCE, _PARAGRAPH = 0.2, 1.2, 3.4
_OFTEN = 0.3  # for the logarithm of how often somebody was named so far
_OFTEN_ENOUGH = 9
_LEANING = 0.8  # what the first reading tells of the gender
_MOST_VOTES = 2


class AntecedentScorer:
    """Scores those whom an article named so far as antecedents."""

    def __init__(self, background: Background, memory: Memory, salience: Salience) -> None:
        self._background = background
        self._memory = memory
        self._salience = salience

    def antecedent(self, candidate: Candidate, meant: Referent | None) -> Antecedent:
        """A noun phrase as an antecedent, with its salience; ``meant`` is its referent, None if that has no name."""
        view = self._background.view(candidate)
        weight = self._salience.of(candidate, None if meant is None else self._background.label(meant.entity))
        place = candidate.paragraph, view.sentences[candidate.head], weight
        if meant is None:
            return Antecedent(None, *place, self._background.nameless(candidate))
        # Where things have genders, most such guesses are right.
        is_noun = candidate.sort not in _PRONOUNS and not self._background.lexicon.has_gendered_things
        return Antecedent(meant.entity, *place, is_doubtful=meant.is_doubtful, is_guess=meant.is_doubtful and is_noun)

    def plural_antecedent(self, candidate: Candidate) -> Antecedent:
        """The antecedent of a "they" that begins with a noun phrase: "Lind" of "Lind and Fox"."""
        view = self._background.view(candidate)
        weight = self._salience.of(candidate, Label.PERSON)
        return Antecedent(None, candidate.paragraph, view.sentences[candidate.head], weight, (Sort.PLURAL, None))

    def antecedents(
        self,
        candidate: Candidate,
        sort: Sort,
        gender: str | None,
        *,
        among: Callable[[int | None], bool] = lambda _: True,
    ) -> RankedAntecedents:
        """Those whom a noun phrase may mean that stands for a pronoun of this sort and gender."""
        sentence = self._background.view(candidate).sentences[candidate.head]
        antecedents = RankedAntecedents(candidate.paragraph, sentence)
        supports: dict[int | None, float | None] = {}  # of the named; None for those whom it cannot mean
        narrated = self._background.narrated_so_far
        for antecedent in reversed(self._memory.antecedents):
            is_near = candidate.paragraph - antecedent.paragraph <= PARAGRAPHS_BACK
            is_told_near = narrated[candidate.paragraph] - narrated[antecedent.paragraph] <= PARAGRAPHS_BACK
            if not is_near and (antecedents.likely or not is_told_near):
                break
            if antecedent.entity is None or antecedent.entity not in supports:
                may_be = self._agrees(antecedent, sort, gender) and among(antecedent.entity)
                supports[antecedent.entity] = self._support(antecedent, gender) if may_be else None
            support = supports[antecedent.entity]
            if support is not None:
                antecedents.add(
                    antecedent, antecedent.weight + support - self._distance(antecedent, candidate, sentence)
                )
        return antecedents

    def protagonist(
        self, gender: str | None, *, among: Callable[[int | None], bool] = lambda _: True
    ) -> Referent | None:
        """The one person named so far who may be meant from afar, of several the one named most, as a guess."""
        genders, named = self._background.genders, self._memory.mention_counts
        so_far = [
            entity
            for entity in self._memory.last_antecedent
            if self._background.label(entity) is Label.PERSON and among(entity) and not genders.rule_out(entity, gender)
        ]
        most = sorted(
            [entity for entity in so_far if genders.known(entity, gender)] or so_far, key=lambda one: -named[one]
        )
        is_one = len(most) == 1 or (len(most) > 1 and named[most[0]] > named[most[1]])
        return Referent(most[0], is_doubtful=True) if is_one else None

    def _distance(self, antecedent: Antecedent, candidate: Candidate, sentence: int) -> float:
        if antecedent.paragraph == candidate.paragraph:
            return _SENTENCE * (sentence - antecedent.sentence)
        narrated = self._background.narrated_so_far
        return (
            _PARAGRAPH * max(1, narrated[candidate.paragraph] - narrated[antecedent.paragraph])
            + _SENTENCE * min(sentence, 2)
            + _SENTENCE * (self._background.views[antecedent.paragraph].sentences[-1] - antecedent.sentence)
        )

    def _support(self, antecedent: Antecedent, gender: str | None) -> float:
        if antecedent.entity is None:
            return _VOTE * _MOST_VOTES
        genders = self._background.genders
        votes = _VOTE * min(genders.votes(antecedent.entity, gender), _MOST_VOTES)
        often = _OFTEN * log1p(min(self._memory.mention_counts[antecedent.entity], _OFTEN_ENOUGH))
        return votes + often + _LEANING * genders.leaning(antecedent.entity, gender)

    def _agrees(self, antecedent: Antecedent, sort: Sort, gender: str | None) -> bool:
        if antecedent.entity is None:
            nameless_sort, nameless_gender = antecedent.nameless or (None, None)
            return nameless_sort is sort and (nameless_gender == gender or nameless_gender is None or gender is None)
        label = self._background.label(antecedent.entity)
        if sort is not Sort.SINGULAR:
            return label in _BODIES.get(sort, ())
        genders = self._background.genders
        if genders.rule_out(antecedent.entity, gender):
            return False
        if label is Label.ORG and self._background.lexicon.has_gendered_things:
            return genders.votes(antecedent.entity, gender) >= 0
        return label is Label.PERSON or (
            genders.votes(antecedent.entity, gender) > 0 and self._may_be_one(antecedent.entity)
        )

    def _may_be_one(self, entity: int) -> bool:
        """Whether no word of a name tells a body: "the Harbour Board" is never "she", nor "the Lind campaign"."""
        printed = self._background.name(entity).split()
        if not printed[-1][0].isupper():
            return False
        words = {word.casefold().strip(".,") for word in printed}
        return words.isdisjoint(list_of_words("org_words.txt")) and words.isdisjoint(list_of_words("company_words.txt"))
