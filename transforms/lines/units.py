"""Lines and the paragraphs they make: text wrapped at 60 to 130 columns gets its paragraphs back."""

import re
from dataclasses import dataclass
from itertools import pairwise
from math import inf

_LINE = re.compile(r"[^\n]+")
_MAX_WRAP = 132  # columns; no printer and no mail program wraps later
_MIN_WRAP = 34
_MIN_JOINTS = 3
_SENTENCE_END = '.!?"”'
_FULL_SHARE = 0.55
_MAX_BEYOND = 0.1  # of the lines are heads of pages, captions
_MIN_WORDS = 4  # of a short line whose sentence may go on
_LEAD_ON = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "that", "the",
                      "to", "was", "were", "with"})  # fmt: skip
_INDENT = 2  # columns
_PROSE = 100  # columns of a line that is a paragraph, but for its end
_INNER_END = re.compile(r"[.!?][\"”’]? [\"“‘]?[A-Z]")
_NAME_BEGUN = re.compile(r"[,!?][\"”’] [a-z]+ [A-Z][a-z]+$")  # a tag up to a given name
_BYLINE = re.compile(r"by(?: [A-Z][\w.'’-]*){2,4}")  # "by Ada Lind", below a headline
_RAGGED = 9  # columns by which a wrapped line may fall short though the next word would have fitted


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or the wrapped lines of one paragraph: ``text`` is ``article[start:end]`` with the wraps as spaces.

    ``gap`` is the number of blank lines before it, ``lines`` how many it covers.
    """

    start: int
    end: int
    text: str
    gap: int
    lines: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: int
    indent: int


def split_units(text: str, *, wrapped: bool = False) -> tuple[Unit, ...]:
    """Paragraphs of a text with line feeds as line ends. Spans exclude surrounding white space.

    ``wrapped`` tells that the text is known to be wrapped; else its lines must show it.
    """
    lines = _lines(text)
    first = _first_line_indent(lines)
    width = 1 if wrapped else _wrap_width(lines, first)  # in one column every line is full
    units: list[Unit] = []
    group: list[_Line] = []
    for line in lines:
        goes_on = _continues(group[-1], line, width) if group and width else bool(group) and _is_broken(group[-1], line)
        if group and not (goes_on and line.indent < first):
            units.append(_unit(text, group))
            group = []
        group.append(line)
    if group:
        units.append(_unit(text, group))
    return tuple(units)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last_number = 0
    number = 0
    position = 0
    for match in _LINE.finditer(text):
        number += text.count("\n", position, match.start())
        position = match.start()
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        gap = number - last_number - 1 if lines else 0
        lines.append(_Line(start, start + len(stripped), stripped, max(0, gap), indent))
        last_number = number
    return lines


def _first_line_indent(lines: list[_Line]) -> float:
    """Columns from which an indent begins a paragraph; no line has as many where indents tell nothing.

    They tell if more indented lines stand above one at the margin than within blocks that are indented as a whole.
    """
    from_margin = min((line.indent for line in lines), default=0) + _INDENT
    first = block = 0
    for line, below in pairwise(lines):
        if line.indent >= from_margin and not below.gap:
            first += below.indent < from_margin
            block += below.indent == line.indent and line.text[-1] not in _SENTENCE_END
    return from_margin if first > block else inf


def _wrap_width(lines: list[_Line], first: float) -> int:
    """Columns at which the text was wrapped, 0 if it was not. Lines indented by ``first`` columns begin a paragraph.

    What stands on each page of a printed text, by itself, may be wider than its columns.
    """
    wide = [line for line in lines if " " in line.text]
    if not wide:
        return 0
    joints = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and b.indent <= a.indent and b.indent < first]
    width = _widest(wide)
    if _is_wrapped(joints, width):
        return width
    width = _widest([line for line, _ in joints if " " in line.text])
    beyond = sum(_columns(line) > width for line in wide)
    goes_on = sum(a.text[-1] not in _SENTENCE_END and b.text[0].islower() for a, b in joints)
    is_column = goes_on >= _MIN_JOINTS and beyond <= _MAX_BEYOND * len(wide)
    return width if is_column and _is_wrapped(joints, width) else 0


def _widest(lines: list[_Line]) -> int:
    """Columns of the lines, but for the few widest."""
    lengths = sorted(map(_columns, lines))
    return lengths[min(len(lengths) - 1, int(0.98 * len(lengths)))] if lengths else 0


def _columns(line: _Line) -> int:
    return len(line.text) + line.indent


def _is_wrapped(joints: list[tuple[_Line, _Line]], width: int) -> bool:
    """Whether lines without a blank one between them show that the text was wrapped at so many columns."""
    if not _MIN_WRAP <= width <= _MAX_WRAP:
        return False
    full = sum(_is_full(a, b, width) for a, b in joints)
    # A line that ends within a sentence shows wrapping; lines that all end one are paragraphs of their own.
    open_ended = sum(_is_full(a, b, width) and a.text[-1] not in _SENTENCE_END for a, b in joints)
    # In a short text two will do, if sentences plainly go on over them, and one if it is all there is.
    goes_on = sum(_is_full(a, b, width) and a.text[-1] not in _SENTENCE_END and b.text[0].islower() for a, b in joints)
    enough = full + goes_on >= _MIN_JOINTS or 0 < goes_on == len(joints)
    return enough and full >= _FULL_SHARE * len(joints) and open_ended >= _FULL_SHARE * full


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    first_word = following.text.split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(first_word) > width - _RAGGED


def _continues(line: _Line, following: _Line, width: int) -> bool:
    if following.gap or (following.indent > line.indent and following.indent >= _INDENT):
        return False
    return _is_full(line, following, width) or _leads_on(line, following)


def _leads_on(line: _Line, following: _Line) -> bool:
    """Whether a sentence plainly goes on over a line's end, however short: a dateline was taken from its begin."""
    last = line.text.rsplit(None, 1)[-1]
    if _BYLINE.fullmatch(following.text):
        return False
    if not last[-1].isalpha() or len(line.text.split()) < _MIN_WORDS or line.text.isupper():
        return False
    is_first_of_paragraph = line.indent > following.indent and line.indent >= _INDENT
    return is_first_of_paragraph or following.text[0].islower() or last in _LEAD_ON


def _is_broken(line: _Line, following: _Line) -> bool:
    """Whether a sentence is broken off by a stray line end in a text that is not wrapped, in the middle of a name even.

    '"We are late," said Ada' before 'Byron, a cook.'
    """
    is_prose = len(line.text) >= _PROSE and line.text[-1].isalpha() and _INNER_END.search(line.text) is not None
    if following.gap or not is_prose:
        return False
    return _leads_on(line, following) or (_NAME_BEGUN.search(line.text) is not None and following.text[0].isupper())


def _unit(text: str, group: list[_Line]) -> Unit:
    start, end = group[0].start, group[-1].end
    joined = text[start:end] if len(group) == 1 else " ".join(line.text for line in group)
    return Unit(start, end, joined, group[0].gap, len(group))
