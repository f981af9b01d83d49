"""Forgotten: articles that were taken down, so that they don't come back."""

import dataframely as dy

from schemas import columns as c


class Forgotten(dy.Schema):
    """A text of an article that was taken down: no input with its identity or its content is let in again."""

    article_id = c.identifier("Identity of the article.", primary_key=True)
    content_hash = c.identifier("SHA-256 of a text it had; the text itself is nowhere kept.", primary_key=True)
    forgotten_at = c.instant("When it was taken down.", nullable=False)
