"""Rejects: inputs that could not be turned into an article, each with its reason."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import RejectReason, Stage


class Rejects(dy.Schema):
    """An input that could not be turned into an article."""

    source_uri = c.text("The file, or the member or record of one.", nullable=False)
    file_uri = c.text("The file it is, or lies in: the key into `files`.", nullable=False)
    stage = c.choice(Stage, "The stage that refused it.")
    reason = c.choice(RejectReason, "A fixed code.")
    detail = c.text("What was wrong, in words.")
    run_id = c.identifier("The run that refused it.")
