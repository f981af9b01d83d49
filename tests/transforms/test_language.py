"""The language of a text: detected, stated where the text hardly tells, and never surer than it is."""

import pytest

from transforms.language import UNSURE, find_language

ENGLISH = "The council voted on Monday to reopen the harbour bridge before the winter, the mayor said."
FRENCH = "Le conseil municipal a rouvert le pont lundi matin, a annoncé la maire dans un communiqué."


@pytest.mark.parametrize(
    ("text", "stated", "code", "method"),
    [
        pytest.param(ENGLISH, None, "en", "detected", id="detected"),
        pytest.param(FRENCH, "en-GB", "fr", "detected", id="a text that tells is believed, whatever is stated"),
        pytest.param(FRENCH, "fr_CA", "fr", "detected", id="stated as well"),
        pytest.param("Le pont rouvre", "es", "es", "stated", id="a text that hardly tells"),
        pytest.param("12.30", "fr", "fr", "stated", id="too little to tell"),
        pytest.param("12.30", None, "und", "detected", id="too little to tell, nothing stated"),
        pytest.param("12.30", "english", "und", "detected", id="stated by no code"),
    ],
)
def test_language(text: str, stated: str | None, code: str, method: str) -> None:
    found = find_language(text, stated)
    assert (found.code, found.method) == (code, method)


def test_confidence_is_the_chance_of_the_language_that_is_told() -> None:
    assert find_language(ENGLISH, None).confidence > 0.99
    assert find_language("12.30", "fr").confidence == 0
    unsure = find_language("Le pont rouvre", None)
    stated = find_language("Le pont rouvre", "es")
    assert 0 < stated.confidence < unsure.confidence < 0.9


def test_a_name_is_too_little_to_be_sure() -> None:
    assert find_language("Anna Bergmann", None).confidence < UNSURE
