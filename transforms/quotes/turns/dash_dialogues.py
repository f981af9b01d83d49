"""Dialogues whose turns are paragraphs behind a dash, as French prints them: two people take turns.

    « Tu as vu le héron ? demande-t-elle.
    – Il était là à six heures.
    – Le même ? »

Where a tag tells who says one of the turns, that one says every other, and whoever else is told to be there the rest.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from schemas.vocabulary import Label, QuoteKind
from transforms.marks import MARKS_BEFORE
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.meaning.nameless import is_subject

_Sides = list[tuple[Candidate, float] | None]
"""Who says the turns of even and of odd number, each with a chance; None for one who is not known."""
_FEWEST = 2  # turns
_TOLD, _OTHER = 0.7, 0.6  # chances that a turn is by whom a tag names for another, and by the other one
_BACK = 2  # paragraphs before a dialogue that tell who is there
_DASHES = ("–", "—", "-")
_SORTS = frozenset({Sort.PERSON, Sort.NAME, Sort.PEOPLE, Sort.SINGULAR})
_UNSURE = 0.5  # chance below which a speaker gives way


def as_dashes(
    reading: ArticleReading, answers: Sequence[Answer], identity: Callable[[Candidate], Hashable]
) -> list[Answer]:
    """The answers, in order of the text, with those of such dialogues given to the two in turn.

    ``identity`` gives what a noun phrase means: the number of an entity, or else the words themselves.
    """
    result = list(answers)
    spoken = {answer.paragraph for answer in answers if answer.kind is not QuoteKind.INDIRECT}
    for first, last in _dialogues(reading, spoken):
        turns = range(first, last)
        sides = _sides(reading, result, turns, identity)
        if sides == [None, None] and _is_monologue(result, turns, identity):
            sides = None
        result = [
            _by_turns(answer, turns, sides) if answer.paragraph in turns and not _is_told(answer) else answer
            for answer in result
        ]
    return result


def _by_turns(answer: Answer, turns: range, sides: _Sides | None) -> Answer:
    """An answer whose speaker no tag tells, given to the side that has its turn; to nobody where there are no sides."""
    if sides is None:
        return replace(answer, speaker=None, frame=None)
    side = sides[(answer.paragraph - turns.start) % 2]
    if side is None:
        return answer
    speaker, chance = side
    return replace(answer, speaker=speaker, frame=None, chance=chance)


def _is_monologue(answers: Sequence[Answer], turns: range, identity: Callable[[Candidate], Hashable]) -> bool:
    """Whether the turns are given to nobody but one, who is but near: two of them can't take turns with himself."""
    near = {identity(answer.speaker) for answer in answers if answer.paragraph in turns and answer.speaker is not None}
    return len(near) == 1


def _dialogues(reading: ArticleReading, spoken: set[int]) -> Iterator[tuple[int, int]]:
    """The ranges ``[first, last)`` of paragraphs that are turns; the first of them may begin with a mark."""
    at = 0
    while at < len(reading.paragraphs):
        first = at
        if at in spoken and _begins_with(reading, at, (*_DASHES, *MARKS_BEFORE)):
            at += 1
            while at in spoken and _begins_with(reading, at, _DASHES):
                at += 1
            if at - first >= _FEWEST:
                yield first, at
        at = max(at, first + 1)


def _begins_with(reading: ArticleReading, index: int, signs: Sequence[str]) -> bool:
    return reading.paragraphs[index].text.lstrip().startswith(tuple(signs))


def _is_told(answer: Answer) -> bool:
    """Whether a tag in its own paragraph tells who says it."""
    is_near = answer.speaker is not None and answer.speaker.paragraph == answer.paragraph
    return is_near and answer.frame is not None and answer.chance >= _UNSURE


def _sides(
    reading: ArticleReading, answers: Sequence[Answer], turns: range, identity: Callable[[Candidate], Hashable]
) -> _Sides | None:
    """Who says the first, third, ... of the turns, and who the others, each with a chance, or None where none is told.

    None at all where tags tell that they are more than two, or do not take turns.
    """
    told: list[list[Candidate]] = [[], []]
    for answer in answers:
        if answer.paragraph in turns and _is_told(answer) and answer.speaker is not None:
            told[(answer.paragraph - turns.start) % 2].append(answer.speaker)
    sides = [{identity(speaker) for speaker in side} for side in told]
    if any(len(side) > 1 for side in sides) or sides[0] & sides[1]:
        return None
    if not (sides[0] or sides[1]):
        return [None, None]
    known = sides[0] | sides[1]
    return [
        (side[0], _TOLD) if side else _with_chance(_there(reading, turns.start, identity, known), _OTHER)
        for side in told
    ]


def _with_chance(speaker: Candidate | None, chance: float) -> tuple[Candidate, float] | None:
    return None if speaker is None else (speaker, chance)


def _there(
    reading: ArticleReading, begin: int, identity: Callable[[Candidate], Hashable], known: set[Hashable]
) -> Candidate | None:
    """The last person before a dialogue who is the subject of a verb, and nobody known to be a side of it."""
    for index in range(begin - 1, max(-1, begin - 1 - _BACK), -1):
        for candidate in sorted(reading.pools[index], key=lambda c: c.head, reverse=True):
            who = identity(candidate)
            is_person = isinstance(who, int) and reading.names.entities[who].label is Label.PERSON
            if is_person and who not in known and candidate.sort in _SORTS and is_subject(candidate):
                return candidate
    return None
