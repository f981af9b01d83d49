"""What an article calls those whom it names, beside their names: "Sgt", "the senator", "dairy farmer", "34".

"The senator", "the company" and "the 34-year-old" then mean whoever was called so. Some nouns ("the striker") and ages
stand for somebody just named even if nobody was called so before.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.vocabulary import Label
from transforms.paragraphs import AGED
from transforms.quotes.candidates import Candidate
from transforms.quotes.lexicon import Lexicon
from transforms.quotes.view import View
from transforms.spans import Names

_DEFINITE = frozenset({"the", "this", "that"})
# "The president" is no vice president, and who was minister is no more "the minister".
_LESSENED = frozenset({"vice", "deputy", "assistant", "associate", "former", "ex"})
_OFFICES = frozenset({"minister", "secretary", "director", "chief", "commissioner", "editor"})  # each of something
_BODY_NAMES = frozenset({Label.ORG, Label.NORP, Label.FAC})
_COLLECTIVE = ("ish", "ch", "ese", "s")  # "the British", "the French", "the Chinese" are several
_YEAR_OLD = ["-", "year", "-"]  # tokens of "34-year-old" between the number and its end
_OLD = frozenset({"old", AGED})
_PLURALS = frozenset({"NNS", "NNPS"})
_APART = frozenset({"CCONJ", "PUNCT"})
_JOINERS = ("of", "for", "at", "in", "to")


@dataclass(slots=True)
class _Called:
    """The nouns and titles an entity goes by, with the words before each, and its age in years as printed."""

    nouns: dict[str, set[str]] = field(default_factory=dict)
    ages: set[str] = field(default_factory=set)

    def add(self, words: Sequence[str]) -> None:
        if words:
            self.nouns.setdefault(words[-1], set()).update(words[:-1])


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun phrase in the singular: its noun, the words before that, and an age if it tells one."""

    noun: str
    words: frozenset[str]
    age: str | None
    is_variation: bool
    """Whether it means somebody just named, whatever they were called."""
    is_body: bool


