"""A line of the head that says in which outlet, on which day and page: "The Vellmar Lantern, 3 May 2024, p. 5".

Press databases and clippings print it below or above the headline. Without one of the signs of an outlet it may be
somebody ("Ada Lind, 3 May 2024") or a section.
"""

import re
from dataclasses import dataclass

from transforms.dates.date_lines import is_date_line
from transforms.dates.parse import DateHints, parse_with_span
from transforms.lines.wording import PACKAGE
from transforms.wordlists import word_set

_LONGEST = 140
_MOST_WORDS = 7  # of an outlet's name
_SETTLED = DateHints(day_first=True)  # enough to see that a day with its year is told
_SMALL = frozenset({"and", "da", "das", "de", "del", "der", "des", "di", "die", "do", "du", "e", "et", "für", "i", "la",
                    "le", "les", "of", "og", "the", "und", "y", "&"})  # fmt: skip
_BETWEEN = r"(?:\s?[,;|·•:]\s+|\s[-–—/]\s)"
# "Lantern, The (Vellmar)"
_NAME = r"(?P<outlet>[^\W\d_][^\d,;|·•:()–—]{1,60}?(?:,\s(?:The|An?))?)(?:\s\([^()\d]{2,30}\))?"
# "Lind, Ada. The Vellmar Lantern; Vellmar [Vellmar]. 3 May 2024: A.5."
_AUTHOR = r"(?:(?P<author>[^\W\d_][^\d,;|:()–—]{1,30},\s[^\d,;|:()–—]{1,30}?)\.\s)?"
_PLACE = r";\s[^\W\d_][^\d;:()\[\]]{1,30}?(?:\s?\[[^\d\[\]]{2,30}\])?\.\s"
_OF_DAY = r"\s(?:vom|du|del)\s"
_NUMBER = r"[A-Z]{0,2}\d{1,4}[A-Z]?"
_PAGE = (
    rf"(?P<page>(?:(?:pp?|pgs?|pages?|s|seiten?|p[áa]gs?|p[áa]ginas?)\b\.?\s?{_NUMBER}|[A-Z]{{1,2}}\.?\d{{1,3}})"
    rf"(?:\s?[-–,+]\s?{_NUMBER})*\.?)"
)
_FORMS = (
    re.compile(
        rf"{_AUTHOR}{_NAME}(?:{_PLACE}|{_BETWEEN}|{_OF_DAY})(?P<day>\S.*?)(?:{_BETWEEN}{_PAGE})?", re.IGNORECASE
    ),
    re.compile(rf"(?P<day>\S.*?\d){_BETWEEN}{_NAME}(?:{_BETWEEN}{_PAGE})?", re.IGNORECASE),
)
# "Politique, mardi 4 mars 2025 412 mots, p. 4": its outlet stands in the line above.
_COUNT = r"\d[\d., ]*\s(?:words|mots|wörter|palabras|parole)"
_COUNTED = re.compile(
    rf"(?:[^\W\d_][^\d,]{{1,40}},\s)?(?P<day>\S.*?\d{{4}}),?\s{_COUNT}(?:{_BETWEEN}{_PAGE})?", re.IGNORECASE
)
_ARTICLE_BEHIND = re.compile(r"(?P<name>.+), (?P<article>The|An?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Outlet, day and author (family name first) as printed, but that "Lantern, The" is "The Lantern"."""

    outlet: str | None
    day: str
    author: str | None = None


def read_source_line(line: str) -> SourceLine | None:
    """What such a line tells; None if it is another one."""
    if len(line) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(line)
        if match is None:
            continue
        outlet = _ARTICLE_BEHIND.sub(r"\g<article> \g<name>", match["outlet"])
        if _is_outlet(outlet, has_page=match["page"] is not None) and _is_day(match["day"]):
            return SourceLine(outlet, match["day"], match.groupdict().get("author"))
    counted = _COUNTED.fullmatch(line)
    return SourceLine(None, counted["day"]) if counted and _is_day(counted["day"]) else None


def _is_outlet(name: str, *, has_page: bool) -> bool:
    words = name.split()
    if len(words) > _MOST_WORDS or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    return has_page or words[0] == "The" or words[-1].casefold() in word_set(PACKAGE, "words/masthead_words.txt")


def _is_day(text: str) -> bool:
    return is_date_line(text) and parse_with_span(text, _SETTLED) is not None
