"""Roles of the paragraphs that were taken for the body of a page: links, sign-up lines and credits get in."""

import re
from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.html.parts import Part
from transforms.lines import byline_lines, cues, page_lines, picture_lines, wording
from transforms.lines.name_lines import is_name_line
from transforms.lines.notes import is_about_author
from transforms.lines.roles import CUES

_OTHER = re.compile(r"[\W_]+")
_LINK = 0.85
_LONG = 60
_MIN_REPEATED, _MAX_REPEATED = 30, 600  # letters of a paragraph that may be a repetition
_MIN_LONGER = 1.3
_MAX_SHORT, _MAX_COMPARED = 1000, 300_000


def label(parts: Sequence[Part], titles: Sequence[str]) -> list[tuple[BlockKind, str]]:
    """Role and text of each part. A repetition of the headline near the start is dropped.

    ``titles`` are the page's headlines as its tags give them.
    """
    known = {fold for title in titles if (fold := _fold(title))}
    kept = [part for index, part in enumerate(parts) if not (index < 6 and _fold(part.text) in known)]  # noqa: PLR2004
    kinds = [_kind(part) for part in kept]
    for index, part in enumerate(kept):  # the day of a message that the article shows
        if kinds[index] is BlockKind.DATE and any(
            cues.is_message_line(near.text) for near in kept[max(0, index - 2) : index + 3]
        ):
            kinds[index] = part.kind
    paragraphs = [index for index, kind in enumerate(kinds) if kind is BlockKind.BODY]
    for index in range(paragraphs[1], paragraphs[-1]) if len(paragraphs) > 1 else ():
        if kinds[index] is BlockKind.DATELINE:
            kinds[index] = kept[index].kind  # a day amid the text heads what happened then
    names = [index for index, part in enumerate(kept) if kinds[index] is BlockKind.BODY and is_name_line(part.text)]
    for index in names:
        if index == 0 or (index == len(kept) - 1 and names[:-1] in ([], [0]) and wording.ends_sentence(kept[-2].text)):
            kinds[index] = BlockKind.BYLINE  # a name that opens or signs the article, and not one of a list
    texts = [part.text for part in kept]
    for index in range(len(kept)):
        for below in page_lines.contact_block(texts, index):
            kinds[index] = kinds[below] = BlockKind.BOILERPLATE
    last = len(kinds) - 1
    if kinds and kinds[last] is BlockKind.BODY and is_about_author(kept[last].text, ()):
        kinds[last] = BlockKind.BOILERPLATE
    for index, kind in _display(kept, kinds).items():
        kinds[index] = kind
    _close_tail(kinds)
    return [(kind, part.text) for kind, part in zip(kinds, kept, strict=True)]


def _fold(text: str) -> str:
    return _OTHER.sub("", text.casefold())


def _kind(part: Part) -> BlockKind:
    if part.link_share >= _LINK and not (wording.ends_sentence(part.text) and len(part.text) > _LONG):
        return BlockKind.RELATED
    if part.kind is BlockKind.CAPTION:
        return BlockKind.CREDIT if picture_lines.is_credit(part.text) else BlockKind.CAPTION
    kind = next((kind for kind, shows in CUES if shows(part.text)), part.kind)
    if part.kind is BlockKind.HEADING and (
        (kind is BlockKind.BYLINE and byline_lines.may_head_a_section(part.text))
        or (kind is BlockKind.RELATED and not part.link_share and not page_lines.is_related_head(part.text))
    ):
        return part.kind  # "By Sea", "Watch the weather"; above links it is one of them, see _close_tail
    return kind


def _display(parts: Sequence[Part], kinds: Sequence[BlockKind]) -> dict[int, BlockKind]:
    """Sentences that a page shows once more, by their place: as a pull quote, or as a heading in quotation marks.

    They are part of a paragraph, word for word. Counted again, they would be said twice.
    """
    folded = [_fold(part.text) if kind is BlockKind.BODY else "" for part, kind in zip(parts, kinds, strict=True)]
    joined = "\n".join(folded)[:_MAX_COMPARED]
    short = [index for index, text in enumerate(folded) if _MIN_REPEATED <= len(text) <= _MAX_REPEATED]
    found = {}
    for index in short[:_MAX_SHORT]:
        own = folded[index]
        is_said = wording.ends_sentence(parts[index].text)
        if not (is_said or wording.has_quotation(parts[index].text)) or joined.count(own) == 1:
            continue
        if any(own in text and len(text) > _MIN_LONGER * len(own) for text in folded):
            found[index] = BlockKind.BOILERPLATE if is_said else BlockKind.HEADING
    return found


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
