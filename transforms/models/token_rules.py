"""The model's attribute ruler, made quick: the same rules fit, and set the same parts of speech, lemmas and forms.

The stock one tries each of its 180 rules on each token. Most of them ask for nothing but a tag, or a tag and a word, or
one of several: those are looked up here, and the stock matcher is left with the others.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_ANY = None
_NO_LABEL = 0
_NAMES: list[int | str] = ["TAG", "LOWER"]

Fit = tuple[int, int, int, int]
"""Number of a rule, a label for the stock ruler, first token, one past the last token."""


class TokenRules:
    """Sets what the rules of a stock ruler say of the tokens of a doc."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler: Any = ruler
        self._rules_of: dict[tuple[int | None, int | None], list[int]] = {}  # by tag and word
        self._others = Matcher(ruler.vocab)
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            others = [pattern for pattern in patterns if not _is_looked_up(pattern)]
            if others:
                self._others.add(str(number), others)
            for pattern in patterns:
                if _is_looked_up(pattern):
                    self._add(number, pattern[0])

    def _add(self, number: int, asked: dict[str, Any]) -> None:
        hashed = self._ruler.vocab.strings.add
        tags, words = (
            [hashed(value) for value in _values(asked[name])] if name in asked else [_ANY] for name in _NAMES
        )
        for key in product(tags, words):
            self._rules_of.setdefault(key, []).append(number)

    def pipe(self, docs: Iterable[Doc], batch_size: int) -> Iterator[Doc]:  # noqa: ARG002  (as all components have it)
        """The docs, each with its tokens set."""
        for doc in docs:
            self._ruler.set_annotations(doc, self.fits(doc))
            yield doc

    def fits(self, doc: Doc) -> list[Fit]:
        """Which rules fit where, as ``match`` of the stock ruler has it: later rules, which win, come last."""
        strings = doc.vocab.strings
        found = [
            (int(strings[label]), label, first, last) for label, first, last in self._others(doc, allow_missing=True)
        ]
        for at, (tag, word) in enumerate(doc.to_array(_NAMES).tolist()):
            for key in ((tag, word), (tag, _ANY), (_ANY, word)):
                found += [(number, _NO_LABEL, at, at + 1) for number in self._rules_of.get(key, ())]
        return sorted(found)


def _is_looked_up(pattern: list[dict[str, Any]]) -> bool:
    """Whether a pattern is of one token, and asks for its tag or word by name."""
    asked = pattern[0] if len(pattern) == 1 else {}
    return bool(asked) and set(asked) <= set(_NAMES) and all(map(_values, asked.values()))


def _values(asked: Any) -> list[str]:
    """The values of which the token must have one; none if that is not how they are asked for."""
    if isinstance(asked, str):
        return [asked]
    return list(asked["IN"]) if set(asked) == {"IN"} else []


@lru_cache(maxsize=4)
def token_rules(nlp: Language, name: str) -> TokenRules:
    """The rules of the ruler that is called ``name`` in the pipeline."""
    ruler: Any = nlp.get_pipe(name)
    return TokenRules(ruler)
