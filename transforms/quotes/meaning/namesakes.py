"""Whom a bare name means where several of the article have it: "Haddad", of a Nadia and a Sami Haddad."""

from schemas.vocabulary import Label
from transforms.names.forms.person_names import person_name
from transforms.names.wordlists import mapping
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.memory import Memory, Referent
from transforms.quotes.meaning.nameless import has_quotation_cue


class Namesakes:
    """Who spoke by a full name last, of each family, as far as an article was read."""

    def __init__(self, background: Background, memory: Memory) -> None:
        self._background = background
        self._memory = memory
        self._spoke_in_full: dict[str, int] = {}  # by family name
        self._bare: set[str] = set()  # family names that stood for somebody before
        self._in_doubt: dict[tuple[int, int], Referent] = {}  # the bare names that another may bear
        self._latest: dict[str, tuple[int, int]] = {}  # who of a family was named last, and in which paragraph
        self._speakers: list[int] = []  # all who spoke, whether by a name or a pronoun, the last one last
        self._newcomers: set[int] = set()  # who was first named when the bare name stood for another already

    def bearer(self, candidate: Candidate, entity: int) -> Referent:
        """Whom a name means: of those with the same family name, in doubt, who last spoke by the full one."""
        if self._background.label(entity) is not Label.PERSON:
            return Referent(entity)
        family = self._background.view(candidate).lower[candidate.head]
        latest = self._latest.get(family)
        self._latest[family] = entity, candidate.paragraph
        if not self._memory.mention_counts[entity] and family in self._bare:
            self._newcomers.add(entity)
        if candidate.last - candidate.first > 1:
            self._note_full_name(candidate, entity)
            if not self._is_another_since(candidate, entity):
                return Referent(entity)
            return self._in_doubt.setdefault((candidate.paragraph, candidate.head), Referent(entity, is_doubtful=True))
        self._bare.add(family)
        known = self._known_by(family, entity)
        if known is not None:
            return self._in_doubt.setdefault((candidate.paragraph, candidate.head), Referent(known))
        spoke = self._spoke_in_full.get(family, entity)
        is_another = latest is not None and latest[0] != entity and latest[1] == candidate.paragraph
        if spoke == entity and not is_another and not self._has_spoken_since(family, entity):
            return Referent(entity)
        return self._in_doubt.setdefault((candidate.paragraph, candidate.head), Referent(spoke, is_doubtful=True))

    def note_speaker(self, candidate: Candidate, entity: int) -> None:
        """Keep that somebody spoke, if the cue of a noun phrase says so."""
        if has_quotation_cue(candidate):
            self._speakers.append(entity)

    def _has_spoken_since(self, family: str, entity: int) -> bool:
        """Whether another of the family spoke last, and came when nobody went by the bare name yet."""
        last = next(
            (
                other
                for other in reversed(self._speakers)
                if other == entity or self._background.name(other).casefold().split()[1:][-1:] == [family]
            ),
            entity,
        )
        return last != entity and last not in self._newcomers

    def _known_by(self, family: str, entity: int) -> int | None:
        """Who was named before with a name that somebody not named yet has, too: "Ana Vega Luz" is Vega, then."""
        if self._memory.mention_counts[entity]:
            return None
        others = (other for other in self._memory.mention_counts if other is not None and other != entity)
        known = [
            other
            for other in others
            if self._background.label(other) is Label.PERSON
            and family in self._background.name(other).casefold().split()[1:]
        ]
        return known[0] if len(known) == 1 else None

    def _is_another_since(self, candidate: Candidate, entity: int) -> bool:
        """Whether "Ms. Haddad", of two women of that name, may be the one who came up last."""
        title, *printed = self._background.view(candidate).words[candidate.first : candidate.last]
        gender = mapping("honorifics.tsv").get(title.rstrip("."))
        if len(printed) != 1 or gender not in {"f", "m"}:
            return False
        bearers = [
            other
            for other, last in self._memory.last_antecedent.items()
            if self._background.label(other) is Label.PERSON
            and self._background.name(other).split()[1:][-1:] == printed
            and not self._background.genders.rule_out(other, gender)
        ]
        return entity in bearers and entity != max(bearers, key=self._memory.last_antecedent.__getitem__)

    def in_doubt(self, candidate: Candidate) -> Referent | None:
        """Whom a bare name was taken to mean although another may bear it."""
        return self._in_doubt.get((candidate.paragraph, candidate.head))

    def _note_full_name(self, candidate: Candidate, entity: int) -> None:
        """Keep who spoke by a full name, by the family's.

        Not where the bare one stood for somebody before, unless the family's comes first: many have the same then.
        """
        view = self._background.view(candidate)
        printed = view.span(candidate.first, candidate.last).of(self._background.text).casefold().split()
        words = self._background.name(entity).casefold().split()
        if not has_quotation_cue(candidate) or len(words) == 1 or not set(words) <= set(printed):
            return
        is_family_first = words[0] in mapping("family_names_first.tsv")
        family = words[0] if is_family_first else person_name(" ".join(words)).family
        if is_family_first or family not in self._bare:
            self._spoke_in_full[family] = entity
