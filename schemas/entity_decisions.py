"""Entity decisions: what users said about who is who. They win over every guess, now and in later runs."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import DecisionKind


class EntityDecisions(dy.Schema):
    """One thing that a user decided about an entity; the decisions are followed in the order they were made."""

    decision_id = c.identifier("Id of the decision; several rows share it if a split is of several articles or names.")
    decided_at = c.instant("When.", nullable=False)
    kind = c.choice(DecisionKind, "What was decided.")
    entity_id = c.identifier("The entity it is about.")
    target_id = c.identifier("The entity that is meant instead; null for a rename.", nullable=True)
    name = c.text("The name that was given: to the entity by a rename, to the new entity by a split.")
    article_id = c.identifier("Of a split: the article it is about; null if all are.", nullable=True)
    local_id = c.identifier("Of a split: the name it is about, by its id alone; null if all names are.", nullable=True)
    note = c.text("Why, in the user's words.")
