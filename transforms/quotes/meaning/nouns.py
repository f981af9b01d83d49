"""Whom nouns mean that stand for somebody with a name: "the senator", "his son", "an expert" of the first lines.

A definite noun phrase stands for the last one that the article calls so; some ("the striker") for whom a pronoun
would mean. Where several were called so, and where it is no more than a guess, the answer is a doubtful one.
"""

from schemas.vocabulary import Label
from transforms.names.wordlists import words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.meaning.antecedent_scoring import AntecedentScorer
from transforms.quotes.meaning.antecedents import TOSS_UP, WEAKEST
from transforms.quotes.meaning.asking import asked_about
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.descriptions import FORMER, Description
from transforms.quotes.meaning.descriptor_matching import HEADS
from transforms.quotes.meaning.disjoint_reference import in_front_of
from transforms.quotes.meaning.in_court import DEFENDANTS
from transforms.quotes.meaning.leads import goes_on, next_named, said_so
from transforms.quotes.meaning.memory import Memory, Referent
from transforms.quotes.meaning.nameless import SOME, has_quotation_cue, is_subject
from transforms.quotes.meaning.speech_content import named_in_speech

_LEAD = 3  # paragraphs that may tell of "an expert" before they name him, the headline among them
_NAMED_WITHIN = 2  # more paragraphs
_YOUNG = "young"
_MUTUAL = frozenset({"sister", "brother"})


