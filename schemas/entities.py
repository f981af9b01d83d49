"""Entities: people, organisations and places across the corpus."""

import dataframely as dy

from schemas import columns as c
from schemas.vocabulary import Label


class Entities(dy.Schema):
    """A person, organisation or place across the corpus."""

    entity_id = c.identifier("Stable id of the entity.", primary_key=True)
    name = c.text("Its fullest common name.", nullable=False)
    label = c.choice(Label, "Type, by its OntoNotes name.")
    aliases = c.texts("Every form it is written in, sorted.")
    external_ids = c.texts("Ids elsewhere, from `listed_entities`, such as `wikidata:Q42`.")
    country_code = c.text("ISO 3166-1 alpha-2 code, for places and nationalities.")
    given_name = c.text("Of a person: given names as printed, middle names too; null if none is printed.")
    family_name = c.text(
        "Of a person: family name as printed, with its particles; null where only one word is printed."
    )
    name_suffix = c.text("Of a person: 'Jr.' and the like.")
    mention_count = c.count("Mentions in current articles.", "mentions")
    article_count = c.count("Current articles that mention it.", "articles")
    first_seen_at = c.instant(
        "Earliest publication time of an article that mentions it; without a zone the printed time is taken as UTC."
    )
    last_seen_at = c.instant("Latest publication time, in the same way.")
