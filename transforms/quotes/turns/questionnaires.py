"""Interviews without labels and without marks: a question in a paragraph of its own, and below it who answers as "I".

Readers are told whom by the introduction alone. Questions and answers of a guide for readers ("How do I vote?") have
nobody's "I" in the answers, and an essay that asks its reader something has other headings, or goes on for long.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from schemas.vocabulary import BlockKind, QuoteKind
from transforms.marks import MARKS_BEFORE, Segment
from transforms.paragraphs import Paragraph
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.questions import Reading
from transforms.quotes.turns.interviews import introduced
from transforms.quotes.turns.transcripts import said_from

_FEWEST = 3  # questions
_ASKING, _ANSWERING = 0.5, 0.6  # least shares of questions that say "you", and of answers that say "I"
_LONGEST = 400  # code points of a question
_LONGEST_ANSWER = 8  # paragraphs
_CHANCE = 0.8  # that it is the one person whom the introduction is about
_LINES = frozenset({BlockKind.BODY, BlockKind.HEADING})
_WORD = re.compile(r"[^\W\d_]+")
_IN_MARKS = re.compile(r"[“„«][^”»]*[”»]?|\"[^\"]*\"?")


def questionnaire(reading: Reading) -> Iterator[Answer]:
    """What is answered, each paragraph by who is named most before the first question; nothing but in interviews."""
    asked = [i for i, paragraph in enumerate(reading.paragraphs) if _is_question(paragraph)]
    below = _answered(reading.paragraphs, asked, reading.lexicon.pronouns.first_person)
    if len(below) < _FEWEST or not (_is_all_of_it(reading.paragraphs, below) and _is_of_two(reading, below)):
        return
    speaker = introduced(reading, asked[0])
    if speaker is None:
        return
    for places in below.values():
        for i in places:
            said = said_from(reading.paragraphs[i], 0)
            if said is not None:
                segment = Segment(said.start, said.end, closes=i == places[-1])
                yield Answer(i, segment, QuoteKind.DIRECT, speaker, None, _CHANCE)


def _is_question(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    is_line = paragraph.kind in _LINES and len(text) <= _LONGEST
    return is_line and text.endswith("?") and text[0] not in MARKS_BEFORE


def _answered(paragraphs: Sequence[Paragraph], asked: Sequence[int], first_person: Set[str]) -> dict[int, list[int]]:
    """The paragraphs below each question that has any; below the last one up to where "I" is last said."""
    below = {
        question: [i for i in range(question + 1, following) if paragraphs[i].kind is BlockKind.BODY]
        for question, following in pairwise([*asked, len(paragraphs)])
    }
    if asked:
        last = below[asked[-1]]
        ends = [at + 1 for at, i in enumerate(last) if not first_person.isdisjoint(_words(paragraphs[i].text))]
        below[asked[-1]] = last[: max(ends, default=1)]
    return {question: places for question, places in below.items() if places}


def _is_all_of_it(paragraphs: Sequence[Paragraph], below: Mapping[int, Sequence[int]]) -> bool:
    """Whether nothing but answers of some paragraphs stands between the questions, no heading of another kind."""
    amid = range(min(below), max(below))
    is_headed = any(paragraphs[i].kind is BlockKind.HEADING and not _is_question(paragraphs[i]) for i in amid)
    return not is_headed and all(len(places) <= _LONGEST_ANSWER for places in below.values())


def _is_of_two(reading: Reading, below: Mapping[int, Sequence[int]]) -> bool:
    """Whether most questions say "you", and most of the answers below them "I"."""
    pronouns, paragraphs = reading.lexicon.pronouns, reading.paragraphs
    asking = sum(not pronouns.second_person.isdisjoint(_words(paragraphs[question].text)) for question in below)
    answering = sum(
        not pronouns.first_person.isdisjoint(word for i in places for word in _words(paragraphs[i].text))
        for places in below.values()
    )
    return asking >= _ASKING * len(below) and answering >= _ANSWERING * len(below)


def _words(text: str) -> Iterator[str]:
    """The words of a paragraph that stand in no marks, in lower case."""
    return (word.casefold() for word in _WORD.findall(_IN_MARKS.sub("", text)))
