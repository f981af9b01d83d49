"""Reading text from parts: one block a line, in reading order."""

import re
from collections.abc import Iterable, Sequence

from schemas.vocabulary import BlockKind
from transforms.article import Block, Found
from transforms.lines.dateline import find_dateline

Parts = Sequence[tuple[BlockKind, str]]

_SPACE = re.compile(r"\s+")
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b\ufeff]")


def clean(text: str) -> str:
    """One line without control characters, lone surrogates and runs of white space."""
    return _SPACE.sub(" ", _UNWANTED.sub("", text)).strip()


def assemble(parts: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks; parts that are empty when ``clean`` are dropped."""
    lines: list[str] = []
    blocks: list[Block] = []
    position = 0
    for kind, part in parts:
        line = clean(part)
        if not line:
            continue
        blocks.append(Block(kind, position, position + len(line)))
        lines.append(line)
        position += len(line) + 1
    return "\n".join(lines), tuple(blocks)


def with_head(title: Found | None, dek: Found | None, parts: Parts) -> Parts:
    """The parts of an article below its headline and dek."""
    head = [(BlockKind.TITLE, title), (BlockKind.DEK, dek)]
    return [*((kind, found.value) for kind, found in head if found), *parts]


def dateline_in(parts: Parts) -> str | None:
    """The place that the first paragraph of a body begins with."""
    return next((find_dateline(clean(part)) for kind, part in parts if kind is BlockKind.BODY), None)
