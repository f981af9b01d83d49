"""The lists of words of each language."""

import pytest

from transforms.quotes.grammar import lexicon as module
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.learned.speech import UNKNOWN_WORD


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_file_that_is_not_there_is_an_error(language: str) -> None:
    with pytest.raises(FileNotFoundError):
        module._words(language, "cue_verb")


def test_only_other_languages_may_do_without_some_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert module._words("fr", "trades") == frozenset()
    monkeypatch.setattr(module, "_OPTIONAL", module._OPTIONAL | {"cue_verb.txt"})
    assert module._words("fr", "cue_verb") == frozenset()
    with pytest.raises(FileNotFoundError):
        module._words("en", "cue_verb")


def test_a_language_without_words_has_none() -> None:
    assert lexicon("xx").verbs == frozenset()


def test_no_small_word_has_the_code_of_the_unknown_ones() -> None:
    assert max(lexicon("en").words_before.values()) < UNKNOWN_WORD
