"""What the lists of a language are about. Each field is the file of its name in the folder of its group."""

from dataclasses import dataclass

from transforms.quotes.grammar.lexicon.files import Pairs, Words, group, pairs, rows

_SEEN_FOR = 8.0  # sightings that the share of an average noun counts for
_USUAL_NOUN, _USUAL_PERSON = 0.02, 0.15  # shares of naming a speaker, of a noun unknown and of one listed as a person


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the parse of another language is told in that of English, for which the rules are written.

    Read by ``grammar.scheme`` and ``grammar.view``; English has none of it.
    """

    function_words: dict[tuple[str, str], str]
    """A small word and its part of speech to the English word that does the same."""
    relations: Pairs


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Who or what a pronoun may mean, by person and number.

    Read by ``grammar.candidates``, ``grammar.impersonal`` ("it" that is nobody), ``learned.speech`` and ``turns``.
    """

    kinds: Pairs
    first_person: Words
    second_person: Words
    impersonal: Words
    impersonal_forms: Pairs


@dataclass(frozen=True, slots=True)
class Genders:
    """What tells whether somebody is a man or a woman: "m" or "f". Read by ``meaning``, for whom "she" may mean."""

    pronouns: Pairs
    nouns: Pairs
    articles: Pairs
    masculines: Pairs
    """A feminine noun to the masculine, by which all other lists have it."""
    always_feminine: Words
    of_either: Words


@dataclass(frozen=True, slots=True)
class People:
    """Common nouns for people, and for bodies that speak through them.

    Read by ``grammar.candidates``, for who may speak, and by ``meaning``, for whom "the senator" or "his son" means.
    """

    nouns: Words
    kin: Words
    variations: Words
    bystanders: Words
    witnesses: Words
    charges: Words
    kinds: dict[str, frozenset[str]]
    """A noun to what those may be called whom it means: a lawmaker is a senator."""
    sources: dict[str, float]
    """A noun to the share of its occurrences that name a speaker."""

    def is_person(self, lemma: str) -> bool:
        """Whether a common noun is one for people who speak, or has a part that is: "secretary-general"."""
        return lemma in self.nouns or ("-" in lemma and not self.nouns.isdisjoint(lemma.split("-")))

    def source_share(self, lemma: str) -> float:
        """How often a common noun names who speaks."""
        return self.sources.get(lemma, _USUAL_PERSON if self.is_person(lemma) else _USUAL_NOUN)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Common nouns for firms, parties, courts and the like. Read by ``meaning``, for which of those named one means."""

    companies: Words
    public: Words
    collectives: Words
    institutions: Words
    general: Words
    never_firms: Words
    own_kinds: Words


@dataclass(frozen=True, slots=True)
class Offices:
    """Of which office somebody is whom a phrase means. Read by ``meaning``."""

    general: Words
    shared: Words
    known: Words
    highest: Pairs
    lessening: Words
    nations: Pairs


@dataclass(frozen=True, slots=True)
class Writings:
    """Nouns for writings. Read by ``meaning.issuers``; ``media``, of documents, by ``corrections.source_documents``."""

    nouns: Words
    of_bodies: Words
    studies: Words
    media: Words
    publishing_verbs: Words


@dataclass(frozen=True, slots=True)
class Terms:
    """What tells that words between marks are a title, a term or a rating. Read by ``quotes.terms``."""

    works: Words
    trades: Words
    policies: Words
    ratings: Words
    small_words: Words


@dataclass(frozen=True, slots=True)
class NoReports:
    """Words that mark a sentence as no report although it looks like one. Read by the package ``quotes.no_reports``."""

    accounts: Words
    ways: Words
    causing_verbs: Words
    deliberating_verbs: Words


def read_scheme(language: str) -> Scheme:
    """How a language differs from English."""
    known = {(word, pos): english for word, pos, english in rows(language, "scheme/function_words")}
    return group(Scheme, language, "scheme", function_words=known)


def read_people(language: str) -> People:
    """The nouns for people, and how often each names a speaker."""
    kinds = {noun: frozenset(others.split()) for noun, others in pairs(language, "people/kinds").items()}
    sources = {
        lemma: (int(source) + _SEEN_FOR * _USUAL_NOUN) / (int(seen) + _SEEN_FOR)
        for lemma, seen, source in rows(language, "people/source_counts")
    }
    return group(People, language, "people", kinds=kinds, sources=sources)
