"""The possible antecedents of one pronoun: which is the likeliest, and what leaves that in doubt."""

from typing import NamedTuple

from transforms.quotes.grammar.candidates import Sort

SUBJECT = 1.4  # score of a subject
WEAKEST = -4.2  # least score of an antecedent
TOSS_UP = 1.0  # lead below which it may as well be the next one


class Antecedent(NamedTuple):
    """An earlier noun phrase: which entity it names or means, where, and its salience as ``weight``.

    ``entity`` is None for somebody without a name.
    """

    entity: int | None
    paragraph: int
    sentence: int
    weight: float
    nameless: tuple[Sort, str | None] | None = None  # the pronoun that the nameless are meant by, and its gender
    is_doubtful: bool = False
    is_guess: bool = False  # a doubtful noun: "the union"


class RankedAntecedents:
    """Those whom a pronoun may mean, added from the nearest to the farthest, each with its score."""

    def __init__(self, paragraph: int, sentence: int) -> None:
        self.likely: dict[int | None, float] = {}
        self.nearest: int | None = None
        self._surely: dict[int | None, float] = {}  # by places that are not doubtful themselves
        self._by_guess: dict[int | None, float] = {}
        self._place = paragraph, sentence
        self._in_sentence: list[Antecedent] = []
        self._since: set[int | None] = set()  # the last subject of the paragraph, and who is named behind it
        self._acted = False  # whether the paragraph has a subject before the pronoun

    def add(self, antecedent: Antecedent, score: float) -> None:
        """Add the next antecedent with its score."""
        if not self.likely:
            self.nearest = antecedent.entity
        if (antecedent.paragraph, antecedent.sentence) == self._place:
            self._in_sentence.append(antecedent)
        if not self._acted:
            self._since.add(antecedent.entity)
            self._acted = antecedent.paragraph == self._place[0] and antecedent.weight >= SUBJECT
        _raise(self.likely, antecedent.entity, score)
        if not antecedent.is_doubtful:
            _raise(self._surely, antecedent.entity, score)
        elif antecedent.is_guess:
            _raise(self._by_guess, antecedent.entity, score)

    @property
    def best(self) -> int | None:
        """The likeliest; None for somebody without a name, or nobody."""
        return max(self.likely, key=lambda entity: self.likely[entity], default=None)

    def lead_of(self, best: int) -> float:
        """By how much the score of the best antecedent, without its doubtful places, exceeds that of the next one."""
        rival = max((score for entity, score in self.likely.items() if entity != best), default=WEAKEST)
        return self._surely.get(best, WEAKEST) - rival

    def is_unsettled(self, best: int) -> bool:
        """Whether the pronoun's sentence names another between, or has a doubtful pronoun before it.

        "Haddad told Fox, when he left, that he ...". Or whether a guess is nearer than any sure place: "Haddad Foods
        closed. The union struck. It ...".
        """
        nearest = self._in_sentence[:1]
        is_by_guess = best in self._by_guess and self._by_guess[best] - self._surely.get(best, WEAKEST) >= TOSS_UP
        is_apart = any(antecedent.is_doubtful for antecedent in self._in_sentence) or any(
            antecedent.entity != best for antecedent in nearest
        )
        return is_by_guess or is_apart

    def acted_since(self, best: int) -> bool:
        """Whether somebody else is the subject of a sentence between: "Haddad was late. Fox left. ..., he said"."""
        return self._acted and best not in self._since


def _raise(scores: dict[int | None, float], entity: int | None, score: float) -> None:
    known = scores.get(entity)
    if known is None or score > known:
        scores[entity] = score
