"""Names of authors with nothing beside them: in a line of its own below the headline, or behind the last paragraph.

Such a line may be anything in capitals, so that the text must not speak of its words, nor hold others like it.
"""

import re
from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.byline_others import is_outlet, is_place
from transforms.lines.name_lines import is_name_line, is_role
from transforms.lines.page_lines import is_section_name
from transforms.lines.units import Unit
from transforms.lines.wording import ends_sentence, has_quotation

_MAX_WORDS = 4
_PARAGRAPH = 60
_FEWEST = 2  # paragraphs of a text that somebody signs
_DASH = re.compile(r"[-–—]{1,2}\s?(?=\w)")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def find_lone_author(units: Sequence[Unit], kinds: Sequence[BlockKind | None], title: int) -> int | None:
    """Index of the line that names who wrote the article, None if there is none or another line says so."""
    if BlockKind.BYLINE in kinds:
        return None
    free = [i for i, kind in enumerate(kinds) if kind is None and i > title]
    paragraphs = [i for i in free if _is_paragraph(units[i].text)]
    if len(paragraphs) < _FEWEST:
        return None
    last = free[-1]
    above = [i for i in free if i < paragraphs[0]]
    if above and len(above) <= _FEWEST and above[-1] + 1 == paragraphs[0] and _may_sign(units, free, above[-1]):
        return above[-1]
    signs = last - 1 in paragraphs and not has_quotation(units[last - 1].text)
    return last if signs and _may_sign(units, free, last) else None


def _is_paragraph(text: str) -> bool:
    return len(text) >= _PARAGRAPH and ends_sentence(text)


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= _MAX_WORDS
        and is_name_line(text)
        and not (is_outlet(text) or is_place(text) or is_role(text) or is_section_name(text))
    )


def _may_sign(units: Sequence[Unit], free: Sequence[int], index: int) -> bool:
    """Whether a line is a name, the only one of the text, and nobody that the text is about."""
    name = _DASH.sub("", units[index].text, count=1)
    if not _is_name(name) or any(_is_name(units[i].text) for i in free if i != index):
        return False
    return not is_told_of(name, [units[i].text for i in free if i != index and not units[i].text.startswith(name)])


def is_told_of(name: str, texts: Sequence[str]) -> bool:
    """Whether texts hold the last word of a line of capitalised words, or any of its words in small letters."""
    used = {word for text in texts for word in _WORD.findall(text)}
    words = _WORD.findall(name)
    return not used.isdisjoint([words[-1], words[-1].capitalize(), *map(str.lower, words)])
