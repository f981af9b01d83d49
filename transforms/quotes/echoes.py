"""Quoted words that an article prints twice: in its headline or set apart, and in full where somebody says them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.vocabulary import BlockKind, Section
from transforms.marks import Segment
from transforms.paragraphs import Paragraph
from transforms.quotes.sections import section

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST = 2  # words of a headline; a single one may well be somebody else's
_SENTENCE = 4  # words that hardly two say alike
_FEWEST_APART = 3  # of a line of the body


@dataclass(frozen=True, slots=True)
class _Printed:
    """The words of a segment, and where they are printed: in the body, as a line set apart."""

    words: list[str]
    is_in_body: bool
    is_apart: bool

    @property
    def may_echo(self) -> bool:
        """Whether it may print again what somebody says in the body: it stands outside, with words enough."""
        if self.is_in_body:
            return self.is_apart and len(self.words) >= _FEWEST_APART
        return len(self.words) >= _FEWEST

    @property
    def may_be_echoed(self) -> bool:
        """Whether it stands amid the text, where somebody says it."""
        return self.is_in_body and not self.is_apart


def echoes(text: str, segments: Sequence[Segment], paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For a segment of a headline, a dek, a caption or a line set apart, the one of the body that holds its words.

    By their indices. ``paragraphs`` are those that the segments stand in. A line set apart is a paragraph of nothing
    but the quotation.
    """
    printed = [_printed(text, *pair) for pair in zip(segments, paragraphs, strict=True)]
    asked = [i for i, one in enumerate(printed) if one.may_echo]
    if not asked:
        return {}
    by_word = _amid_the_text(printed)
    found = ((i, _holder(printed[i].words, printed, by_word)) for i in asked)
    return {i: holder for i, holder in found if holder is not None}


def _amid_the_text(printed: Sequence[_Printed]) -> dict[str, list[int]]:
    """The segments that stand amid the text, by each of their words."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(printed):
        if one.may_be_echoed:
            for word in set(one.words):
                found[word].append(i)
    return found


def _holder(words: list[str], printed: Sequence[_Printed], by_word: Mapping[str, list[int]]) -> int | None:
    """The segment that has some words in a row: one that has no others, if any, else the first."""
    with_rarest = min((by_word.get(word, []) for word in words), key=len)
    holding = [i for i in with_rarest if _spaced(words) in _spaced(printed[i].words)]
    return next((i for i in holding if printed[i].words == words), holding[0] if holding else None)


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def is_sentence_of(text: str, echo: Segment, said: Segment) -> bool:
    """Whether an echo is too much of what is said to be another's words: its beginning, or several of its words.

    "It was never a farce" is no echo of Haddad's in: Haddad calls vote "a farce".
    """
    own, full = _words(text, echo), _words(text, said)
    return full[: len(own)] == own or len(own) >= _SENTENCE


def _printed(text: str, segment: Segment, paragraph: Paragraph) -> _Printed:
    is_in_body = section(paragraph.kind) is Section.BODY
    return _Printed(_words(text, segment), is_in_body, _stands_apart(segment, paragraph))


def _words(text: str, segment: Segment) -> list[str]:
    return _WORD.findall(text[segment.start : segment.end].casefold())


def _stands_apart(segment: Segment, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading, or holds nothing but the quotation."""
    before = paragraph.text[: segment.start - paragraph.start]
    behind = paragraph.text[segment.end - paragraph.start :]
    return paragraph.kind is BlockKind.HEADING or not (_WORD.search(before) or _WORD.search(behind))
