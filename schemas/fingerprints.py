"""Fingerprints: the index in which copies find each other, one row for each wording that an article has."""

import dataframely as dy

from schemas import columns as c

LOW_HASHES = 2**30
"""Hashes below it are kept of every text, a quarter of all; of a short text the others too."""


class Fingerprints(dy.Schema):
    """A wording of a body that current articles have, as hashes of its runs of four words."""

    prose_hash = c.identifier("The wording: key into `articles`.", primary_key=True)
    runs = c.count("Distinct runs of four words.", "runs")
    sampled = c.count("How many of `hashes` are in the lowest quarter of all numbers.", "hashes")
    hashes = dy.List(
        dy.UInt32(),
        nullable=False,
        description="Hashes of the runs, sorted: of a short text all, of a longer one those in the lowest quarter.",
    )
