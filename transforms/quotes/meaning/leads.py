"""Who is named further down: "an expert" of the first lines is Lind, if "Ada Lind also said" comes next.

"An expert has warned of floods. ... Ada Lind also said", "A top surveyor said the pier was safe. Ada Lind made the
remarks in Lund".
"""

from collections.abc import Collection, Sequence

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.descriptions import DEFINITE

_MORE = frozenset({"also", "further"})
_GIVE = frozenset({"make", "deliver"})
_WORDS_SAID = frozenset({"announcement", "appeal", "comment", "disclosure", "observation", "remark", "statement"})


def next_named(
    pools: Sequence[Sequence[Candidate]], candidate: Candidate, last: int, known: Collection[int | None]
) -> Candidate | None:
    """The next person named behind a noun phrase, up to paragraph ``last``, who is not among the ``known`` ones."""
    place = candidate.paragraph, candidate.head
    return next(
        (
            other
            for pool in pools[candidate.paragraph : last + 1]
            for other in pool
            if other.sort is Sort.PERSON
            and other.entity is not None
            and (other.paragraph, other.head) > place
            and other.entity not in known
        ),
        None,
    )


def goes_on(view: View, named: Candidate) -> bool:
    """Whether somebody says more than was told: "Lind also said"."""
    cues = (frame.cue for frame in named.frames if frame.marks_quotations)
    return any(view.lower[child] in _MORE for cue in cues for child in view.children[cue])


def said_so(view: View, named: Candidate) -> bool:
    """Whether what was told were somebody's words: "Lind made the remarks in Lund"."""
    given = (frame.cue for frame in named.frames if frame.lemma in _GIVE)
    return any(_are_words_said(view, child) for verb in given for child in view.children[verb])


def _are_words_said(view: View, token: int) -> bool:
    """Whether an object is "the remarks" or "these comments"."""
    is_told = any(view.lower[child] in DEFINITE | {"these", "those"} for child in view.children[token])
    return view.deps[token] == "dobj" and view.lemmas[token] in _WORDS_SAID and is_told
