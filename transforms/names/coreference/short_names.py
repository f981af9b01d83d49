"""Short names of organisations, as the article itself gives the full one: 'the Post' of 'Harbour Post'."""

from collections.abc import Sequence, Set

from schemas.vocabulary import Label
from transforms.names.forms.acronyms import is_acronym
from transforms.names.forms.countries import is_city, is_country, is_demonym
from transforms.names.spots import HasDoc, Spot
from transforms.names.wordlists import mapping, words

_HEADLINES = 2  # paragraphs that may be the headline and what stands below it


def short_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> dict[str, str]:
    """Folded short name to folded full name.

    A single word is short for the only organisation that ends with it if it stands behind 'the', and for the only one
    that has nothing but words like 'Group' and 'Ltd' behind it. 'The House' is a body of its own beside 'Signal House',
    and so are 'the WFO' beside 'Peru WFO', and 'the Senate' beside 'the Liberal Senate'.
    """
    organisations = [spot for spot in spots if spot.label is Label.ORG]
    parties = {spot.key for spot in spots if spot.label is Label.NORP and not is_demonym(spot.key)}
    full_names = sorted({spot.key for spot in organisations if " " in spot.key})
    found: dict[str, str] = {}
    for spot in organisations:
        short = spot.key
        if " " in short or short in found or is_country(short) or is_demonym(short):
            continue
        meant = [name for name in full_names if _is_company(name, short)]
        if not meant and not _is_whole(paragraphs, spot) and _behind_the(paragraphs, spot):
            ending_so = [name for name in full_names if _ends_so(name, short, parties)]
            meant = [name for name in ending_so if _is_told_in_time(name, short, organisations)]
        if len(meant) == 1 and not (is_city(short) and meant[0].startswith(short)):
            found[short] = meant[0]
    return found


def _is_company(full: str, short: str) -> bool:
    """Whether a full name is the short one and words like 'Group' and 'Ltd'."""
    parts = full.split()
    return parts[0] == short and all(word.strip(".,") in words("company_words.txt") for word in parts[1:])


def _ends_so(full: str, short: str, parties: Set[str]) -> bool:
    """Whether a full name ends with a word, and does not begin with the party that a body of this name is of."""
    parts = full.split()
    return parts[-1] == short and parts[0] not in parties


def _is_whole(paragraphs: Sequence[HasDoc], spot: Spot) -> bool:
    """Whether a single word is all of a name: an acronym, or a word for a building."""
    return is_acronym(_text(paragraphs, spot)) or mapping("label_words.tsv").get(spot.key) == Label.FAC


def _is_told_in_time(full: str, short: str, organisations: Sequence[Spot]) -> bool:
    """Whether a full name comes before its short form; a headline and a line below it may have that first."""
    first = min((spot.paragraph, spot.first) for spot in organisations if spot.key == full)
    return not any(
        spot.key == short and spot.paragraph >= _HEADLINES and (spot.paragraph, spot.first) < first
        for spot in organisations
    )


def _text(paragraphs: Sequence[HasDoc], spot: Spot) -> str:
    return str(paragraphs[spot.paragraph].doc[spot.first : spot.last].text)


def _behind_the(paragraphs: Sequence[HasDoc], spot: Spot) -> bool:
    return spot.first > 0 and paragraphs[spot.paragraph].doc[spot.first - 1].lower_ == "the"
