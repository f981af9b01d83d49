"""How lines are compared with the word lists in ``words/``, and what their marks tell."""

import re
from functools import cache

from transforms.wordlists import entries

PACKAGE = "transforms.lines"
_QUOTES = frozenset('"“”«»„‟')
_END = re.compile(r"[.!?…][\"”’')\]»]*$")
_TRIM = " \t:.!…>»-–—*•|→▶►"
_MAX_WHOLE_LINE = 120
MAX_JUNK_WORDS = 45
LONG = 60  # code points; a shorter line may be anything


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no decoration at the ends."""
    if len(text) > _MAX_WHOLE_LINE:
        return text.casefold()  # longer than any entry of the lists of whole lines
    return " ".join(_straight(text).casefold().split()).strip(_TRIM)


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("`", "'")


@cache
def _starts(name: str) -> tuple[str, ...]:
    return tuple(_straight(start) for start in entries(PACKAGE, name))


def starts_with_any(text: str, name: str) -> bool:
    """True if the text starts with an entry of a word list, at a word's end."""
    folded = _straight(text[:120]).casefold().lstrip(' \t>»*•|→▶►([-–—"“')
    if not folded.startswith(_starts(name)):
        return False
    for start in _starts(name):
        if folded.startswith(start):
            after = folded[len(start) : len(start) + 1]
            if not after.isalnum() or not start[-1].isalnum():
                return True
    return False


def has_quotation(text: str) -> bool:
    """True if a quotation mark stands in the text."""
    return not _QUOTES.isdisjoint(text)


def ends_sentence(text: str) -> bool:
    """True if the text ends like a sentence."""
    return bool(_END.search(text))


def is_paragraph(text: str) -> bool:
    """True if the text is long and ends like a sentence, as the paragraphs of an article do."""
    return len(text) >= LONG and ends_sentence(text)


def sentences(text: str) -> int:
    """Number of sentence ends that another sentence follows, plus one."""
    return 1 + len(re.findall(r"[.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]", text))
