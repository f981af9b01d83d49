"""Trees that are put right stay trees, whatever the parser made of the sentence."""

import itertools

from transforms.quotes.grammar.apposed_tags import with_apposed_tags
from transforms.quotes.grammar.tree import Tree

_WORDS = ["Ada", "Lind", ",", "an", "adviser", "said", ",", "is", "sure", "."]
_POS = ["PROPN", "PROPN", "PUNCT", "DET", "NOUN", "VERB", "PUNCT", "AUX", "ADJ", "PUNCT"]
_TAGS = ["NNP", "NNP", ",", "DT", "NN", "VBD", ",", "VBZ", "JJ", "."]
_NAME, _NOUN, _VERB, _BEHIND = 1, 4, 5, 7


def test_no_tree_becomes_a_circle() -> None:
    for name, noun, verb, behind in itertools.product((_NAME, _NOUN, _VERB, _BEHIND), repeat=4):
        heads = [_NAME, name, _VERB, _NOUN, noun, verb, _VERB, behind, _BEHIND, _BEHIND]
        for relation, words in itertools.product(("appos", "nsubj"), (_WORDS, [*_WORDS[:7], "This", *_WORDS[8:]])):
            deps = ["compound", "nsubj", "punct", "det", relation, "ROOT", "punct", "relcl", "acomp", "punct"]
            tags = _TAGS if words is _WORDS else [*_TAGS[:7], "DT", *_TAGS[8:]]
            tree = _tree(words, tags, deps, heads)
            if all(_has_root(tree.heads, token) for token in range(len(words))):
                with_apposed_tags(tree)
                assert all(_has_root(tree.heads, token) for token in range(len(words))), heads


def _tree(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> Tree:
    lower = [word.lower() for word in words]
    begins = [1] + [0] * (len(words) - 1)
    return Tree(words, lower, list(lower), list(_POS), list(tags), deps, list(heads), begins)


def _has_root(heads: list[int], token: int) -> bool:
    for _ in heads:
        token = heads[token]
    return heads[token] == token
