"""The forms of quotation marks: which way one bends or leans, and so whether it opens or closes something."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# For what stands beside a quotation; without the apostrophe where that would be a part of a word.
QUOTATION_MARKS = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'\u2018\u2019`"
MARKS_BEFORE = QUOTATION_MARKS.replace("\u2019", "")  # closing double ones as well: mistyped, or opening as in Danish
MARKS_BEHIND = QUOTATION_MARKS.replace("\u2018", "")

MARKS = re.compile(
    "[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|(?<!`)``(?!`)|(?<!')''(?!')|\u2019\u2019(?!\u2019)"
    r"|(?<=[\w.,?!]')''(?!')"  # behind the end of single ones: ''He told us, 'No,''' she said.
)
_BREAKS = re.compile(MARKS.pattern + "|[\u2014\u2015]")
OPENERS = frozenset({"\u201c", "\u201e", "\u201f", "\u00ab", "``"})
CLOSERS = frozenset({"\u201d", "\u00bb", "\u2019\u2019"})
SINGLE = frozenset({"\u2018", "'"})
ENDS = frozenset(".,?!\u2026")
ENDS_OF_SENTENCES = frozenset(".?!\u2026")
_STOPS = frozenset(".,;:?!")
# What may stand before an opening mark besides white space.
_LEADERS = frozenset("([{<-\u2010\u2011\u2013\u2014\u2015\u2018'/")
# 6'2" and 5′ 11½": feet and inches, never a quotation.
_INCHES = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}\s?[\u00bc-\u00be]?$")
_WIDEST = 8  # code points of that


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between quotation marks: ``[start, end)`` are code points, marks excluded.

    ``opens`` and ``closes`` tell whether a mark was there; a quotation over several paragraphs has one
    segment in each, and only the last closes.
    """

    start: int
    end: int
    opens: bool = True
    closes: bool = True


def trimmed(text: str, start: int, end: int, *, closes: bool) -> Iterable[Segment]:
    """The stretch between two places without white space at its ends; none without a letter or a digit."""
    inner = text[start:end]
    if any(map(str.isalnum, inner)):
        start += len(inner) - len(inner.lstrip())
        yield Segment(start, start + len(inner.strip()), closes=closes)


def split_at_marks(word: str) -> list[str]:
    """A word in pieces, with each quotation mark and long dash a piece of its own."""
    pieces, at = [], 0
    for mark in _BREAKS.finditer(word):
        pieces += [word[at : mark.start()], mark[0]]
        at = mark.end()
    return [piece for piece in [*pieces, word[at:]] if piece]


def opens(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    """Whether a mark that closes nothing begins a stretch."""
    if mark[0] in OPENERS:
        return True
    if mark[0] == "\u201d" and _is_mistyped(text, mark):
        return True
    if mark[0] in CLOSERS or _is_inches(text, mark) or _is_behind_single_mark(text, mark):
        return False
    if is_open:
        return leans_right(text, mark)
    before, behind = around(text, mark)
    return before.isspace() or before in _LEADERS or behind.isalnum()


def closes(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark ends the stretch that is open."""
    if mark[0] in CLOSERS:
        return True
    if mark[0] == "\u201c":  # the German pair „…“, or mistyped at the end of a stretch
        return opened[0] == "\u201e" or leans_left(text, mark) or _is_before_stop(text, mark)
    return mark[0] not in OPENERS and not _is_inches(text, mark) and not leans_right(text, mark)


def leans_right(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands behind white space and before a word, where only opening ones do."""
    before, behind = around(text, mark)
    return before.isspace() and behind.isalnum()


def leans_left(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands before white space and not behind it, nor behind a bracket or dash."""
    before, behind = around(text, mark)
    return behind.isspace() and not before.isspace() and before not in _LEADERS


def _is_before_stop(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands between a word and what ends its sentence or clause: ``he called it “a farce“.``."""
    before, behind = around(text, mark)
    return before.isalnum() and behind in _STOPS


def _is_mistyped(text: str, mark: re.Match[str]) -> bool:
    """Whether a closing mark that closes nothing stands for an opening one: the next mark ends a stretch, too.

    That may be an opening one, where both are turned round: ``\u201dWe lost,\u201c he said.``.
    """
    following = MARKS.search(text, mark.end())
    before, _ = around(text, mark)
    if following is None or not before.isspace():
        return False
    is_turned = following[0] == "\u201c" and _is_before_stop(text, following)
    return is_turned or (following[0] in "\u201d\u201c" and leans_left(text, following))


def _is_behind_single_mark(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark of two apostrophes stands behind a third one, so that it can only end something."""
    return mark[0] == "''" and text[mark.start() - 1 : mark.start()] == "'"


def _is_inches(text: str, mark: re.Match[str]) -> bool:
    return (
        mark[0] in {'"', "''", "\u201d"}
        and _INCHES.search(text, max(0, mark.start() - _WIDEST), mark.start()) is not None
    )


def around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    """The code points before and behind a mark; white space at an edge of the text."""
    before = text[mark.start() - 1] if mark.start() else " "
    behind = text[mark.end()] if mark.end() < len(text) else " "
    return before, behind
