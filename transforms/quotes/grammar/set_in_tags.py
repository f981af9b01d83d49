"""Who says what surrounds a tag, where the parser hung him on the name before: "Ada Lind, an adviser said, is sure".

If "an adviser" told who she is, a comma would close it, and the verb behind the tag would have no subject.
"""

from transforms.quotes.grammar.closing_tags import Tree
from transforms.quotes.grammar.tagsets import FINITE, SUBJECTS

_SAID = FINITE - {"MD"}
_IN_NOUNS = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})
_APART = frozenset({"ccomp", "parataxis"})


def with_set_in_tags(tree: Tree) -> None:
    """Make such a noun the subject of its verb, and the name that of the verb behind."""
    for noun, relation in enumerate(tree.deps):
        if relation == "appos" and _opens_tag(tree, noun):
            name, verb, behind = tree.heads[noun], noun + 1, _next_word(tree, noun + 3)
            if behind is not None and tree.tags[behind] in FINITE and tree.heads[name] == verb:
                tree.deps[noun], tree.heads[noun] = "nsubj", verb
                tree.heads[name] = tree.heads[verb] if tree.deps[verb] in _APART else behind


def _opens_tag(tree: Tree, noun: int) -> bool:
    """Whether a noun between a name's comma and a verb with another comma hangs on that name, the verb's subject."""
    name, verb = tree.heads[noun], noun + 1
    if tree.words[verb + 1 : verb + 2] != [","] or tree.tags[verb] not in _SAID or tree.deps[name] not in SUBJECTS:
        return False
    first = noun
    while first > name + 1 and tree.pos[first - 1] in _IN_NOUNS:
        first -= 1
    return first == name + 2 and tree.words[name + 1] == ","


def _next_word(tree: Tree, first: int) -> int | None:
    return next((t for t in range(first, len(tree.words)) if tree.words[t][0].isalnum()), None)
