"""The parse of a paragraph while it is put right, before :mod:`transforms.quotes.grammar.view` reads it."""

from collections.abc import Sequence
from typing import NamedTuple


class Tree(NamedTuple):
    """The columns of a parse that are put right where they stand."""

    words: Sequence[str]
    pos: list[str]
    tags: list[str]
    lemmas: list[str]
    deps: list[str]
    heads: list[int]
