"""Entity changes: every time a name that was in the lake came to mean another entity."""

import dataframely as dy

from schemas import columns as c


class EntityChanges(dy.Schema):
    """A local entity that came to mean another entity than before, through new articles or a user's decision."""

    run_id = c.identifier(
        "The run that found it out; for a decision of a user, its `decision_id`, with `undo-` before it if taken back.",
        primary_key=True,
    )
    article_id = c.identifier("The article.", primary_key=True)
    local_id = c.identifier("The entity as the article names it.", primary_key=True)
    old_entity_id = c.identifier("What it meant until then.")
    new_entity_id = c.identifier("What it means since.")
    reason = c.text("Why; null where it is back to its own name.")
