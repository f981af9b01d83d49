"""Clusters of an article's coreferent names while they are built, and the context of a name that decides about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.vocabulary import Label
from transforms.names.roles.genders import printed_genders
from transforms.names.roles.profiles import role_heads
from transforms.names.roles.titles import is_titled, role_after, role_before
from transforms.names.spots import HasDoc, Spot, bare


@dataclass(slots=True)
class Cluster:
    """Some of an article's spots, by their index, that are one person, body or place.

    All but the first two tell of people only: ``genders``, ``roles`` and ``titles`` what stands beside the full name,
    ``of_relatives`` the genders of whoever has a relative behind it ("her husband").
    """

    label: Label
    spots: list[int] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    full: str = ""  # the fullest key of whoever is named in full
    genders: set[str] = field(default_factory=set)
    of_relatives: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class NameContext:
    """The context of a person's name at one of the spots: genders that it tells, nouns of roles, a title.

    The title is the word right before the name, without its full stop: "cllr"; empty if there is none.
    """

    spot: int
    genders: set[str]
    roles: frozenset[str]
    title: str


def name_context(paragraphs: Sequence[HasDoc], spots: Sequence[Spot], index: int) -> NameContext:
    """The context of the name at one of the spots."""
    spot = spots[index]
    doc = paragraphs[spot.paragraph].doc
    roles = filter(None, (role_before(doc, spot.first), role_after(doc, spot.last)))
    title = bare(doc[spot.first - 1]) if is_titled(doc, spot.first) else ""
    return NameContext(index, printed_genders(paragraphs, [spot]), role_heads(tuple(roles)), title)
