"""The parse of a paragraph while it is put right, before :mod:`transforms.quotes.grammar.view` reads it."""

from typing import NamedTuple


class Tree(NamedTuple):
    """The columns of a parse that are put right where they stand."""

    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    begins: list[int]
    """1 for the first token of a sentence, else 0."""
