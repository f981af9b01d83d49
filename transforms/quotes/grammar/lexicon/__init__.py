"""The words of a language that quotations are found by, in groups.

A list stands where its name says: `lexicon.people.kin` is the file `people/kin.txt` below `quotes/data/<language>`. The
first line of the file says what it holds. To add one takes a field in its group, and the file.

- ``groups``: what each group is about, and who reads it.
- ``cues``, the group of words that introduce speech, and how often each does; ``reports``, how often what they take is
  something reported.
- ``files`` reads a group, and knows the lists that no language can do without.
"""

from dataclasses import dataclass
from functools import lru_cache

from transforms.quotes.grammar.lexicon.cues import Cues, Share, read_cues
from transforms.quotes.grammar.lexicon.files import group
from transforms.quotes.grammar.lexicon.groups import (
    Bodies,
    Genders,
    NoReports,
    Offices,
    People,
    Pronouns,
    Scheme,
    Terms,
    Writings,
    read_people,
    read_scheme,
)

__all__ = ["Lexicon", "Share", "lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language; lists that it lacks are empty."""

    language: str
    """Its ISO 639-1 code."""
    cues: Cues
    scheme: Scheme
    pronouns: Pronouns
    genders: Genders
    people: People
    bodies: Bodies
    offices: Offices
    writings: Writings
    terms: Terms
    no_reports: NoReports
    has_gendered_things: bool
    """Whether "he" and "she" mean bodies and things as well, as in French."""


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The words of a language, by ISO 639-1 code: none of one that has no folder.

    Raises:
        FileNotFoundError: the language has a folder that lacks what no language can do without.
    """
    pronouns = group(Pronouns, language, "pronouns")
    return Lexicon(
        language=language,
        cues=read_cues(language),
        scheme=read_scheme(language),
        pronouns=pronouns,
        genders=group(Genders, language, "genders"),
        people=read_people(language),
        bodies=group(Bodies, language, "bodies"),
        offices=group(Offices, language, "offices"),
        writings=group(Writings, language, "writings"),
        terms=group(Terms, language, "terms"),
        no_reports=group(NoReports, language, "no_reports"),
        has_gendered_things="it" not in pronouns.kinds.values(),
    )
