"""Bylines without "By": names alone, and names with what tells that they wrote the article, a role or a day."""

import re

from transforms.byline_others import is_outlet, is_place
from transforms.dates.date_lines import is_date_line
from transforms.lines import byline_lines
from transforms.lines.wording import PACKAGE, ends_sentence
from transforms.wordlists import word_set

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINT = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&|und|et|y)\s+")
_MARK = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+")
_IN_PLACE = re.compile(r"^(.+?)\s+in\s+(.+)$")
_AT_PLACE = re.compile(
    r"(?P<names>[^\d.!?]+?)\sat\s"
    r"(?!(?:risk|odds|war|last|home|work|stake|fault|large|play|sea|heart|ease|rest|once|least|best|peace)\b)"
    r"(?P<place>(?-i:[A-Z])[^\d!?,:;]+?)"
    r"(?:\s(?:airport|arena|court|ground|harbour|harbor|port|racecourse|stadium|university))?",
    re.IGNORECASE,
)
_DATE_THEN_BY = re.compile(r"^(.*\d\S*(?:\s[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)\s+(by\s.+)$", re.IGNORECASE)
_FROM = re.compile(r"^From\s+(.+)$")
_FOREIGN_BY = re.compile(r"^(?:Par|Por|Von|Door|Af|Av)\s+(.+)$")
_AT = re.compile(r",\s+|\s+(?:at|for|with|in)\s+")
_SUFFIX = re.compile(r"\b(?:Jr|Sr)\.$")
MAX_LENGTH = 200  # no line of names is longer; bounds the work on hostile input
_MAX_NAMES, _MAX_OWN, _MAX_ROLE_WORDS, _MAX_PLACE_WORDS = 4, 3, 6, 3  # _MAX_OWN: words of a name without particles


def is_name_line(text: str) -> bool:
    """Two to five capitalised words, or several names: "Ada Lind and Karl Moe". A headline may look so, too."""
    if (
        len(text) > MAX_LENGTH
        or (ends_sentence(text) and not _SUFFIX.search(text))
        or any(char.isdigit() for char in text)
        or _holds_another_word(text)
    ):
        return False
    if _is_capitalised([word.strip(",") for word in text.split()]):
        return True
    parts = _JOINT.split(text)
    return 1 < len(parts) <= _MAX_NAMES and all(_is_person(part) for part in parts)


def is_name_in_place(text: str) -> bool:
    """Names and where they were: "Ada Lind in Oslo". A headline may look so, too."""
    match = _IN_PLACE.match(text[:MAX_LENGTH])
    if (
        match is None
        or len(text) > MAX_LENGTH
        or not _is_capitalised(match[2].split(), 1, _MAX_PLACE_WORDS)
        or ends_sentence(text)
    ):
        return False
    return all(_is_person(part) for part in _JOINT.split(match[1]))


def names_at_place(text: str) -> str | None:
    """The names of a line such as "Ada Lind at Callow harbour"; a headline or a dek may look so, too."""
    match = _AT_PLACE.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if match is None or not _is_capitalised(match["place"].split(), 1, _MAX_PLACE_WORDS):
        return None
    is_of_people = not _holds_another_word(match["names"]) and all(map(_is_person, _JOINT.split(match["names"])))
    return match["names"] if is_of_people else None


def is_signed(text: str) -> bool:
    """Names with a role or a day, or "by" in another language.

    "Ada Lind | Staff Writer", "Ada Lind, May 3, 2024", "May 3, 2024 by Ada Lind", "Par Ada Lind",
    "From Ada Lind in Oslo".
    """
    if len(text) > MAX_LENGTH:
        return False
    if (match := _FOREIGN_BY.match(text)) and is_name_line(match[1]):
        return True
    if (match := _FROM.match(text)) and is_name_in_place(match[1]):
        return True
    if match := _DATE_THEN_BY.match(text):
        return is_date_line(match[1]) and byline_lines.is_byline(match[2])
    return any(_tells(first, rest) for first, rest in _cuts(text))


def _cuts(text: str) -> list[tuple[str, list[str]]]:
    """The names that a line may begin or end with, and the parts beside them."""
    parts = _MARK.split(text)
    if len(parts) > 1:
        return [(part, parts[:i] + parts[i + 1 :]) for i, part in enumerate(parts)]
    return [(text[: match.start()], [text[match.end() :]]) for match in re.finditer(r",\s+", text)]


def _tells(names: str, beside: list[str]) -> bool:
    """Whether the names are names, something beside them is a role or a day, and nothing is anything else."""
    if (
        not (is_name_line(names) or byline_lines.is_byline(names))
        or is_outlet(names)
        or is_place(names)
        or is_role(names)
    ):
        return False
    sure = [part for part in beside if is_role(part) or is_date_line(part)]
    return bool(sure) and all(part in sure or is_outlet(part) or is_place(part) for part in beside)


def is_role(text: str) -> bool:
    """What somebody who writes is, and perhaps for whom: "Health correspondent", "Reporter at The Lantern, Oslo"."""
    role, *beside = _AT.split(text[:MAX_LENGTH])
    words = role.split()
    roles = word_set(PACKAGE, "words/roles.txt")
    kinds = word_set("transforms", "names/data/role_modifiers.txt")
    return (
        0 < len(words) <= _MAX_ROLE_WORDS
        and len(text) <= MAX_LENGTH
        and words[-1].casefold() in word_set(PACKAGE, "words/person_roles.txt")
        and words[0][0].isupper()
        and all(word[0].isupper() or word in roles or word in kinds for word in words)
        and all(_is_capitalised(part.split(), 1) for part in beside)
    )


def _holds_another_word(text: str) -> bool:
    return not word_set(PACKAGE, "words/not_in_names.txt").isdisjoint(re.findall(r"[\w'’-]+", text.casefold()))


def _is_person(text: str) -> bool:
    particles = word_set("transforms", "byline_particles.txt")
    words = text.split()
    return (
        _is_capitalised(words, 2) and sum(word not in particles for word in words) <= _MAX_OWN and not is_outlet(text)
    )


def _is_capitalised(words: list[str], fewest: int = 2, most: int = 5) -> bool:
    particles = word_set("transforms", "byline_particles.txt")
    return fewest <= len(words) <= most and all(
        word in particles or (word[0].isupper() and bool(_WORD.fullmatch(word))) for word in words if word
    )
