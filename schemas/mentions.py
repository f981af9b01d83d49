"""Mentions: named entities where they are written."""

import dataframely as dy
import polars as pl

from schemas import columns as c
from schemas.vocabulary import Label


class Mentions(dy.Schema):
    """A named entity where it is written."""

    mention_id = c.identifier("Derived from article, content and span.", primary_key=True)
    article_id = c.identifier("The article it stands in.")
    start = c.offset("First code point.")
    end = c.offset("One past the last code point.")
    text = c.text("The same as `articles.text[start:end]`.", nullable=False)
    label = c.choice(Label, "Type of the entity, by its OntoNotes name.")
    sentence = dy.Int32(
        description="Number of the sentence in the article, from 0; null where an older copydesk read the article.",
        nullable=True,
        min=0,
    )
    local_id = c.identifier("Key into `local_entities`: the entity as this article names it.", nullable=True)
    entity_id = c.identifier("The entity across the corpus that is meant.", nullable=True)

    @dy.rule()
    def span_is_ordered(cls) -> pl.Expr:  # noqa: D102, N805
        return cls.start.col < cls.end.col
