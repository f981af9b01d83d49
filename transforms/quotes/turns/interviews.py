"""Interviews without labels: a question to "you" in a paragraph of its own, and the answer in marks in the next.

Who answers is named once, in the introduction.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from schemas.vocabulary import Label
from transforms.marks import MARKS_BEFORE
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.learned.answers import Answer, is_alone
from transforms.quotes.learned.questions import ArticleReading
from transforms.spans import Names

_FEWEST = 4  # questions with an answer
_UNSURE = 0.5  # chance below which a speaker gives way
_CHANCE = 0.8  # that it is the one person whom the introduction is about
_WORD = re.compile(r"[^\W\d_]+")


def as_interview(reading: ArticleReading, answers: Sequence[Answer]) -> list[Answer]:
    """The answers, in order of the text, with those to questions given to who is interviewed.

    Also where somebody whom the question names is likely: "Your coach said so. Is it true?".
    """
    alone = [answer for answer in answers if is_alone(reading.paragraphs[answer.paragraph], answer)]
    asked = [answer for answer in alone if _is_asked(reading, answer.paragraph - 1)]
    if len(asked) < _FEWEST:
        return list(answers)
    begin, end = asked[0].paragraph, asked[-1].paragraph
    speaker = _introduced(reading, begin)
    places = {answer.paragraph for answer in asked}
    for answer in alone:  # an answer of several paragraphs, or to a statement among the questions
        if answer.paragraph - 1 in places or begin <= answer.paragraph <= end:
            places.add(answer.paragraph)
    return [
        replace(answer, speaker=speaker, frame=None, chance=_CHANCE)
        if speaker and answer.paragraph in places and (answer.chance < _UNSURE or _is_of_the_questions(answer, begin))
        else answer
        for answer in answers
    ]


def _is_of_the_questions(answer: Answer, begin: int) -> bool:
    """Whether a speaker is but somebody whom a question speaks of or to: "Your coach said so. Is it true?"."""
    is_among = answer.speaker is not None and begin - 1 <= answer.speaker.paragraph < answer.paragraph
    return is_among and not answer.is_turn


def _is_asked(reading: ArticleReading, index: int) -> bool:
    """Whether a paragraph is a question, or speaks to somebody, in no marks."""
    text = reading.paragraphs[index].text if index >= 0 else ""
    if not text or _is_in_marks(text):
        return False
    spoken_to = any(reading.lexicon.pronouns.kinds.get(word) == "first" for word in _WORD.findall(text.casefold()))
    return text.rstrip().endswith("?") or spoken_to


def _is_in_marks(text: str) -> bool:
    """Whether a paragraph begins with a quotation mark."""
    return text.lstrip()[:1] in MARKS_BEFORE


def _introduced(reading: ArticleReading, end: int) -> Candidate | None:
    """The last noun phrase before a paragraph for the person who is named most up to there."""
    start = reading.paragraphs[end].start
    person = named_most(reading.names, start)
    named = (candidate for pool in reading.pools[:end] for candidate in pool if candidate.entity == person)
    return None if person is None else max(named, key=lambda c: (c.paragraph, c.head), default=None)


def named_most(names: Names, end: int) -> int | None:
    """The person who is named most before a place, of several the one named first."""
    before = Counter(
        mention.entity
        for mention in names.mentions
        if mention.end <= end and names.entities[mention.entity].label is Label.PERSON
    )
    return max(before, key=before.__getitem__, default=None)
