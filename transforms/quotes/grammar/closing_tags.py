"""Verbs at the end of a quotation's tag that the parser did not see: '"Sail!" the old ruler decreed.'.

A comma, a question or a call between marks, and behind it a noun phrase up to the end of the sentence: such a tag has a
verb, and where the parser found none it took the verb for a noun, or for a participle ("the patient described").
"""

from collections.abc import Collection, Sequence

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.tagsets import NOUNS, VERBS
from transforms.quotes.grammar.tree import Tree

_MARKS = frozenset(QUOTATION_MARKS) | {"''", "``"}
_PAUSES = frozenset({",", "?", "!"})
_STOPS = frozenset({".", ";"})
_FIRST_OF_NOUNS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
_BEFORE_NOUNS = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
_LONGEST = 16  # tokens


def with_closing_verbs(tree: Tree, inside: Sequence[int | None], verbs: Collection[str]) -> None:
    """Make a verb of what must be one at the end of a tag; ``verbs`` are the lemmas of those that may mark speech."""
    for token in range(1, len(tree.words)):
        if inside[token - 1] is not None and inside[token] is None and tree.words[token - 1] in _PAUSES:
            tag = _tag(tree.words, inside, token)
            if len(tag) > 1 and tree.pos[tag[0]] in _FIRST_OF_NOUNS and not _has_verb(tree, tag, inside):
                _make_verb(tree, tag, inside, verbs)


def _tag(words: Sequence[str], inside: Sequence[int | None], first: int) -> range:
    """The words behind the marks up to a full stop; none where a comma or another quotation comes first."""
    while first < len(words) and words[first] in _MARKS:
        first += 1
    for token in range(first, min(first + _LONGEST, len(words))):
        if words[token] in _STOPS:
            return range(first, token)
        if inside[token] is not None or not (words[token][0].isalnum() or words[token] in {"-", "'s", "’s"}):
            break
    return range(first, first)


def _has_verb(tree: Tree, tag: range, inside: Sequence[int | None]) -> bool:
    """Whether a tag has a verb besides a participle behind a noun that hangs on nothing outside of the marks."""
    return any(tree.pos[t] in VERBS and not _is_participle(tree, t, inside) for t in tag)


def _is_participle(tree: Tree, token: int, inside: Sequence[int | None]) -> bool:
    noun = tree.heads[token]
    is_top = tree.heads[noun] == noun or inside[tree.heads[noun]] is not None
    return tree.deps[token] == "acl" and tree.tags[token] == "VBN" and noun == token - 1 and is_top


def _make_verb(tree: Tree, tag: range, inside: Sequence[int | None], verbs: Collection[str]) -> None:
    """Make a verb of a participle behind the noun that it hangs on, or else of a last word in -ed."""
    verb = next((t for t in tag[1:] if _is_participle(tree, t, inside)), tag[-1])
    is_seen = tree.pos[verb] == "VERB"
    lemma = tree.lemmas[verb] if is_seen else _lemma(tree.words[verb], verbs)
    subject = verb - 1
    if lemma is None or subject not in tag or tree.pos[subject] not in NOUNS:
        return
    for child in range(len(tree.heads)):
        if tree.heads[child] in {verb, subject} and child not in {verb, subject}:
            of_subject = child in tag and child < subject and tree.deps[child] in _BEFORE_NOUNS
            tree.heads[child] = subject if of_subject else verb
    tree.pos[verb], tree.tags[verb], tree.lemmas[verb] = "VERB", "VBD", lemma
    tree.deps[verb], tree.heads[verb] = "ROOT", verb
    tree.deps[subject], tree.heads[subject] = "nsubj", verb


def _lemma(word: str, verbs: Collection[str]) -> str | None:
    """The verb that a word in -ed is a form of; an unknown one is its own."""
    if not word.endswith("ed") or not word.islower():
        return None
    stems = (word[:-1], word[:-2], word[:-3])
    return next((stem for stem in stems if stem in verbs), word[:-2])
