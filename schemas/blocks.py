"""Blocks: every line or paragraph of an article, with its role."""

import dataframely as dy
import polars as pl

from schemas import columns as c
from schemas.vocabulary import BlockKind


class Blocks(dy.Schema):
    """A run of text with one role in its article. Blocks never overlap."""

    article_id = c.identifier("The article it belongs to.", primary_key=True)
    block_index = dy.Int32(description="Place in the article, from 0, in reading order.", min=0, primary_key=True)
    kind = c.choice(BlockKind, "Role of the text.")
    start = c.offset("First code point.")
    end = c.offset("One past the last code point.")
    text = c.text("The same as `articles.text[start:end]`.", nullable=False)

    @dy.rule()
    def span_is_ordered(cls) -> pl.Expr:  # noqa: D102, N805
        return cls.start.col < cls.end.col
