"""The dateline that opens a body: "KYIV, Ukraine (AP) —", "WASHINGTON, Feb 12 (Reuters) -", "RAIPUR: ".

Where it stands inside the first paragraph it stays part of it; only its text is noted.
"""

import re

from transforms.byline_others import is_place
from transforms.dates.date_lines import is_date_line
from transforms.dates.parse import DateHints, blanked, month_numbers, parse_with_span
from transforms.wordlists import word_set

_LEAD = 110
_BREAK = re.compile(r"\s*(?:\.\s?[-–—]+|[—–]|--+|\s[-]|:|/\.?(?=\s)|[-](?=\s))\s*")
_AGENCY = re.compile(r"\((?:[A-Z][\w.&/ -]{1,40})\)|/[A-Z][\w .-]{1,30}/?$")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:de\s)?([^\W\d_]+)|([^\W\d_]+)\.?\s\d{1,2}(?![\d,.]*\d{3})\b")
_ENDS = "-–—:"  # what may end a dateline that stands alone
_MAX_SMALL = 3  # words without a capital, as in "afrol News, 27 de enero"
_SMALL_IN_PLACES = frozenset({"of", "de", "del", "la", "las", "los", "and", "the", "al", "el"})
_SHORTEST_CAPITALS = 3  # letters
_MOST_BEFORE_COLON = 5  # words, of a place in capitals
_MOST_BEFORE_STOP = 6
_WORD = re.compile(r"[^\W\d_][\w.'’]*")
_MAX_WORDS = 11
_PLACE = re.compile(
    r"[A-Z][\w.'’]+(?:\s(?:de|del|la|las|los|[A-Z][\w.'’]+)){0,4}(?:,\s[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2}){0,2}"
)
_PLACE_AND_DAY = re.compile(
    r"(?P<place>[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3})"
    r"(?:\s(?P<within>\([^()\d]{2,30}\))|,\s(?P<region>[^\W\d_](?:[^\W\d_]|[.'’ -]){1,30}))?"
    r"(?:,|\s[-–—]|\s?:)\s+(?P<day>[^()]*\d[^()]*?)(?:\s\([A-Z]{2,10}\))?\.?"
)
_SETTLED = DateHints(day_first=True)  # enough to see that a year is told
_WORDS_BESIDE_A_DAY = 6
_SMALL = frozenset({"and", "of", "the", "de", "du", "le", "la", "no", "vol", "p"})
_CAPITALS_AND_AGENCY = re.compile(r"([A-Z][A-Z .,'’-]{2,40}\s\([A-Z][\w. -]{1,30}\))\s+(?=[A-Z])")


def find_dateline(paragraph: str) -> str | None:
    """The dateline at the start of a paragraph, without the dash that ends it, None if there is none."""
    lead = paragraph[:_LEAD]
    if unmarked := _CAPITALS_AND_AGENCY.match(lead):
        return unmarked[1]
    for match in _BREAK.finditer(lead):
        if match.end() == len(lead) and len(paragraph) > _LEAD:
            break
        head = lead[: match.start()].rstrip()
        if match.group().startswith("/"):
            head = lead[: match.start() + 1].rstrip()
        mark = match.group().strip()
        if head and (_is_dateline(head, after=mark) or _is_plain_place(head, mark, lead[match.end() :])):
            return head
        if ". " in head and not _AGENCY.search(head):
            break
    return None


def _is_plain_place(head: str, mark: str, rest: str) -> bool:
    """A short name, a dash, then a sentence: "Nairobi — A poll". What goes on in small letters is an aside."""
    if mark[:1] not in {"—", "–", "-"} or not _PLACE.fullmatch(head):
        return False
    label = head.split(maxsplit=1)[0].upper() in word_set("transforms.lines", "words/not_places.txt")
    return not label and bool(re.match(r"[\"“‘']?[A-Z]", rest)) and not re.match(r"\w+(?:\s\w+)?\s?[—–-]", rest)


