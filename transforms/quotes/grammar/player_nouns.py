"""Nouns for players that the parser takes for adverbs: "the Lund City forward says"."""

from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.grammar.tree import Tree

_POSITIONS = frozenset({"back", "forward"})
_SAID = FINITE - {"MD"}


def with_player_nouns(tree: Tree) -> None:
    """Make such a word the subject of the verb right behind it, and the name before it a part of its phrase."""
    if _POSITIONS.isdisjoint(tree.lower):
        return
    for at in range(1, len(tree.words) - 1):
        if tree.lower[at] not in _POSITIONS or tree.tags[at + 1] not in _SAID:
            continue
        verb = at + 1
        noun = at - 1 if tree.heads[at] == verb else tree.heads[at]
        if noun < at and tree.deps[noun] == "nsubj" and tree.heads[noun] == verb:
            tree.deps[at], tree.heads[at] = "nsubj", verb
            tree.deps[noun], tree.heads[noun] = "compound", at
        if tree.deps[at] == "nsubj" and tree.heads[at] == verb:
            tree.pos[at], tree.tags[at] = "NOUN", "NN"
