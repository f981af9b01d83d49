"""An article as a list of questions: here is a quotation, these may have said it, and this is known of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transforms.paragraphs import Paragraph, Segment
from transforms.quotes.grammar.candidates import REACH, Candidate, candidates, nearby
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.parsed_frames import frames
from transforms.quotes.grammar.view import View, view
from transforms.quotes.learned.features import SEGMENT_FEATURES, Matrix, SegmentPlace, place
from transforms.quotes.learned.pairs import PAIR_FEATURES, Pairs
from transforms.spans import Names

FEATURES = PAIR_FEATURES + SEGMENT_FEATURES
_BEGINS_PARAGRAPH = SEGMENT_FEATURES.index("begins_paragraph")


@dataclass(frozen=True, slots=True)
class Question:
    """A quoted segment, where it stands, who may have said it, and a row of ``FEATURES`` for each of them."""

    segment: Segment
    place: SegmentPlace
    options: list[Candidate]
    rows: Matrix


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """All that the rules and models need to know of an article."""

    lexicon: Lexicon
    text: str
    paragraphs: Sequence[Paragraph]
    names: Names
    views: list[View]
    frames: list[list[Frame]]
    pools: list[list[Candidate]]
    questions: list[Question]


def read_article(text: str, paragraphs: Sequence[Paragraph], names: Names, lexicon: Lexicon) -> ArticleReading:
    """Put the questions of an article, in the order of its quoted segments."""
    views = [view(paragraph, lexicon) for paragraph in paragraphs]
    found = [frames(seen, lexicon) for seen in views]
    pools = candidates(views, found, names, lexicon)
    pairs = Pairs(views, pools, lexicon)
    questions = []
    for index, paragraph in enumerate(paragraphs):
        around = nearby(index, pools, views) if paragraph.segments else []
        heads = [candidate.head for candidate in pools[index]]
        for k, segment in enumerate(paragraph.segments):
            at = place(index, k, views[index], found[index])
            if at is None:
                continue
            own = pools[index][bisect_left(heads, at.first - REACH) : bisect_right(heads, at.last + REACH)]
            rows = _rows(pairs.rows(at, own, around, text[segment.start : segment.end]), at)
            questions.append(Question(segment, at, own + around, rows))
    return ArticleReading(lexicon, text, paragraphs, names, views, found, pools, questions)


def _rows(of_pairs: Matrix, at: SegmentPlace) -> Matrix:
    """Rows of ``FEATURES``: the numbers of each pair, and those of the segment's place, the same for all."""
    rows = np.empty((len(of_pairs), len(FEATURES)), dtype=np.float32)
    rows[:, : len(PAIR_FEATURES)] = of_pairs
    rows[:, len(PAIR_FEATURES) :] = at.numbers
    return rows


def continued(questions: Sequence[Question]) -> list[list[int]]:
    """The questions in groups of one quotation: what is left open goes on with the next mark or paragraph."""
    groups: list[list[int]] = []
    for i, question in enumerate(questions):
        before = questions[i - 1] if i else None
        if before is not None and _goes_on(before, question):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _goes_on(before: Question, question: Question) -> bool:
    """Whether a segment goes on with the quotation that the one before it left open."""
    if not before.segment.opens or before.segment.closes:
        return False
    if before.place.paragraph == question.place.paragraph:
        return True
    follows = before.place.paragraph == question.place.paragraph - 1
    return follows and bool(question.place.numbers[_BEGINS_PARAGRAPH])
