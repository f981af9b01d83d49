"""Resolving speakers: the entity that a name, a noun phrase or a pronoun stands for.

A name stands for its entity, a pronoun (:mod:`transforms.quotes.meaning.pronouns`) and a noun phrase
(:mod:`transforms.quotes.meaning.nouns`) for somebody named before, or for nobody where the text does not tell. An
article is read from its beginning, since what a word means follows from those before it; doubtful answers make those
that follow from them doubtful, too.
"""

import re

from schemas.vocabulary import Label, ReferentialGender
from transforms.names.wordlists import words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.tagsets import OBJECTS, RELATIVE
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.meaning.antecedent_scoring import AntecedentScorer
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.descriptions import deference
from transforms.quotes.meaning.issuers import report_before, writer_before, written_by
from transforms.quotes.meaning.joint_speakers import first_of_several, joint_speakers
from transforms.quotes.meaning.latter import former_or_latter, last_mentioned
from transforms.quotes.meaning.memory import Memory, Owner, Referent
from transforms.quotes.meaning.nameless import SOME, has_quotation_cue, is_one_of_many
from transforms.quotes.meaning.namesakes import Namesakes
from transforms.quotes.meaning.nouns import NounResolver
from transforms.quotes.meaning.plural_antecedents import named_together
from transforms.quotes.meaning.pronouns import PERSONAL, PronounResolver
from transforms.quotes.meaning.salience import Salience

_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)

_NAMELESS_WITHIN = 3  # paragraphs in which "the official" may be "a station chief" who came up

# What one does with a writing or a film "on" a site.
_PUT_ON_SITES = frozenset(
    {"air", "announce", "appear", "broadcast", "livestream", "post", "publish", "release", "share", "stream", "tweet"}
    | {"upload", "write"}
)


