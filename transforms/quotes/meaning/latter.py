"""Whom "the latter" and "the former" mean: one of the two people, or two bodies, that were named last."""

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.meaning.background import Background

_ORDERED = ("former", "latter")
_LABELS = (Label.PERSON, Label.ORG)
_SENTENCES_BACK = 1


def of_two(background: Background, candidate: Candidate) -> int | None:
    """The entity that "the latter" means, of exactly two named before it in its sentence or the one before."""
    view, head = background.view(candidate), candidate.head
    if view.lower[head] not in _ORDERED or view.lower[head - 1 : head] != ["the"]:
        return None
    for sentence in range(view.sentences[head], view.sentences[head] - _SENTENCES_BACK - 1, -1):
        pool = background.pools[candidate.paragraph]
        before = [other.entity for other in pool if other.head < head and view.sentences[other.head] == sentence]
        for label in _LABELS:
            named = [e for e in dict.fromkeys(before) if e is not None and background.label(e) is label]
            if len(named) == len(_ORDERED):
                return named[_ORDERED.index(view.lower[head])]
    return None
