"""The masked parse of a paragraph as plain lists, read once from spaCy, and how to move about in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np

from transforms.compounds import printed_length
from transforms.names.wordlists import words
from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.apposed_tags import with_apposed_tags
from transforms.quotes.grammar.closing_tags import with_closing_verbs
from transforms.quotes.grammar.french_tags import with_pronouns, with_tag_verbs
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.player_nouns import with_player_nouns
from transforms.quotes.grammar.reported_clauses import with_reported_clauses
from transforms.quotes.grammar.scheme import english_relations, english_tags, english_words
from transforms.quotes.grammar.tagsets import FRENCH_CLITICS, NOUNS_AND_PRONOUNS
from transforms.quotes.grammar.tree import Tree
from transforms.spans import Span

_PREMODIFIERS = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod"})
_COMMON = frozenset({"NOUN", "NUM", "DET", "ADJ"})
QUANTITIES = frozenset(
    {"one", "some", "many", "most", "several", "few", "those", "both", "all", "each", "none", "neither", "others"}
)
_COMPLEMENTS = frozenset({"of", "for", "from", "with", "at", "to"})
_ENDS = frozenset({",", ";", ":", "-", "--", "–", "—", "(", ")", '"'})
_LONGEST_COMPLEMENT = 12
_POINTING = frozenset({"celui", "celle", "ceux", "celles"})
_LEADS_ON = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})

_COLUMNS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START"]
_PLACES: list[int | str] = ["IDX", "LENGTH"]


@dataclass(frozen=True, slots=True)
class View:
    """Token ``i`` of the masked parse: its word, lemma, part of speech, relation and head, sentence and place.

    ``inside[i]`` is the quoted segment the token stands in or for, else None. ``starts`` and ``ends`` are code
    points into the article; those of a stand-in are the segment's own.
    """

    paragraph: Paragraph
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[tuple[int, ...]]
    sentences: list[int]
    inside: list[int | None]
    starts: list[int]
    ends: list[int]
    _subtrees: dict[int, frozenset[int]] = field(default_factory=dict)  # asked for by many rules

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens ``[first, last)``."""
        return Span(self.starts[first], self.ends[last - 1])

    @property
    def has_narration(self) -> bool:
        """Whether the paragraph has words outside of quotations."""
        return any(inside is None and word[0].isalnum() for inside, word in zip(self.inside, self.words, strict=True))

    def above(self, token: int) -> Iterator[int]:
        """The tokens that a token hangs on, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def opens_sentence(self, token: int) -> bool:
        """Whether a token is the first of its sentence."""
        return token == 0 or self.sentences[token - 1] != self.sentences[token]

    def sentence_of(self, token: int) -> range:
        """The tokens of the sentence that a token stands in."""
        return self.sentence(self.sentences[token])

    def sentence(self, number: int) -> range:
        """The tokens of a sentence."""
        return range(bisect_left(self.sentences, number), bisect_right(self.sentences, number))

    def subtree(self, token: int) -> frozenset[int]:
        """A token and all that hangs on it."""
        if not self.children[token]:
            return frozenset((token,))
        known = self._subtrees.get(token)
        if known is None:
            found, waiting = {token}, [token]
            while waiting:
                for child in self.children[waiting.pop()]:
                    if child not in found:
                        found.add(child)
                        waiting.append(child)
            known = self._subtrees[token] = frozenset(found)
        return known

    def noun_phrase(self, head: int) -> tuple[int, int]:
        """The range ``[first, last)`` of a noun phrase: the words before its head and what is joined by "and"."""
        first = head
        for child in self.children[head]:
            if child < head and self.deps[child] in _PREMODIFIERS:
                first = min(first, *self.subtree(child))
        while first < head and (self.inside[first] is not None or not self.words[first][0].isalnum()):
            first += 1
        joined = self._last_joined(head)
        last = joined + 1 if joined == head else self._with_name(joined, joined + 1)  # "he and his wife Ada"
        for child in self.children[head]:
            is_name = self.deps[child] == "name" or (self.deps[child] == "nmod_" and self.pos[child] == "PROPN")
            if is_name and child == last and self.words[child][0].isupper():
                last += 1
        if self.lower[head] in _POINTING and self.lower[last : last + 2] == ["-", "ci"]:
            last += 2  # "Celle-ci", which the tokenizer takes apart where it begins a sentence
        if self.pos[head] in _COMMON or self.lower[head] in QUANTITIES or self._is_office(head):
            last = self._with_complements(head, last)
        return first, self._with_name(head, last)

    def is_named(self, head: int, last: int) -> bool:
        """Whether a noun phrase ``[..., last)`` ends with the name of whom its head means."""
        name = last - 1
        beside = self.heads[name] == self.heads[head] and self.deps[name] == self.deps[head]
        is_apposition = self.deps[name] == "appos" and self.heads[name] == head
        participle = self.heads[name]  # "a resident named Ada Lind", "a man known as Lind"
        relation = "oprd"
        if self.deps[participle] == "prep" and self.lower[participle] == "as":
            participle, relation = self.heads[participle], "pobj"
        is_named = self.deps[participle] == "acl" and self.heads[participle] == head
        is_so_named = is_named and self.deps[name] == relation
        is_told = is_apposition or beside or is_so_named or self._is_title_of(head, name)
        return name > head and self.pos[name] == "PROPN" and is_told

    def _is_title_of(self, head: int, name: int) -> bool:
        """Whether a noun and one before a name are both titles of that: "retiree and millionaire Ada Lind says"."""
        is_pair = self.deps[name] == "conj" and self.heads[name] == head and self.lower[head + 1] == "and"
        if not is_pair or self.tags[head] != "NN" or self.tags[self.heads[head]] == "VBP":
            return False
        return any(self.tags[t] == "NN" and self.heads[t] == name for t in range(head + 2, name))

    def with_reflexive(self, head: int, last: int) -> int:
        """The end of a noun phrase ``[..., last)`` with what stresses it: "Haddad himself"."""
        stressed = last < len(self.words) and self.lower[last] in REFLEXIVES and self.inside[last] is None
        return last + 1 if stressed and self.heads[last] in {head, last - 1, self.heads[head]} else last

    def begin_of_tag(self, first: int) -> int:
        """The begin of a noun phrase that the parser did not see as one, by the parts of speech before it."""
        while first and self.inside[first - 1] is None and self.pos[first - 1] in {"DET", "ADJ", "NUM", "NOUN"}:
            first -= 1
        return first

    def _with_complements(self, head: int, last: int) -> int:
        """The end of a noun phrase with what tells which one is meant.

        "one of the farmers", "a spokesman for Haddad", "a poll released on Sunday", "le ministre danois"
        """
        for child in self.children[head]:
            if child == last and (self.lower[child] in _COMPLEMENTS or self._tells_more(child)):
                last = self._end_of_complement(child) or last
        return last

    def _end_of_complement(self, child: int) -> int | None:
        """Where a complement ends: at a comma, a mark or a quotation at the latest, and not on a word that leads on."""
        own = self.subtree(child)
        end = child
        while end in own and self.inside[end] is None and (self.words[end] not in _ENDS or self._is_in_word(end)):
            end += 1
        while end > child and self.pos[end - 1] in _LEADS_ON:
            end -= 1
        return end if child < end <= child + _LONGEST_COMPLEMENT else None

    def _is_in_word(self, token: int) -> bool:
        """Whether a token is a hyphen within a word, which the tokenizer takes apart: "anti-war", "co-host"."""
        has_sides = 0 < token < len(self.words) - 1
        return has_sides and self.ends[token - 1] == self.starts[token] and self.ends[token] == self.starts[token + 1]

    def _tells_more(self, token: int) -> bool:
        """Whether a word behind a noun tells more of it: "a poll released", "le ministre danois"."""
        is_participle = self.deps[token] == "acl" and self.tags[token] in {"VBN", "VBG"}
        return is_participle or (self.deps[token] == "amod" and self.tags[token] == "ADJ")

    def _with_name(self, head: int, last: int) -> int:
        """The end of a noun phrase with the name it stands before: "spokesman Omar Haddad", "his aide, Omar Haddad"."""
        # "one of them, Omar Haddad", "The Minister of Transport, Omar Haddad"
        is_common = self.pos[head] == "NOUN" or self.lower[head] == "one" or self._is_office(head)
        beside = self.children[self.heads[head]] if is_common else []
        for child in [*self.children[head], *beside]:
            if child < last or self.pos[child] != "PROPN" or self.lower[head] in FRENCH_CLITICS:
                continue  # no name tells who is meant: "selon elle, M. Lind ..."
            is_name = self.deps[child] == "appos" or (self.heads[child] != head and self.deps[child] == self.deps[head])
            name = min(self.subtree(child))
            if is_name and (name == last or (is_common and name == last + 1 and self.words[last] == ",")):
                return child + 1
        return last

    def _is_office(self, head: int) -> bool:
        """Whether a noun with a capital is an office: "The Minister of Transport"."""
        is_title = self.pos[head] == "PROPN" and self.lower[head] in words("role_nouns.txt")
        return is_title and head > 0 and self.lower[head - 1] == "the"

    def _last_joined(self, head: int) -> int:
        """The last of the nouns joined to a noun, and to those joined to it; itself where there is none."""
        last, waiting = head, [head]
        while waiting:
            noun = waiting.pop()
            for child in self.children[noun]:
                joined = child > noun and self.deps[child] == "conj" and self.pos[child] in NOUNS_AND_PRONOUNS
                if joined and self.inside[child] is None:
                    last = max(last, child)
                    waiting.append(child)
        return last


def view(paragraph: Paragraph, lexicon: Lexicon) -> View:
    """Read the masked parse of a paragraph, in the scheme of the English models."""
    is_english = not lexicon.scheme.relations
    tree = _parsed(paragraph)
    if not is_english:
        tree = _in_english_scheme(tree, paragraph, lexicon)
    starts, ends, inside = _places(paragraph, tree.words)
    if is_english:
        with_closing_verbs(tree, inside, lexicon.cues.verbs)
        with_apposed_tags(tree)
        with_player_nouns(tree)
    return View(
        paragraph=paragraph,
        words=tree.words,
        lower=tree.lower,
        lemmas=list(map(str.lower, tree.lemmas)),
        pos=tree.pos,
        tags=tree.tags,
        deps=tree.deps,
        heads=tree.heads,
        children=_children(tree.heads),
        sentences=[number - 1 for number in accumulate(tree.begins)],
        inside=inside,
        starts=starts,
        ends=ends,
    )


def _parsed(paragraph: Paragraph) -> Tree:
    """The columns of the masked parse, as the model gives them."""
    strings = paragraph.masked.vocab.strings
    columns = paragraph.masked.to_array(_COLUMNS)
    words, lower, lemmas, pos, tags, deps = ([strings[code] for code in column] for column in columns[:, :6].T.tolist())
    steps, starts = columns[:, 6:].astype(np.int64).T.tolist()
    heads = [i + step for i, step in enumerate(steps)]
    begins = [int(start == 1 or i == 0) for i, start in enumerate(starts)]
    return Tree(words, lower, lemmas, pos, tags, deps, heads, begins)


def _in_english_scheme(tree: Tree, paragraph: Paragraph, lexicon: Lexicon) -> Tree:
    """The parse of another language as an English model would draw it, with the tags of quotations put right."""
    lemmas = [lexicon.genders.masculines.get(lemma, lemma) for lemma in tree.lemmas]
    seen = tree._replace(lemmas=lemmas)
    with_pronouns(seen.words, seen.pos)
    with_tag_verbs(seen, lexicon.cues.tag_verb_lemmas)
    lower = english_words(seen.lower, seen.pos, lexicon.scheme.function_words)
    deps, heads = english_relations(seen.deps, seen.heads, lower, seen.pos, lexicon.scheme.relations)
    told = seen._replace(tags=english_tags(paragraph.masked), lower=lower, deps=deps, heads=heads)
    with_reported_clauses(
        told, paragraph.origin, frozenset(lexicon.cues.tag_verb_lemmas.values()), lexicon.people.nouns
    )
    return told


def _children(heads: Sequence[int]) -> list[tuple[int, ...]]:
    """What hangs on each token. Half of them have nothing, and share that."""
    children: list[tuple[int, ...]] = [()] * len(heads)
    for i, head in enumerate(heads):
        if head != i:
            children[head] += (i,)
    return children


def _places(paragraph: Paragraph, words: Sequence[str]) -> tuple[list[int], list[int], list[int | None]]:
    """Start, end and segment of each token of the masked parse, which may be several of the text: "vice-president"."""
    segments = paragraph.segments
    begins = [segment.start for segment in segments]
    codes = paragraph.doc.to_array(_PLACES).astype(np.int64).tolist()
    starts: list[int] = []
    ends: list[int] = []
    inside: list[int | None] = []
    for source, word in zip(paragraph.origin, words, strict=True):
        if source < 0:
            start, end = begins[-1 - source], segments[-1 - source].end
            inside.append(-1 - source)
        else:
            place, length = codes[source]
            is_unglued = length == len(word) + 1 and _is_unglued(paragraph.doc[source].text, word)
            start = paragraph.start + place + is_unglued
            end = start + printed_length(word, length - is_unglued)
            k = bisect_right(begins, start) - 1 if begins else -1
            inside.append(k if k >= 0 and start < segments[k].end else None)
        starts.append(start)
        ends.append(end)
    return starts, ends, inside


def _is_unglued(printed: str, word: str) -> bool:
    """Whether a word was printed with a hyphen before it that is not its own: "-elle" of "dit-elle"."""
    return printed[0] == "-" and word == printed[1:]
