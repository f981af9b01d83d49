"""Listed entities: the user's own list, as it was last imported."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import Label


class ListedEntities(dy.Schema):
    """A row of the user's `entities.csv`: a name and all its forms stand for this entity, whatever is guessed."""

    entity_id = c.identifier("Id that the name gives.", primary_key=True)
    name = c.text("The name it is to have.", nullable=False)
    label = c.choice(Label, "Its type.")
    aliases = c.texts("Other forms that mean it.")
    external_ids = c.texts("Ids elsewhere, as `scheme:id`.")
