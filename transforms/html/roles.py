"""Roles of the paragraphs that were taken for the body of a page: links, sign-up lines and credits get in."""

from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.html.parts import Part
from transforms.lines import cues
from transforms.lines.name_lines import is_name_line
from transforms.lines.notes import is_about_author
from transforms.lines.roles import CUES

_LINK = 0.85
_LONG = 60


def label(parts: Sequence[Part], titles: Sequence[str]) -> list[tuple[BlockKind, str]]:
    """Role and text of each part. A repetition of the headline near the start is dropped.

    ``titles`` are the page's headlines as its tags give them.
    """
    known = {fold for title in titles if (fold := _fold(title))}
    kept = [part for index, part in enumerate(parts) if not (index < 6 and _fold(part.text) in known)]  # noqa: PLR2004
    kinds = [_kind(part) for part in kept]
    for index in {0, len(kept) - 1} if kept else ():  # a name that opens or signs the article
        if kinds[index] is BlockKind.BODY and is_name_line(kept[index].text):
            kinds[index] = BlockKind.BYLINE
    last = len(kinds) - 1
    if kinds and kinds[last] is BlockKind.BODY and is_about_author(kept[last].text, ()):
        kinds[last] = BlockKind.BOILERPLATE
    _close_tail(kinds)
    return [(kind, part.text) for kind, part in zip(kinds, kept, strict=True)]


def _fold(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _kind(part: Part) -> BlockKind:
    if part.link_share >= _LINK and not (cues.ends_sentence(part.text) and len(part.text) > _LONG):
        return BlockKind.RELATED
    if part.kind is BlockKind.CAPTION:
        return BlockKind.CREDIT if cues.is_credit(part.text) else BlockKind.CAPTION
    return next((kind for kind, shows in CUES if shows(part.text)), part.kind)


def _close_tail(kinds: list[BlockKind]) -> None:
    """Headings and scraps after the last paragraph are no part of the body; nor is a heading above links only."""
    for i in range(len(kinds) - 1, -1, -1):
        if kinds[i] is BlockKind.BODY:
            break
        if kinds[i] is BlockKind.HEADING:
            kinds[i] = BlockKind.RELATED
    for i in range(len(kinds) - 1):
        if kinds[i] is BlockKind.HEADING and kinds[i + 1] in {BlockKind.RELATED, BlockKind.BOILERPLATE}:
            kinds[i] = kinds[i + 1]
