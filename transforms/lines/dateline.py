"""The dateline that opens a body: "KYIV, Ukraine (AP) —", "WASHINGTON, Feb 12 (Reuters) -", "RAIPUR: ".

Where it stands inside the first paragraph it stays part of it; only its text is noted.
"""

import re

from transforms.dates.parse import month_numbers
from transforms.wordlists import word_set

_LEAD = 110
_BREAK = re.compile(r"\s*(?:\.\s?[-–—]+|[—–]|--+|\s[-]|:|/\.?(?=\s)|[-](?=\s))\s*")
_AGENCY = re.compile(r"\((?:[A-Z][\w.&/ -]{1,40})\)|/[A-Z][\w .-]{1,30}/?$")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:de\s)?([^\W\d_]+)|([^\W\d_]+)\.?\s\d{1,2}(?![\d,.]*\d{3})\b")
_ENDS = "-–—:"  # what may end a dateline that stands alone
_MAX_SMALL = 3  # words without a capital, as in "afrol News, 27 de enero"
_WORD = re.compile(r"[^\W\d_][\w.'’]*")
_MAX_WORDS = 11
_PLACE = re.compile(
    r"[A-Z][\w.'’]+(?:\s(?:de|del|la|las|los|[A-Z][\w.'’]+)){0,4}(?:,\s[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){0,2}){0,2}"
)
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


def _leads_in_capitals(head: str) -> bool:
    place, _, rest = head.partition(",")
    return place.isupper() and bool(rest.strip()) and len(rest.split()) <= 3  # noqa: PLR2004


def _names_a_day(head: str) -> bool:
    """A day beside its month: "Feb 12", "27 January"."""
    return any((match[1] or match[2]).casefold() in month_numbers() for match in _DAY.finditer(head))


def _is_dateline(head: str, after: str) -> bool:
    words = _WORD.findall(head)
    if not words or len(words) > _MAX_WORDS or (not head[0].isalpha() and head[0] != "("):
        return False
    if words[0].strip(".") in word_set("transforms.lines", "words/not_places.txt"):
        return False
    agency = bool(_AGENCY.search(head))
    dated = _names_a_day(head)
    place = _WORD.sub(lambda match: match[0], re.split(r"[,(/]", head)[0]).strip()
    capitals = len(place) > 2 and place.isupper()  # noqa: PLR2004
    if (
        not all(
            word[:1].isupper()
            or word.casefold() in {"of", "de", "del", "la", "las", "los", "and", "the", "al", "el"}
            or dated
            for word in words
        )
        or sum(word[:1].islower() for word in words) > _MAX_SMALL
    ):
        return False
    if after.startswith(":"):
        return (capitals and len(words) <= 5) or agency  # noqa: PLR2004
    if after.startswith("."):
        return len(words) <= 6  # noqa: PLR2004
    return agency or dated or capitals
