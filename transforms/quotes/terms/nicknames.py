"""What somebody or something is called, in marks: 'Robert "Bobby" Tanner', '"Moss Tea," a bitter tea, is sold'."""

import re

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.terms.marked import Marked

_LONGEST = 3
_HASHTAG = re.compile(r"#\w+[.,]?")
_SO_CALLED = re.compile(r"\bso-called (?:\w+ )?$", re.IGNORECASE)
_NICKNAMED = re.compile(r"\b(?:known as|nicknamed) (?:the )?$")
_GIVEN_NAME = re.compile(r"(?:^|[\s(])[A-Z][\w.]*\s$")
_FAMILY_NAME = re.compile(r"\s[A-Z]\w")
# 'a ticket called "ferryferry," which': the comma tells that the name alone is set in marks
_CALLED = re.compile(r"\bcalled $")
_WHICH = re.compile(r" (?:which|where|whose)\b")


def is_hashtag(marked: Marked) -> bool:
    """Whether the marks hold a hashtag."""
    return _HASHTAG.fullmatch(marked.inner) is not None


def is_nickname(marked: Marked) -> bool:
    """Whether the marks stand inside a name, as in ``Robert "Bobby" Tanner``, or hold one: ``known as "Old Lady"``."""
    inner, begins_large = marked.inner, marked.inner[0].isupper()
    if marked.length > _LONGEST:
        return False
    if _SO_CALLED.search(marked.before) or (begins_large and _NICKNAMED.search(marked.before)):
        return True
    is_inside = bool(_GIVEN_NAME.search(marked.before) and _FAMILY_NAME.match(marked.behind))
    return is_inside and inner[-1].isalnum() and (begins_large or marked.length == 1)


def is_called_which(marked: Marked) -> bool:
    """Whether the marks hold what something is called, and a comma of the writer's: 'called "ferryferry," which'."""
    is_set_off = marked.inner[-1] == "," and marked.length <= _LONGEST
    is_called = is_set_off and bool(_CALLED.search(marked.before) and _WHICH.match(marked.behind))
    return is_called and not marked.is_called_by_somebody


def is_named_thing(marked: Marked) -> bool:
    """Whether the marks hold a name that an apposition and its verb follow: '"Moss Tea," a bitter tea, is sold ...'.

    But '"Moss Tea," the baker said, is sold' and '"Moss Tea," a baker, Ada Lind, said' tell who says so.
    """
    if marked.inner[-1] != "," or marked.length > _LONGEST or not marked.has_capitals:
        return False
    view, place = marked.view, marked.place
    sentence = view.sentence_of(place.first)
    behind = [t for t in sentence if t >= place.last and view.words[t][0] not in QUOTATION_MARKS]
    comma = next((i for i, t in enumerate(behind) if i and view.words[t] == ","), len(behind))
    apposition, rest = behind[:comma], behind[comma + 1 :]
    is_noun = any(view.pos[t] == "NOUN" for t in apposition) and not any(view.tags[t] in FINITE for t in apposition)
    return is_noun and bool(rest) and view.pos[rest[0]] == "AUX" and view.tags[rest[0]] in FINITE
