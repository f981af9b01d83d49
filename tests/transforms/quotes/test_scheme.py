"""The tree of a model of Universal Dependencies as an English model would draw it."""

import pytest

from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.scheme import english_relations, english_words, with_tag_verbs

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


FORMS = {"raconte": "raconter", "relève": "relever", "répondu": "répondre"}


@pytest.mark.parametrize(
    ("words", "pos", "verb"),
    [
        (['"', ",", "elle", "raconte"], ["PUNCT", "PUNCT", "PRON", "ADJ"], 3),
        (['"', ",", "relève", "cet", "expert"], ["PUNCT", "PUNCT", "NOUN", "DET", "NOUN"], 2),
        (["la", "relève", "attend"], ["DET", "NOUN", "VERB"], None),
        ([",", "relève", "difficile"], ["PUNCT", "NOUN", "ADJ"], None),
    ],
    ids=["behind a pronoun", "behind a quotation", "a noun", "no subject behind"],
)
def test_verbs_of_tags(words: list[str], pos: list[str], verb: int | None) -> None:
    lemmas, deps, heads = list(words), ["dep"] * len(words), [0] * len(words)
    with_tag_verbs(words, pos, lemmas, deps, heads, FORMS)
    assert [i for i, kind in enumerate(pos) if kind == "VERB" and words[i] in FORMS] == ([] if verb is None else [verb])


def test_the_object_of_a_tag_is_its_subject() -> None:
    words, pos = ['"', ",", "a", "répondu", "Moe"], ["PUNCT", "PUNCT", "AUX", "VERB", "PROPN"]
    deps, heads = ["punct", "punct", "aux:tense", "ROOT", "obj"], [3, 3, 3, 3, 3]
    with_tag_verbs(words, pos, list(words), deps, heads, FORMS)
    assert deps[4] == "nsubj"


def test_a_name_right_behind_the_verb_of_a_tag_is_its_subject() -> None:
    words = [",", "raconte", "Moe", ",", "meunier", "lundois"]
    pos = ["PUNCT", "VERB", "PROPN", "PUNCT", "NOUN", "ADJ"]
    deps, heads = ["punct", "ROOT", "nsubj", "punct", "appos", "xcomp"], [1, 1, 5, 2, 2, 1]
    with_tag_verbs(words, pos, list(words), deps, heads, FORMS)
    assert (deps[2], heads[2]) == ("nsubj", 1)


def test_what_a_tag_reports_is_not_what_it_does() -> None:
    # "Ce serait « vain », se désole Ada Lind", where "ce" is taken for what "désole" is
    words = ["Ce", "serait", '"', "vain", '"', ",", "se", "désole", "Ada", "Lind"]
    pos = ["PRON", "AUX", "PUNCT", "ADV", "PUNCT", "PUNCT", "PRON", "VERB", "PROPN", "PROPN"]
    deps = ["expl:subj", "cop", "punct", "advmod", "punct", "punct", "expl:comp", "ROOT", "flat:name", "flat:name"]
    heads = [7, 7, 3, 7, 3, 7, 7, 7, 7, 8]
    with_tag_verbs(words, pos, [word.lower() for word in words], deps, heads, {"désole": "désoler"})
    assert (heads[0], heads[1], heads[3], deps[1]) == (1, 7, 1, "ccomp")
    assert (heads[8], deps[8]) == (7, "nsubj")
