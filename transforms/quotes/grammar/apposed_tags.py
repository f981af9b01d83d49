"""Tags whose subject the parser takes for an apposition to a name: "Ada Lind, an adviser said".

"Ada Lind, an adviser said, is sure" is the adviser's: if that told who she is, the verb behind the tag would have no
subject. 'Ada Lind, an adviser said, "We are sure."' is hers, with a comma left out behind who she is.
"""

from transforms.names.wordlists import words
from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.grammar.tree import Tree

_SAID = FINITE - {"MD"}
_IN_NOUNS = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_APART = frozenset({"ccomp", "parataxis"})
_LEADS = frozenset({",", ":", '"', "that"})  # between a verb and what is said
_FULL_NAME = 2  # words, and more


def with_apposed_tags(tree: Tree) -> None:
    """Put such nouns right: subjects of their verbs where the sentence goes on behind a tag, else told of the name."""
    for noun, relation in enumerate(tree.deps[:-2]):
        if relation == "appos" and tree.tags[noun + 1] in _SAID and tree.heads[tree.heads[noun]] == noun + 1:
            _give_tag(tree, noun)
        elif relation == "nsubj" and tree.heads[noun] == noun + 1 and tree.tags[noun + 1] in _SAID:
            _take_tag(tree, noun)


def _give_tag(tree: Tree, noun: int) -> None:
    """Make a noun the subject of the verb of a tag, and the name before it that of the verb behind the tag."""
    name, verb = tree.heads[noun], noun + 1
    behind = _verb_behind(tree, verb)
    if behind is not None and tree.words[name + 1] == "," and not _is_under(tree, behind, name):
        tree.deps[noun], tree.heads[noun] = "nsubj", verb
        tree.heads[name] = tree.heads[verb] if tree.deps[verb] in _APART else behind


def _take_tag(tree: Tree, noun: int) -> None:
    """Make a name that opens its sentence the subject of the verb, and the noun between the two what it is."""
    begin, verb = noun, noun + 1
    while begin > 0 and tree.pos[begin - 1] in _IN_NOUNS:
        begin -= 1
    name = begin - 2
    first = name
    while first > 0 and tree.pos[first - 1] == "PROPN" and tree.heads[first - 1] == name:
        first -= 1
    is_name = name - first + 1 >= _FULL_NAME and tree.words[first].lower() not in words("calendar.txt")
    is_first = first == 0 or tree.words[first - 1] in {".", "!", "?"}
    is_told = tree.words[begin - 1] == "," and tree.tags[noun] == "NN" and tree.words[verb + 1] in _LEADS
    if is_name and is_first and is_told and _verb_behind(tree, verb) is None:
        tree.deps[noun], tree.heads[noun] = "appos", name
        tree.deps[name], tree.heads[name] = "nsubj", verb
        tree.deps[verb], tree.heads[verb] = "ROOT", verb


def _verb_behind(tree: Tree, verb: int) -> int | None:
    """The finite verb right behind a verb and its comma, marks aside."""
    behind = next((t for t in range(verb + 2, len(tree.words)) if tree.words[t][0].isalnum()), verb)
    return behind if tree.words[verb + 1] == "," and tree.tags[behind] in FINITE and behind > verb else None


def _is_under(tree: Tree, token: int, other: int) -> bool:
    """Whether a token hangs on another one, which can't hang on it then."""
    while token != other and tree.heads[token] != token:
        token = tree.heads[token]
    return token == other
