"""What an article tells of the gender of the people it names.

Titles ("Mr.", "congresswoman") come with the names. Here the pronouns of the text are added: where somebody is the
only person named before a "her" or "his" of the same sentence, that counts as a vote; and the reader of the article
notes whom pronouns meant so far. No list of first names is used.
"""

from collections import Counter
from collections.abc import Sequence

from schemas.vocabulary import Label, ReferentialGender
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.disjoint_reference import doers, tells_whose
from transforms.spans import Names

_MAY_BE_A_PERSON = frozenset({Sort.PEOPLE, Sort.PERSON, Sort.NAME, Sort.ORGANISATION})
_PRINTED = 9  # votes that a printed title counts for
_AGAINST = -2  # votes of the other gender that rule somebody out
_TIMES_AS_MANY = 3  # as often as the other gender's a gender's words stand where a name gets both
_KNOWN_BY = 3  # pronouns that meant somebody clearly before others of this gender are to be expected to mean them

_OTHER = {"f": "m", "m": "f"}


class GenderEvidence:
    """Evidence on each entity of one article. Genders are "f" and "m", or None for words that tell none."""

    def __init__(
        self, views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon
    ) -> None:
        self._votes = _votes(views, pools, names, lexicon)
        self._clearly: Counter[tuple[int, str]] = Counter()
        self._subjects: set[tuple[int, str]] = set()
        self._quoted: set[tuple[int, str]] = set()
        self._meant: Counter[tuple[int, str]] = Counter()
        self._read_before: Counter[tuple[int, str]] = Counter()

    def read_again(self) -> None:
        """Begin the article anew, with what its pronouns were taken to mean so far as evidence."""
        self._read_before = self._meant
        self._clearly, self._subjects, self._quoted, self._meant = Counter(), set(), set(), Counter()

    def leaning(self, entity: int, gender: str | None) -> float:
        """How far the first reading took an entity to be of a gender: from -1, of the other one, to 1."""
        if gender is None:
            return 0.0
        own = self._read_before.get((entity, gender), 0)
        others = self._read_before.get((entity, _OTHER[gender]), 0)
        return (own - others) / (own + others + 1)

    def note(
        self, entity: int, gender: str | None, *, surely: bool, clearly: bool, as_subject: bool, is_quoted: bool
    ) -> None:
        """A pronoun was taken to mean an entity: ``surely``, if not in doubt, ``clearly``, if hardly another can be."""
        if gender is not None and surely:
            self._meant[entity, gender] += 1
            if is_quoted:
                self._quoted.add((entity, gender))
        if gender is not None and clearly:
            self._clearly[entity, gender] += 1
        if gender is not None and as_subject:
            self._subjects.add((entity, gender))

    def votes(self, entity: int, gender: str | None) -> int:
        """How many more votes there are for the gender than for the other one."""
        if gender is None:
            return 0
        return self._votes[entity] if gender == "f" else -self._votes[entity]

    def known(self, entity: int, gender: str | None) -> bool:
        """Whether titles or pronouns tell that an entity is of a gender."""
        return gender is not None and (self.votes(entity, gender) > 0 or self._clearly[entity, gender] > 0)

    def rule_out(self, entity: int, gender: str | None) -> bool:
        """Whether an entity is of the other gender, by its votes or by the pronouns that clearly meant it."""
        if gender is None:
            return False
        votes, others = self.votes(entity, gender), self._clearly.get((entity, _OTHER[gender]), 0)
        return votes <= _AGAINST or others > self._clearly.get((entity, gender), 0) + max(votes, 0)

    def ever_spoke_against(self, entity: int, gender: str | None) -> bool:
        """Whether a "she", for "he", was taken to mean an entity before, though maybe in doubt."""
        return gender is not None and (entity, _OTHER[gender]) in self._subjects

    def quoted_as_both(self, entity: int, gender: str | None) -> bool:
        """Whether this pronoun and the other one were taken for one person who is quoted."""
        return gender is not None and (entity, gender) in self._quoted and (entity, _OTHER[gender]) in self._quoted

    def quoted_as(self, gender: str | None) -> set[int]:
        """Those whom such a pronoun, of somebody quoted, was taken to mean so far, and not in doubt."""
        return {entity for entity, such in self._quoted if such == gender}

    def expect_another(self, entity: int, gender: str | None) -> bool:
        """Whether such pronouns clearly meant another before, and nothing tells the gender of this entity."""
        if gender is None or self.votes(entity, gender) > 0 or self._clearly[entity, gender]:
            return False
        return any(
            times >= _KNOWN_BY for (who, such), times in self._clearly.items() if who != entity and such == gender
        )

    def referential_gender(self, entity: int) -> ReferentialGender | None:
        """The gender of the words for an entity, once the article was read; None for none, or about as many of both.

        Counted are titles and nouns beside its names, and the pronouns that meant it and hardly anybody else.
        """
        feminine = self._meant[entity, "f"] + max(self.votes(entity, "f"), 0)
        masculine = self._meant[entity, "m"] + max(self.votes(entity, "m"), 0)
        if feminine > _TIMES_AS_MANY * masculine:
            return ReferentialGender.FEMININE
        return ReferentialGender.MASCULINE if masculine > _TIMES_AS_MANY * feminine else None


