"""Short names of organisations, as the article itself gives the full one: 'the Post' of 'Harbour Post'."""

from collections.abc import Sequence

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
        if " " in spot.key or spot.key in found or is_country(spot.key) or is_demonym(spot.key):
            continue
        meant = [name for name in full_names if name.split()[0] == spot.key and _is_company(name.split()[1:])]
        is_whole = is_acronym(_text(paragraphs, spot)) or mapping("label_words.tsv").get(spot.key) == Label.FAC
        if not meant and not is_whole and _behind_the(paragraphs, spot):
            ends_so = [name for name in full_names if name.split()[-1] == spot.key and name.split()[0] not in parties]
            meant = [name for name in ends_so if _is_told_in_time(name, spot.key, organisations)]
        if len(meant) == 1 and not (is_city(spot.key) and meant[0].startswith(spot.key)):
            found[spot.key] = meant[0]
    return found


def _is_told_in_time(full: str, short: str, organisations: Sequence[Spot]) -> bool:
    """Whether a full name comes before its short form; a headline and a line below it may have that first."""
    first = min((spot.paragraph, spot.first) for spot in organisations if spot.key == full)
    return not any(
        spot.key == short and spot.paragraph >= _HEADLINES and (spot.paragraph, spot.first) < first
        for spot in organisations
    )


def _is_company(rest: Sequence[str]) -> bool:
    return all(word.strip(".,") in words("company_words.txt") for word in rest)


def _text(paragraphs: Sequence[HasDoc], spot: Spot) -> str:
    return str(paragraphs[spot.paragraph].doc[spot.first : spot.last].text)


def _behind_the(paragraphs: Sequence[HasDoc], spot: Spot) -> bool:
    return spot.first > 0 and paragraphs[spot.paragraph].doc[spot.first - 1].lower_ == "the"
