"""Files: the account of every input, so that nothing is lost unseen."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import FileStatus


class Files(dy.Schema):
    """An input file that was seen; an archive is one, whatever it holds."""

    source_uri = dy.String(description="Absolute URI, or relative to `--root`.", primary_key=True, min_length=1)
    sha256 = c.text("SHA-256 of its bytes; null if it could not be read.")
    bytes = c.count("Size.", "bytes", nullable=True)
    format = c.text("Name of the reader that took it; null if none did.")
    encoding = c.text("Character encoding it was decoded from.")
    status = c.choice(FileStatus, "What became of it.")
    article_ids = c.texts("The articles that came out of it.")
    remote_tag = c.text(
        "Of a remote file: the tag (ETag), or else the time of change, that its server gave for this content."
    )
    pipeline_version = c.text(
        "What processed it: versions of copydesk, with a digest of its rules and word lists, of the schema and of the "
        "models; a digest of the settings of reading if they are not the defaults.",
        nullable=False,
    )
    run_id = c.identifier("The run that last processed it.")
