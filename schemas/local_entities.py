"""Local entities: what each article calls the entities it mentions."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import Label, ReferentialGender


class LocalEntities(dy.Schema):
    """An entity as one article names it: the ground that `entities` is summed up from."""

    article_id = c.identifier("The article.", primary_key=True)
    local_id = c.identifier("Id that its name alone gives it.", primary_key=True)
    entity_id = c.identifier("The entity across the corpus that is meant.")
    name = c.text("Fullest form the article prints, without titles.", nullable=False)
    label = c.choice(Label, "Type in this article, by its OntoNotes name.")
    roles = c.texts("Titles and roles the article prints for it, such as 'Defense Secretary'.")
    forms = c.texts("The forms it is written in, sorted.")
    country_code = c.text("ISO 3166-1 alpha-2 code, if it is a country or a nationality.")
    given_name = c.text("Of a person: given names as printed.")
    family_name = c.text("Of a person: family name as printed.")
    name_suffix = c.text("Of a person: 'Jr.' and the like.")
    referential_gender = c.choice(
        ReferentialGender,
        "Of a person: gender of the pronouns, titles and nouns that the article uses for them; null where there are "
        "none, where they differ, or where an older copydesk read the article.",
        nullable=True,
    )
    block = c.text("Names of different blocks are never linked.", nullable=False)
    link_reason = c.text("Why `entity_id` is not `local_id`; null where it is.")