class Descriptions:
    """What each entity of one article is called."""

    def __init__(
        self, views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon
    ) -> None:
        self._names = names
        self._lexicon = lexicon
        self._called = [_Called() for _ in names.entities]
        self._beside: dict[tuple[int, int], int] = {}
        for called, entity in zip(self._called, names.entities, strict=True):
            for role in entity.roles:
                for words in _heads(role):
                    called.add(words)
            if entity.label in _BODY_NAMES:
                for words in _heads(entity.name):
                    called.add(words)
        for view, pool in zip(views, pools, strict=True):
            for candidate in pool:
                if candidate.entity is not None:
                    self._note(view, candidate, candidate.entity)

    def of(self, view: View, candidate: Candidate) -> Description | None:
        """The description that a noun phrase is, if it is one: definite, of one, and nobody's."""
        phrase = range(candidate.first, candidate.last)
        is_bare = candidate.first == candidate.head or view.lower[candidate.first] not in _DEFINITE
        if is_bare or view.tags[candidate.head] in _PLURALS or any(view.deps[token] == "poss" for token in phrase):
            return None  # "the boy's grandmother" is one thing more
        if candidate.entity is not None:
            return self._of_name(view, candidate, self._names.entities[candidate.entity].label)
        noun, age = view.lemmas[candidate.head], _age(view, candidate.first, candidate.last)
        if view.pos[candidate.head] not in {"NOUN", "PROPN"} and age is None:
            return None
        before = frozenset(view.lemmas[candidate.first + 1 : candidate.head])
        is_body = noun in self._lexicon.bodies
        is_elegant = (is_body or noun in self._lexicon.variations) and phrase[-1] == candidate.head
        return Description(noun, before, age, age is not None or is_elegant, is_body)

    def _of_name(self, view: View, candidate: Candidate, label: Label) -> Description | None:
        """The description that a name is: "the Swede" is one person, and "the DCP" may be a rank."""
        noun = view.lemmas[candidate.head]
        is_one_of_them = label is Label.NORP and not noun.endswith(_COLLECTIVE)
        is_rank = label is Label.ORG and view.words[candidate.head].isupper()
        if candidate.head - candidate.first > 1 or not (is_one_of_them or is_rank):
            return None
        return Description(noun, frozenset(), None, is_one_of_them, is_body=False)

    def beside(self, candidate: Candidate) -> int | None:
        """The entity that a noun is said to be in its sentence: "a lawyer" in "Fox, a lawyer," or "Fox is a lawyer"."""
        return self._beside.get((candidate.paragraph, candidate.head))

    def may_be_a_company(self, entity: int) -> bool:
        """Whether a body is not named as one of another kind: a union, a court, a ministry."""
        is_body = self._names.entities[entity].label is Label.ORG
        return is_body and not self._lexicon.public_bodies.intersection(self._called[entity].nouns)

    def fits(self, description: Description, entity: int) -> bool:
        """Whether an entity was called so in the article."""
        called = self._called[entity]
        if description.age in called.ages:
            return True
        kinds = self._lexicon.kinds.get(description.noun, frozenset())
        return any(
            self._agree(description, called.nouns[noun]) for noun in called.nouns if noun in kinds | {description.noun}
        )

    def _agree(self, description: Description, before: set[str]) -> bool:
        if before & _LESSENED - description.words:
            return False
        return (
            description.noun not in _OFFICES or not description.words or bool(description.words & before) or not before
        )

    def _note(self, view: View, candidate: Candidate, entity: int) -> None:
        """What stands beside a name: the noun before it, an apposition, "is a ...", an age."""
        called = self._called[entity]
        for head in self._nouns_beside(view, candidate):
            self._beside[candidate.paragraph, head] = entity
            phrase = range(min(view.subtree(head)), head + 1)
            called.add([view.lemmas[token] for token in phrase])
            called.ages.update(filter(None, [_age(view, phrase.start, phrase.stop)]))
        for words in _heads(" ".join(self._title(view, candidate, entity))):
            called.add(words)
        called.ages.update(filter(None, [_age(view, candidate.first, candidate.last)]))
        behind = candidate.last
        if behind + 1 < len(view.words) and view.words[behind] in {",", "("} and view.words[behind + 1].isdigit():
            called.ages.add(view.words[behind + 1])

    def _title(self, view: View, candidate: Candidate, entity: int) -> list[str]:
        """The words of a noun phrase before its name."""
        own = set(self._names.entities[entity].name.split())
        phrase = range(candidate.first, candidate.last)
        name = next((token for token in phrase if view.words[token] in own), candidate.first)
        before = itertools.takewhile(
            lambda token: view.pos[token] not in _APART, reversed(phrase[: name - phrase.start])
        )
        return [view.words[token] for token in before][::-1]

    def _nouns_beside(self, view: View, candidate: Candidate) -> Iterator[int]:
        name, verb = candidate.head, view.heads[candidate.head]
        for token in range(candidate.first, name):
            if (
                view.pos[token] == "NOUN"
                and view.deps[token] in {"compound", "nmod"}
                and view.pos[token + 1] == "PROPN"
            ):
                yield token
        yield from (c for c in view.children[name] if view.deps[c] == "appos" and view.pos[c] == "NOUN")
        if view.deps[name] == "appos" and view.pos[verb] == "NOUN":
            yield verb
        is_denied = any(view.deps[child] == "neg" for child in view.children[verb])
        if view.deps[name] == "nsubj" and view.lemmas[verb] == "be" and not is_denied:
            yield from (c for c in view.children[verb] if view.deps[c] == "attr" and view.pos[c] == "NOUN")


def _heads(role: str) -> Iterator[list[str]]:
    """The nouns of a role, each with the words before it, and its initials from any word on.

    A "Deputy Commissioner of Police" is a commissioner, and a "DCP"; a "Health Principal Secretary" is a "PS".
    """
    initials = "".join(word[0] for word in role.replace("-", " ").split() if word[0].isupper()).lower()
    yield from ([initials[begin:]] for begin in range(len(initials) - 1))
    words = [word.strip(".,()").lower() for word in role.split()]
    for joiner in _JOINERS:
        if joiner in words:
            yield words[: words.index(joiner)]
    yield words


def _age(view: View, first: int, last: int) -> str | None:
    """The years of "34-year-old" among the tokens ``[first, last)``."""
    return next(
        (
            view.words[t - 4]
            for t in range(max(first, 4), last)
            if view.lower[t] in _OLD and view.lower[t - 3 : t] == _YEAR_OLD
        ),
        None,
    )
