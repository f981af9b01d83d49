"""Several articles in one plain text, parted by rulers, each with its own headline and who wrote it or when."""

import re

from schemas.vocabulary import BlockKind
from transforms.byline import clean_names
from transforms.lines import read_plain_text
from transforms.lines.name_lines import is_name_line
from transforms.lines.units import split_units
from transforms.lines.wording import ends_sentence, is_paragraph

_COUNTED = "|".join(
    f"{word}|{word.title()}|{word.upper()}" for word in ("article", "story", "document", "text", "item")
)
COUNT = rf"\W{{0,12}}(?:{_COUNTED})\s?(?:#|[Nn]o\.?)?\s?\d{{1,5}}(?:\s?(?:of|/)\s?\d{{1,5}})?\W{{0,12}}"
"""A line that counts articles: "=== ARTICLE 3 ===", "Document 1 of 20"."""

_RULER = re.compile(rf"[ \t]*(?:[-–—=*_#~•]{{5,200}}|(?:[-=*_#~•] ){{4,100}}[-=*_#~•]|{COUNT})[ \t]*")
_MAX_UNDERLINED = 120  # letters of a headline above a ruler of its own
_FEWEST = 2
_PARAGRAPH = 60
_MAX_ABOVE = 3  # lines above the first article: what the file is


def parted(text: str) -> list[str]:
    """The texts of the articles; none if it is one article, whose rulers part something else.

    Each has a headline that is no name, a byline or a day, and a paragraph; what follows the last may have none.
    """
    parts = [part for part in _split(text) if any(map(str.isalnum, part))]
    wrapped = len(parts) > _FEWEST and any(unit.lines > 1 for unit in split_units(text))  # a brief alone may not tell
    if (
        len(parts) > _FEWEST
        and not _has_paragraph(parts[0], wrapped=wrapped)
        and len(parts[0].split("\n")) <= _MAX_ABOVE
    ):
        parts = parts[1:]
    while len(parts) > _FEWEST and not _has_paragraph(parts[-1], wrapped=wrapped):
        parts[-2:] = ["\n\n".join(parts[-2:])]
    return parts if len(parts) >= _FEWEST and all(map(_is_article, parts)) else []


def _split(text: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _RULER.fullmatch(line) and not _underlines(parts[-1]):
            parts.append([])
        else:
            parts[-1].append(line)
    return ["\n".join(lines).strip("\n") for lines in parts]


def _underlines(above: list[str]) -> bool:
    """Whether a ruler right below these lines is that of a headline or a heading."""
    line = above[-1].strip() if above else ""
    alone = len(above) == 1 or not above[-2].strip() if above else False
    return any(map(str.isalpha, line)) and alone and len(line) <= _MAX_UNDERLINED and not ends_sentence(line)


def _has_paragraph(text: str, *, wrapped: bool) -> bool:
    return any(is_paragraph(unit.text) for unit in split_units(text, wrapped=wrapped))


def _is_article(text: str) -> bool:
    read = read_plain_text(text)
    if read.title is None or is_name_line(read.title.value):
        return False
    signed = read.authors is not None and bool(clean_names(read.authors.values))
    body = sum(block.end - block.start for block in read.blocks if block.kind is BlockKind.BODY)
    return (signed or read.published is not None) and body >= _PARAGRAPH
