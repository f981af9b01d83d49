"""Countries, their people, their regions and their larger cities, by ISO 3166-1 alpha-2 code.

Codes and names: ISO 3166-1, in the forms that news texts use. Cities: GeoNames (CC BY 4.0), see data/cities.tsv.
"""

from functools import cache, lru_cache

from schemas.vocabulary import Label
from transforms.names.forms.folding import fold
from transforms.names.wordlists import mapping, rows


def country_code(name: str, label: Label) -> str | None:
    """The country of a place (GPE, LOC, FAC) or nationality (NORP), None where the name alone does not tell.

    A region may be called so ('Gauteng province') or not. A city counts if it is far larger than its namesakes
    elsewhere; 'Georgia' and 'Hyderabad' tell nothing.
    """
    key = fold(name).removeprefix("the ")
    if label is Label.NORP:
        return _demonyms().get(key) or _demonyms().get(key.removesuffix("s"))
    if label not in {Label.GPE, Label.LOC, Label.FAC}:
        return None
    code = _countries().get(key) or _ambiguous().get(key) or _regions().get(key) or _regions().get(_bare_region(key))
    return code or (_cities().get(key) if label is Label.GPE else None)


@lru_cache(maxsize=4096)  # asked for the same words before nouns again and again
def nation_code(name: str, label: Label) -> str | None:
    """As :func:`country_code`, but of names of whole countries and their people only."""
    key = fold(name)
    if label is Label.NORP:
        return country_code(name, label)
    return _countries().get(key.removeprefix("the ")) if label in {Label.GPE, Label.LOC} else None


def is_country(key: str) -> bool:
    """Whether a folded name is that of a country."""
    return key in _countries()


def is_demonym(key: str) -> bool:
    """Whether a folded name is a word for the people of a country."""
    return key in _demonyms() or key.removesuffix("s") in _demonyms()


def is_city(key: str) -> bool:
    """Whether a folded name is that of a city of some size."""
    return key in _city_names()


def is_known_place(key: str) -> bool:
    """Whether a folded name is that of a country, its people, a region, or a city of some size."""
    return is_country(key) or is_demonym(key) or is_city(key) or is_region(key)


def is_region(key: str) -> bool:
    """Whether a folded name is that of a state or province."""
    return key in _regions()


def is_american_state(key: str) -> bool:
    """Whether a folded name is that of a state of the United States."""
    return _regions().get(key) == "US"


@cache
def _city_names() -> frozenset[str]:
    return frozenset(fold(name) for name in mapping("cities.tsv"))


@cache
def _countries() -> dict[str, str]:
    return {fold(form): row[0] for row in rows("countries.tsv") for form in row[1].split("|")}


@cache
def _regions() -> dict[str, str]:
    return {fold(name): row[0] for row in rows("regions.tsv") for name in row[1].split("|")}


def _bare_region(key: str) -> str:
    name, _, kind = key.rpartition(" ")
    return name if kind in {"province", "state", "region", "oblast", "prefecture"} else key


@cache
def _demonyms() -> dict[str, str]:
    return {fold(form): row[0] for row in rows("countries.tsv") for forms in row[2:] for form in forms.split("|")}


@cache
def _ambiguous() -> dict[str, str]:
    return {fold(name): code for name, code in mapping("countries_and_more.tsv").items()}


@cache
def _cities() -> dict[str, str]:
    return {fold(name): code for name, code in mapping("cities.tsv").items() if code != "-"}
