"""The menu of a page above its headline, as it is copied with it: short lines of which few are known words."""

from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.lines.kickers import stands_above
from transforms.lines.name_lines import is_role, is_signed
from transforms.lines.units import Unit
from transforms.lines.wording import ends_sentence, is_paragraph

_OF_PAGES = frozenset({BlockKind.BOILERPLATE, BlockKind.RELATED, BlockKind.DATE})
_SIGNS = frozenset({BlockKind.BYLINE, BlockKind.DATE})
_FEWEST_LINES, _MOST_LINES = 4, 60
_FEWEST_KNOWN = 2  # lines of the page that show it by themselves, with which one more line is enough
_MOST_WORDS, _MOST_LETTERS = 3, 40  # of a line of a menu
_FEWEST_OF_A_HEADLINE, _MOST_OF_A_HEADLINE = 4, 22  # words
_MOST_BETWEEN = 2  # lines between a headline and its byline


def below_menu(units: Sequence[Unit], kinds: Sequence[BlockKind | None]) -> int | None:
    """Index of the headline below lines of a page and short ones, if a byline or a day stands below it.

    Fewer lines may be kickers, or a short headline above its dek.
    """
    lines = range(min(len(units) - 1, _MOST_LINES))
    end = next((i for i in lines if not (kinds[i] in _OF_PAGES or _may_be_of_menu(units, kinds, i))), 0)
    known = sum(kind is BlockKind.BOILERPLATE for kind in kinds[:end])
    if (
        end < (_FEWEST_LINES if known < _FEWEST_KNOWN else _FEWEST_KNOWN + 1)
        or kinds[end] is not None
        or not _may_be_headline(units[end].text)
    ):
        return None
    return end if _is_signed(units, kinds, end) else None


def _may_be_of_menu(units: Sequence[Unit], kinds: Sequence[BlockKind | None], index: int) -> bool:
    text = units[index].text
    is_short = len(text) <= _MOST_LETTERS and len(text.split()) <= _MOST_WORDS
    is_name = is_short and not text[0].islower() and not ends_sentence(text)
    return kinds[index] is None and (is_name or stands_above(text, units[index + 1].text))


def _is_signed(units: Sequence[Unit], kinds: Sequence[BlockKind | None], headline: int) -> bool:
    """Whether a byline or a day stands below, with no more between than a dek, a line, and what is of the page."""
    free = 0
    for unit, kind in zip(units[headline + 1 :], kinds[headline + 1 :], strict=True):
        if kind in _SIGNS or (kind is None and (is_role(unit.text) or is_signed(unit.text))):
            return True
        free += kind is None
        if free > _MOST_BETWEEN or (free == _MOST_BETWEEN and is_paragraph(unit.text)):
            return False
    return False


def _may_be_headline(text: str) -> bool:
    return _FEWEST_OF_A_HEADLINE <= len(text.split()) <= _MOST_OF_A_HEADLINE and not text[0].islower()
