"""Roles of the paragraphs that were taken for the body of a page: links, sign-up lines and credits get in."""

import re
from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.html.parts import Part
from transforms.lines import byline_lines, page_lines, picture_lines, wording
from transforms.lines.name_lines import is_name_line
from transforms.lines.notes import is_about_author
from transforms.lines.retractions import amid, days_of_messages
from transforms.lines.roles import CUES

_OTHER = re.compile(r"[\W_]+")
_HEAD = 6  # parts of a page that may repeat its headline
_LINK = 0.85
_LONG = 60
_MIN_REPEATED, _MAX_REPEATED = 30, 600  # letters of a paragraph that may be a repetition
_MIN_LONGER = 1.3
_MAX_SHORT, _MAX_COMPARED = 1000, 300_000


def label(parts: Sequence[Part], titles: Sequence[str]) -> list[tuple[BlockKind, str]]:
    """Role and text of each part. A repetition of the headline near the start is dropped.

    ``titles`` are the page's headlines as its tags give them.
    """
    kept = _without_headlines(parts, titles)
    kinds = [_kind(part) for part in kept]
    _unmark_messages(kept, kinds)
    _unmark_days(kept, kinds)
    _mark_names(kept, kinds)
    _mark_contacts(kept, kinds)
    _mark_author(kept, kinds)
    _mark_repetitions(kept, kinds)
    _close_tail(kinds)
    return [(kind, part.text) for kind, part in zip(kinds, kept, strict=True)]


def _without_headlines(parts: Sequence[Part], titles: Sequence[str]) -> list[Part]:
    known = {fold for title in titles if (fold := _fold(title))}
    head, rest = parts[:_HEAD], parts[_HEAD:]
    return [*(part for part in head if _fold(part.text) not in known), *rest]


def _unmark_messages(parts: Sequence[Part], kinds: list[BlockKind]) -> None:
    """The day in the head of a message that an article shows is that of the message."""
    for index in days_of_messages([part.text for part in parts], kinds):
        kinds[index] = parts[index].kind


def _unmark_days(parts: Sequence[Part], kinds: list[BlockKind]) -> None:
    """A day amid the text heads what happened then."""
    paragraphs = _places(BlockKind.BODY, kinds)
    for index in amid(paragraphs, paragraphs):
        if kinds[index] is BlockKind.DATELINE:
            kinds[index] = parts[index].kind


def _mark_names(parts: Sequence[Part], kinds: list[BlockKind]) -> None:
    """A name that opens or signs the article, and not one of a list."""
    names = [index for index in _places(BlockKind.BODY, kinds) if is_name_line(parts[index].text)]
    last = len(parts) - 1
    is_signed = names[:-1] in ([], [0]) and last > 0 and wording.ends_sentence(parts[last - 1].text)
    for index in names:
        if index == 0 or (index == last and is_signed):
            kinds[index] = BlockKind.BYLINE


def _mark_contacts(parts: Sequence[Part], kinds: list[BlockKind]) -> None:
    """Where to write or call, with the lines below it."""
    texts = [part.text for part in parts]
    for index in range(len(parts)):
        for below in page_lines.contact_block(texts, index):
            kinds[index] = kinds[below] = BlockKind.BOILERPLATE


def _mark_author(parts: Sequence[Part], kinds: list[BlockKind]) -> None:
    """What the author is, as the last paragraph tells it."""
    if kinds and kinds[-1] is BlockKind.BODY and is_about_author(parts[-1].text, ()):
        kinds[-1] = BlockKind.BOILERPLATE


def _mark_repetitions(parts: Sequence[Part], kinds: list[BlockKind]) -> None:
    for index, kind in _display(parts, kinds).items():
        kinds[index] = kind


def _places(kind: BlockKind, kinds: Sequence[BlockKind]) -> list[int]:
    return [index for index, other in enumerate(kinds) if other is kind]


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
