"""The words of a language that quotations are found by, kept as data in ``data/<language>``."""

from collections.abc import Iterator
from dataclasses import Field, dataclass, fields
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from transforms.incises import tag_forms
from transforms.language import FRENCH
from transforms.quotes.grammar.reports import Reports, counted

_MAKES_A_CUE = 0.12  # share of reports among the occurrences of a noun or adjective that makes it a cue
_WEIGHT = 8.0  # sightings that the share of an average word counts for
_USUAL_NOUN, _USUAL_PERSON = 0.02, 0.15  # shares of naming a speaker, of a noun unknown and of one listed as a person


class Share(NamedTuple):
    """How often a word marks anybody's words or thoughts, and how often quoted ones, of all times it is seen."""

    reported: float
    quoted: float


_SHARES = {
    "verb": Share(0.12, 0.03),
    "noun": Share(0.03, 0.005),
    "adj": Share(0.03, 0.005),
    "listed": Share(0.35, 0.12),
    "core": Share(0.75, 0.45),  # verbs of a language without counts that do little but report
    "according": Share(0.94, 0.17),
}
# What other languages may do without, and English has.
_OPTIONAL = frozenset(
    {"according_nouns.txt", "accounts.txt", "any_bodies.txt", "any_offices.txt", "bodies.txt", "body_writings.txt",
     "bystanders.txt", "causing_verbs.txt", "charges.txt", "collectives.txt", "core_verbs.txt", "cue_counts.tsv",
     "deliberating_verbs.txt", "impersonal.txt", "kin.txt", "kinds.tsv", "known_offices.txt", "lessening.txt",
     "media.txt", "never_firms.txt", "own_kinds.txt", "passive_verbs.txt", "people_genders.tsv", "policies.txt",
     "public_bodies.txt", "publishing_verbs.txt", "ratings.txt", "report_counts.tsv", "shared_offices.txt",
     "source_counts.tsv", "studies.txt", "trades.txt", "variations.txt", "ways.txt", "works.txt", "writings.txt"}
)  # fmt: skip
# What tells how another language differs from English.
_DIFFERENCES = frozenset(
    {
        "always_feminine.txt",
        "any_genders.txt",
        "article_genders.tsv",
        "feminines.tsv",
        "function_words.tsv",
        "highest_offices.tsv",
        "impersonal_forms.tsv",
        "institutions.txt",
        "nations.tsv",
        "own_words.txt",
        "relations.tsv",
        "witnesses.txt",
    }
)

