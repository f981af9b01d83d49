"""Words for people that the tokenizer takes apart, and that the parser is shown whole: "vice-president".

Else it takes "vice" for who speaks, and the "Under" of "said Under Secretary Lind" for a preposition.
"""

import re
from collections.abc import Iterator

_COMPOUND = re.compile(
    r"\b(?:(?:[Vv]ice|[Cc]o|[Ee]x|[Ss]ub|[Ss]tep)-[A-Za-z]+"
    r"|[A-Za-z]+-(?:[Gg]eneral|[Ee]lect|in-[Ll]aw|in-[Cc]hief)|(?:[A-Za-z]*(?:[Mm]other|[Ff]ather)|[Mm]um|[Mm]om|[Dd]ad)-of-[a-z0-9]+)\b(?!-)"
    # It is a preposition in "Under Secretary Lind, the office grew".
    r"|(?<=\w )Under Secretary\b|(?<!\w )Under Secretary(?=(?: (?:[A-Z][\w.'\u2019-]*|and|for|of))+ [a-z])"
)
_AS_PRINTED, _AS_KNOWN = "Under Secretary", "Undersecretary"  # to the parser


def compounds_of(text: str) -> Iterator[tuple[int, str]]:
    """Where such words begin in an English paragraph, and as they are printed."""
    return ((match.start(), match[0]) for match in _COMPOUND.finditer(text))


def as_shown(word: str) -> str:
    """Such a word as the parser is shown it."""
    return _AS_KNOWN if word == _AS_PRINTED else word


def printed_length(shown: str, length: int) -> int:
    """How many code points are printed of a word that the parser is shown for a token of a ``length``."""
    if shown == _AS_KNOWN and length < len(shown):
        return len(_AS_PRINTED)
    return len(shown) if "-" in shown else length
