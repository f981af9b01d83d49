"""How sure a row of reported speech is: the chance that it tells what somebody says, and who.

Which rows there are is learned from annotators who also mark wishes, plans and acts. Whoever reads the rows asks for
what is said. So this small ensemble is learned from real articles in which only that is marked
(docs/decisions/reported-speech-rows.md); a monotone curve turns its answer into a chance.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Matrix
from transforms.quotes.learned.indirect import INDIRECT_FEATURES, Proposal, indirect_rows
from transforms.quotes.learned.indirect_choice import between_marks
from transforms.spans import Span

SURENESS_FEATURES = (
    *INDIRECT_FEATURES, "odds", "kept", "between_marks", "finite", "marks_quotations", "first_tag", "several_speak",
)  # fmt: skip
_TAGS = {"IN": 1, "DT": 2, "PRP": 3, "NNP": 4, "NN": 5, "NNS": 6, "TO": 7, "VBG": 8, "WRB": 9, "WP": 10, "CD": 11}
_PLURAL = frozenset({"NNS", "NNPS"})


class Report(NamedTuple):
    """What is taken for reported speech in a paragraph, and the log-odds that it is; ``span`` is what its row has."""

    proposal: Proposal
    view: View
    span: Span
    odds: float


def sureness_rows(reports: Sequence[Report]) -> Matrix:
    """A row of ``SURENESS_FEATURES`` for each report."""
    own = [_own(report) for report in reports]
    return np.hstack([indirect_rows([[report.proposal for report in reports]]), np.array(own, dtype=np.float32)])


def _own(report: Report) -> tuple[float, ...]:
    proposal, view, span, odds = report
    whole = view.span(proposal.first, proposal.last)
    return (
        odds,
        (span.end - span.start) / (whole.end - whole.start),
        between_marks(view, span) / (span.end - span.start),
        any(tag in FINITE for tag in view.tags[proposal.first : proposal.last]),
        proposal.frame.marks_quotations,
        _TAGS.get(view.tags[proposal.first], 0),
        view.tags[proposal.speaker.head] in _PLURAL,
    )
