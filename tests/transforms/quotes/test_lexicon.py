"""The lists of words of each language."""

from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.learned.speech import UNKNOWN_WORD


def test_no_small_word_has_the_code_of_the_unknown_ones() -> None:
    assert max(lexicon("en").words_before.values()) < UNKNOWN_WORD
