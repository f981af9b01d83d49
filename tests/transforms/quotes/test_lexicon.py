"""The lists of words of each language."""

from dataclasses import fields, is_dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from transforms.quotes.grammar.lexicon import Lexicon, lexicon
from transforms.quotes.grammar.lexicon import files as module
from transforms.quotes.learned.speech import UNKNOWN_WORD

DATA = Path(str(files("transforms.quotes").joinpath("data")))
COUNTS = {"cues/counts": "cues/shares", "cues/report_counts": "cues/reports", "people/source_counts": "people/sources"}
MADE_OF_NO_LIST = {"cues/tag_verb_lemmas"}
OF_OTHERS = {
    "bodies/institutions",
    "cues/core_verbs",
    "cues/own_words",
    "genders/always_feminine",
    "genders/articles",
    "genders/masculines",
    "genders/of_either",
    "offices/highest",
    "offices/nations",
    "people/witnesses",
    "pronouns/impersonal_forms",
    "scheme/function_words",
    "scheme/relations",
}
"""The lists that English has no need of."""


def declared() -> set[str]:
    """The lists of all groups, as ``group/list``."""
    groups = [field for field in fields(Lexicon) if is_dataclass(field.type)]
    return {f"{group.name}/{field.name}" for group in groups for field in fields(group.type)} - MADE_OF_NO_LIST  # type: ignore[arg-type]


def lists(language: str) -> set[str]:
    """The lists that a language has files of."""
    paths = [path.relative_to(DATA / language) for path in (DATA / language).glob("*/*.t[xs][tv]")]
    return {COUNTS.get(name, name) for name in (path.with_suffix("").as_posix() for path in paths)}


def test_english_has_each_list_but_those_of_other_languages() -> None:
    assert declared() - lists("en") == OF_OTHERS


def test_each_list_is_in_a_group() -> None:
    assert (lists("en") | lists("fr")) - declared() == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_that_no_language_can_do_without_must_be_there(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert module.words(language, "cues/verb") == frozenset()
    monkeypatch.setattr(module, "_NEEDED", module._NEEDED | {"cues/verb.txt"})
    with pytest.raises(FileNotFoundError):
        module.words(language, "cues/verb")


def test_a_language_without_words_has_none() -> None:
    assert lexicon("xx").cues.verbs == frozenset()


def test_no_small_word_has_the_code_of_the_unknown_ones() -> None:
    assert max(lexicon("en").cues.words_before.values()) < UNKNOWN_WORD
