"""The tree of a model of Universal Dependencies as an English model would draw it."""

import pytest

from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.scheme import english_relations, english_words

# Each row is word, part of speech, relation, head; then the relation and head that come out.
TREES = {
    "the last word of a name heads it": [
        ("Ada", "PROPN", "nsubj", 2, "compound", 1), ("Lind", "PROPN", "flat:name", 0, "nsubj", 2),
        ("parle", "VERB", "ROOT", 2, "ROOT", 2),
    ],
    "no verb is of a name": [
        ("Ada", "PROPN", "ROOT", 0, "ROOT", 0), ("est", "AUX", "flat:name", 0, "flat:name", 0),
    ],
    "what hangs on a name goes with it": [
        ("M.", "NOUN", "nsubj", 3, "compound", 1), ("Moe", "PROPN", "flat:name", 0, "nsubj", 3),
        ("seul", "ADJ", "amod", 0, "amod", 1), ("parle", "VERB", "ROOT", 3, "ROOT", 3),
    ],
    "a preposition hangs on what it complements": [
        ("parle", "VERB", "ROOT", 0, "ROOT", 0), ("de", "ADP", "case", 2, "prep", 0),
        ("Lund", "PROPN", "obl:arg", 0, "pobj", 1),
    ],
    "by whom": [
        ("dit", "VERB", "ROOT", 0, "ROOT", 0), ("par", "ADP", "case", 2, "agent", 0),
        ("Moe", "PROPN", "obl:agent", 0, "pobj", 1),
    ],
    "a preposition may be the root": [
        ("Selon", "ADP", "case", 1, "ROOT", 0), ("Moe", "PROPN", "ROOT", 1, "pobj", 0),
    ],
    "to be heads what somebody is": [
        ("Moe", "PROPN", "nsubj", 2, "nsubj", 1), ("est", "AUX", "cop", 2, "ROOT", 1),
        ("maire", "NOUN", "ROOT", 2, "attr", 1),
    ],
    "and how": [
        ("Moe", "PROPN", "nsubj", 2, "nsubj", 1), ("est", "AUX", "cop", 2, "ROOT", 1),
        ("prudent", "ADJ", "ROOT", 2, "acomp", 1),
    ],
    "an article may tell whose": [
        ("son", "DET", "det", 1, "poss", 1), ("fils", "NOUN", "ROOT", 1, "ROOT", 1),
    ],
    "other relations by their name": [
        ("dit", "VERB", "ROOT", 0, "ROOT", 0), ("mot", "NOUN", "obj", 0, "dobj", 0),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", TREES.values(), ids=TREES)
def test_a_tree_is_redrawn_in_the_scheme_of_english(rows: list[tuple[str, str, str, int, str, int]]) -> None:
    words, pos, deps, heads, relations, above = (list(column) for column in zip(*rows, strict=True))
    lower = english_words([word.lower() for word in words], pos, lexicon("fr").scheme.function_words)
    assert english_relations(deps, heads, lower, pos, lexicon("fr").scheme.relations) == (relations, above)


def test_small_words_by_what_they_do() -> None:
    words, pos = ["la", "mère", "qui", "la", "voit", "d’", "après", "d’", "ici"], [
        "DET", "NOUN", "PRON", "PRON", "VERB", "ADP", "ADP", "ADP", "ADV"
    ]  # fmt: skip
    found = english_words(words, pos, lexicon("fr").scheme.function_words)
    assert found == ["the", "mère", "who", "la", "voit", "d'", "après", "of", "ici"]
