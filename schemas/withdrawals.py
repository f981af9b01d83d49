"""Withdrawals: what providers took back, so that it stays away whatever order its files come in."""

import dataframely as dy

from schemas import columns as c


class Withdrawals(dy.Schema):
    """A kill notice: its article is in no current table until a version given after the notice comes."""

    article_id = c.identifier("Identity of the article that is taken back.", primary_key=True)
    source_uri = dy.String(
        description="The notice: a file, or a member or record of one.", primary_key=True, min_length=1
    )
    file_uri = c.text("The file it is, or lies in: the key into `files`.", nullable=False)
    withdrawn_at = c.instant("When the notice was given; null if it does not say: it then holds for every version.")
    run_id = c.identifier("The run that read it.")
