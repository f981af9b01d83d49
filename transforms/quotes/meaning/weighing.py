"""What speaks for each of those whom a pronoun may mean: how near they are, how prominent, whether they spoke last.

The weights were measured on the articles of ``tests/eval/written`` and on PolNeAR dev
(docs/decisions/whom-pronouns-mean.md).
"""

from collections.abc import Callable
from math import log1p

from schemas.vocabulary import Label
from transforms.names.wordlists import words as list_of_words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.meaning.antecedents import Antecedents, Seen
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.memory import Meant, Memory
from transforms.quotes.meaning.prominence import Prominence

PARAGRAPHS_BACK = 4
"""Paragraphs before its own whose names a pronoun may mean; if they name nobody, those that only quote do not count."""

_PRONOUNS = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.IT})
_BODIES = {Sort.IT: frozenset({Label.ORG, Label.GPE}), Sort.PLURAL: frozenset({Label.ORG, Label.NORP})}

# What speaks for somebody, and what against, in the same units.
_VOTE, _SENTENCE, _PARAGRAPH = 0.2, 1.2, 3.4
_OFTEN = 0.3  # for the logarithm of how often somebody was named so far
_OFTEN_ENOUGH = 9
_LEANING = 0.8  # what the first reading tells of the gender
_MOST_VOTES = 2


class Weighing:
    """Compares those whom an article named so far."""

    def __init__(self, background: Background, memory: Memory, prominence: Prominence) -> None:
        self._background = background
        self._memory = memory
        self._prominence = prominence

    def seen(self, candidate: Candidate, meant: Meant | None) -> Seen:
        """Somebody named or meant, with what speaks for them by their place in the sentence."""
        view = self._background.view(candidate)
        weight = self._prominence.of(candidate, None if meant is None else self._background.label(meant.entity))
        place = candidate.paragraph, view.sentences[candidate.head], weight
        if meant is None:
            return Seen(None, *place, self._background.nameless(candidate))
        # Where things have genders, most such guesses are right.
        is_noun = candidate.sort not in _PRONOUNS and not self._background.lexicon.has_gendered_things
        return Seen(meant.entity, *place, is_doubtful=meant.is_doubtful, is_guess=meant.is_doubtful and is_noun)

    def several(self, candidate: Candidate) -> Seen:
        """The people of whom a noun phrase names the first, whom "they" may mean: "Lind" of "Lind and Fox"."""
        view = self._background.view(candidate)
        weight = self._prominence.of(candidate, Label.PERSON)
        return Seen(None, candidate.paragraph, view.sentences[candidate.head], weight, (Sort.PLURAL, None))

    def antecedents(
        self,
        candidate: Candidate,
        sort: Sort,
        gender: str | None,
        *,
        among: Callable[[int | None], bool] = lambda _: True,
    ) -> Antecedents:
        """Those whom a noun phrase may mean that stands for a pronoun of this sort and gender."""
        sentence = self._background.view(candidate).sentences[candidate.head]
        antecedents = Antecedents(candidate.paragraph, sentence)
        supports: dict[int | None, float | None] = {}  # of the named; None for those whom it cannot mean
        told = self._background.told
        for seen in reversed(self._memory.seen):
            is_near = candidate.paragraph - seen.paragraph <= PARAGRAPHS_BACK
            is_told_near = told[candidate.paragraph] - told[seen.paragraph] <= PARAGRAPHS_BACK
            if not is_near and (antecedents.likely or not is_told_near):
                break
            if seen.entity is None or seen.entity not in supports:
                may_be = self._agrees(seen, sort, gender) and among(seen.entity)
                supports[seen.entity] = self._support(seen, gender) if may_be else None
            support = supports[seen.entity]
            if support is not None:
                antecedents.add(seen, seen.weight + support - self._distance(seen, candidate, sentence))
        return antecedents

    def protagonist(self, gender: str | None, *, among: Callable[[int | None], bool] = lambda _: True) -> Meant | None:
        """The one person named so far who may be meant from afar, of several the one named most, as a guess."""
        genders, named = self._background.genders, self._memory.named
        so_far = [
            entity
            for entity in self._memory.last_seen
            if self._background.label(entity) is Label.PERSON and among(entity) and not genders.rule_out(entity, gender)
        ]
        most = sorted(
            [entity for entity in so_far if genders.known(entity, gender)] or so_far, key=lambda one: -named[one]
        )
        is_one = len(most) == 1 or (len(most) > 1 and named[most[0]] > named[most[1]])
        return Meant(most[0], is_doubtful=True) if is_one else None

    def _distance(self, seen: Seen, candidate: Candidate, sentence: int) -> float:
        if seen.paragraph == candidate.paragraph:
            return _SENTENCE * (sentence - seen.sentence)
        told = self._background.told
        return (
            _PARAGRAPH * max(1, told[candidate.paragraph] - told[seen.paragraph])
            + _SENTENCE * min(sentence, 2)
            + _SENTENCE * (self._background.views[seen.paragraph].sentences[-1] - seen.sentence)
        )

    def _support(self, seen: Seen, gender: str | None) -> float:
        if seen.entity is None:
            return _VOTE * _MOST_VOTES
        genders = self._background.genders
        votes = _VOTE * min(genders.votes(seen.entity, gender), _MOST_VOTES)
        often = _OFTEN * log1p(min(self._memory.named[seen.entity], _OFTEN_ENOUGH))
        return votes + often + _LEANING * genders.leaning(seen.entity, gender)

    def _agrees(self, seen: Seen, sort: Sort, gender: str | None) -> bool:
        if seen.entity is None:
            other, own = seen.nameless or (None, None)
            return other is sort and (own == gender or own is None or gender is None)
        label = self._background.label(seen.entity)
        if sort is not Sort.SINGULAR:
            return label in _BODIES.get(sort, ())
        genders = self._background.genders
        if genders.rule_out(seen.entity, gender):
            return False
        if label is Label.ORG and self._background.lexicon.has_gendered_things:
            return genders.votes(seen.entity, gender) >= 0
        return label is Label.PERSON or (genders.votes(seen.entity, gender) > 0 and self._may_be_one(seen.entity))

    def _may_be_one(self, entity: int) -> bool:
        """Whether no word of a name tells a body: "the Harbour Board" is never "she", nor "the Lind campaign"."""
        printed = self._background.name(entity).split()
        if not printed[-1][0].isupper():
            return False
        own = {word.casefold().strip(".,") for word in printed}
        return own.isdisjoint(list_of_words("org_words.txt")) and own.isdisjoint(list_of_words("company_words.txt"))
