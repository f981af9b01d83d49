"""Unlinked blocks: names whose entities must be looked at again before the corpus is at rest."""

import dataframely as dy

from schemas import columns as c


class UnlinkedBlocks(dy.Schema):
    """A block of names that changed since it was last linked. Empty when no run is at work and none was killed."""

    block = c.text("The block, as in `local_entities`; it may stand here more than once.", nullable=False)
