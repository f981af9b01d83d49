"""What a work, a prize or a policy is called, as what stands beside the marks tells: 'the film "Harbour Lights"'."""

import re
from functools import lru_cache
from typing import NamedTuple

from transforms.language import FRENCH
from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.terms.marked import AROUND, Marked

_LONGEST = 8
_LONGEST_POLICY = 5
_ENDS = frozenset(".,?!…")
_ENTITLED = re.compile(
    r"\b(?:(?:titled|entitled)(?:[,:]| (?:the|his|her|its|their) \w+)?|(?:stands|stood|short) for"
    # What an event goes by: 'a workshop, themed "Light for every boat"', 'The theme is: "Light for every boat"'.
    r"|(?:headlined|tagged|themed)[,:]?|under the (?:banner|motto|slogan|title|topic)(?: of)?[,:]?"
    r"|(?:address|lecture|paper|seminar|session|speech|symposium|talk|webinar|workshop) on the topic(?: of)?[,:]?"
    r"|(?:has|had|on|under|with) (?:the|its|a) theme(?: of)?[,:]?|the theme of|theme (?:being|is|was)[,:]?) $",
    re.IGNORECASE,
)
_BEFORE_WORK = re.compile(
    r"\s(?:section|segment|series|programme|program|column|podcast|album|exhibition|franchise|screening|trilogy)\b"
)
# What a title of any form stands behind: "Fox’s song “who knows?” was played", "they listened to “My Blue Boat”".
_SUNG = re.compile(r"\b(?:song|hymn|ballad|anthem)s? $", re.IGNORECASE)
_LISTENED = re.compile(r"\b(?:danc|listen)(?:e|ed|es|ing|s)? (?:along )?to $", re.IGNORECASE)
_PERFORMED = re.compile(r"\bperform(?:ed|ing|s)? $", re.IGNORECASE)
_SAID_TO = re.compile(r" (?:is|are|was|were) (?:believed|expected|reported|said|set|thought) to\b")
_WRITTEN_IN = re.compile(r"(?:^|[.!?\n][\"\u201d]? ?)In $")
_MADE_PUBLIC = re.compile(r",? (?:aired|broadcast|printed|published|released|which appeared)\b")
# What stands on a page or a screen: 'just tick "Ten Things to Know."'
_CLICKED = re.compile(r"\b(?:click|press|select|tap|tick)(?:ed|ing|s)? (?:on )?(?:the )?$")
# 'won first prize in the “young baker” category'; what somebody puts others in is his word: 'the “liars” category'
_END_OF_WORK = r"(?:[,.;:]| (?:about|based|by|directed|from|in|of|on|set|starring|that|which|with|written)\b)"
_WON = re.compile(r"\b(?:award|compet|contest|honou?r|nominat|prize|w[io]n)[^.]*\bin (?:an?|the) $", re.IGNORECASE)
_CATEGORY = re.compile(r" (?:category|class|division|section)\b")
_WORD_BEHIND = re.compile(r" (\w+)")
_DETERMINED = re.compile(r"\b(?:an?|its|the|their|this) $", re.IGNORECASE)
_NAMES_POLICY = frozenset({"NOUN", "PROPN", "VERB"})  # of its last word; 'the "failed" policy' is somebody's view
_MARKED_TITLE = r"[“\"]([A-Z][\w’']*(?: [\w’'&]+)* [A-Z][\w’']*),?[”\"]"
_TITLE_BEFORE = re.compile(rf"{_MARKED_TITLE},?(?: and)? $")
_TITLE_BEHIND = re.compile(rf"[”\"],?(?: and)? {_MARKED_TITLE}")
# 'Tanner called her "Lazy Bones" and "Old News"' are his words, however much they look like titles.
_CALLING = re.compile(r"\b(?:call|dub|label|nicknam)\w*\b[^.;:]*$|\bas (?:an? |the )?$")


class _Works(NamedTuple):
    """What stands before the title of a work in one language."""

    kind: re.Pattern[str]
    """The noun alone: "the film"."""
    called: re.Pattern[str]
    """... or a firm or a house, and what it is called: "a film called"."""
    behind: re.Pattern[str]
    """... or what is put behind it: '"Harbour Lights," a film about a pier'."""
    are_small: bool
    """Whether titles have a capital at their beginning only, as in French."""