def is_dateline_alone(line: str) -> bool:
    """True if a line holds a dateline and nothing else."""
    whole = line.rstrip()
    cut = whole.rstrip(_ENDS)
    bare = cut.rstrip() if cut != whole else line
    return (
        len(bare) < _LEAD
        and _is_dateline(bare, after=line[len(bare) :].strip())
        and (bare != line or "(" in bare or (bare.isupper() and "," in bare) or _leads_in_capitals(bare))
    )


def is_place_and_day(line: str) -> bool:
    """Where and when, with the year, and nothing else: "Pell, 22 May 2025", "Saint-Orval, le 12 mars 2025".

    Two words that are no place that is known may be somebody: "Ada Lind, 3 May 2024".
    """
    match = _PLACE_AND_DAY.fullmatch(line) if len(line) <= _LEAD else None
    if (
        match is None
        or not line[0].isupper()
        or match["place"].upper() in word_set("transforms.lines", "words/not_places.txt")
    ):
        return False
    may_be = " " not in match["place"] or is_place(match["place"]) or match["within"]
    is_known = may_be if match["region"] is None else is_place(match["region"])
    day = match["day"]
    return bool(is_known) and is_date_line(day) and parse_with_span(day, _SETTLED) is not None


def is_of_known_place(line: str) -> bool:
    """Whether such a line begins with a place that is known."""
    return is_place(re.split(r",| [-–—(]", line)[0].strip())


def is_name_and_day(line: str) -> bool:
    """A full date beside a few capitalised words, a masthead or a programme: "THE GAZETTE, THURSDAY, MAY 4, 1933."."""
    found = parse_with_span(line, _SETTLED) if len(line) <= _LEAD else None
    if found is None:
        return False
    rest = blanked(line, *found.spans)
    words = _WORD.findall(rest)
    return (
        0 < len(words) <= _WORDS_BESIDE_A_DAY
        and not re.search(r"\d{4}", rest)
        and all(word[0].isupper() or word.casefold() in _SMALL for word in words)
    )


def _leads_in_capitals(head: str) -> bool:
    place, _, rest = head.partition(",")
    return place.isupper() and bool(rest.strip()) and len(rest.split()) <= 3  # noqa: PLR2004


def _names_a_day(head: str) -> bool:
    """A day beside its month: "Feb 12", "27 January"."""
    return any((match[1] or match[2]).casefold() in month_numbers() for match in _DAY.finditer(head))


def _is_dateline(head: str, after: str) -> bool:
    """Whether words before a mark, ``after``, are a dateline: a place in capitals, with an agency, or with a day."""
    words = _WORD.findall(head)
    is_dated = _names_a_day(head)
    if not _may_open(head, words) or not _are_names(words, is_dated=is_dated):
        return False
    is_of_agency = bool(_AGENCY.search(head))
    is_capital = _begins_in_capitals(head)
    if after.startswith(":"):
        return (is_capital and len(words) <= _MOST_BEFORE_COLON) or is_of_agency
    if after.startswith("."):
        return len(words) <= _MOST_BEFORE_STOP
    return is_of_agency or is_dated or is_capital


def _may_open(head: str, words: list[str]) -> bool:
    """Whether some words may open a paragraph with a place: few, and the first no label like "Update"."""
    if not words or len(words) > _MAX_WORDS or not (head[0].isalpha() or head[0] == "("):
        return False
    return words[0].strip(".") not in word_set("transforms.lines", "words/not_places.txt")


def _are_names(words: list[str], *, is_dated: bool) -> bool:
    """Whether all words have a capital, but for small ones within names, and for some beside a day."""
    small = [word for word in words if word[:1].islower()]
    others = [word for word in words if not word[:1].isupper() and word.casefold() not in _SMALL_IN_PLACES]
    return len(small) <= _MAX_SMALL and (is_dated or not others)


def _begins_in_capitals(head: str) -> bool:
    place = re.split(r"[,(/]", head)[0].strip()
    return len(place) >= _SHORTEST_CAPITALS and place.isupper()
