"""The antecedents of a "they" that means several people with names: "Lind and Fox resigned. ..., they said"."""

from collections.abc import Callable, Iterator

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.tagsets import OBJECTS, SUBJECTS
from transforms.quotes.meaning.background import Background

_PARAGRAPHS_BACK = 1
_TWO = 2
_SEVERAL = frozenset({"all", "few", "many", "most", "others", "several", "some", "those"})
_BODIES = frozenset({Sort.ORGANISATION, Sort.PLACE})


def named_together(background: Background, they: Candidate, joined: Callable[[Candidate], list[int]]) -> list[int]:
    """Those of the last phrase for several before a "they", where nobody else came up since who may be meant.

    ``joined`` gives the entities that the parts of a phrase mean. Their phrase is a subject or stands beside one, and
    neither others nor a body that may be "they" act between the two.
    """
    between: set[int] = set()
    for candidate in _before(background, they):
        several = joined(candidate)
        if len(several) >= _TWO:
            return several if between <= set(several) and _acts(background, candidate) else []
        if _may_be_meant(background, candidate):
            return []
        if candidate.sort is Sort.PERSON and candidate.entity is not None:
            between.add(candidate.entity)
    return []


def _before(background: Background, they: Candidate) -> Iterator[Candidate]:
    """What stands before a pronoun, the nearest first, up to the paragraph before its own."""
    for paragraph in range(they.paragraph, max(they.paragraph - _PARAGRAPHS_BACK, 0) - 1, -1):
        for candidate in reversed(background.pools[paragraph]):
            if paragraph < they.paragraph or candidate.last <= they.first:
                yield candidate


def _acts(background: Background, candidate: Candidate) -> bool:
    """Whether a noun phrase is a subject, or stands beside one: "The authors, Lind and Fox, ..."."""
    view, token = background.view(candidate), candidate.head
    while view.deps[token] == "appos" and view.heads[token] != token:
        token = view.heads[token]
    return view.deps[token] in SUBJECTS


def _may_be_meant(background: Background, candidate: Candidate) -> bool:
    """Whether a "they" may mean a phrase: several without a name whom nobody told something, or a body that acts."""
    view, lexicon = background.view(candidate), background.lexicon
    if candidate.sort is Sort.PEOPLE:
        is_told = (
            view.deps[candidate.head] in OBJECTS
            and view.lemmas[view.heads[candidate.head]] in lexicon.cues.hearer_verbs
        )
        is_several = view.tags[candidate.head] == "NNS" or view.lemmas[candidate.head] in lexicon.bodies.collectives
        return is_several and not is_told
    if candidate.sort is Sort.OTHER_PRONOUN:
        return view.lower[candidate.head] in _SEVERAL
    return candidate.sort in _BODIES and view.deps[candidate.head] in SUBJECTS