def _votes(views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon) -> list[int]:
    """For each entity, how many more votes there are for "she" than for "he" (negative: for "he")."""
    votes = [{"f": _PRINTED, "m": -_PRINTED, None: 0}[entity.gender] for entity in names.entities]
    for view, pool in zip(views, pools, strict=True):
        for candidate in pool:
            gender = lexicon.genders.articles.get(view.words[candidate.first].lower())
            if candidate.entity is not None and gender and names.entities[candidate.entity].label is Label.ORG:
                votes[candidate.entity] += 1 if gender == "f" else -1
        # Sentences and genders of pronouns that mean another than their subject: "Fox met him", "Her tutor, Fox, ...".
        of_others = {
            (view.sentences[token], lexicon.genders.pronouns[word])
            for token, word in enumerate(view.lower)
            if word in lexicon.genders.pronouns and view.deps[token] == "poss" and _is_named(view.heads[token], pool)
        }
        for token, word in enumerate(view.lower):
            if word not in lexicon.genders.pronouns or view.inside[token] is not None or tells_whose(view, token):
                continue
            sign = 1 if lexicon.genders.pronouns[word] == "f" else -1
            named = _named_by(token, view, pool)
            if named is not None:
                votes[named] += sign * _PRINTED
            person = _only_person_before(token, view, pool)
            if person is None:
                continue
            such = view.sentences[token], lexicon.genders.pronouns[word]
            acting = set(doers(view, token))
            if acting and any(c.head in acting and c.entity == person for c in pool):
                of_others.add(such)
            if such not in of_others:
                votes[person] += sign
    return votes


def _is_named(noun: int, pool: Sequence[Candidate]) -> bool:
    """Whether the noun phrase with a head has a name: "her tutor, Fox"."""
    return any(candidate.head == noun and candidate.entity is not None for candidate in pool)


def _named_by(token: int, view: View, pool: Sequence[Candidate]) -> int | None:
    """Whose name is told to be his: "Her name is Robin Keller"."""
    noun = view.heads[token]
    if view.deps[token] != "poss" or view.lemmas[noun] != "name" or view.lemmas[view.heads[noun]] != "be":
        return None
    told = view.children[view.heads[noun]]
    return next((c.entity for c in pool if c.head in told and c.entity is not None), None)


def _only_person_before(token: int, view: View, pool: Sequence[Candidate]) -> int | None:
    """The one person named in the pronoun's sentence before it, if named as a subject."""
    people = [
        candidate
        for candidate in pool
        if candidate.head < token
        and view.sentences[candidate.head] == view.sentences[token]
        and candidate.sort in _MAY_BE_A_PERSON
    ]
    is_one = len({candidate.entity for candidate in people}) == 1
    return people[0].entity if is_one and people[0].frames else None
