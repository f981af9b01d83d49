"""Quoted words that an article prints twice: in its headline, and in full where somebody says them."""

import re
from collections.abc import Sequence

from schemas.vocabulary import BlockKind, Section
from transforms.marks import Segment
from transforms.quotes.sections import section

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST = 2  # words; a single one may well be somebody else's


def echoes(text: str, segments: Sequence[Segment], kinds: Sequence[BlockKind]) -> dict[int, int]:
    """For a segment of a headline, a dek or a caption, by its index, the one of the body that holds its words.

    ``kinds`` are those of the segments' blocks.
    """
    in_body = [section(kind) is Section.BODY for kind in kinds]
    words = [f" {' '.join(_WORD.findall(text[s.start : s.end].casefold()))} " for s in segments]
    found = {}
    for i, own in enumerate(words):
        if not in_body[i] and own.count(" ") > _FEWEST:
            holding = [j for j, other in enumerate(words) if in_body[j] and own in other]
            if holding:
                found[i] = next((j for j in holding if words[j] == own), holding[0])
    return found
