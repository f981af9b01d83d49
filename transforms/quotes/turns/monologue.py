"""Quotations that are a paragraph each, one behind the other: who says the first says those that nobody else does."""

from collections.abc import Sequence
from dataclasses import replace

from schemas.vocabulary import QuoteKind
from transforms.marks import QUOTATION_MARKS
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.questions import ArticleReading

_MOST = 0.5  # chance at most, as it may be the next who speaks
_BESIDE = QUOTATION_MARKS + " \t."  # what may stand beside a quotation that is its whole paragraph


def as_monologue(reading: ArticleReading, answers: Sequence[Answer]) -> list[Answer]:
    """The answers, in order of the text, with a speaker for those that go on with a quotation."""
    result: list[Answer] = []
    last: Answer | None = None  # between marks
    for answer in answers:
        told = answer
        if answer.speaker is None and last is not None and _goes_on(reading, last, answer):
            told = replace(answer, speaker=last.speaker, frame=last.frame, chance=min(last.chance, _MOST))
        result.append(told)
        last = last if told.kind is QuoteKind.INDIRECT else told
    return result


def _goes_on(reading: ArticleReading, last: Answer, answer: Answer) -> bool:
    """Whether two paragraphs are but quotations, of which the first asks nothing."""
    is_next = last.speaker is not None and last.paragraph == answer.paragraph - 1
    asks = reading.text[: last.segment.end].endswith("?")
    return is_next and not asks and _is_whole(reading, last) and _is_whole(reading, answer)


def _is_whole(reading: ArticleReading, answer: Answer) -> bool:
    """Whether a quotation is all that a paragraph has."""
    said = reading.text[answer.segment.start : answer.segment.end]
    return reading.paragraphs[answer.paragraph].text.strip(_BESIDE) == said.strip(_BESIDE)