_FILES = {
    "verbs": "cue_verbs",
    "nouns": "cue_nouns",
    "masculines": "feminines",
}  # ... that are not called as fields are


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words by lemma, and how often each is one.

    ``shares`` maps a part of speech and a lemma to its share of marking speech; ``sources`` a noun's lemma to the share
    of its occurrences that name a speaker.
    ``kinds`` maps a noun to what those may be called whom it means, ``variations`` and
    ``bodies`` are nouns for somebody or a company just named, ``public_bodies`` those of bodies that are no company.
    """

    language: str
    """Its ISO 639-1 code."""
    verbs: frozenset[str]
    core_verbs: frozenset[str]
    nouns: frozenset[str]
    people: frozenset[str]
    hearer_verbs: frozenset[str]
    asking_verbs: frozenset[str]
    passive_verbs: frozenset[str]
    small_words: frozenset[str]
    according: frozenset[str]
    according_nouns: frozenset[str]
    own_words: frozenset[str]
    relations: dict[str, str]
    function_words: dict[tuple[str, str], str]
    masculines: dict[str, str]
    nations: dict[str, str]
    highest_offices: dict[str, str]
    article_genders: dict[str, str]
    always_feminine: frozenset[str]
    any_genders: frozenset[str]
    tag_forms: dict[str, str]
    words_before: dict[str, int]
    first_person: frozenset[str]
    second_person: frozenset[str]
    pronouns: dict[str, str]
    genders: dict[str, str]
    people_genders: dict[str, str]
    kin: frozenset[str]
    kinds: dict[str, frozenset[str]]
    variations: frozenset[str]
    bodies: frozenset[str]
    public_bodies: frozenset[str]
    collectives: frozenset[str]
    own_kinds: frozenset[str]
    bystanders: frozenset[str]
    witnesses: frozenset[str]
    institutions: frozenset[str]
    impersonal: frozenset[str]
    impersonal_forms: dict[str, str]
    works: frozenset[str]
    trades: frozenset[str]
    charges: frozenset[str]
    policies: frozenset[str]
    ratings: frozenset[str]
    accounts: frozenset[str]
    ways: frozenset[str]
    causing_verbs: frozenset[str]
    deliberating_verbs: frozenset[str]
    writings: frozenset[str]
    media: frozenset[str]
    studies: frozenset[str]
    body_writings: frozenset[str]
    publishing_verbs: frozenset[str]
    lessening: frozenset[str]
    shared_offices: frozenset[str]
    any_offices: frozenset[str]
    any_bodies: frozenset[str]
    never_firms: frozenset[str]
    known_offices: frozenset[str]
    shares: dict[tuple[str, str], Share]
    sources: dict[str, float]
    reports: Reports

    @property
    def has_gendered_things(self) -> bool:
        """Whether "he" and "she" mean bodies and things as well, as in French."""
        return "it" not in self.pronouns.values()

    def is_person(self, lemma: str) -> bool:
        """Whether a common noun is one for people who speak, or has a part that is: "secretary-general"."""
        return lemma in self.people or ("-" in lemma and not self.people.isdisjoint(lemma.split("-")))

    def source_share(self, lemma: str) -> float:
        """How often a common noun names who speaks."""
        return self.sources.get(lemma, _USUAL_PERSON if self.is_person(lemma) else _USUAL_NOUN)

    def share(self, pos: str, lemma: str) -> Share:
        """How often a verb, noun or preposition marks reported words, and how often quoted ones."""
        if pos == "ADP" or lemma in self.according:
            return _SHARES["according"]
        known = self.shares.get((pos, lemma))
        if known:
            return known
        if pos == "VERB" and lemma in self.core_verbs:
            return _SHARES["core"]
        if lemma in (self.verbs if pos == "VERB" else self.nouns):
            return _SHARES["listed"]
        return _SHARES["verb" if pos == "VERB" else "noun"]

    def is_cue(self, pos: str, lemma: str) -> bool:
        """Whether a noun or adjective is listed as a cue, or often enough is one."""
        if pos == "NOUN" and lemma in self.nouns:
            return True
        known = self.shares.get((pos, lemma))
        return known is not None and known.reported >= _MAKES_A_CUE


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The words of a language, by ISO 639-1 code."""
    told_apart: dict[str, Any] = {
        "language": language,
        "function_words": _function_words(language),
        "tag_forms": tag_forms() if language == FRENCH else {},
        "words_before": {word: i for i, word in enumerate(_list("en", "words_before"), 1)},  # by their English names
        "kinds": {noun: frozenset(others.split()) for noun, others in _pairs(language, "kinds").items()},
        "shares": _shares(language),
        "sources": _sources(language),
        "reports": counted(_reports(language)),
    }
    return Lexicon(
        **told_apart,
        **{field.name: _read(language, field) for field in fields(Lexicon) if field.name not in told_apart},
    )


def _read(language: str, field: "Field[Any]") -> Any:
    """What the file holds that is called as a field is: words, or pairs of them."""
    name = _FILES.get(field.name, field.name)
    return _words(language, name) if field.type == frozenset[str] else _pairs(language, name)


def _lines(language: str, name: str) -> list[str]:
    """The lines of a file of a language but for its comments.

    Raises:
        FileNotFoundError: the language has no such file, and it is none that the language may do without.
    """
    folder = files("transforms.quotes").joinpath("data", language)
    path = folder.joinpath(name)
    may_lack = name in _DIFFERENCES or (language != "en" and (name in _OPTIONAL or not folder.is_dir()))
    if may_lack and not path.is_file():
        return []
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _list(language: str, name: str) -> list[str]:
    return [word for line in _lines(language, f"{name}.txt") for word in line.split()]


def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(_list(language, name))


def _pairs(language: str, name: str) -> dict[str, str]:
    return dict(line.split("\t") for line in _lines(language, f"{name}.tsv"))


def _function_words(language: str) -> dict[tuple[str, str], str]:
    rows = (line.split("\t") for line in _lines(language, "function_words.tsv"))
    return {(word, pos): english for word, pos, english in rows}


def _sources(language: str) -> dict[str, float]:
    rows = (line.split("\t") for line in _lines(language, "source_counts.tsv"))
    return {lemma: (int(source) + _WEIGHT * _USUAL_NOUN) / (int(seen) + _WEIGHT) for lemma, seen, source in rows}


def _reports(language: str) -> Iterator[tuple[str, str, str, int, int]]:
    for line in _lines(language, "report_counts.tsv"):
        pos, lemma, complement, seen, reported = line.split("\t")
        yield pos, lemma, complement, int(seen), int(reported)


def _shares(language: str) -> dict[tuple[str, str], Share]:
    shares = {}
    for line in _lines(language, "cue_counts.tsv"):
        pos, lemma, seen, cue, quoted = line.split("\t")
        usual = _SHARES[pos]
        shares[pos.upper(), lemma] = Share(
            (int(cue) + _WEIGHT * usual.reported) / (int(seen) + _WEIGHT),
            (int(quoted) + _WEIGHT * usual.quoted) / (int(seen) + _WEIGHT),
        )
    return shares