class Resolver:
    """Reads one article from its beginning and tells whom each of its candidates stands for."""

    def __init__(self, reading: ArticleReading) -> None:
        self._background = Background(reading)
        salience = Salience(self._background)
        # Whom a "she" further down means tells whom the first "he" does not.
        for _ in range(2):
            self._background.genders.read_again()
            self._memory = Memory()
            self._scorer = AntecedentScorer(self._background, self._memory, salience)
            self._namesakes = Namesakes(self._background, self._memory)
            self._nouns = NounResolver(self._background, self._memory, self._scorer)
            self._pronouns = PronounResolver(self._background, self._memory, self._scorer)
            self._read()

    def resolve(self, speaker: Candidate) -> Referent | None:
        """Who is meant, or None where the text does not tell.

        Where one person is quoted as "he" and as "she", one of them is wrong, and both are in doubt.
        """
        if speaker.entity is None or self._background.description(speaker) or self._is_one_of_many(speaker):
            meant = self._memory.referent(speaker.paragraph, speaker.head)
            gender = self._background.lexicon.genders.pronouns.get(self._background.view(speaker).lower[speaker.head])
            if meant is None or not self._background.genders.quoted_as_both(meant.entity, gender):
                return meant
            return Referent(meant.entity, is_doubtful=True)
        return self._namesakes.in_doubt(speaker) or Referent(speaker.entity)

    def genders(self) -> tuple[ReferentialGender | None, ...]:
        """By which gender the article refers to each of ``names.entities``, if they are people."""
        background = self._background
        return tuple(
            background.genders.referential_gender(entity) if background.label(entity) is Label.PERSON else None
            for entity in range(background.entities)
        )

    def is_left_open(self, speaker: Candidate) -> bool:
        """Whether a speaker who means nobody known should mean somebody named: "she", "the firm", "la sexagénaire".

        So should "the official" where no official came up without a name, nor anybody else just before. "The source"
        and "the report" are rightly nobody's; where "he" and "she" mean things as well, most words for a person just
        named are wrong whose name is not found.
        """
        described = self._background.description(speaker)
        if speaker.sort is Sort.SINGULAR or described is None:
            return speaker.sort is Sort.SINGULAR
        is_address = deference(self._background.view(speaker), speaker) is not None  # "His Majesty"
        is_variation = described.is_variation and self._background.lexicon.has_gendered_things
        if described.is_body or is_address or is_variation:
            return True
        is_bare = speaker.last == speaker.first + 2  # "the official", who is no "official of the harbour board"
        is_office = described.is_guess and described.noun in words("role_nouns.txt") | words("callings.txt")
        is_somebody = is_office or described.noun in self._background.lexicon.people.kin  # and no "crowd"
        return is_somebody and is_bare and not self._is_introduced(speaker, described.noun)

    def _is_introduced(self, speaker: Candidate, noun: str) -> bool:
        """Whether somebody without a name came up by a noun, or a short way before a speaker by another one."""
        near = self._memory.introduced_within(speaker.paragraph - _NAMELESS_WITHIN, speaker.paragraph)
        return self._memory.is_introduced(noun) or any(map(self._background.lexicon.people.is_person, near))

    def joint_speakers(self, speaker: Candidate) -> list[int]:
        """The entities of a phrase for several who speak ("he and Fox", "they"), as they stand in it; empty for one."""
        if speaker.sort is Sort.PLURAL and self.resolve(speaker) is None:
            return named_together(self._background, speaker, self._joined)
        return self._joined(speaker)

    def _joined(self, speaker: Candidate) -> list[int]:
        background = self._background
        return joint_speakers(background.view(speaker), speaker, background.pools[speaker.paragraph], self.resolve)

    def identity(self, speaker: Candidate) -> int | str:
        """The entity that is meant, else what the noun phrase names."""
        meant = self.resolve(speaker)
        return speaker.who if meant is None else meant.entity

    def _read(self) -> None:
        for view, pool in zip(self._background.views, self._background.pools, strict=True):
            if _TIME.fullmatch(view.paragraph.text.strip()):
                self._memory.begin_anew()  # the next entry of a live blog
            for candidate in pool:
                self._read_one(view, candidate)

    def _read_one(self, view: View, candidate: Candidate) -> None:
        meant = self._resolve_candidate(candidate)
        self._memory.mention_counts[candidate.entity] += candidate.entity is not None
        if first_of_several(view, candidate):
            self._memory.add_antecedent(self._scorer.plural_antecedent(candidate))
        if meant is not None:
            self._memory.record(candidate, meant)
            self._note_owner(view, candidate, meant.entity)
            self._namesakes.note_speaker(candidate, meant.entity)
            if not self._is_passed_over(view, candidate, meant.entity):
                self._memory.add_antecedent(self._scorer.antecedent(candidate, meant))
            return
        is_role = view.lower[view.heads[candidate.head]] == "as"  # "her first act as an MP"
        is_named_so = candidate.entity is not None and not has_quotation_cue(candidate)  # "Fox, a Lund Democrat"
        if view.lower[candidate.first] in SOME and not is_role and not is_named_so:
            self._memory.introduce(view.lemmas[candidate.head], candidate.paragraph, view.sentences[candidate.head])
        if self._background.nameless(candidate) is not None:
            self._memory.add_antecedent(self._scorer.antecedent(candidate, None))

    def _note_owner(self, view: View, candidate: Candidate, entity: int) -> None:
        """Keep whose somebody is whom a phrase names: "her teacher, Otto Fox", "Otto Fox, her teacher"."""
        if candidate.entity is None:
            return
        pronouns = self._background.lexicon.genders.pronouns
        apposed = (child for child in view.children[candidate.head] if view.deps[child] == "appos")
        for child in (child for noun in (candidate.head, *apposed) for child in view.children[noun]):
            owner = self._memory.referent(candidate.paragraph, child) if view.lower[child] in pronouns else None
            if owner is not None and owner.entity != entity:
                gender = pronouns[view.lower[child]]
                self._memory.owners[entity] = Owner(owner.entity, gender, candidate.paragraph)

    def _writer(self, candidate: Candidate) -> Candidate | None:
        """Who wrote what speaks: "the statement", and "it" that means one."""
        background = self._background
        of = writer_before if candidate.sort is Sort.IT else written_by
        return of(background.views, background.pools, candidate, background.lexicon)

    def _is_passed_over(self, view: View, candidate: Candidate, entity: int) -> bool:
        """Whether "it" means something else: than "Israeli", and than the paper in "Haddad told the Harbour Post".

        Or than the site in "The clip was posted on Harbourtube".
        """
        label = self._background.label(entity)
        if view.pos[candidate.head] == "ADJ" and label is Label.NORP:
            return True
        is_object = view.deps[candidate.head] in OBJECTS
        is_told = is_object and view.lemmas[view.heads[candidate.head]] in self._background.lexicon.cues.hearer_verbs
        is_aside = is_told or _is_site(view, candidate.head)
        return is_aside and label is Label.ORG and candidate.entity is not None

    def _is_one_of_many(self, candidate: Candidate) -> bool:
        """Whether a name is that of a people or a party, and the noun phrase one of them: "a Lund Democrat".

        So is "the Democrat", where the article has "Democrats"; "the Taliban" are all.
        """
        if candidate.entity is None or self._background.label(candidate.entity) is not Label.NORP:
            return False
        view = self._background.view(candidate)
        return is_one_of_many(view, candidate, self._background.name(candidate.entity))

    def _resolve_candidate(self, candidate: Candidate) -> Referent | None:
        last = last_mentioned(self._background, self._memory, candidate)
        if last is not None:
            return last if isinstance(last, Referent) else None
        return self._by_its_words(candidate)

    def _by_its_words(self, candidate: Candidate) -> Referent | None:
        """Whom a name, a noun phrase or a pronoun means."""
        nouns = self._nouns
        described = nouns.by_own_name(candidate) or nouns.by_description(candidate) or nouns.by_kinship(candidate)
        if candidate.entity is not None and not self._is_one_of_many(candidate):
            return described or self._namesakes.bearer(candidate, candidate.entity)
        beside = former_or_latter(self._background, candidate)
        beside = self._background.descriptors.predicated_of(candidate) if beside is None else beside
        described = described if beside is None else Referent(beside)
        if described is not None:
            return described
        if self._background.view(candidate).lower[candidate.head] in RELATIVE:
            return self._pronouns.relative_pronoun(candidate)
        writer = self._writer(candidate)
        if writer is not None:
            known = self._memory.referent(writer.paragraph, writer.head)
            return known if known is not None or writer.entity is None else Referent(writer.entity)
        if candidate.sort in PERSONAL:
            return self._personal_pronoun(candidate)
        return nouns.by_question(candidate) or nouns.by_guess(candidate) or nouns.from_lead(candidate)

    def _personal_pronoun(self, candidate: Candidate) -> Referent | None:
        """Whom a pronoun means: of "it" that is a report, whose that is."""
        if candidate.sort is not Sort.IT:
            return self._pronouns.personal_pronoun(candidate)
        report = report_before(self._background.views, candidate, self._background.lexicon)
        return self._pronouns.personal_pronoun(candidate) if report is None else self._memory.referent(*report)


def _is_site(view: View, name: int) -> bool:
    """Whether something is put "on" what is named: "posted on", "streamed live on"."""
    on = view.heads[name]
    is_on = view.deps[name] == "pobj" and view.lower[on] in {"on", "via"}
    return is_on and view.lemmas[view.heads[on]] in _PUT_ON_SITES
