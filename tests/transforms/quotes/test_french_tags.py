"""Verbs and subjects of French tags that the parser did not see."""

import pytest

from transforms.quotes.grammar.french_tags import with_tag_verbs
from transforms.quotes.grammar.tree import Tree

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
    deps, heads = ["dep"] * len(words), [0] * len(words)
    with_tag_verbs(_tree(words, pos, deps, heads), FORMS)
    assert [i for i, kind in enumerate(pos) if kind == "VERB" and words[i] in FORMS] == ([] if verb is None else [verb])


def test_the_object_of_a_tag_is_its_subject() -> None:
    words, pos = ['"', ",", "a", "répondu", "Moe"], ["PUNCT", "PUNCT", "AUX", "VERB", "PROPN"]
    deps, heads = ["punct", "punct", "aux:tense", "ROOT", "obj"], [3, 3, 3, 3, 3]
    with_tag_verbs(_tree(words, pos, deps, heads), FORMS)
    assert deps[4] == "nsubj"


def test_a_name_right_behind_the_verb_of_a_tag_is_its_subject() -> None:
    words = [",", "raconte", "Moe", ",", "meunier", "lundois"]
    pos = ["PUNCT", "VERB", "PROPN", "PUNCT", "NOUN", "ADJ"]
    deps, heads = ["punct", "ROOT", "nsubj", "punct", "appos", "xcomp"], [1, 1, 5, 2, 2, 1]
    with_tag_verbs(_tree(words, pos, deps, heads), FORMS)
    assert (deps[2], heads[2]) == ("nsubj", 1)


def test_what_a_tag_reports_is_not_what_it_does() -> None:
    # "Ce serait « vain », se désole Ada Lind", where "ce" is taken for what "désole" is
    words = ["Ce", "serait", '"', "vain", '"', ",", "se", "désole", "Ada", "Lind"]
    pos = ["PRON", "AUX", "PUNCT", "ADV", "PUNCT", "PUNCT", "PRON", "VERB", "PROPN", "PROPN"]
    deps = ["expl:subj", "cop", "punct", "advmod", "punct", "punct", "expl:comp", "ROOT", "flat:name", "flat:name"]
    heads = [7, 7, 3, 7, 3, 7, 7, 7, 7, 8]
    with_tag_verbs(_tree(words, pos, deps, heads), {"désole": "désoler"})
    assert (heads[0], heads[1], heads[3], deps[1]) == (1, 7, 1, "ccomp")
    assert (heads[8], deps[8]) == (7, "nsubj")


def _tree(words: list[str], pos: list[str], deps: list[str], heads: list[int]) -> Tree:
    lower = [word.lower() for word in words]
    return Tree(words, lower, list(lower), pos, [""] * len(words), deps, heads, [1] + [0] * (len(words) - 1))