class NounResolver:
    """Resolves the noun phrases of one article that stand for somebody with a name, one after the other."""

    def __init__(self, background: Background, memory: Memory, scorer: AntecedentScorer) -> None:
        self._background = background
        self._called = background.descriptors
        self._memory = memory
        self._scorer = scorer

    def by_description(self, candidate: Candidate) -> Referent | None:
        """The last one that was called so, in doubt if several were; else, of some nouns, whom a pronoun may mean."""
        described = self._background.description(candidate)
        if described is None:
            return None
        called_so = self._called.fitting(described)
        if not called_so and _YOUNG in described.words and not self._memory.is_introduced(described.noun):
            called_so = self._called.young()
        fitting = [
            entity
            for entity in called_so
            if self._came_up(entity, described) and not self._background.genders.rule_out(entity, described.gender)
        ]
        if fitting:
            return self._latest(candidate, described, fitting)
        if self._memory.is_introduced(described.noun) and not described.is_body:
            return None
        is_defendant = described.noun in DEFENDANTS and has_quotation_cue(candidate)
        if is_defendant and len(self._called.on_trial) == 1:
            return Referent(next(iter(self._called.on_trial)))
        ahead = {
            entity
            for entity in self._called.titled(described)
            if not self._background.genders.rule_out(entity, described.gender)
        }
        if len(ahead) == 1:
            return Referent(ahead.pop())  # "the chief justice", who is named further down
        return self._by_place(candidate, described)

    def _latest(self, candidate: Candidate, described: Description, called_so: list[int]) -> Referent | None:
        """The last of those who were called so, unless somebody without a name was since, or an age tells another."""
        latest = max(called_so, key=lambda entity: self._memory.last_antecedent.get(entity, -1))
        if self._memory.is_introduced_since(latest, described.noun):
            return None
        return self._of_new_age(candidate, described, called_so) or Referent(latest, len(called_so) > 1)

    def _came_up(self, entity: int, described: Description) -> bool:
        """Whether somebody was named or meant so far; a body also where "it" passes it over: "asked the council"."""
        is_named = described.noun in self._background.lexicon.bodies.public and self._memory.mention_counts[entity] > 0
        return entity in self._memory.last_antecedent or is_named

    def _of_new_age(self, candidate: Candidate, described: Description, called_so: list[int]) -> Referent | None:
        """Whom "the 52-year-old surveyor" means where nobody's age was told, in doubt: who was just named.

        An age is told of somebody once, and so may his being a surveyor be, whoever else was called one.
        """
        if described.age is None or any(self._called.is_of_age(entity, described.age) for entity in called_so):
            return None
        just_named = self._just_named(candidate, described)
        is_another = just_named is not None and just_named.entity not in called_so
        return Referent(just_named.entity, is_doubtful=True) if just_named and is_another else None

    def _by_place(self, candidate: Candidate, described: Description) -> Referent | None:
        """Whom a noun that stands for somebody just named ("the striker") means where nobody was called so."""
        acts = has_quotation_cue(candidate) or (is_subject(candidate) and not described.is_body)
        just_named = self._just_named(candidate, described) if described.is_variation and acts else None
        if just_named is None or self._is_past(just_named.entity, described.noun):
            return None
        if described.noun in words("high_offices.txt") and described.words & FORMER:
            return Referent(
                just_named.entity, is_doubtful=True
            )  # "the former president" is told to be one, or well known
        if not described.is_highest or just_named.is_doubtful:
            return just_named
        if self._may_be_another(just_named.entity, candidate):
            return Referent(just_named.entity, is_doubtful=True)
        self._called.add_office(just_named.entity, described)  # and is meant by it from here on
        return just_named

    def _may_be_another(self, entity: int, candidate: Candidate) -> bool:
        """Whether "le chef de l'Etat" may be somebody without a name: who was named is another, or just spoke."""
        before = (c for c in self._background.pools[candidate.paragraph] if c.head < candidate.head)
        has_spoken = any(c.entity == entity and has_quotation_cue(c) for c in before)
        return has_spoken or self._called.is_introduced(entity)

    def _is_past(self, entity: int, noun: str) -> bool:
        """Whether "a company" without a name came up, and not before somebody was last named or meant."""
        if not self._memory.is_introduced(noun):
            return False
        return entity not in self._memory.last_antecedent or self._memory.is_introduced_since(entity, noun)

    def by_kinship(self, candidate: Candidate) -> Referent | None:
        """Whom "his son" means: the one who is called a son in the article, where that is not the one whose son it is.

        Of two sisters each is the other's, so that "her sister" tells nothing by itself.
        """
        view, lexicon = self._background.view(candidate), self._background.lexicon
        noun = view.lemmas[candidate.head]
        if noun not in lexicon.people.kin or candidate.entity is not None:
            return None
        owner = next((child for child in view.children[candidate.head] if view.deps[child] == "poss"), None)
        if owner is None:
            return None
        gender = lexicon.genders.nouns[noun]
        called = self._called.related(noun)
        whose = self._memory.referent(candidate.paragraph, owner)
        is_own = len(called) == 1 and whose is not None and whose.entity == called[0]
        if len(called) != 1 or is_own or self._background.genders.rule_out(called[0], gender):
            return None
        is_mutual = noun in _MUTUAL and lexicon.genders.pronouns.get(view.lower[owner], gender) == gender
        return None if is_mutual else Referent(called[0])

    def by_own_name(self, candidate: Candidate) -> Referent | None:
        """Who goes by a name that the same phrase tells, or the next one with the same noun.

        "A clerk said so. The clerk, who asked to be called Mara, left."
        """
        named = self._called.goes_by(candidate)
        is_some = self._background.view(candidate).lower[candidate.first] in SOME
        if named is None and is_some and candidate.sort is Sort.PEOPLE:
            following = self._next_of_noun(candidate)
            if following is not None and self._background.description(following) is not None:
                named = self._called.goes_by(following)
        return None if named is None else Referent(named)

    def _next_of_noun(self, candidate: Candidate) -> Candidate | None:
        """The next noun phrase with the same noun, a few paragraphs on at most."""
        noun = self._background.view(candidate).lemmas[candidate.head]
        pools = self._background.pools[candidate.paragraph : candidate.paragraph + _NAMED_WITHIN + 1]
        place = candidate.paragraph, candidate.head
        behind = (other for pool in pools for other in pool if (other.paragraph, other.head) > place)
        return next((other for other in behind if self._background.view(other).lemmas[other.head] == noun), None)

    def by_question(self, candidate: Candidate) -> Referent | None:
        """Whom "the witness" means who answers: "Asked whether she saw it, the witness said so"."""
        view, described = self._background.view(candidate), self._background.description(candidate)
        if described is None or described.is_body or view.deps[candidate.head] != "nsubj":
            return None
        for pronoun in asked_about(view, view.heads[candidate.head], self._background.lexicon):
            meant = self._memory.referent(candidate.paragraph, pronoun)
            if meant is not None and self._called.may_be(described, meant.entity):
                return meant
        return None

    def by_guess(self, candidate: Candidate) -> Referent | None:
        """Whom "the bank's chief" or "the agency" who speaks may mean although nobody was called so, as a guess."""
        described = self._background.description(candidate)
        if (
            described is None
            or not described.is_guess
            or self._memory.is_introduced(described.noun)
            or not has_quotation_cue(candidate)
        ):
            return None
        inside = range(candidate.first, candidate.last)
        pool = self._background.pools[candidate.paragraph]
        owners = {other.entity for other in pool if other.head in inside}  # "Fox's manager"
        antecedents = self._scorer.antecedents(
            candidate,
            Sort.IT if described.is_body else Sort.SINGULAR,
            described.gender,
            among=lambda entity: entity not in owners and self._may_be(described, entity),
        )
        best = antecedents.best
        return None if best is None or antecedents.likely[best] <= WEAKEST else Referent(best, is_doubtful=True)

    def from_lead(self, candidate: Candidate) -> Referent | None:
        """Whom "an expert" of the first lines is, in doubt: the next one to be named, if called so or going on.

        "The harbour chief" is one who heads something.
        """
        view = self._background.view(candidate)
        is_some = view.lower[candidate.first] in SOME
        is_one = (is_some or self._is_head(candidate)) and view.tags[candidate.head] == "NN"
        is_in_lead = candidate.paragraph <= _LEAD and candidate.sort is Sort.PEOPLE and candidate.may_speak
        if not is_one or not is_in_lead or self._is_one_of_several(candidate):
            return None
        known = {entity for entity, times in self._memory.mention_counts.items() if times}
        named = next_named(self._background.pools, candidate, _LEAD + _NAMED_WITHIN, known)
        if named is None or named.entity is None or not (has_quotation_cue(named) or is_subject(named)):
            return None
        if not is_some:
            heads = has_quotation_cue(named) and self._called.heads_something(named.entity)
            return Referent(named.entity, is_doubtful=True) if heads else None
        if not self._may_be_new(candidate, named, named.entity):
            return None
        self._called.add_noun(named.entity, view.lemmas[candidate.first : candidate.head + 1])
        return Referent(named.entity, is_doubtful=True)

    def _is_one_of_several(self, candidate: Candidate) -> bool:
        """Whether the same noun goes on with "another"."""
        following = self._next_of_noun(candidate)
        return following is not None and self._background.view(following).lower[following.first] == "another"

    def _may_be_new(self, candidate: Candidate, named: Candidate, entity: int) -> bool:
        """Whether "an expert" may be somebody named behind: called so, going on unintroduced, or saying the same."""
        noun, view = self._background.view(candidate).lemmas[candidate.head], self._background.view(named)
        goes_on_unintroduced = goes_on(view, named) and not self._called.is_introduced(entity)
        return self._called.may_be_called(entity, noun) or goes_on_unintroduced or said_so(view, named)

    def _is_head(self, candidate: Candidate) -> bool:
        """Whether a phrase is for whoever heads something: "the harbour bank chief"."""
        described = self._background.description(candidate)
        return described is not None and described.noun in HEADS and bool(described.words)

    def _just_named(self, candidate: Candidate, described: Description) -> Referent | None:
        """Whom "the striker" or "the company" means by its place, as a pronoun does."""
        if described.is_body:
            antecedents = self._scorer.antecedents(candidate, Sort.IT, None, among=self._may_be_a_company)
        else:
            apart = self._apart(candidate)
            antecedents = self._scorer.antecedents(
                candidate,
                Sort.SINGULAR,
                described.gender,
                # "The Lindville MP" is not the one for Harbour East.
                among=lambda entity: entity not in apart and self._may_be(described, entity),
            )
        best = antecedents.best
        if best is None or antecedents.likely[best] <= WEAKEST:
            if described.is_body:
                return self._only_company()
            is_nameless = antecedents.likely.get(None, WEAKEST) > WEAKEST and not described.is_highest
            return None if is_nameless else self._protagonist(candidate, described)
        is_doubtful = antecedents.lead_of(best) < TOSS_UP or antecedents.is_unsettled(best)
        return Referent(
            best, is_doubtful or antecedents.acted_since(best) or self._is_one_beside_another(best, described)
        )

    def _is_one_beside_another(self, entity: int, described: Description) -> bool:
        """Whether an age may be that of whom somebody spoke of: "Fox said Lind would stay. The 24-year-old ..."."""
        if described.age is None or self._called.is_of_age(entity, described.age):
            return False
        last = self._memory.antecedents[self._memory.last_antecedent[entity]]
        speakers = [c for c in self._background.pools[last.paragraph] if has_quotation_cue(c)]
        told = {
            c.head: c.entity
            for c in self._background.pools[last.paragraph]
            if self._background.view(c).sentences[c.head] == last.sentence and c.sort is Sort.PERSON
        }
        spoke = min((c.head for c in speakers if c.entity == entity and c.head in told), default=None)
        return spoke is not None and any(head > spoke and other != entity for head, other in told.items())

    def _apart(self, candidate: Candidate) -> set[int]:
        """Those whom a description does not mean, as what stands before it tells: "asked by Fox, the baker ..."."""
        view, pool = self._background.view(candidate), self._background.pools[candidate.paragraph]
        before = set(in_front_of(view, candidate.head))
        apart = self._memory.entities_of(other for other in pool if other.head in before)
        if self._background.lexicon.has_gendered_things:
            apart.update(named_in_speech(view, candidate, self._background.mentions, self._background.text))
        return apart

    def _only_company(self) -> Referent | None:
        """The one company that was named twice or more so far, as a guess."""
        often = [
            entity
            for entity, times in self._memory.mention_counts.items()
            if times > 1 and self._may_be_a_company(entity)
        ]
        return Referent(often[0], is_doubtful=True) if len(often) == 1 and often[0] is not None else None

    def _protagonist(self, candidate: Candidate, described: Description) -> Referent | None:
        """Whom an article is about, as a guess from afar: of "the 34-year-old", or where articles tell the gender."""
        tells = described.gender is not None or described.is_highest
        speaks_in_years = described.age is not None and has_quotation_cue(candidate)
        if not speaks_in_years and not (self._background.lexicon.has_gendered_things and tells):
            return None
        apart = self._apart(candidate)
        meant = self._scorer.protagonist(
            described.gender, among=lambda entity: entity not in apart and self._may_be(described, entity)
        )
        is_another = meant is not None and self._called.is_of_another_age(described, meant.entity)
        return None if is_another else meant

    def _may_be(self, described: Description, entity: int | None) -> bool:
        """Whether a description may mean one: in French, where "il" may be a company, "le ministre" is none."""
        is_body = entity is not None and self._background.label(entity) is Label.ORG
        is_none = is_body and not described.is_body and self._background.lexicon.has_gendered_things
        return not is_none and self._called.may_be(described, entity)

    def _may_be_a_company(self, entity: int | None) -> bool:
        return entity is not None and self._called.may_be_a_company(entity)
