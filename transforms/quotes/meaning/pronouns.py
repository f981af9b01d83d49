"""Whom "she", "they", "it" and "who" mean.

A pronoun is compared with the names before it (:mod:`transforms.quotes.meaning.antecedent_scoring`). Weak evidence
gives no answer, and neither does a pronoun that means somebody without a name ("an elderly man"). Where somebody else
is as likely, the answer is a doubtful one.
"""

from itertools import takewhile

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.tagsets import SUBJECTS
from transforms.quotes.meaning.antecedent_scoring import PARAGRAPHS_BACK, AntecedentScorer
from transforms.quotes.meaning.antecedents import TOSS_UP, WEAKEST, RankedAntecedents
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.memory import Memory, Owner, Referent
from transforms.quotes.meaning.nameless import has_quotation_cue, is_subject
from transforms.quotes.meaning.speech_content import speaks_of_one

PERSONAL = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.IT})
_EXPLETIVE = "expl"
_WHO = frozenset({"who", "whom"})
_CLEAR = 4.3  # lead over the next from which a pronoun tells the gender of whom it means


class PronounResolver:
    """Resolves the pronouns of one article, one after the other."""

    def __init__(self, background: Background, memory: Memory, scorer: AntecedentScorer) -> None:
        self._background = background
        self._genders = background.genders
        self._memory = memory
        self._scorer = scorer

    def relative_pronoun(self, candidate: Candidate) -> Referent | None:
        """Whom "who" means: the name right before it, else the noun that the parser hangs its clause on."""
        view = self._background.view(candidate)
        is_person = view.lower[candidate.head] in _WHO
        end = candidate.head - (candidate.head > 0 and view.words[candidate.head - 1] == ",")
        pool = self._background.pools[candidate.paragraph]
        ends_there = [other for other in pool if other.last == end and other.entity is not None]
        nearest = max(ends_there, key=lambda other: other.head, default=None)
        is_apart = nearest is None or (is_person and nearest.sort is Sort.PLACE) or self._is_of_it(candidate, nearest)
        if nearest is not None and nearest.entity is not None and not is_apart:
            return Referent(nearest.entity)
        for verb in view.above(candidate.head):
            if view.deps[verb] == "relcl":
                return self._memory.referent(candidate.paragraph, view.heads[verb])
        return None

    def _is_of_it(self, candidate: Candidate, body: Candidate) -> bool:
        """Whether "qui" is somebody of a body before it, not that: "le patron de l'UST, qui parle"."""
        view, lexicon = self._background.view(candidate), self._background.lexicon
        head = next((view.heads[t] for t in view.above(candidate.head) if view.deps[t] == "relcl"), None)
        if head is None or not lexicon.has_gendered_things or body.sort is Sort.PERSON:
            return False
        return (
            head < body.head
            and view.lemmas[head] in lexicon.people.nouns - lexicon.bodies.companies - lexicon.bodies.public
        )

    def personal_pronoun(self, candidate: Candidate) -> Referent | None:
        """Whom "she", "they" or "it" means."""
        view = self._background.view(candidate)
        gender = self._background.lexicon.genders.pronouns.get(view.lower[candidate.head])
        if view.deps[candidate.head] == _EXPLETIVE and not candidate.frames:
            return None  # "il suffit de", which means nobody
        if candidate.sort is Sort.PLURAL and speaks_of_one(view, candidate, self._background.text):
            return self._of_one(candidate)
        apart = self._apart(candidate)
        antecedents = self._scorer.antecedents(
            candidate, candidate.sort, gender, among=lambda entity: entity not in apart
        )
        best = antecedents.best
        if best is not None and antecedents.likely[best] > WEAKEST:
            return self._likeliest(candidate, gender, antecedents, best)
        is_nameless = antecedents.likely.get(None, WEAKEST) > WEAKEST
        return None if is_nameless else self._from_afar(candidate, gender, apart)

    def _likeliest(
        self, candidate: Candidate, gender: str | None, antecedents: RankedAntecedents, best: int
    ) -> Referent | None:
        """The best of the antecedents, in doubt or not; another one, or none, where something speaks against it."""
        spoke = self._who_spoke(candidate, gender, antecedents)
        if spoke is not None and spoke != best and self._is_bystander(best, gender):
            return Referent(spoke, is_doubtful=True)
        owner = self._owner(best, gender, antecedents)
        is_behind = owner is not None and owner.paragraph < candidate.paragraph
        if owner is not None and is_behind and not has_quotation_cue(candidate):
            return Referent(owner.entity, is_doubtful=True)
        is_doubtful = is_behind or self._is_unsure(candidate, gender, antecedents, best)
        if is_doubtful and self._genders.ever_spoke_against(best, gender):
            return None
        self._learn_gender(candidate, gender, antecedents, best, surely=not is_doubtful)
        return Referent(best, is_doubtful or antecedents.acted_since(best) or self._is_aside(best, candidate))

    def _who_spoke(self, candidate: Candidate, gender: str | None, antecedents: RankedAntecedents) -> int | None:
        """The antecedent who was quoted as "she" so far, where a "she" is quoted."""
        if gender is None or not has_quotation_cue(candidate):
            return None
        quoted = [one for one in self._genders.quoted_as(gender) if one in antecedents.likely]
        return quoted[0] if len(quoted) == 1 else None

    def _owner(self, best: int, gender: str | None, antecedents: RankedAntecedents) -> Owner | None:
        """Whose somebody is, if the pronoun is of the owner's gender, and the text tells none of that somebody.

        "Her teacher, Fox, left. She ..."
        """
        owner = self._memory.owners.get(best)
        if owner is None or owner.gender != gender or owner.entity not in antecedents.likely:
            return None
        return None if self._genders.known(best, gender) else owner

    def _is_unsure(self, candidate: Candidate, gender: str | None, antecedents: RankedAntecedents, best: int) -> bool:
        """Whether a pronoun may as well mean another than the likeliest antecedent."""
        return (
            antecedents.lead_of(best) < TOSS_UP
            or antecedents.is_unsettled(best)
            or self._genders.expect_another(best, gender)
            or self._has_nameless_before(candidate)
        )

    def _learn_gender(
        self, candidate: Candidate, gender: str | None, antecedents: RankedAntecedents, best: int, *, surely: bool
    ) -> None:
        """What a pronoun tells of the gender of whom it means, for the pronouns behind it.

        Before somebody's name it tells nothing: "The engineer shares her name", says a dek of the mayor's.
        """
        surely = surely and self._memory.mention_counts[best] > 0
        view = self._background.view(candidate)
        is_clear = (
            surely
            and not self._is_reported_by(best, candidate)
            and antecedents.lead_of(best) >= _CLEAR
            and view.inside[candidate.head] is None
            and (view.deps[candidate.head] != "poss" or antecedents.nearest == best)
        )
        self._genders.note(
            best,
            gender,
            surely=surely,
            clearly=is_clear,
            as_subject=view.deps[candidate.head] in SUBJECTS,
            is_quoted=has_quotation_cue(candidate),
        )

    def _from_afar(self, candidate: Candidate, gender: str | None, apart: set[int]) -> Referent | None:
        """Whom a quoted "she" means whom nobody near it can be: the one woman so far, as a guess.

        Where things have genders as well, the person named most may be one of whom the text has told no gender.
        """
        if not has_quotation_cue(candidate):
            return None
        if self._background.lexicon.has_gendered_things:
            return self._scorer.protagonist(gender, among=lambda entity: entity not in apart)
        people = (entity for entity in self._memory.last_antecedent if self._background.label(entity) is Label.PERSON)
        known = [entity for entity in people if self._genders.known(entity, gender)]
        is_one = candidate.sort is Sort.SINGULAR and len(known) == 1 and known[0] not in apart
        return Referent(known[0], is_doubtful=True) if is_one else None

    def _is_aside(self, body: int, candidate: Candidate) -> bool:
        """Whether a body was only named where it does nothing: "Haddad told the Gazette that ...", they said."""
        if candidate.sort is Sort.SINGULAR:
            return False
        recent = takewhile(
            lambda seen: candidate.paragraph - seen.paragraph <= PARAGRAPHS_BACK, reversed(self._memory.antecedents)
        )
        return all(seen.weight <= 0 for seen in recent if seen.entity == body)

    def _is_bystander(self, entity: int, gender: str | None) -> bool:
        """Whether somebody is named once and does nothing, and such pronouns meant another: "a note from Fox"."""
        if not self._genders.expect_another(entity, gender):
            return False
        places = self._background.places.get(entity, [])
        is_once = len({other.paragraph for other in places}) == 1
        return is_once and not any(is_subject(other) for other in places)

    def _apart(self, candidate: Candidate) -> set[int]:
        """The entities that a pronoun does not mean."""
        others, named = self._background.disjoint_from(candidate)
        return self._memory.entities_of(others).union(named)

    def _has_nameless_before(self, candidate: Candidate) -> bool:
        """Whether nobody but one without a name speaks in the sentence before: "The diplomat said so. He ..."."""
        view = self._background.view(candidate)
        before = view.sentences[candidate.head] - 1
        speaking = [
            other
            for other in self._background.pools[candidate.paragraph]
            if view.sentences[other.head] == before and has_quotation_cue(other) and is_subject(other)
        ]
        is_one = [other.sort is Sort.PEOPLE and view.tags[other.head] == "NN" for other in speaking]
        are_named = [self._memory.referent(other.paragraph, other.head) is not None for other in speaking]
        return candidate.sort is Sort.SINGULAR and any(is_one) and not any(are_named)

    def _of_one(self, candidate: Candidate) -> Referent | None:
        """Whom the "they" of one person means: somebody whose gender nothing tells, unless several came up since."""
        antecedents = self._scorer.antecedents(candidate, Sort.SINGULAR, None, among=self._is_of_no_gender)
        several = self._scorer.antecedents(candidate, Sort.PLURAL, None, among=lambda entity: entity is None)
        best = antecedents.best
        if best is None or antecedents.likely[best] <= max(WEAKEST, several.likely.get(None, WEAKEST)):
            return None
        return Referent(best, antecedents.lead_of(best) < TOSS_UP)

    def _is_of_no_gender(self, entity: int | None) -> bool:
        if entity is None:
            return True
        spoken_of = any(self._genders.ever_spoke_against(entity, gender) for gender in ("f", "m"))
        return not self._genders.votes(entity, "f") and not spoken_of

    def _is_reported_by(self, entity: int, candidate: Candidate) -> bool:
        """Whether a pronoun stands in what the one it is taken for says: "Fox said it seemed that she ..."."""
        above = set(self._background.view(candidate).above(candidate.head))
        return any(
            frame.cue in above and frame.marks_quotations
            for other in self._background.pools[candidate.paragraph]
            if self._memory.entity_of(other) == entity and other is not candidate
            for frame in other.frames
        )
