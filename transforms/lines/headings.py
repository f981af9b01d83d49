"""Headings amid the text: short lines with a longer paragraph, or a list, right below."""

from collections.abc import Iterable, Sequence

from schemas.vocabulary import BlockKind
from transforms.lines import line_forms
from transforms.lines.units import Unit
from transforms.lines.wording import LONG, ends_sentence, has_quotation

_MAX_HEADING_WORDS = 14
_SHORT = 25
_FEW_WORDS = 6
_SHORT_QUESTION = 9  # words
_MARKS = frozenset("\"'“”‘’«»„")


def mark_headings(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Lines marked or underlined as headings, and those that what stands around them makes one."""
    for i in _free(kinds):
        if line_forms.is_marked_heading(units[i].text) or _is_underlined(units, i):
            kinds[i] = BlockKind.HEADING
    by_place = [i for i in _free(kinds) if _is_heading(units, kinds, i)]
    questions = [i for i in by_place if _is_long_question(units[i].text)]
    _mark(units, kinds, [i for i in by_place if not _is_long_question(units[i].text)])
    # A long question heads what follows where other headings stand; alone it is the writer's own.
    if len(questions) > 1 or BlockKind.HEADING in kinds:
        _mark(units, kinds, questions)


def _free(kinds: Sequence[BlockKind | None]) -> list[int]:
    return [i for i, kind in enumerate(kinds) if kind is None]


def _mark(units: Sequence[Unit], kinds: list[BlockKind | None], lines: Iterable[int]) -> None:
    """Those of some lines that have the form of a heading."""
    for i in lines:
        if is_heading_text(units[i].text):
            kinds[i] = BlockKind.HEADING


def _is_long_question(text: str) -> bool:
    return text.endswith("?") and len(text.split()) > _SHORT_QUESTION


def _is_underlined(units: Sequence[Unit], index: int) -> bool:
    """Whether a ruler stands right below a line that may be a heading, and nothing right above it."""
    below = units[index + 1] if index + 1 < len(units) else None
    is_ruled = below is not None and below.gap == 0 and line_forms.is_underline(below.text)
    return is_ruled and units[index].gap > 0 and is_heading_text(units[index].text)


def is_heading_text(text: str) -> bool:
    """Short, starts with a capital or a digit, and does not end like a sentence, a list item or a speech."""
    if len(text.split()) > _MAX_HEADING_WORDS or len(text) > 110 or not any(map(str.isalpha, text)):  # noqa: PLR2004
        return False
    if text.endswith((",", ";", ":", "-", "–", "—")) or (ends_sentence(text) and not text.endswith("?")):
        return False
    if has_quotation(text) and (text[0] in '"“«„' or len(text.split()) > 8):  # noqa: PLR2004
        return False
    if text[0] in _MARKS and text[-1] in _MARKS and len(text.split()) > 6:  # noqa: PLR2004
        return False
    return text[0].isupper() or text[0].isdigit() or text[0] in "'‘\"“¿"


def _is_heading(units: Sequence[Unit], kinds: Sequence[BlockKind | None], index: int) -> bool:
    """A heading needs text above and a longer paragraph, or a list, right below; a picture may stand between."""
    next_one = index + 1
    while next_one < len(units) and kinds[next_one] in {BlockKind.CAPTION, BlockKind.CREDIT}:
        next_one += 1
    if index == 0 or next_one == len(units) or kinds[next_one] is not None:
        return False
    above, unit, below = units[index - 1], units[index], units[next_one]
    text, words = unit.text, len(unit.text.split())
    if line_forms.is_turn(text) or (line_forms.is_enumerated(text) and line_forms.is_enumerated(above.text)):
        return False
    if unit.gap == 0 and below.gap == 0 and len(above.text) < LONG:
        return False
    if text.endswith("?") and not 1 < words <= (_MAX_HEADING_WORDS if _asks(text) else _SHORT_QUESTION):
        return False
    return _heads(unit, below, words)


def _heads(unit: Unit, below: Unit, words: int) -> bool:
    """Whether what is below a short line is long enough for it, or is a list."""
    size = len(below.text)
    if unit.gap and line_forms.is_enumerated(below.text):
        return not line_forms.is_enumerated(unit.text) and words <= _FEW_WORDS
    if LONG > size >= _SHORT and words <= _FEW_WORDS and unit.gap and not unit.text.endswith("?"):
        return ends_sentence(below.text) and size > 1.8 * len(unit.text)
    return size >= LONG and size > 1.3 * len(unit.text)


def _asks(text: str) -> bool:
    """A question that a reader would have: it begins with what it asks for."""
    return text.partition(" ")[0].casefold() in {"what", "why", "who", "how", "when", "where", "which"}
