"""Writings that are quoted as what one reads in them: "« ... », peut-on lire dans la lettre de la maire"."""

from collections.abc import Iterator

from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import SUBJECTS
from transforms.quotes.grammar.view import View

_READ, _CAN, _ANYBODY = "lire", "pouvoir", "on"
_PRINTED = frozenset({"dans", "in", "sur"})
_STANDS_FOR = "dire"  # the verb that is done by what is read


def written_source_frames(view: View, lexicon: Lexicon) -> Iterator[Frame]:
    """A frame for each noun for a writing that is read from: "lettre" in "lit-on dans la lettre de la maire"."""
    if not lexicon.has_gendered_things:
        return
    share, quoted = lexicon.cues.share("VERB", _STANDS_FOR)
    for token, lemma in enumerate(view.lemmas):
        if lemma == _READ and any(is_reader(view, child) for child in _around(view, token)):
            nouns = (noun for preposition in view.children[token] for noun in _printed(view, preposition))
            yield from (Frame(token, noun, Link.INVERTED, lemma, share, quoted) for noun in nouns)


def is_reader(view: View, token: int) -> bool:
    """Whether a word is the "on" of "lit-on" or "peut-on lire", who is not the speaker."""
    verb = view.heads[token]
    if view.lower[token] != _ANYBODY or view.deps[token] not in SUBJECTS:
        return False
    return view.lemmas[verb] == _READ or (
        view.lemmas[verb] == _CAN and any(view.lemmas[child] == _READ for child in view.children[verb])
    )


def _around(view: View, verb: int) -> list[int]:
    above = view.heads[verb]
    return [*view.children[verb], *(view.children[above] if view.lemmas[above] == _CAN else [])]


def _printed(view: View, preposition: int) -> Iterator[int]:
    if view.lower[preposition] in _PRINTED and view.inside[preposition] is None:
        yield from (child for child in view.children[preposition] if view.deps[child] == "pobj")
