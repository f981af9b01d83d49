"""The blocks of an article that can hold speech or names, in pieces that the model can hold."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.language import FRENCH
from transforms.marks import Segment, quote_map
from transforms.tags.french import without_inserted_tags
from transforms.tags.unclosed import without_tags_at_end

_SPEAKING_KINDS = frozenset({BlockKind.TITLE, BlockKind.DEK, BlockKind.BODY, BlockKind.HEADING, BlockKind.CAPTION})
_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING})  # these have single marks in the American press as well
_LONGEST = 20_000  # code points that the model sees at once; its memory grows with them

# A name goes on over the end of a wrapped line, which the tokenizer would make a token of its own.
_AS_SPACES = str.maketrans(dict.fromkeys("\n\r\t\v\f\u00a0\u2028\u2029", " "))
_STRAIGHT = str.maketrans({"\u2019": "'"})  # French elides with it, and its models know the straight one: "l'avocate"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of one: its first code point in the article, and its quoted stretches in its own code points.

    White space in ``text`` is spaces only, as many as there were code points.
    """

    kind: BlockKind
    start: int
    text: str
    segments: tuple[Segment, ...]


def pieces(text: str, blocks: Sequence[Block], language: str) -> list[Piece]:
    """The pieces of an article in reading order, without blocks that hold no speech (bylines, credits, boilerplate).

    ``language`` is the ISO 639-1 code of the model that is to read them.
    """
    kept = [block for block in blocks if block.kind in _SPEAKING_KINDS]
    found: list[Piece] = []
    for kind in dict.fromkeys(block.kind for block in kept):  # a caption between them does not end a quotation
        group = [block for block in kept if block.kind is kind]
        headlines = kind in _HEADLINES
        maps = quote_map([text[block.start : block.end] for block in group], headlines=headlines)
        for block, segments in zip(group, maps, strict=True):
            of_block = text[block.start : block.end]
            spoken = without_tags_at_end(of_block, without_inserted_tags(of_block, segments, language), language)
            plain = of_block.translate(_STRAIGHT) if language == FRENCH else of_block
            found += _cut(kind, block.start, plain.translate(_AS_SPACES), spoken)
    return sorted(found, key=lambda piece: piece.start)


def _cut(kind: BlockKind, start: int, text: str, segments: tuple[Segment, ...]) -> Iterator[Piece]:
    """A block in pieces the model can hold, cut behind a sentence outside of quotations where there is one."""
    begin, starts = 0, [segment.start for segment in segments]
    while len(text) - begin > _LONGEST:
        cut = _place_to_cut(text, begin, segments, starts)
        yield Piece(kind, start + begin, text[begin:cut], _within(segments, begin, cut))
        begin = cut
    if text[begin:].strip():
        yield Piece(kind, start + begin, text[begin:], _within(segments, begin, len(text)))


def _place_to_cut(text: str, begin: int, segments: Sequence[Segment], starts: Sequence[int]) -> int:
    """Where a piece that begins at ``begin`` ends; ``starts`` are those of the segments, which do not overlap."""
    limit = begin + _LONGEST
    ends = [match.end() for match in re.finditer(r"[.!?\u2026]['\"\u2019\u201d\u00bb)]*\s", text[begin:limit])]
    before = [(begin + end, bisect_left(starts, begin + end) - 1) for end in ends]  # the last that begins before an end
    outside = [end - begin for end, last in before if last < 0 or segments[last].end < end]
    spaces = [limit - begin - 1 - text[begin:limit][::-1].find(" ")] if " " in text[begin:limit] else []
    return begin + max(outside or ends or spaces or [_LONGEST])


def _within(segments: tuple[Segment, ...], begin: int, end: int) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            max(segment.start, begin) - begin,
            min(segment.end, end) - begin,
            segment.opens and segment.start >= begin,
            segment.closes and segment.end <= end,
        )
        for segment in segments
        if max(segment.start, begin) < min(segment.end, end)
    )
