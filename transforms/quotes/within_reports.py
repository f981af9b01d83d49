"""Marked words within a report of the same speaker are told by its cue.

As by "slammed" in: Fox said he had left early and slammed the race as "a farce".
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schemas.vocabulary import QuoteKind
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.answers import Answer


def by_their_reports(answers: Sequence[Answer], views: Sequence[View]) -> list[Answer]:
    """The answers, with the verb of the report that some marked words stand in for their cue."""
    reports = defaultdict(list)
    for answer in answers:
        if answer.kind is QuoteKind.INDIRECT and _is_by_verb(answer, views):
            reports[answer.paragraph].append(answer)
    return [
        _by_report(answer, reports[answer.paragraph]) if answer.kind is QuoteKind.PARTIAL else answer
        for answer in answers
    ]


def _is_by_verb(answer: Answer, views: Sequence[View]) -> bool:
    """Whether a verb reports: in "disputed the notion that ..." it is "disputed", and not "notion"."""
    return answer.frame is not None and views[answer.paragraph].pos[answer.frame.cue] == "VERB"


def _by_report(answer: Answer, reports: Sequence[Answer]) -> Answer:
    around = next((report for report in reports if _is_around(report, answer)), None)
    return answer if around is None else replace(answer, speaker=around.speaker, frame=around.frame)


def _is_around(report: Answer, answer: Answer) -> bool:
    """Whether a report by the same speaker holds an answer's first word, by a later cue than the answer's."""
    if report.speaker is None or answer.speaker is None or report.frame is None or answer.frame is None:
        return False
    if report.frame.cue <= answer.frame.cue:
        return False
    return (
        report.speaker.who == answer.speaker.who and report.segment.start <= answer.segment.start < report.segment.end
    )
