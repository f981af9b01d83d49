"""What may be a report, with all that tells whether it is one."""

from typing import NamedTuple

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.indirect import Proposal


class ReportCandidate(NamedTuple):
    """The tokens ``[first, last)`` that a cue may report, by whom, in the paragraph that ``view`` is of."""

    view: View
    lexicon: Lexicon
    cue: int
    lemma: str
    """Of the cue."""
    link: Link
    """How the cue names its speaker."""
    speaker: Candidate
    complement: str
    """How the tokens hang on the cue."""
    first: int
    last: int

    @property
    def first_word(self) -> str:
        """The first of the tokens, in lower case."""
        return self.view.lower[self.first]

    @property
    def is_finite(self) -> bool:
        """Whether any of the tokens is a verb that has a subject."""
        return any(tag in FINITE for tag in self.view.tags[self.first : self.last])


def report_candidate(view: View, proposal: Proposal, lexicon: Lexicon) -> ReportCandidate:
    """A proposal of a paragraph as the rules look at it."""
    frame, speaker = proposal.frame, proposal.speaker
    return ReportCandidate(
        view,
        lexicon,
        frame.cue,
        frame.lemma,
        frame.link,
        speaker,
        proposal.complement,
        proposal.first,
        proposal.last,
    )
