"""Alike: wordings that are copies of each other, or of which one is in part in the other."""

import dataframely as dy
import polars as pl

from schemas import columns as c
from schemas.vocabulary import Likeness


class Alike(dy.Schema):
    """Two wordings of current articles that have much in common; the view `article_copies` tells it of the articles."""

    prose_hash = c.identifier("The one wording.", primary_key=True)
    other_hash = c.identifier("The other; it sorts after the first.", primary_key=True)
    likeness = c.choice(Likeness, "Whether they are copies, or one is in part in the other.")
    similarity = c.share("Runs of four words that both have, of all that either has (Jaccard).")
    share = c.share("Share of the first that is in the other.")
    other_share = c.share("Share of the other that is in the first.")

    @dy.rule()
    def pair_is_ordered(cls) -> pl.Expr:  # noqa: D102, N805
        return cls.prose_hash.col < cls.other_hash.col
