"""What the models chose for a stretch of an article: who says it, by which words, and how likely that is right."""

from dataclasses import dataclass

from schemas.vocabulary import QuoteKind
from transforms.marks import QUOTATION_MARKS, Segment
from transforms.paragraphs import Paragraph
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame

_MARKS = QUOTATION_MARKS + " \t"


@dataclass(frozen=True, slots=True)
class Answer:
    """A segment with whom the models chose for it, by which frame, and the chance that this is right."""

    paragraph: int
    segment: Segment
    kind: QuoteKind
    speaker: Candidate | None
    frame: Frame | None
    chance: float
    cue: tuple[int, int] | None = None  # paragraph and token, where no frame tells
    hearer: Candidate | None = None  # who was asked, where nobody is named who asks
    is_turn: bool = False  # of a transcript


def is_alone(paragraph: Paragraph, answer: Answer) -> bool:
    """Whether an answer is a paragraph's one quotation, with no word beside it."""
    said = paragraph.text[answer.segment.start - paragraph.start : answer.segment.end - paragraph.start]
    return answer.kind is QuoteKind.DIRECT and paragraph.text.strip(_MARKS) == said.strip(_MARKS)
