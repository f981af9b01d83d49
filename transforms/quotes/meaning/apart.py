"""Whom a pronoun does not mean, as the words right before it tell."""

from collections.abc import Iterator, Sequence

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import SUBJECTS
from transforms.quotes.grammar.view import View


def tells_whose(view: View, pronoun: int) -> bool:
    """Whether a "her" tells whose the one before it is: "Fox, her partner"."""
    return view.deps[pronoun] == "poss" and pronoun > 1 and view.words[pronoun - 1] == ","


def told_apart(view: View, pool: Sequence[Candidate], pronoun: int) -> Iterator[Candidate]:
    """The noun phrase before "her" in "Fox, her partner", or before "she said" in "Haddad, she said, was late"."""
    if pronoun == 0 or view.words[pronoun - 1] != ",":
        return
    for candidate in pool:
        if candidate.last == pronoun - 1:
            is_said_of = view.deps[pronoun] in SUBJECTS and view.opens_sentence(candidate.first)
            if is_said_of or tells_whose(view, pronoun):
                yield candidate
