"""Cue frames: a verb, noun or preposition that may mark somebody's words, tied to who it names.

A frame ties a cue to the head of the noun phrase that speaks: the subject of "said", the object of "according
to", the possessor or author of a "statement".
"""

from enum import IntEnum
from typing import NamedTuple

MARKS_QUOTATIONS = 0.1  # share of marking quotations from which a word is a cue whatever it was tagged as


class Link(IntEnum):
    """How a frame ties its speaker to its cue."""

    SUBJECT = 0
    BORROWED = 1  # subject of the verb that the cue hangs on
    PASSIVE = 2  # "was asked"
    RELATIVE = 3  # "X, who said"
    ACCORDING = 4
    POSSESSOR = 5  # "X's statement"
    AUTHOR = 6  # "a statement by X"
    INVERTED = 7  # "..., reads the letter", which the parser takes for an object
    PRONOUN = 8  # the "who" of "X, who said"
    BESIDE = 9  # a name next to a cue that the parser did not see as a verb
    AGENT = 10  # "called ... by X"
    LOOSE = 11  # named in the sentence of a cue that stands right before the quotation: "X, asked if Y went, said: ..."


class Frame(NamedTuple):
    """A cue and the head of its speaker, as token indices, with the cue's share of marking speech and quotations."""

    cue: int
    speaker: int
    link: Link
    lemma: str
    share: float
    quoted_share: float

    @property
    def marks_quotations(self) -> bool:
        """Whether its cue marks quotations often enough to be one whatever it was tagged as."""
        return self.quoted_share >= MARKS_QUOTATIONS
