"""The parse of a language other than English, told in the scheme of the English models.

The rules on frames, noun phrases and what they mean are written once, for English words like "the" and "who", English
tags, and the relations of the CLEAR style that the English models have: prepositions hang on what they complement, the
last word of a name heads it, "is" heads what somebody is. The models of other languages have Universal Dependencies
(universaldependencies.org), where it is the other way round; data files name what words stand for what.
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

_TAGS = {("NOUN", "Plur"): "NNS", ("NOUN", "Sing"): "NN", ("NOUN", ""): "NN", ("PROPN", "Plur"): "NNPS"}
FLAT = frozenset({"flat:name", "flat:foreign", "flat"})
OF_NAMES = frozenset({"ADJ", "NOUN", "PROPN", "X"})
_OWNING = frozenset({"his", "their"})
_JOINED = frozenset({"appos", "conj"})  # "à Lund et à Halvik" is one phrase
_OF_COPULA = frozenset({"nsubj", "nsubj:pass", "aux:tense", "aux:pass", "advmod", "mark", "punct", "expl:subj", "cc"})


def english_tags(masked: Doc) -> list[str]:
    """Tags that tell number and participles, by the morphology of each word."""
    return [_tag(token.pos_, token.morph.to_dict()) for token in masked]


def english_words(lower: Sequence[str], pos: Sequence[str], known: Mapping[tuple[str, str], str]) -> list[str]:
    """The words in small letters, with articles, conjunctions and prepositions as the English words for them."""
    plain = [word.replace("\u2019", "'") for word in lower]
    return [
        known.get((word, kind), word) if plain[i : i + 2] != ["d'", "après"] else word
        for i, (word, kind) in enumerate(zip(plain, pos, strict=True))
    ]


def english_relations(
    deps: Sequence[str], heads: Sequence[int], lower: Sequence[str], pos: Sequence[str], known: Mapping[str, str]
) -> tuple[list[str], list[int]]:
    """Relations and heads of the tree as an English model would draw it."""
    tree = _Tree([*deps], [*heads])
    for token in range(len(deps)):
        tree.turn_name(token, pos)
    for token in range(len(deps)):
        tree.turn_phrase(token)
    for token in range(len(deps)):
        tree.turn_copula(token, "acomp" if pos[token] == "ADJ" else "attr")
    for token, word in enumerate(lower[:-1]):
        if word.replace("\u2019", "'") == "d'" and lower[token + 1] == "après":
            tree.turn_pair(token)
    owning = {i for i, (dep, word) in enumerate(zip(deps, lower, strict=True)) if dep == "det" and word in _OWNING}
    return ["poss" if i in owning else known.get(dep, dep) for i, dep in enumerate(tree.deps)], tree.heads


class _Tree:
    """A tree that is redrawn, one construction at a time."""

    def __init__(self, deps: list[str], heads: list[int]) -> None:
        self.deps, self.heads = deps, heads
        self._children: list[list[int]] = [[] for _ in heads]
        for token, head in enumerate(heads):
            if head != token:
                self._children[head].append(token)

    def turn_name(self, first: int, pos: Sequence[str]) -> None:
        """Let the last word of a name head it, and what hangs on the first one hang on that."""
        flat: list[int] = []
        for child in sorted(self._children[first]):
            is_next = child == (flat[-1] if flat else first) + 1
            if is_next and self.deps[child] in FLAT and pos[child] in OF_NAMES:
                flat.append(child)
        if flat:
            self._replace(first, flat[-1], {child for child in self._children[first] if child not in flat}, "compound")
            for child in flat[:-1]:
                self._hang(child, flat[-1], "compound")

    def turn_phrase(self, noun: int) -> None:
        """Hang a preposition on what its phrase complements, and the noun on the preposition."""
        case = next((child for child in self._children[noun] if self.deps[child] == "case" and child < noun), None)
        if case is not None and self.deps[noun] not in _JOINED:
            relation = "agent" if self.deps[noun] == "obl:agent" else "prep"
            is_root = self.heads[noun] == noun
            self._replace(noun, case, set(), "pobj")
            if not is_root:
                self.deps[case] = relation

    def turn_copula(self, told: int, relation: str) -> None:
        """Let "is" head what somebody is, and have the subject."""
        verb = next((child for child in self._children[told] if self.deps[child] == "cop"), None)
        if verb is not None:
            moved = {child for child in self._children[told] if self.deps[child] in _OF_COPULA and child != verb}
            self._replace(told, verb, moved, relation)

    def turn_pair(self, first: int) -> None:
        """Let "après" of "d'après" head the two words as "according" does "according to", with all that hangs on it."""
        second = first + 1
        if self.heads[second] == first:
            self._replace(first, second, {child for child in self._children[first] if child != second}, "dep")

    def _replace(self, old: int, new: int, moved: set[int], relation: str) -> None:
        """Put a word where another stands in the tree, with those below it that move along."""
        head = self.heads[old]
        self.deps[new] = self.deps[old]
        self._children[old] = [child for child in self._children[old] if child != new and child not in moved]
        if head == old:
            self.heads[new] = new
        else:
            self._children[head] = [child for child in self._children[head] if child != old]
            self._children[head].append(new)
            self.heads[new] = head
        for child in moved:
            self._hang(child, new, self.deps[child])
        self._hang(old, new, relation)

    def _hang(self, token: int, head: int, relation: str) -> None:
        self.heads[token], self.deps[token] = head, relation
        self._children[head].append(token)


def _tag(pos: str, morph: Mapping[str, str]) -> str:
    if pos == "VERB" and morph.get("VerbForm") == "Part" and morph.get("Tense") == "Past":
        return "VBN"
    if pos == "PROPN" and morph.get("Number") != "Plur":
        return "NNP"
    return _TAGS.get((pos, morph.get("Number", "")), pos)
