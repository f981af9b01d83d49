"""Roles that a line seemed to have by itself, retracted for what stands around it: "By Sea" that heads a section.

By itself a line is rather taken for a byline or a day once too often than too rarely: its neighbours show what is none.
"""

import re
from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.dates.date_lines import says_only_when
from transforms.lines import byline_lines, line_forms
from transforms.lines.units import Unit
from transforms.lines.wording import is_paragraph

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEWEST_DAYS = 2
_NEAR_LINES = 2
PARAGRAPHS_ABOVE = 2


def unmark_ways(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Headings such as "By Sea" are no bylines: where there are several, or one amid the text."""
    ways = [
        i for i, kind in enumerate(kinds) if kind is BlockKind.BYLINE and byline_lines.may_head_a_section(units[i].text)
    ]
    several = len({units[i].text for i in ways}) > 1
    amid = _amid(units, kinds)
    for i in ways:
        if several or i in amid:
            kinds[i] = None


def unmark_messages(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """The day in the head of a message that an article shows is that of the message."""
    for i in days_of_messages([unit.text for unit in units], kinds):
        kinds[i] = None


def days_of_messages(texts: Sequence[str], kinds: Sequence[BlockKind | None]) -> list[int]:
    """Places of the lines that look like the day of an article and stand in the head of a message."""
    dates = [i for i, kind in enumerate(kinds) if kind is BlockKind.DATE]
    near = {i: texts[max(0, i - _NEAR_LINES) : i + _NEAR_LINES + 1] for i in dates}
    return [i for i in dates if any(line_forms.is_message_line(text) for text in near[i])]


def unmark_timeline(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Days above what happened then, or will: the first, below a paragraph, is no more that of the article than others.

    Where they have years, the first of two may be: what is on next month is told today.
    """
    days = [i for i, kind in enumerate(kinds) if kind is BlockKind.DATE and says_only_when(units[i].text)]
    heads = [i for i in days if i + 1 < len(units) and kinds[i + 1] is None]
    dated = [_YEAR.search(units[i].text) is not None for i in heads]
    if len(heads) < _FEWEST_DAYS + any(dated) or len(set(dated)) > 1 or BlockKind.BYLINE in kinds[: heads[0]]:
        return
    if heads[0] and kinds[heads[0] - 1] is None and is_paragraph(units[heads[0] - 1].text):
        for i in heads:
            kinds[i] = None


def unmark_days(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """A day amid the text heads what happened then; when the article appeared is told with a word for it there."""
    for i in _amid(units, kinds):
        if kinds[i] is BlockKind.DATELINE or (kinds[i] is BlockKind.DATE and says_only_when(units[i].text)):
            kinds[i] = None


def _amid(units: Sequence[Unit], kinds: Sequence[BlockKind | None]) -> range:
    free = [i for i, kind in enumerate(kinds) if kind is None]
    return amid([i for i in free if is_paragraph(units[i].text)], free)


def amid(paragraphs: Sequence[int], text: Sequence[int]) -> range:
    """Places of the lines that have paragraphs above and text below them, of the places of both."""
    return range(paragraphs[PARAGRAPHS_ABOVE - 1] + 1, text[-1]) if len(paragraphs) >= PARAGRAPHS_ABOVE else range(0)
