"""Whom "the latter", "the former" or "le premier" mean: one of the two people, or two bodies, that were named last."""

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.meaning.background import Background

_ORDERED = {"former": 0, "latter": 1}
_ORDERED_IN_FRENCH = {"premier": 0, "première": 0, "second": 1, "seconde": 1}
_TWO = 2
_LABELS = (Label.PERSON, Label.ORG)
_SENTENCES_BACK = 1
_FRENCH_BACK = 3  # "Le premier part. La seconde reste."


def of_two(background: Background, candidate: Candidate) -> int | None:
    """The entity that "the latter" means, of exactly two named before it in its sentence or the one before."""
    view, head = background.view(candidate), candidate.head
    is_french = background.lexicon.has_gendered_things
    ordered, back = (_ORDERED_IN_FRENCH, _FRENCH_BACK) if is_french else (_ORDERED, _SENTENCES_BACK)
    if view.lower[head] not in ordered or view.lower[head - 1 : head] != ["the"] or candidate.last != head + 1:
        return None
    for sentence in range(view.sentences[head], view.sentences[head] - back - 1, -1):
        pool = background.pools[candidate.paragraph]
        before = [other.entity for other in pool if other.head < head and view.sentences[other.head] == sentence]
        for label in _LABELS:
            named = [e for e in dict.fromkeys(before) if e is not None and background.label(e) is label]
            if len(named) == _TWO:
                return named[ordered[view.lower[head]]]
            if named and is_french:
                return None
    return None
