"""Runs: what was run when, over how much, by which versions."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import RunStatus


class Runs(dy.Schema):
    """One run."""

    run_id = c.identifier("Id of the run; sorts by start.", primary_key=True)
    started_at = c.instant("Start.", nullable=False)
    ended_at = c.instant("End; null while it runs or if it was killed.")
    status = c.choice(
        RunStatus,
        "How it ended. Of a run that was killed the counts are of what it committed, as the next run finds it.",
    )
    detail = c.text("The error, if it failed.")
    files_seen = c.count(
        "Files found under the given paths: `files_unchanged`, and those that have this `run_id` in `files`.", "files"
    )
    files_unchanged = c.count("Files whose content was already in the lake.", "files")
    files_outdated = c.count(
        "Unchanged files that another version had processed; `run --refresh` redoes them.", "files"
    )
    articles_new = c.count("Articles seen for the first time.", "articles")
    articles_unchanged = c.count("Articles read again with the content they had.", "articles")
    articles_revised = c.count("Articles that got a new revision.", "articles")
    articles_refreshed = c.count(
        "Articles with the text they had, but new metadata, a new model version, or other quotes, mentions or blocks.",
        "articles",
    )
    quotes = c.count("Quotes written.", "quotes")
    mentions = c.count("Mentions written.", "mentions")
    rejects = c.count("Inputs refused.", "inputs")
    code_version = c.text("Version of copydesk.", nullable=False)
    schema_version = dy.Int32(description="Version of the tables.", min=1)
    models = c.text(
        "All that its rows depend on, the spaCy models too, as in `files.pipeline_version`.", nullable=False
    )
