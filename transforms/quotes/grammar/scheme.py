"""The parse of a language other than English, told in the scheme of the English models.

The rules on frames, noun phrases and what they mean are written once, for English words like "the" and "who", English
tags, and the relations of the CLEAR style that the English models have: prepositions hang on what they complement, the
last word of a name heads it, "is" heads what somebody is. The models of other languages have Universal Dependencies
(universaldependencies.org), where it is the other way round; data files name what words stand for what.
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from transforms.quotes.grammar.tagsets import FRENCH_CLITICS

_TAGS = {("NOUN", "Plur"): "NNS", ("NOUN", "Sing"): "NN", ("NOUN", ""): "NN", ("PROPN", "Plur"): "NNPS"}
_FLAT = frozenset({"flat:name", "flat:foreign", "flat"})
_OF_NAMED = _FLAT | {"appos", "obl:mod", "nmod"}
_OF_NAMES = frozenset({"ADJ", "NOUN", "PROPN", "X"})
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


def with_pronouns(words: Sequence[str], pos: list[str]) -> None:
    """Make a pronoun of "autre" and "dernier" that no noun follows: "ajoute une autre", "ce dernier a dit"."""
    for second in range(1, len(words)):
        if _is_pair(words, second) and pos[second + 1 : second + 2] not in _NOMINAL:
            pos[second] = "PRON"


def _is_pair(words: Sequence[str], second: int) -> bool:
    return " ".join(words[second - 1 : second + 1]).lower().replace("\u2019", "'") in _PAIRS


def with_tag_verbs(
    words: Sequence[str], pos: list[str], lemmas: list[str], deps: list[str], heads: list[int], forms: Mapping[str, str]
) -> None:
    """Make a verb of what stands where the verb of a tag does and is a form of one, whatever the model took it for.

    That is behind "elle" ("elle raconte"), and behind the comma or the mark that ends a quotation, before a name or an
    article (", relève cet expert"). ``forms`` maps the forms of verbs of speech to their lemma.
    """
    for token, word in enumerate(words):
        lemma = forms.get(word.lower())
        if lemma is None or not token:
            continue
        before = token - 1
        while before and (words[before].lower() in _BETWEEN or _is_within_tense(before, words, pos)):
            before -= 1
        is_behind = words[before].lower() in FRENCH_CLITICS
        goes_on = token + 1 < len(words) and _begins_subject(words[token + 1], pos[token + 1])
        is_tag = goes_on and words[before] in _ENDS and before >= token - _NEAREST
        if is_behind or is_tag:
            is_unseen = pos[token] != "VERB"
            pos[token] = "VERB"
            if is_unseen or lemmas[token] not in forms.values():
                lemmas[token] = lemma  # "indique", of which the model makes a verb of its own
            if is_unseen and is_behind:
                heads[before], deps[before] = token, "nsubj"
                if heads[token] == before:
                    heads[token], deps[token] = token, "ROOT"
        if is_tag:
            _without_copula(token, before, words, deps, heads)
            _with_subject(token, words, pos, deps, heads)
        if words[before] in _ENDS and before >= token - _NEAREST and words[token + 1 : token + 2] in _HEARING:
            _with_name_behind_hearer(token, words, pos, deps, heads)


def _begins_subject(word: str, kind: str) -> bool:
    return word[0].isupper() or kind == "DET" or word.lower() in _POINTING


def _is_within_tense(token: int, words: Sequence[str], pos: Sequence[str]) -> bool:
    """Whether an adverb stands within a compound tense: "avait pourtant promis"; not "puis promet"."""
    return pos[token] == "ADV" and words[token - 1].lower() in _BETWEEN


def _with_name_behind_hearer(
    verb: int, words: Sequence[str], pos: Sequence[str], deps: list[str], heads: list[int]
) -> None:
    """Take a name off the hearer that the parser hangs it on: "a assuré à l'AFP Ada Lind"."""
    below = [child for child, head in enumerate(heads) if head == verb and child != verb]
    hearer = next((child for child in below if verb + 1 < child <= verb + _NEAREST and pos[child] == "PROPN"), None)
    if hearer is None or any(deps[child] in _SUBJECTS for child in below):
        return
    hung = [child for child, head in enumerate(heads) if head == hearer and child > hearer and pos[child] == "PROPN"]
    is_apart = bool(hung) and (deps[hung[0]] == "appos" or words[hearer].isupper())
    if is_apart and hung[0] == hearer + 1:
        heads[hung[0]], deps[hung[0]] = verb, "nsubj"
        for child in hung[1:]:
            heads[child] = hung[0]


def _without_copula(verb: int, end: int, words: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Take off a tag's verb the "est" of what it reports, which ends at ``end``: "Ce serait « vain », se désole Lind".

    The parser takes the verb for what "ce" is.
    """
    below = [child for child, head in enumerate(heads) if head == verb and child < end]
    copula = next((child for child in below if deps[child] == "cop" and "," in words[child : end + 1]), None)
    if copula is not None:
        deps[copula] = "ccomp"
        for child in below:
            if child != copula and words[child] != ",":
                heads[child] = copula


def _with_subject(verb: int, words: Sequence[str], pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a subject of what a verb in a tag has for its object or hangs on: "a répondu Ada Lind"."""
    name = verb + 1
    if _is_pair(words, name + 1) and heads[name + 1] == verb:
        deps[name + 1] = "nsubj"  # "ajoute une autre"
    if pos[name] == "PROPN" and "," in words[name : heads[name]]:
        heads[name], deps[name] = verb, "nsubj"  # "raconte Ada Lind, meunière lundoise", as if of the last word
    noun = heads[verb]
    if noun > verb and pos[noun] in _OF_NAMES and deps[verb] in _MODIFYING:
        heads[verb], deps[verb] = verb, "ROOT"
        heads[noun], deps[noun] = verb, "nsubj"
        for child in (child for child, head in enumerate(heads) if head == noun and child < verb):
            heads[child] = verb  # "a" of "a nuancé le ministre", and the mark before it
        return
    below = [child for child, head in enumerate(heads) if head == verb and child != verb]
    if name in below and deps[name] in _FLAT and pos[name] == "PROPN":
        deps[name] = "nsubj"  # "lance Ada Lind, membre du comité", as if all of it were a name
        for child in (child for child in below if child > name and deps[child] in _OF_NAMED):
            heads[child] = name
        return
    behind = [child for child in below if child > verb and deps[child] == "obj"]
    if behind and not any(deps[child] in _SUBJECTS for child in below):
        deps[behind[0]] = "nsubj"


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
_OWNING = frozenset({"his", "their"})


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
            if is_next and self.deps[child] in _FLAT and pos[child] in _OF_NAMES:
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
