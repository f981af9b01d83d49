"""Lines that name who wrote an article or helped: "By Ann Lee", "A and B contributed to this report"."""

import re

from transforms.byline import names_in_byline
from transforms.byline_others import agencies
from transforms.dates.parse import month_numbers
from transforms.lines.wording import MAX_JUNK_WORDS, PACKAGE, ends_sentence, has_quotation
from transforms.wordlists import word_set

_REPORTED_FROM = re.compile(
    r"^(?:[A-Z][\w.'’-]+\s){1,3}reported\sfrom\s[A-Z][\w.' ’,-]{2,60}"
    r"(?:\s(?:and|with)\s(?:[A-Z][\w.'’-]+\s){1,3}(?:reported\s)?from\s[A-Z][\w.' ’,-]{2,60})?\.?$"
)
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_BYLINE = re.compile(
    r"^(?:(?:story|words|text|report|reported|reporting|written|posted|published|compiled|analysis|review"
    r"|interview|commentary|opinion|essay|authored|produced)\s+)?by\b\s*:?\s+\S",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_BY_ALONE = re.compile(r"(?:written\s)?by\s?:?", re.IGNORECASE)
_AUTHOR = re.compile(r"^(?:authors?(?:/byline)?|auteurs?|autor|byline|writer|reporter|words)\s*:\s*\S", re.IGNORECASE)
_ROLE_BEHIND = re.compile(r"[,(]\s*((?:[^\W\d_][\w'’-]*\s){0,4}[^\W\d_][\w'’-]*)(?=\s*(?:[,;|)]|\s(?:and|with)\s|$))")
# "Story by Ada Lind • 2d • 3 min read": how old it is, and how long it takes
_HOW_LONG = re.compile(
    r"\s*[|•·]\s*(?:\d{1,3}\s?(?:mo|[mhdwy])(?:\sago)?|\d{1,3}[\s-]min(?:ute)?s?(?:\sread)?)(?=\s*(?:[|•·]|$))",
    re.IGNORECASE,
)
_NO_KIND = frozenset({"of", "the", "to", "who", "that", "and", "his", "her", "their", "is", "was", "said", "says"})
_CONTRIBUTOR = re.compile(
    r"\bcontributed\s+(?:reporting\s+)?(?:to|from)\s+(?:this|the)\s+(?:report|story|article|piece|reporting|coverage)\b"
    r"|\bcontributed\s+(?:additional\s+)?(?:reporting|research)\b(?!\s+(?:that|on|about|which))"
    r"|\bassisted\s+(?:in|with)\s+(?:this|the)\s+(?:report|story|article|reporting)\b"
    r"|\bcontributed\s+from\s+[A-Z][\w ]{2,30}\.$",
)
_CONTRIBUTOR_START = re.compile(
    r"^\W{0,2}(?:additional\s+|further\s+)?(?:reporting|writing|editing|research|production|translation|compiled|edited|written)\s+"
    r"(?:and\s+(?:writing|editing)\s+)?(?:by|from)\s+(?-i:[A-Z])"
    r"|^\W{0,2}with\s+(?:additional\s+)?(?:reporting|reports|files|contributions|inputs?|research)\s+(?:from|by)\b"
    r"|^\W{0,2}with\s+(?:AP|AFP|Reuters|agency|agencies|wire)\b[^.]{0,60}$"
    r"|^\W{0,2}(?:additional\s+)?(?:reporting|research)\s*:\s*[A-Z]",
    re.IGNORECASE,
)


def is_byline(text: str) -> bool:
    """The word "By" with names, and nothing that is not a name, a role or a date; or "By" alone, above names."""
    if _BY_ALONE.fullmatch(text):
        return True
    if len(text) > 200 or not (_BYLINE.match(text) or _AUTHOR.match(text)):  # noqa: PLR2004
        return False
    text = _HOW_LONG.sub("", text)
    words = _words_behind_by(text)
    if not words or words[0].casefold() in _WEEKDAYS or _names_a_month(words, text):
        return False
    if has_quotation(text) or (ends_sentence(text) and len(words) > 8):  # noqa: PLR2004
        return False
    named = _words_behind_by(_ROLE_BEHIND.sub(lambda match: "" if _is_role(match[1]) else match[0], text))
    return all(map(_may_be_of_byline, named)) and bool(names_in_byline(text) or named)


def _words_behind_by(text: str) -> list[str]:
    return [word for word in _WORD.findall(text)[1:] if word.casefold() != "by"]


def _may_be_of_byline(word: str) -> bool:
    """Whether a word has a capital, or is one of those between names, a role or an address."""
    folded = word.casefold()
    is_joiner = folded in word_set(PACKAGE, "words/byline_joiners.txt")
    return is_joiner or word[:1].isupper() or folded.strip(".") in word_set(PACKAGE, "words/roles.txt") or "@" in word


def _is_role(part: str) -> bool:
    """What an author is, whatever kind stands before the role: "fisheries correspondent", not "son of the editor"."""
    *kind, role = part.casefold().split()
    return role in word_set(PACKAGE, "words/person_roles.txt") and _NO_KIND.isdisjoint(kind)


def may_head_a_section(byline: str) -> bool:
    """A byline that names nobody in full, and no agency: "By Sea", "By the Numbers", and "By Sting", too."""
    names = names_in_byline(byline)
    return byline[:3].casefold() == "by " and not any(
        " " in name or not {name, name.upper()}.isdisjoint(agencies()) for name in names
    )


def _names_a_month(words: list[str], text: str) -> bool:
    """True if "By" stands before a month: "By March, Lind"; with a name right behind it a month is a given name."""
    name = re.search(rf"\b{re.escape(words[0])}\s+(\w)", text)
    return words[0].casefold().strip(".") in month_numbers() and not (name and name[1].isupper())


def says_where_from(text: str) -> bool:
    """A closing line that says where the authors were: "Lee reported from Paris and Ek from Rome"."""
    return bool(_REPORTED_FROM.match(text))


def is_contributor(text: str) -> bool:
    """A line that names who helped: "A and B contributed to this report"."""
    words = len(text.split())
    if words > 70 or has_quotation(text):  # noqa: PLR2004
        return False
    bare = text.strip("()[]_* ")
    if says_where_from(bare):
        return True
    named = bool(_CONTRIBUTOR_START.match(bare)) and (words <= 25 or ";" in bare)  # noqa: PLR2004
    return named or (words <= MAX_JUNK_WORDS and bool(_CONTRIBUTOR.search(bare)))
