"""Whom a speaker as written stands for.

A name stands for its entity. A pronoun is compared with the names before it: how near they are, whether they are
subjects, whether they spoke last, and whether gender speaks against them: that of titles, and of the pronouns that they
were clearly meant by before. A definite noun phrase ("the senator") stands for the last one that the article calls so.
Weak evidence gives no answer, and neither does a pronoun that means somebody without a name ("an elderly man"). Where
somebody else is as likely the answer is given as a doubtful one, and so are those that follow from it.

The weights were measured on the articles of ``tests/eval/written`` and on PolNeAR dev
(docs/decisions/whom-pronouns-mean.md).
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from math import log1p

from schemas.vocabulary import Label
from transforms.names.person_names import person_name
from transforms.names.wordlists import mapping
from transforms.names.wordlists import words as list_of_words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, SUBJECTS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.mentions import Mentions
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import Reading
from transforms.quotes.meaning.apart import OBJECTS, told_apart
from transforms.quotes.meaning.called import Called
from transforms.quotes.meaning.descriptions import Description, description
from transforms.quotes.meaning.field import SUBJECT, WEAKEST, Field, Seen
from transforms.quotes.meaning.gender import Genders
from transforms.quotes.meaning.issuers import written_by
from transforms.quotes.meaning.nameless import SOME, has_quotation_cue, is_subject, pronoun_for
from transforms.quotes.meaning.said import named_by, speaks_of_one

_PARAGRAPHS_BACK = 4
_LEAD = 3  # paragraphs that may tell of "an expert" before they name him, the headline among them
_NAMED_WITHIN = 2  # more paragraphs
_BODIES = {Sort.IT: frozenset({Label.ORG, Label.GPE}), Sort.PLURAL: frozenset({Label.ORG, Label.NORP})}
_WHO = frozenset({"who", "whom"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OF_ANOTHER = frozenset({"poss", "compound"})  # "Fox's statement", "a Fox statement"
# Clauses whose subject is not what the sentence is about: "Haddad left when Fox called. He ..."
_BELOW_ANOTHER = frozenset({"relcl", "advcl", "acl", "ccomp", "pcomp", "csubj"})
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_MUTUAL = frozenset({"sister", "brother"})


# What speaks for somebody, and what against, in the same units.
_SPEAKER, _FIRST, _VOTE = 1.0, 0.4, 0.2
_OWNER, _SENTENCE, _PARAGRAPH = 1.3, 1.2, 3.4
_NAMELESS = 0.6
_OFTEN = 0.3  # for the logarithm of how often somebody was named so far
_OFTEN_ENOUGH = 9
_LEANING = 0.8  # what the first reading tells of the gender
_PLACE = 0.4  # a town says less than whoever is in it
_MOST_VOTES = 2
_CLEAR = 4.3  # lead over the next from which a pronoun tells the gender of whom it means
_TOSS_UP = 1.0  # lead below which it may as well be the next


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a speaker as written stands for: the index in ``names.entities``, and whether it may well be another."""

    entity: int
    is_doubtful: bool = False


