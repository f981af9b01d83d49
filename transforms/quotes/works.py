"""Marks that tell a name and no speech: of a work (the film "Harbour Lights"), a theme, or a person ("Bobby")."""

import re

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.learned.questions import Question

_LONGEST_NICKNAME = 3
_AROUND = 60  # code points beside the marks that tell
_SO_CALLED = re.compile(r"\bso-called (?:\w+ )?$", re.IGNORECASE)
_KNOWN_AS = re.compile(r"\b(?:known as|nicknamed) (?:the )?$")
# What nobody in particular calls so: 'the right -- called a "veto" --', 'by what are termed "quiet hands"'.
_TERMED = re.compile(
    r"(?:\bwhat (?:is|are|was|were) |(?:[,(]|--|[\u2013\u2014]) ?)(?:also |commonly |often |sometimes |widely )?"
    r"(?:called|dubbed|known as|nicknamed|referred to as|termed) (?:an? |the )?$"
)
_BY = re.compile(r"[,.]?\W? by\b")
_WORK = (
    "album|article|ballad|book|booklet|brochure|cartoon|chapter|column|comedy|documentary|drama|episode|essay|exhibition|film|game"
    "|handbook|hymn|journal|magazine|manual|memoir|movie|musical|novel|opera|painting|pamphlet|paper|play|podcast|poem"
    "|programme|program|report|seminar|sculpture|section|segment|series|show|single|sitcom|song|study|symposium|thriller|track"
    "|video|webinar|workshop"
)
_ENTITLED = re.compile(
    r"\b(?:titled|entitled|(?:on|under) the theme|the theme of|(?:stands|stood|short) for) $", re.IGNORECASE
)
_CALLED = re.compile(rf"\b(?:{_WORK}|centre|center|company|firm|group|initiative|project|website) called (?:the )?$")
_BEHIND_WORK = re.compile(rf"\b(?:{_WORK})s? $", re.IGNORECASE)
_BEFORE_WORK = re.compile(
    r"\s(?:section|segment|series|programme|program|column|podcast|album|exhibition|franchise|screening|trilogy)\b"
)
_MARKED_TITLE = r"[“\"]([A-Z][\w’']*(?: [\w’'&]+)* [A-Z][\w’']*),?[”\"]"
_TITLE_BEFORE = re.compile(rf"{_MARKED_TITLE},?(?: and)? $")
_TITLE_BEHIND = re.compile(rf"[”\"],?(?: and)? {_MARKED_TITLE}")
_SMALL = re.compile(r"[a-zà-ÿ]")
_ENDS = frozenset(".,?!…")


def is_of_a_work(text: str, question: Question) -> bool:
    """Whether what stands beside the marks tells a title or term: "titled", "the film", "... section", ", called"."""
    before, inner, behind = _parts(text, question)
    if _ENTITLED.search(before) or _CALLED.search(before):
        return True
    if _BEFORE_WORK.match(behind) and inner[-1] not in _ENDS:
        return True
    words = inner.split()
    if _TERMED.search(before) and not _BY.match(behind):
        return True
    is_title = not _SMALL.match(words[0]) and not _SMALL.match(words[-1])
    return is_title and (_BEHIND_WORK.search(before) is not None or _is_listed(text, question))


def _is_listed(text: str, question: Question) -> bool:
    """Whether a title stands next to another: ``starred in "Harbour Lights" and "The Long Pier"``."""
    start, end = question.segment.start, question.segment.end
    before = text[max(0, start - _AROUND) : start].rstrip(QUOTATION_MARKS)
    behind = text[end : end + _AROUND]
    return _TITLE_BEFORE.search(before) is not None or _TITLE_BEHIND.match(behind) is not None


def _parts(text: str, question: Question) -> tuple[str, str, str]:
    """What stands right before the marks, between and right behind them."""
    segment = question.segment
    return (
        text[max(0, segment.start - _AROUND) : segment.start].rstrip(QUOTATION_MARKS),
        text[segment.start : segment.end],
        text[segment.end : segment.end + _AROUND].lstrip(QUOTATION_MARKS),
    )


def is_nickname(text: str, question: Question) -> bool:
    """Whether the marks stand inside a name, as in ``Robert "Bobby" Tanner``, or hold one: ``known as "Old Lady"``."""
    before, inner, behind = _parts(text, question)
    if len(inner.split()) <= _LONGEST_NICKNAME and _SO_CALLED.search(before):
        return True
    if len(inner.split()) <= _LONGEST_NICKNAME and inner[0].isupper() and _KNOWN_AS.search(before):
        return True
    return (
        len(inner.split()) <= _LONGEST_NICKNAME
        and inner[-1].isalnum()
        and re.search(r"(?:^|[\s(])[A-Z][\w.]*\s$", before) is not None
        and re.match(r"\s[A-Z]\w", behind) is not None
        and inner[0].isupper()
    )
