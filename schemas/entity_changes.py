"""Entity changes: every time a name that was in the lake came to mean another entity."""

import dataframely as dy

from schemas import columns as c


class EntityChanges(dy.Schema):
    """A local entity that a run linked to another entity than before."""

    run_id = c.identifier("The run that found it out.", primary_key=True)
    article_id = c.identifier("The article.", primary_key=True)
    local_id = c.identifier("The entity as the article names it.", primary_key=True)
    old_entity_id = c.identifier("What it meant until then.")
    new_entity_id = c.identifier("What it means since.")
    reason = c.text("Why; null where it is back to its own name.")
