"""From the recogniser's entities to the names of an article."""

from collections.abc import Callable, Sequence

from transforms.names.coreference.clusters import clustered
from transforms.names.passes.boundaries import (
    with_bodies,
    with_campuses,
    with_given_names,
    with_hyphens,
    with_joined_bodies,
    with_occasions,
    with_regions,
    without_bare_titles,
)
from transforms.names.passes.capitals import with_lone_surnames, with_people_cut_back, without_shouting
from transforms.names.passes.company_kinds import with_company_kinds
from transforms.names.passes.consistent_types import with_one_type
from transforms.names.passes.contests import with_contests
from transforms.names.passes.cut_names import with_common_surnames, with_suffixes
from transforms.names.passes.french_names import (
    with_addressed,
    without_complements,
    without_portfolios,
    without_strays,
)
from transforms.names.passes.french_types import with_peoples
from transforms.names.passes.initials import with_initials
from transforms.names.passes.introductions import with_introductions
from transforms.names.passes.marked_names import with_marked_names
from transforms.names.passes.missed_names import (
    with_firms,
    with_full_names,
    with_media,
    with_relatives,
    with_second_titled,
)
from transforms.names.passes.nicknames import with_nicknames
from transforms.names.passes.possessive_names import with_possessive_names
from transforms.names.passes.repeats import with_repeats
from transforms.names.passes.sentence_heads import with_sentence_heads_apart
from transforms.names.passes.split_names import (
    with_joined_bodies_apart,
    with_offices_apart,
    with_owners_split,
    with_pairs_apart,
    with_parties_apart,
)
from transforms.names.passes.titles_in_names import with_titles_in_names
from transforms.names.passes.user_accounts import with_handles, with_users
from transforms.names.spots import HasDoc, Placed, Spot, end_char, found_spots
from transforms.spans import Mention, Names

_PASSES: tuple[Callable[[Sequence[HasDoc], Sequence[Spot]], list[Spot]], ...] = (
    # What French articles and nouns tell.
    without_portfolios,
    without_strays,
    with_peoples,
    with_addressed,
    # Where names begin and end. Before the types, as these are voted on for the words that make up a name.
    without_shouting,
    with_hyphens,
    with_initials,
    with_marked_names,
    with_nicknames,
    with_common_surnames,
    with_suffixes,  # after hyphens and marks: 'Jr.' stands behind the whole name
    with_users,
    with_handles,
    with_firms,
    with_media,
    with_second_titled,
    with_relatives,
    with_owners_split,
    with_campuses,
    with_regions,  # after owners: what is Peru's may be a region by itself
    with_joined_bodies,
    with_joined_bodies_apart,  # after the bodies that are joined
    with_parties_apart,  # after bodies: two of them joined may be a party and its body, which this takes apart for good
    with_introductions,
    with_pairs_apart,
    with_company_kinds,
    with_occasions,
    with_contests,
    # What each name is.
    with_one_type,
    with_possessive_names,  # after the types: a person's name has such an ending before "said" only if it is a firm's
    # Where names of people begin and end. After the types: only now it is known who is a person.
    with_offices_apart,
    with_sentence_heads_apart,
    with_people_cut_back,
    with_lone_surnames,  # after the cuts: the last word of 'Ada Byron Meets' is nobody's surname
    with_given_names,
    # Names that the recogniser passed over. After all that moves an end: they are found by the words of the others.
    with_repeats,
    with_full_names,  # after the repeats, which are none of those: nobody is known by a part of such a name
    with_titles_in_names,  # after the repeats: a longer name anywhere tells that the title is no part of it
    with_one_type,  # again: the repeats and what stands beside them tell more
    # What is no name by itself. After the types: a title alone is nobody, but may be a place or a body.
    without_bare_titles,
    without_complements,
    with_bodies,  # last: until here, 'the Byron administration' tells that Byron is a person
)
"""What corrects the recogniser's names, in this order. Comments give the reasons; without one, none is known."""


def find_names(paragraphs: Sequence[Placed]) -> Names:
    """All names of an article and what they stand for, from the entities on each ``paragraph.doc``.

    Spans are code points into the article. A name is a named mention only: titles, articles and possessive
    endings stand outside of it.
    """
    spots = found_spots(paragraphs)
    for put_right in _PASSES:
        spots = put_right(paragraphs, spots)
    entity_of, entities = clustered(paragraphs, spots)
    mentions = []
    for spot, entity in zip(spots, entity_of, strict=True):
        doc = paragraphs[spot.paragraph].doc
        offset = paragraphs[spot.paragraph].start
        mentions.append(Mention(offset + doc[spot.first].idx, offset + end_char(doc, spot), spot.label, entity))
    return Names(tuple(mentions), tuple(entities))
