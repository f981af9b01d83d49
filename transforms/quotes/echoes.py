"""Quoted words that an article prints twice: in its headline or set apart, and in full where somebody says them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from schemas.vocabulary import BlockKind, Section
from transforms.marks import Segment
from transforms.paragraphs import Paragraph
from transforms.quotes.sections import section

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST = 2  # words of a headline; a single one may well be somebody else's
_SENTENCE = 4  # words that hardly two say alike
_FEWEST_APART = 3  # of a line of the body


def echoes(text: str, segments: Sequence[Segment], paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For a segment of a headline, a dek, a caption or a line set apart, the one of the body that holds its words.

    By their indices. ``paragraphs`` are those that the segments stand in. A line set apart is a paragraph of nothing
    but the quotation.
    """
    is_apart = [_stands_apart(*pair) for pair in zip(segments, paragraphs, strict=True)]
    in_body = [section(paragraph.kind) is Section.BODY for paragraph in paragraphs]
    if all(in_body) and not any(is_apart):
        return {}
    words = [_WORD.findall(text[s.start : s.end].casefold()) for s in segments]
    spaced = [f" {' '.join(own)} " for own in words]
    holding: dict[str, list[int]] = defaultdict(list)  # by each of their words
    for i, own in enumerate(words):
        if in_body[i] and not is_apart[i]:
            for word in set(own):
                holding[word].append(i)
    found = {}
    for i, own in enumerate(words):
        if (is_apart[i] or not in_body[i]) and len(own) >= (_FEWEST_APART if in_body[i] else _FEWEST):
            rarest = min((holding.get(word, []) for word in own), key=len)
            said = [j for j in rarest if spaced[i] in spaced[j]]
            if said:
                found[i] = next((j for j in said if spaced[j] == spaced[i]), said[0])
    return found


def is_sentence_of(text: str, echo: Segment, said: Segment) -> bool:
    """Whether an echo is too much of what is said to be another's words: its beginning, or several of its words.

    "It was never a farce" is no echo of Haddad's in: Haddad calls vote "a farce".
    """
    own, full = (_WORD.findall(text[s.start : s.end].casefold()) for s in (echo, said))
    return full[: len(own)] == own or len(own) >= _SENTENCE


def _stands_apart(segment: Segment, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading, or holds nothing but the quotation."""
    before = paragraph.text[: segment.start - paragraph.start]
    behind = paragraph.text[segment.end - paragraph.start :]
    return paragraph.kind is BlockKind.HEADING or not (_WORD.search(before) or _WORD.search(behind))