@lru_cache(maxsize=4)
def _works(language: str) -> _Works:
    works = "|".join(sorted(lexicon(language).terms.works)) or "(?!)"
    return _Works(
        re.compile(rf"\b(?:{works})s?,? $", re.IGNORECASE),
        re.compile(rf"\b(?:{works}|centre|center|company|firm|group|initiative|project|website) called (?:the )?$"),
        re.compile(rf",? (?:an?|his|her|their) (?:\w+[ -]){{0,2}}(?:{works}){_END_OF_WORK}"),
        language == FRENCH,
    )


def is_title(marked: Marked) -> bool:
    """Whether what stands beside tells a title: "entitled", "a film called", "the film", "... section"."""
    before, inner, works = marked.before, marked.inner, _works(marked.lexicon.language)
    if _ENTITLED.search(before) or works.called.search(before):
        return True
    if _BEFORE_WORK.match(marked.behind) and inner[-1] not in _ENDS:
        return True
    if inner[-1] == "," and marked.has_capitals and marked.length <= _LONGEST and works.behind.match(marked.behind):
        return True
    if works.are_small:  # and groups: "selon le collectif, « Rien ne va »"
        is_title = inner[0].isupper() and marked.length <= _LONGEST and "," not in before[-2:]
        return is_title and works.kind.search(before) is not None
    return marked.has_capitals and works.kind.search(before) is not None


def is_title_by_form(marked: Marked) -> bool:
    """Whether what stands beside tells a title that may end small: "the song", "listened to", "In ...,"."""
    before, inner = marked.before, marked.inner
    if _MADE_PUBLIC.match(marked.behind) and _works(marked.lexicon.language).kind.search(before):
        return True
    if marked.length > _LONGEST or marked.begins_small:
        return False
    return (
        _SUNG.search(before) is not None
        or _LISTENED.search(before) is not None
        or (inner[-1] == "," and _WRITTEN_IN.search(before) is not None)
        or (" " in inner and marked.has_capitals and _is_shown(before, marked.behind))
    )


def _is_shown(before: str, behind: str) -> bool:
    """Whether marked words are what somebody performs, or what "is said to" do something."""
    return _PERFORMED.search(before) is not None or _SAID_TO.match(behind) is not None


def is_listed(marked: Marked) -> bool:
    """Whether a title stands next to another: ``starred in "Harbour Lights" and "The Long Pier"``."""
    text, (start, end) = marked.text, (marked.segment.start, marked.segment.end)
    before = text[max(0, start - 2 * AROUND) : start].rstrip(QUOTATION_MARKS)
    is_beside = _TITLE_BEHIND.match(text[end : end + AROUND]) is not None
    while (title := _TITLE_BEFORE.search(before)) is not None:
        before, is_beside = before[: title.start()].rstrip(QUOTATION_MARKS), True
    return is_beside and marked.has_capitals and not _CALLING.search(before)


def is_label(marked: Marked) -> bool:
    """Whether the marks hold what is printed on a page to be clicked."""
    return _CLICKED.search(marked.before) is not None and marked.has_capitals


def is_category(marked: Marked) -> bool:
    """Whether the marks hold what somebody won a prize in."""
    return _CATEGORY.match(marked.behind) is not None and _WON.search(marked.before) is not None


def is_policy(marked: Marked) -> bool:
    """Whether the marks hold what a policy or an affair is called: 'the “bread before books” principle'."""
    noun = _WORD_BEHIND.match(marked.behind)
    is_policy = noun is not None and noun[1] in marked.lexicon.terms.policies and _DETERMINED.search(marked.before)
    if not is_policy or marked.length > _LONGEST_POLICY or marked.inner[-1] == ",":
        return False
    view, place = marked.view, marked.place
    last = next((t for t in range(place.last - 1, -1, -1) if view.words[t][0].isalnum()), place.first)
    return view.pos[last] in _NAMES_POLICY
