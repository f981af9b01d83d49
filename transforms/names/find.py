"""From the recogniser's entities to the names of an article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.names.acronyms import with_introductions
from transforms.names.boundaries import (
    with_bodies,
    with_given_names,
    with_hyphens,
    with_joined_bodies,
    with_owners_apart,
    with_pairs_apart,
    with_parties_apart,
    with_regions,
    without_bare_titles,
)
from transforms.names.capitals import with_lone_surnames, with_people_cut_back, without_shouting
from transforms.names.clusters import clustered
from transforms.names.cut_names import with_suffixes
from transforms.names.marked_names import with_marked_names
from transforms.names.repeats import with_repeats
from transforms.names.spots import end_char, found_spots
from transforms.names.typing_pass import with_one_type
from transforms.names.users import with_users
from transforms.spans import Mention, Names

if TYPE_CHECKING:
    from transforms.paragraphs import Paragraph


def find_names(paragraphs: "Sequence[Paragraph]") -> Names:
    """All names of an article and what they stand for, from the entities on each ``paragraph.doc``.

    Spans are code points into the article. A name is a named mention only: titles, articles and possessive
    endings stand outside of it.
    """
    spots = with_hyphens(paragraphs, without_shouting(paragraphs, found_spots(paragraphs)))
    spots = with_users(paragraphs, with_suffixes(paragraphs, with_marked_names(paragraphs, spots)))
    spots = with_owners_apart(paragraphs, spots)
    spots = with_joined_bodies(paragraphs, with_regions(paragraphs, spots))
    spots = with_parties_apart(paragraphs, spots)
    spots = with_pairs_apart(paragraphs, with_introductions(paragraphs, spots))
    spots = with_lone_surnames(paragraphs, with_people_cut_back(paragraphs, with_one_type(paragraphs, spots)))
    spots = with_given_names(paragraphs, spots)
    spots = with_one_type(paragraphs, with_repeats(paragraphs, spots))
    spots = with_bodies(paragraphs, without_bare_titles(paragraphs, spots))
    entity_of, entities = clustered(paragraphs, spots)
    mentions = []
    for spot, entity in zip(spots, entity_of, strict=True):
        doc = paragraphs[spot.paragraph].doc
        offset = paragraphs[spot.paragraph].start
        mentions.append(Mention(offset + doc[spot.first].idx, offset + end_char(doc, spot), spot.label, entity))
    return Names(tuple(mentions), tuple(entities))
