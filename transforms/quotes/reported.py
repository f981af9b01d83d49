"""What is reported without marks, with whoever reports it."""

import re
from collections.abc import Iterator

import numpy as np

from schemas.vocabulary import QuoteKind
from transforms.marks import Segment
from transforms.quotes.grammar.asked import is_asked
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.indirect import INDIRECT_FEATURES, indirect_rows, proposals
from transforms.quotes.learned.indirect_choice import are_set_in, chosen, unquoted
from transforms.quotes.learned.questions import Reading
from transforms.quotes.learned.trees import trees
from transforms.quotes.no_reports import is_by_rule, is_no_report, is_of_nobody, is_of_the_writer, is_only_cause

_REPORTED = -0.1  # log-odds from which a clause is taken for reported speech (docs/decisions/reported-speech-rows.md)
_PARENTHESIS = re.compile(r" \([A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}\)")
_OF_THE_WRITER = 0.5  # chance that what whoever writes says of himself is meant where reports are asked for
_SET_IN = 0.5  # ... less for what stands around its cue: grammar tells more there than the few marked ones


def reported(reading: Reading) -> Iterator[Answer]:
    """The stretches that are reported, with the noun phrase that reports each, or is asked."""
    lexicon = reading.lexicon
    groups = [
        group
        for index, (view, pool) in enumerate(zip(reading.views, reading.pools, strict=True))
        for group in proposals(index, view, pool, lexicon)
        if not is_by_rule(view, group[0])
    ]
    if not groups:
        return
    model = trees(lexicon.language, "indirect", INDIRECT_FEATURES)
    scores = model.scores(indirect_rows(groups))
    odds = scores + np.where(are_set_in(groups, reading.views), _SET_IN, 0.0)
    for proposal, likely in chosen(groups, reading.views, odds, model.chances(scores), _REPORTED):
        view = reading.views[proposal.paragraph]
        span = unquoted(view, proposal)
        if span is not None and not is_no_report(view, proposal, lexicon):
            chance = likely * _OF_THE_WRITER if is_of_the_writer(view, proposal, lexicon) else likely
            segment = Segment(span.start, _with_parenthesis(reading.text, span.end), opens=False)
            index, frame, speaker = proposal.paragraph, proposal.frame, proposal.speaker
            kind = QuoteKind.INDIRECT
            if is_asked(frame, speaker.last, view, lexicon):
                yield Answer(index, segment, kind, None, None, chance, (index, frame.cue), speaker)
            elif is_only_cause(view, proposal) or is_of_nobody(proposal):
                yield Answer(index, segment, kind, None, None, chance, (index, frame.cue))
            else:
                yield Answer(index, segment, kind, speaker, frame, chance)


def _with_parenthesis(text: str, end: int) -> int:
    """The end of a stretch with the name in parentheses behind it, which no parse shows: "(Unionist)"."""
    behind = _PARENTHESIS.match(text, end)
    return end if behind is None else behind.end()
