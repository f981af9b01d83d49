"""Verbs and subjects of French tags that the parser did not see: "« ... », relève cet expert", "elle raconte".

Between marks, commas and names the models of French are often wrong about a verb of speech, which many a noun or an
adjective looks like. What is put right here is told by where words stand and by the forms of the verbs that tags have.
It is done before :mod:`transforms.quotes.grammar.scheme` redraws the tree.
"""

from collections.abc import Mapping, Sequence

from transforms.quotes.grammar.scheme import FLAT, OF_NAMES
from transforms.quotes.grammar.tagsets import FRENCH_CLITICS
from transforms.quotes.grammar.tree import Tree

_PAIRS = frozenset(
    {"un autre", "une autre", "d' autres", "ce dernier", "cette dernière", "ces derniers", "ces dernières"}
)
_NOMINAL = (["ADJ"], ["NOUN"], ["PROPN"])
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_MODIFYING = frozenset({"amod", "acl", "advcl", "nmod"})
_BETWEEN = frozenset(
    {"se", "s'", "a", "ont", "avait", "avaient", "est", "sont", "lui", "leur", "aussi", "également", "alors"}
)
_POINTING = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
_ENDS = frozenset({",", '"', "”", "»"})
_NEAREST = 3  # tokens from a mark to a verb
_HEARING = (["à"], ["au"])
_OF_NAMED = FLAT | {"appos", "obl:mod", "nmod"}


def with_pronouns(words: Sequence[str], pos: list[str]) -> None:
    """Make a pronoun of "autre" and "dernier" that no noun follows: "ajoute une autre", "ce dernier a dit"."""
    for second in range(1, len(words)):
        if _is_pair(words, second) and pos[second + 1 : second + 2] not in _NOMINAL:
            pos[second] = "PRON"


def _is_pair(words: Sequence[str], second: int) -> bool:
    return " ".join(words[second - 1 : second + 1]).lower().replace("\u2019", "'") in _PAIRS


def with_tag_verbs(tree: Tree, forms: Mapping[str, str]) -> None:
    """Make a verb of what stands where the verb of a tag does and is a form of one, whatever the model took it for.

    That is behind "elle" ("elle raconte"), and behind the comma or the mark that ends a quotation, before a name or an
    article (", relève cet expert"). ``forms`` maps the forms of verbs of speech to their lemma.
    """
    for verb in range(1, len(tree.words)):
        lemma = forms.get(tree.words[verb].lower())
        if lemma is not None:
            _put_right(tree, verb, lemma, forms)


def _put_right(tree: Tree, verb: int, lemma: str, forms: Mapping[str, str]) -> None:
    """Make a verb of a word that may be one of a tag, and a subject of who stands beside it."""
    words = tree.words
    before = _before_tense(tree, verb)
    pronoun = before if words[before].lower() in FRENCH_CLITICS else None
    is_behind_quotation = words[before] in _ENDS and before >= verb - _NEAREST
    is_tag = is_behind_quotation and verb + 1 < len(words) and _begins_subject(tree, verb + 1)
    if is_tag or pronoun is not None:
        is_unseen = tree.pos[verb] != "VERB"
        if is_unseen:
            _make_verb(tree, verb, pronoun)
        if is_unseen or tree.lemmas[verb] not in forms.values():
            tree.lemmas[verb] = lemma  # "indique", of which the model makes a verb of its own
    if is_tag:
        _without_copula(tree, verb, before)
        _with_subject(tree, verb)
    if is_behind_quotation and words[verb + 1 : verb + 2] in _HEARING:
        _with_name_behind_hearer(tree, verb)


def _before_tense(tree: Tree, verb: int) -> int:
    """The token before the verb and what stands between its parts: "elle" of "elle lui avait aussi raconté"."""
    before = verb - 1
    while before and (tree.words[before].lower() in _BETWEEN or _is_within_tense(tree, before)):
        before -= 1
    return before


def _is_within_tense(tree: Tree, token: int) -> bool:
    """Whether an adverb stands within a compound tense: "avait pourtant promis"; not "puis promet"."""
    return tree.pos[token] == "ADV" and tree.words[token - 1].lower() in _BETWEEN


def _begins_subject(tree: Tree, token: int) -> bool:
    word = tree.words[token]
    return word[0].isupper() or tree.pos[token] == "DET" or word.lower() in _POINTING


