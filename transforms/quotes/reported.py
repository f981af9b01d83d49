"""Reported speech without marks, with the speaker of each report."""

import re
from collections.abc import Iterator

import numpy as np

from schemas.vocabulary import QuoteKind
from transforms.marks import Segment
from transforms.quotes.grammar.addressees import is_addressee
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.indirect import INDIRECT_FEATURES, indirect_rows, proposals
from transforms.quotes.learned.indirect_choice import are_set_in, chosen, unquoted
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.learned.sureness import SURENESS_FEATURES, Report, sureness_rows
from transforms.quotes.learned.trees import Trees, trees
from transforms.quotes.no_reports.actions import is_by_rule
from transforms.quotes.no_reports.candidate import report_candidate
from transforms.quotes.no_reports.order import is_no_report
from transforms.quotes.no_reports.unattributed import is_of_nobody, is_of_the_writer, is_only_cause

_REPORTED = -0.1  # log-odds from which a clause is taken for reported speech (docs/decisions/reported-speech-rows.md)
_PARENTHESIS = re.compile(r" \([A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}\)")
_OF_THE_WRITER = 0.5  # chance that what whoever writes says of himself is meant where reports are asked for
_SET_IN = 0.5  # ... less for what stands around its cue: grammar tells more there than the few marked ones


def reported(reading: ArticleReading) -> Iterator[Answer]:
    """The stretches that are reported, with the noun phrase that reports each, or is asked."""
    language = reading.lexicon.language
    found = reports(reading, trees(language, "indirect", INDIRECT_FEATURES))
    if found:
        sureness = trees(language, "sureness", SURENESS_FEATURES)
        chances = sureness.chances(sureness.scores(sureness_rows(found)))
        for report, chance in zip(found, chances, strict=True):
            yield _answer(reading, report, float(chance))


def reports(reading: ArticleReading, model: Trees) -> list[Report]:
    """What is taken for reported speech, by paragraph and cue; ``model`` tells how likely each proposal is."""
    lexicon = reading.lexicon
    groups = [
        group
        for index, (view, pool) in enumerate(zip(reading.views, reading.pools, strict=True))
        for group in proposals(index, view, pool, lexicon)
        if not is_by_rule(report_candidate(view, group[0], lexicon))
    ]
    if not groups:
        return []
    odds = model.scores(indirect_rows(groups)) + np.where(are_set_in(groups, reading.views), _SET_IN, 0.0)
    found = []
    for proposal, likely in chosen(groups, reading.views, odds, _REPORTED):
        view = reading.views[proposal.paragraph]
        span = unquoted(view, proposal)
        if span is not None and not is_no_report(report_candidate(view, proposal, lexicon)):
            found.append(Report(proposal, view, span, likely))
    return found


def _answer(reading: ArticleReading, report: Report, likely: float) -> Answer:
    """The answer that a report makes, with who reports it, is asked, or neither."""
    proposal, view, span, _ = report
    index, frame, speaker = proposal.paragraph, proposal.frame, proposal.speaker
    candidate = report_candidate(view, proposal, reading.lexicon)
    segment = Segment(span.start, _with_parenthesis(reading.text, span.end), opens=False)
    chance = likely * _OF_THE_WRITER if is_of_the_writer(candidate) else likely
    if is_addressee(frame, speaker.last, view, reading.lexicon):
        return Answer(index, segment, QuoteKind.INDIRECT, None, None, chance, (index, frame.cue), speaker)
    if is_only_cause(candidate) or is_of_nobody(candidate):
        return Answer(index, segment, QuoteKind.INDIRECT, None, None, chance, (index, frame.cue))
    return Answer(index, segment, QuoteKind.INDIRECT, speaker, frame, chance)


def _with_parenthesis(text: str, end: int) -> int:
    """The end of a stretch with the name in parentheses behind it, which no parse shows: "(Unionist)"."""
    behind = _PARENTHESIS.match(text, end)
    return end if behind is None else behind.end()
