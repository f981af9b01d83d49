"""What the pairing of marks would stumble over: a term within a quotation, a double mark that a single one closes.

“We call the “stubborn” man our friend”, “Blue Pier’ (the old pier) is closed
"""

import re

# A word or few in marks of the same kind within a quotation, which another mark closes: “... the “stubborn” man ...”
_TERM = re.compile(
    "(?<=[\\w\u2019])\\s\u201c[^\\s\u201c\u201d.,?!]+(?:\\s[^\\s\u201c\u201d.,?!]+){0,3}\u201d"
    '(?=[^\u201c\u201d"]*[^\\s\u201c\u201d"]\u201d)'
)
# The same between straight marks; the quotation closes with such a mark as well, or its paragraph leaves it open.
_STRAIGHT = r"(?<=[\w'\u2019,])\s\"[^\s\".,?!]+(?:\s[^\s\".,?!]+){0,3}\""
_STRAIGHT_TERM = re.compile(rf"{_STRAIGHT}(?=[^\"\u201c\u201d]*[^\s\"\u201c\u201d]\"(?!\w))")
_STRAIGHT_TERM_LEFT_OPEN = re.compile(rf"{_STRAIGHT}(?=[^\"\u201c\u201d]*$)")
# Words between guillemets within a quotation between such: « un « vilain canard » dans la flotte », of which all close.
_PAIR = "[^\u00ab\u00bb]*+\u00ab[^\u00ab\u00bb]*+\u00bb"
_IN_GUILLEMETS = re.compile(f"\u00ab[^\u00ab\u00bb]*+\u00bb(?=(?:{_PAIR})*+[^\u00ab\u00bb]*+\u00bb)")
_WORD = '[^\\s\u201c\u201d"\u2018\u2019.,:;?!]'
# Neither a plural's apostrophe ("the crews’ pay") nor that of a letter left out ("goin’ home").
_CLOSED_BY_SINGLE = re.compile(f"(?:{_WORD}+ ){{0,3}}{_WORD}*[^\\W\\d_s](\u2019)(?<!in\u2019)(?=[\\s,)])")


def term_within(
    text: str, opened: re.Match[str], mark: re.Match[str], *, begins: bool, runs_on: bool
) -> re.Match[str] | None:
    """Words in marks of the same kind as those of the open quotation that they stand in, if a mark begins one.

    ``begins``: the quotation begins its paragraph; ``runs_on``: the next one may go on with it.
    """
    if opened[0] == "\u00ab":
        return _IN_GUILLEMETS.match(text, mark.start())
    if opened[0] == "\u201c":
        return _TERM.match(text, mark.start() - 1)
    if opened[0] != '"' or not (begins or text[opened.end() : opened.end() + 1].isupper()):
        return None
    term = _STRAIGHT_TERM.match(text, mark.start() - 1)
    return term or (_STRAIGHT_TERM_LEFT_OPEN.match(text, mark.start() - 1) if begins and runs_on else None)


def end_by_single_mark(text: str, begin: int) -> int | None:
    """Where a name behind an opening double mark ends that a single one closes, in a paragraph that opens none."""
    name = _CLOSED_BY_SINGLE.match(text, begin) if "\u2018" not in text else None
    return name.start(1) if name else None