class Resolver:
    """Reads one article from its beginning and tells whom each of its candidates stands for."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._called = Called(reading.views, reading.pools, reading.names, lexicon)
        self._described = {
            (candidate.paragraph, candidate.head): described
            for view, pool in zip(reading.views, reading.pools, strict=True)
            for candidate in pool
            if (described := self._describe(view, candidate)) is not None
        }
        self._mentions = Mentions(reading.names)
        self._genders = Genders(reading.views, reading.pools, reading.names, lexicon)
        self._told = list(accumulate(int(view.tells) for view in reading.views))  # paragraphs so far with own words
        self._seen: list[Seen] = []
        self._last_seen: dict[int, int] = {}  # where an entity was seen last
        self._named: Counter[int | None] = Counter()
        self._meant: dict[tuple[int, int], Meant] = {}
        self._spoke_in_full: dict[str, int] = {}  # the last one, by family name
        self._namesakes: dict[tuple[int, int], Meant] = {}  # of bare names that another may bear
        self._bare: set[str] = set()  # family names that stood for somebody before
        self._introduced: dict[str, tuple[int, int]] = {}  # nouns of the nameless, and where they came up
        # Whom a "she" further down means tells whom the first "he" does not.
        for _ in range(2):
            self._genders.read_again()
            self._read()

    def _read(self) -> None:
        self._seen.clear()
        self._last_seen.clear()
        self._named.clear()
        self._meant.clear()
        self._introduced.clear()
        self._spoke_in_full.clear()
        self._bare.clear()
        self._namesakes.clear()
        for view, pool in zip(self._reading.views, self._reading.pools, strict=True):
            if _TIME.fullmatch(view.paragraph.text.strip()):  # the next entry of a live blog is about somebody else
                self._seen.clear()
                self._last_seen.clear()
                self._introduced.clear()
            for candidate in pool:
                meant = self._whom(candidate)
                if meant is None and view.lower[candidate.first] in SOME:
                    self._introduced[view.lemmas[candidate.head]] = candidate.paragraph, view.sentences[candidate.head]
                self._named[candidate.entity] += candidate.entity is not None
                if meant is not None:
                    self._meant[candidate.paragraph, candidate.head] = meant
                    if self._is_passed_over(view, candidate, meant.entity):
                        continue
                    self._last_seen[meant.entity] = len(self._seen)
                    self._seen.append(self._as_seen(candidate, meant))
                elif self._nameless(candidate) is not None:
                    self._seen.append(self._as_seen(candidate, None))

    def _is_passed_over(self, view: View, candidate: Candidate, entity: int) -> bool:
        """Whether "it" means something else: than "Israeli", and than the paper in "Haddad told the Harbour Post"."""
        if view.pos[candidate.head] == "ADJ" and self._label(entity) is Label.NORP:
            return True
        verb = view.heads[candidate.head]
        is_told = view.deps[candidate.head] in OBJECTS and view.lemmas[verb] in self._lexicon.hearer_verbs
        return is_told and self._label(entity) is Label.ORG and candidate.entity is not None

    def resolve(self, speaker: Candidate) -> Meant | None:
        """Who is meant, or None where the text does not tell."""
        meant = self._meant.get((speaker.paragraph, speaker.head))
        if speaker.entity is None or self._described.get((speaker.paragraph, speaker.head)):
            return meant
        return self._namesakes.get((speaker.paragraph, speaker.head)) or Meant(speaker.entity)

    def _of_name(self, candidate: Candidate, entity: int) -> Meant:
        """Whom a name means: of those with the same family name, in doubt, who last spoke by the full one."""
        if self._label(entity) is not Label.PERSON:
            return Meant(entity)
        if candidate.last - candidate.first > 1:
            self._note_full_name(candidate, entity)
            return Meant(entity)
        family = self._reading.views[candidate.paragraph].lower[candidate.head]
        self._bare.add(family)
        spoke = self._spoke_in_full.get(family, entity)
        if spoke == entity:
            return Meant(entity)
        return self._namesakes.setdefault((candidate.paragraph, candidate.head), Meant(spoke, is_doubtful=True))

    def whom(self, speaker: Candidate) -> int | str:
        """The entity that is meant, else what the noun phrase names."""
        meant = self.resolve(speaker)
        return speaker.who if meant is None else meant.entity

    def _note_full_name(self, candidate: Candidate, entity: int) -> None:
        """Keep who spoke by a full name, by the family's.

        Not where the bare one stood for somebody before, unless the family's comes first: many have the same then.
        """
        view = self._reading.views[candidate.paragraph]
        printed = view.span(candidate.first, candidate.last).of(self._reading.text).casefold().split()
        words = self._reading.names.entities[entity].name.casefold().split()
        if not has_quotation_cue(candidate) or len(words) == 1 or not set(words) <= set(printed):
            return
        is_family_first = words[0] in mapping("family_names_first.tsv")
        family = words[0] if is_family_first else person_name(" ".join(words)).family
        if is_family_first or family not in self._bare:
            self._spoke_in_full[family] = entity

    def _label(self, entity: int) -> Label:
        return self._reading.names.entities[entity].label

    def _describe(self, view: View, candidate: Candidate) -> Description | None:
        label = None if candidate.entity is None else self._label(candidate.entity)
        return description(view, candidate, label, self._lexicon)

    def _nameless(self, candidate: Candidate) -> tuple[Sort, str | None] | None:
        view = self._reading.views[candidate.paragraph]
        described = self._described.get((candidate.paragraph, candidate.head))
        return pronoun_for(view, candidate, described, self._lexicon)

    def _as_seen(self, candidate: Candidate, meant: Meant | None) -> Seen:
        view = self._reading.views[candidate.paragraph]
        weight = -_NAMELESS if meant is None else 0.0
        is_any_subject = is_subject(candidate) or view.deps[candidate.head] in SUBJECTS
        if is_any_subject and all(view.deps[token] not in _BELOW_ANOTHER for token in view.above(candidate.head)):
            weight += SUBJECT
        if has_quotation_cue(candidate):
            weight += _SPEAKER
        if view.deps[candidate.head] in _OF_ANOTHER:
            weight -= _OWNER
        if meant is not None and self._label(meant.entity) is Label.GPE:
            weight -= _PLACE
        if candidate is self._reading.pools[candidate.paragraph][0]:
            weight += _FIRST
        place = candidate.paragraph, view.sentences[candidate.head], weight
        if meant is None:
            return Seen(None, *place, self._nameless(candidate))
        return Seen(meant.entity, *place, is_doubtful=meant.is_doubtful)

    def _whom(self, candidate: Candidate) -> Meant | None:
        described = self._of_description(candidate) or self._of_relative(candidate)
        if candidate.entity is not None:
            return described or self._of_name(candidate, candidate.entity)
        beside = self._called.beside(candidate)
        described = described or (None if beside is None else Meant(beside))
        if described is not None:
            return described
        word = self._reading.views[candidate.paragraph].lower[candidate.head]
        if word in _RELATIVE:
            return self._of_relative_pronoun(candidate)
        if candidate.sort in {Sort.SINGULAR, Sort.PLURAL, Sort.IT}:
            return self._of_pronoun(candidate, word)
        writer = written_by(self._reading.views, self._reading.pools, candidate)
        if writer is not None:
            return self._meant.get((writer.paragraph, writer.head))
        return self._of_guess(candidate) or self._of_lead(candidate)

    def _of_relative_pronoun(self, candidate: Candidate) -> Meant | None:
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
        """The last one that was called so, in doubt if several were; else, of some nouns, whom a pronoun may mean."""
        described = self._described.get((candidate.paragraph, candidate.head))
        if described is None:
            return None
        gender = described.gender
        fitting = [
            entity
            for entity in self._called.fitting(described)
            if entity in self._last_seen and not self._genders.rule_out(entity, gender)
        ]
        if fitting:
            latest = max(fitting, key=lambda entity: self._last_seen[entity])
            return None if self._is_introduced_since(latest, described.noun) else Meant(latest, len(fitting) > 1)
        ahead = self._called.titled(described)
        if len(ahead) == 1 and described.noun not in self._introduced:
            return Meant(ahead.pop())  # "the chief justice", who is named further down
        acts = has_quotation_cue(candidate) or (is_subject(candidate) and not described.is_body)
        if not described.is_variation or not acts or described.noun in self._introduced:
            return None
        if described.is_body:
            field = self._field(candidate, Sort.IT, None, among=self._may_be_a_company)
        else:
            field = self._field(candidate, Sort.SINGULAR, gender)
        best = field.best
        if best is None or field.likely[best] <= WEAKEST:
            return self._only_company() if described.is_body else None
        return Meant(best, field.lead_of(best) < _TOSS_UP or field.is_unsettled(best) or field.acted_since(best))

    def _of_guess(self, candidate: Candidate) -> Meant | None:
        """Whom "the bank's chief" or "the agency" who speaks may mean although nobody was called so, as a guess."""
        described = self._described.get((candidate.paragraph, candidate.head))
        if (
            described is None
            or not described.is_guess
            or described.noun in self._introduced
            or not has_quotation_cue(candidate)
        ):
            return None
        inside = range(candidate.first, candidate.last)
        owners = {c.entity for c in self._reading.pools[candidate.paragraph] if c.head in inside}  # "Fox's manager"
        sort = Sort.IT if described.is_body else Sort.SINGULAR
        field = self._field(
            candidate,
            sort,
            described.gender,
            among=lambda entity: entity not in owners and self._called.may_be(described, entity),
        )
        best = field.best
        return None if best is None or field.likely[best] <= WEAKEST else Meant(best, is_doubtful=True)

    def _of_lead(self, candidate: Candidate) -> Meant | None:
        """Whom "an expert" of the first lines is, in doubt: the next one to be named, if called such a thing."""
        view = self._reading.views[candidate.paragraph]
        is_one = view.lower[candidate.first] in SOME and view.tags[candidate.head] == "NN"
        if (
            candidate.paragraph > _LEAD
            or not is_one
            or candidate.sort is not Sort.PEOPLE
            or not has_quotation_cue(candidate)
        ):
            return None
        place = candidate.paragraph, candidate.head
        behind = (c for pool in self._reading.pools[candidate.paragraph : _LEAD + _NAMED_WITHIN + 1] for c in pool)
        people = [c for c in behind if (c.paragraph, c.head) > place and c.sort is Sort.PERSON and c.entity is not None]
        named = people[0] if people else None
        if named is None or named.entity is None or self._named[named.entity]:
            return None
        if not has_quotation_cue(named) and not is_subject(named):
            return None
        is_called_so = self._called.may_be_called(named.entity, view.lemmas[candidate.head])
        return Meant(named.entity, is_doubtful=True) if is_called_so else None

    def _only_company(self) -> Meant | None:
        """The one company that was named twice or more so far, as a guess."""
        often = [entity for entity, times in self._named.items() if times > 1 and self._may_be_a_company(entity)]
        return Meant(often[0], is_doubtful=True) if len(often) == 1 and often[0] is not None else None

    def _may_be_a_company(self, entity: int | None) -> bool:
        return entity is not None and self._called.may_be_a_company(entity)

    def _of_relative(self, candidate: Candidate) -> Meant | None:
        """Whom "his son" means: the one who is called a son in the article, where that is not the one whose son it is.

        Of two sisters each is the other's, so that "her sister" tells nothing by itself.
        """
        view = self._reading.views[candidate.paragraph]
        noun = view.lemmas[candidate.head]
        owner = next((child for child in view.children[candidate.head] if view.deps[child] == "poss"), None)
        if owner is None or noun not in self._lexicon.kin or candidate.entity is not None:
            return None
        gender = self._lexicon.people_genders[noun]
        called = self._called.related(noun)
        whose = self._meant.get((candidate.paragraph, owner))
        if len(called) != 1 or (whose and whose.entity == called[0]) or self._genders.rule_out(called[0], gender):
            return None
        is_mutual = noun in _MUTUAL and self._lexicon.genders.get(view.lower[owner], gender) == gender
        return None if is_mutual else Meant(called[0])

    def _entity_of(self, candidate: Candidate) -> int | None:
        meant = self._meant.get((candidate.paragraph, candidate.head))
        return meant.entity if meant else None

    def _is_introduced_since(self, entity: int, noun: str) -> bool:
        """Whether "a spokesman" without a name came up behind the last word about somebody."""
        last = self._seen[self._last_seen[entity]]
        return self._introduced.get(noun, (-1, -1)) > (last.paragraph, last.sentence)

    def _of_pronoun(self, candidate: Candidate, word: str) -> Meant | None:
        gender = self._lexicon.genders.get(word)
        view = self._reading.views[candidate.paragraph]
        if candidate.sort is Sort.PLURAL and speaks_of_one(view, candidate, self._reading.text):
            return self._of_one(candidate)
        pool = self._reading.pools[candidate.paragraph]
        others = told_apart(view, pool, candidate.head)
        apart = {other.entity if other.entity is not None else self._entity_of(other) for other in others} - {None}
        apart.update(named_by(view, candidate, self._mentions))
        field = self._field(candidate, candidate.sort, gender, among=lambda entity: entity not in apart)
        best = field.best
        if best is None or field.likely[best] <= WEAKEST:
            return None
        lead = field.lead_of(best)
        is_doubtful = lead < _TOSS_UP or field.is_unsettled(best) or self._genders.expect_another(best, gender)
        is_doubtful = is_doubtful or self._has_nameless_before(candidate)
        if is_doubtful and self._genders.ever_spoke_against(best, gender):
            return None
        is_clear = (
            not is_doubtful
            and not self._is_reported_by(best, candidate)
            and lead >= _CLEAR
            and view.inside[candidate.head] is None
            and (view.deps[candidate.head] != "poss" or field.nearest == best)
        )
        is_subject = view.deps[candidate.head] in SUBJECTS
        self._genders.note(best, gender, surely=not is_doubtful, clearly=is_clear, as_subject=is_subject)
        return Meant(best, is_doubtful or field.acted_since(best))

    def _has_nameless_before(self, candidate: Candidate) -> bool:
        """Whether nobody but one without a name speaks in the sentence before: "The diplomat said so. He ..."."""
        view = self._reading.views[candidate.paragraph]
        before = view.sentences[candidate.head] - 1
        speaking = [
            other
            for other in self._reading.pools[candidate.paragraph]
            if view.sentences[other.head] == before and has_quotation_cue(other) and is_subject(other)
        ]
        is_one = [other.sort is Sort.PEOPLE and view.tags[other.head] == "NN" for other in speaking]
        are_named = [(other.paragraph, other.head) in self._meant for other in speaking]
        return candidate.sort is Sort.SINGULAR and any(is_one) and not any(are_named)

    def _of_one(self, candidate: Candidate) -> Meant | None:
        """Whom the "they" of one person means: somebody whose gender nothing tells, unless several came up since."""
        field = self._field(candidate, Sort.SINGULAR, None, among=self._is_of_no_gender)
        several = self._field(candidate, Sort.PLURAL, None, among=lambda entity: entity is None)
        best = field.best
        if best is None or field.likely[best] <= max(WEAKEST, several.likely.get(None, WEAKEST)):
            return None
        return Meant(best, field.lead_of(best) < _TOSS_UP)

    def _is_of_no_gender(self, entity: int | None) -> bool:
        if entity is None:
            return True
        spoken_of = any(self._genders.ever_spoke_against(entity, gender) for gender in ("f", "m"))
        return not self._genders.votes(entity, "f") and not spoken_of

    def _is_reported_by(self, entity: int, candidate: Candidate) -> bool:
        """Whether a pronoun stands in what the one it is taken for says: "Fox said it seemed that she ..."."""
        view = self._reading.views[candidate.paragraph]
        above = set(view.above(candidate.head))
        return any(
            frame.cue in above and frame.quoted_share >= MARKS_QUOTATIONS
            for other in self._reading.pools[candidate.paragraph]
            if self._entity_of(other) == entity and other is not candidate
            for frame in other.frames
        )

    def _field(
        self,
        candidate: Candidate,
        sort: Sort,
        gender: str | None,
        *,
        among: Callable[[int | None], bool] = lambda _: True,
    ) -> Field:
        sentence = self._reading.views[candidate.paragraph].sentences[candidate.head]
        field = Field(candidate.paragraph, sentence)
        supports: dict[int | None, float | None] = {}  # of the named; None for those whom it cannot mean
        for seen in reversed(self._seen):
            if candidate.paragraph - seen.paragraph > _PARAGRAPHS_BACK:
                break
            if seen.entity is None or seen.entity not in supports:
                may_be = self._agrees(seen, sort, gender) and among(seen.entity)
                supports[seen.entity] = self._support(seen, gender) if may_be else None
            support = supports[seen.entity]
            if support is not None:
                field.add(seen, seen.weight + support - self._distance(seen, candidate, sentence))
        return field

    def _distance(self, seen: Seen, candidate: Candidate, sentence: int) -> float:
        if seen.paragraph == candidate.paragraph:
            return _SENTENCE * (sentence - seen.sentence)
        last = self._reading.views[seen.paragraph].sentences[-1]
        return (
            _PARAGRAPH * max(1, self._told[candidate.paragraph] - self._told[seen.paragraph])
            + _SENTENCE * min(sentence, 2)
            + _SENTENCE * (last - seen.sentence)
        )

    def _support(self, seen: Seen, gender: str | None) -> float:
        if seen.entity is None:
            return _VOTE * _MOST_VOTES
        votes = _VOTE * min(self._genders.votes(seen.entity, gender), _MOST_VOTES)
        often = _OFTEN * log1p(min(self._named[seen.entity], _OFTEN_ENOUGH))
        return votes + often + _LEANING * self._genders.leaning(seen.entity, gender)

    def _may_be_one(self, entity: int) -> bool:
        """Whether no word of a name tells a body: "the Harbour Board" is never "she"."""
        own = {word.casefold().strip(".,") for word in self._reading.names.entities[entity].name.split()}
        return own.isdisjoint(list_of_words("org_words.txt") | list_of_words("company_words.txt"))

    def _agrees(self, seen: Seen, sort: Sort, gender: str | None) -> bool:
        if seen.entity is None:
            other, own = seen.nameless or (None, None)
            return other is sort and (own == gender or own is None or gender is None)
        label = self._label(seen.entity)
        if sort is Sort.SINGULAR:
            if self._genders.rule_out(seen.entity, gender):
                return False
            return label is Label.PERSON or (
                self._genders.votes(seen.entity, gender) > 0 and self._may_be_one(seen.entity)
            )
        return label in _BODIES.get(sort, ())
