"""Pairing of the double marks of one paragraph."""

import re

from transforms.marks.forms import (
    ENDS,
    ENDS_OF_SENTENCES,
    MARKS,
    Segment,
    closes,
    leans_left,
    leans_right,
    opens,
    trimmed,
)
from transforms.marks.mixed import begin_by_single_mark, left_open_by_single_mark
from transforms.marks.nested import end_by_single_mark, term_within
from transforms.marks.single import last_before

_ENDS_OF_LAST = ENDS_OF_SENTENCES | {"\u2019", "'"}
_LEADS_TO = frozenset({",", ":"})
# What may stand between two quotations of one speaker: " Haddad said. ", " she added, "
_TAG_BETWEEN = re.compile(
    '\\s(?:[^.!?"\u201c\u201d]|(?<=[DM][rs])\\.|(?<=Mrs)\\.){0,80}?\\b(?:said|says|told|adds|[^\\W\\d_]+ed)\\b'
    '[^.!?"\u201c\u201d]{0,60}([.,])\\s'
)
_LONGEST_LEFT_OPEN = 800  # code points up to the next opening mark
_TAGS = re.compile(r"</?[A-Za-z][^<>\n]*>")


def pairs_of_marks(text: str, *, runs_on: bool) -> list[Segment]:
    """The stretches of a paragraph that its double marks enclose; ``runs_on``: the next one may go on with the last."""
    pairing = _Pairing(text, runs_on=runs_on)
    for mark in MARKS.finditer(_TAGS.sub(lambda tag: " " * len(tag[0]), text)):
        pairing.take(mark)
    return pairing.finish()


class _Pairing:
    """The marks of a paragraph, taken one after the other: what is open, and what was found so far."""

    def __init__(self, text: str, *, runs_on: bool) -> None:
        self._text = text
        self._runs_on = runs_on
        self._first = len(text) - len(text.lstrip())
        self._last_ends = {mark: text.rfind(mark) for mark in ('"', "\u00bb")}
        self._found: list[Segment] = []
        self._opened: re.Match[str] | None = None
        self._before: list[Segment] = []  # the paragraphs of the open quotation that came before, where all are in one
        self._is_in_pair = False  # of straight marks inside of bent ones
        self._closed = 0  # where the last stretch ended
        self._behind_term = 0  # where the last term in marks within a stretch ended
        self._last = 0  # where the last mark ended

    def take(self, mark: re.Match[str]) -> None:
        """The next mark."""
        if self._opened is None:
            self._take_outside(mark)
        elif mark.start() >= self._behind_term and not self._is_nested(self._opened, mark):
            self._take_within(self._opened, mark)
        self._last = mark.end()

    def finish(self) -> list[Segment]:
        """What was found, with what is still open at the end of the paragraph, unless that mark is stray."""
        text, opened = self._text, self._opened
        if opened is None:
            begin = left_open_by_single_mark(text, self._last)
            if begin is not None:
                self._found += trimmed(text, begin, len(text), closes=False)
        elif (end := end_by_single_mark(text, opened.end())) is not None:
            self._add(opened, end, closes=True)
        elif (
            opened.start() == self._first
            or self._runs_on
            or _is_led_to(text, opened)
            or _is_resumed(text, opened, self._closed)
        ):
            self._add(opened, _end_of_last(text), closes=False)
        return self._found

    def _take_outside(self, mark: re.Match[str]) -> None:
        """A mark where nothing is open: it opens a stretch, or ends one that a single mark opened."""
        text = self._text
        begin = begin_by_single_mark(text, self._last, mark.start()) if leans_left(text, mark) else None
        if begin:
            self._found += trimmed(text, begin, mark.start(), closes=True)
            self._closed = mark.end()
        elif opens(text, mark, is_open=False):
            self._opened, self._before = mark, []

    def _take_within(self, opened: re.Match[str], mark: re.Match[str]) -> None:
        """A mark within an open stretch: it ends that, begins something in it, or the next paragraph of it."""
        text = self._text
        begins = opened.start() == self._first
        if self._is_in_pair or self._begins_pair(opened, mark):
            self._is_in_pair ^= mark[0] == '"'
        elif opened.end() == mark.start():
            self._opened = mark  # typed twice: ``""We lost," he said.``
        elif closes(text, opened, mark):
            self._add(opened, mark.start(), closes=True)
            self._opened, self._before, self._closed = None, [], mark.end()
        elif term := term_within(text, opened, mark, begins=begins, runs_on=self._runs_on):
            self._behind_term = term.end()
        elif opens(text, mark, is_open=True):
            goes_on = _begins_next(text, opened, mark)
            part = trimmed(text, opened.end(), mark.start(), closes=False)
            self._opened, self._before = mark, [*self._before, *part] if goes_on else []

    def _add(self, opened: re.Match[str], end: int, *, closes: bool) -> None:
        self._found += [*self._before, *trimmed(self._text, opened.end(), end, closes=closes)]

    def _is_nested(self, opened: re.Match[str], mark: re.Match[str]) -> bool:
        """Whether a mark of another kind stands within guillemets that are still to close."""
        is_within = opened[0] == "\u00ab" and mark[0] not in "\u00ab\u00bb"
        return is_within and self._last_ends["\u00bb"] >= mark.end()

    def _begins_pair(self, opened: re.Match[str], mark: re.Match[str]) -> bool:
        """Whether a mark begins a stretch between straight marks that stands within bent ones."""
        is_within = opened[0] == "\u201c" and mark[0] == '"'
        return is_within and leans_right(self._text, mark) and self._last_ends['"'] >= mark.end()


def _begins_next(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark begins the next paragraph of an open quotation, though the text has lost its line ends.

    ``"We lost. "We will win," he said.``
    """
    inner = text[opened.end() : mark.start()]
    ends_sentence = inner[-1:].isspace() and inner.rstrip()[-1:] in ENDS_OF_SENTENCES
    return ends_sentence and len(inner) <= _LONGEST_LEFT_OPEN


def _is_led_to(text: str, opened: re.Match[str]) -> bool:
    """Whether a mark that nothing closes begins a quotation all the same: ``He said, "We lost.``."""
    is_begin = leans_right(text, opened) and text[opened.end() : opened.end() + 1].isupper()
    return is_begin and last_before(text, opened.start()) in _LEADS_TO and last_before(text, len(text)) in _ENDS_OF_LAST


def _is_resumed(text: str, opened: re.Match[str], closed: int) -> bool:
    """Whether a mark that nothing closes goes on with a quotation behind its tag: ``"We lost," he said. "But ....``.

    ``closed`` is where the quotation before it ended.
    """
    tag = _TAG_BETWEEN.fullmatch(text, closed, opened.start()) if closed else None
    if tag is None or not leans_right(text, opened) or last_before(text, len(text)) not in _ENDS_OF_LAST:
        return False
    return tag[1] == "," or text[opened.end() : opened.end() + 1].isupper()


def _end_of_last(text: str) -> int:
    """Where a quotation that nothing closes ends: with its paragraph, without a single mark typed for a double one."""
    bare = text.rstrip()
    return len(bare) - (bare[-1:] in "\u2019'" and bare[-2:-1] in ENDS)
