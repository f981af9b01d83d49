"""Unfinished files: how far the lake has got in a file that is longer than a batch."""

import dataframely as dy

from schemas import columns as c


class UnfinishedFiles(dy.Schema):
    """A file with batches committed and its last one not. Empty when no run is at work and none was killed."""

    source_uri = dy.String(description="The file, as it will stand in `files`.", primary_key=True, min_length=1)
    sha256 = c.text("SHA-256 of its bytes.", nullable=False)
    pipeline_version = c.text("What processed it so far, as in `files`.", nullable=False)
    article_count = c.count("Articles of it, in its order, that are done with.", "articles")
