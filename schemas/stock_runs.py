"""Stock runs: words that so many texts have that they say nothing about where these come from."""

import dataframely as dy


class StockRuns(dy.Schema):
    """A run of four words that so many texts have that it tells nothing: of a standing line, or of a filled-in form."""

    hash = dy.UInt32(description="Hash of the run, as in `fingerprints`.", primary_key=True)