def _make_verb(tree: Tree, verb: int, pronoun: int | None) -> None:
    """Make a verb of a word, with a ``pronoun`` before it for its subject if there is one."""
    tree.pos[verb] = "VERB"
    if pronoun is None:
        return
    tree.heads[pronoun], tree.deps[pronoun] = verb, "nsubj"
    if tree.heads[verb] == pronoun:
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"


def _with_name_behind_hearer(tree: Tree, verb: int) -> None:
    """Take a name off the hearer that the parser hangs it on: "a assuré à l'AFP Ada Lind"."""
    words, pos, deps, heads = tree.words, tree.pos, tree.deps, tree.heads
    below = _below(tree, verb)
    hearer = next((child for child in below if verb + 1 < child <= verb + _NEAREST and pos[child] == "PROPN"), None)
    if hearer is None or any(deps[child] in _SUBJECTS for child in below):
        return
    hung = [child for child, head in enumerate(heads) if head == hearer and child > hearer and pos[child] == "PROPN"]
    is_apart = bool(hung) and (deps[hung[0]] == "appos" or words[hearer].isupper())
    if is_apart and hung[0] == hearer + 1:
        heads[hung[0]], deps[hung[0]] = verb, "nsubj"
        for child in hung[1:]:
            heads[child] = hung[0]


def _without_copula(tree: Tree, verb: int, end: int) -> None:
    """Take off a tag's verb the "est" of what it reports, which ends at ``end``: "Ce serait « vain », se désole Lind".

    The parser takes the verb for what "ce" is.
    """
    words, deps = tree.words, tree.deps
    below = [child for child in _below(tree, verb) if child < end]
    copula = next((child for child in below if deps[child] == "cop" and "," in words[child : end + 1]), None)
    if copula is not None:
        deps[copula] = "ccomp"
        for child in below:
            if child != copula and words[child] != ",":
                tree.heads[child] = copula


def _with_subject(tree: Tree, verb: int) -> None:
    """Make a subject of what a verb in a tag has for its object or hangs on: "a répondu Ada Lind"."""
    words, pos, deps, heads = tree.words, tree.pos, tree.deps, tree.heads
    after = verb + 1
    if _is_pair(words, after + 1) and heads[after + 1] == verb:
        deps[after + 1] = "nsubj"  # "ajoute une autre"
    if pos[after] == "PROPN" and "," in words[after : heads[after]]:
        heads[after], deps[after] = verb, "nsubj"  # "raconte Ada Lind, meunière lundoise", as if of the last word
    if heads[verb] > verb and pos[heads[verb]] in OF_NAMES and deps[verb] in _MODIFYING:
        _turn_over(tree, verb, heads[verb])
        return
    below = _below(tree, verb)
    if after in below and deps[after] in FLAT and pos[after] == "PROPN":
        _part_name(tree, after, below)
    else:
        _make_subject_of_object(tree, verb, below)


def _part_name(tree: Tree, name: int, below: Sequence[int]) -> None:
    """Make a subject of a name: "lance Ada Lind, membre du comité", where the parser takes all of it for one."""
    tree.deps[name] = "nsubj"
    for child in below:
        if child > name and tree.deps[child] in _OF_NAMED:
            tree.heads[child] = name


def _make_subject_of_object(tree: Tree, verb: int, below: Sequence[int]) -> None:
    """Make a subject of the object behind a verb that has none."""
    behind = [child for child in below if child > verb and tree.deps[child] == "obj"]
    if behind and not any(tree.deps[child] in _SUBJECTS for child in below):
        tree.deps[behind[0]] = "nsubj"


def _turn_over(tree: Tree, verb: int, noun: int) -> None:
    """Make a verb's subject of the noun behind it that it hangs on: "a nuancé le ministre"."""
    tree.heads[verb], tree.deps[verb] = verb, "ROOT"
    tree.heads[noun], tree.deps[noun] = verb, "nsubj"
    for child in _below(tree, noun):
        if child < verb:
            tree.heads[child] = verb  # "a", and the mark before it


def _below(tree: Tree, token: int) -> list[int]:
    """What hangs on a token, in the order of the text."""
    return [child for child, head in enumerate(tree.heads) if head == token and child != token]
