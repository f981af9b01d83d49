"""Undecided copies: what must be looked at again before it is known which articles are copies."""

import dataframely as dy

from schemas import columns as c


class UndecidedCopies(dy.Schema):
    """A group of copies that changed since it was last decided. Empty when no run is at work and none was killed."""

    duplicate_group_id = c.identifier("The group, as in `articles`; it may stand here more than once.")
    prose_hash = c.identifier("A wording in it that was not compared with the others yet.", nullable=True)
