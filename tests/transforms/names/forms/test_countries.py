"""Countries of names, and that every code is one."""

import pytest
from babel import Locale

from schemas.vocabulary import Label
from transforms.names.forms.countries import country_code
from transforms.names.wordlists import rows


@pytest.mark.parametrize(
    ("name", "label", "code"),
    [
        pytest.param("U.S.", Label.GPE, "US", id="acronym with stops"),
        pytest.param("the Netherlands", Label.GPE, "NL", id="article"),
        pytest.param("Côte d’Ivoire", Label.GPE, "CI", id="accent and curly apostrophe"),
        pytest.param("Filipinos", Label.NORP, "PH", id="plural nationality"),
        pytest.param("Kenyan", Label.NORP, "KE", id="nationality"),
        pytest.param("Nairobi", Label.GPE, "KE", id="city"),
        pytest.param("Texas", Label.GPE, "US", id="state"),
        pytest.param("Gauteng Province", Label.LOC, "ZA", id="province"),
        pytest.param("Kursk region", Label.LOC, "RU", id="region"),
        pytest.param("Hyderabad", Label.GPE, None, id="city of two countries"),
        pytest.param("Georgia", Label.GPE, None, id="country or state"),
        pytest.param("Jordan", Label.GPE, "JO", id="country that is also a person's name"),
        pytest.param("Jordan", Label.PERSON, None, id="a person has none"),
        pytest.param("Republican", Label.NORP, None, id="party"),
    ],
)
def test_country_code(name: str, label: Label, code: str | None) -> None:
    assert country_code(name, label) == code


@pytest.mark.parametrize("file", ["countries.tsv", "cities.tsv", "regions.tsv"])
def test_codes_are_those_of_the_unicode_territories(file: str) -> None:
    known = set(Locale("en").territories)
    column = 1 if file == "cities.tsv" else 0
    assert {row[column] for row in rows(file)} - known <= {"-"}
