"""Question and answer, each a paragraph of its own without a word on who speaks, as of a court.

Whoever was asked answers, also to a question that is only told of, and whoever asked asks on.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from schemas.vocabulary import QuoteKind
from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.learned.answers import Answer, is_alone
from transforms.quotes.learned.questions import ArticleReading

_UNSURE = 0.5  # chance below which a speaker gives way
_CHANCE = 0.6  # that it is a dialogue of two
_BACK = 4  # answers to look back for who was asked
_OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})
_MARKS = QUOTATION_MARKS + " \t"


def as_dialogue(
    reading: ArticleReading, answers: Sequence[Answer], identity: Callable[[Candidate], Hashable]
) -> list[Answer]:
    """The answers, in order of the text, with the speakers of such paragraphs put right.

    ``identity`` gives what a noun phrase means.
    """
    result: list[Answer] = []
    goes_on = False
    for answer in answers:
        last = result[-1] if result else None
        talk = goes_on or _have_spoken(reading, result, identity)
        goes_on = last is not None and _replies(reading, last, answer, goes_on=talk)
        turned = _by_the_other(result, answer, identity) if goes_on else _by_who_was_asked(reading, answer)
        goes_on = goes_on and turned.speaker is not None
        result.append(turned)
    return result


def _replies(reading: ArticleReading, last: Answer, answer: Answer, *, goes_on: bool) -> bool:
    """Whether a paragraph is nothing but a reply to a question, or a question behind a reply."""
    asks, is_asked = _asks(reading.text, answer), _asks(reading.text, last)
    asked_for = last.frame is not None and last.frame.lemma in reading.lexicon.cues.asking_verbs
    is_near = last.paragraph == answer.paragraph - 1 and last.segment.closes
    is_turn = is_asked and not asks and (goes_on or asked_for)
    return is_near and is_alone(reading.paragraphs[answer.paragraph], answer) and (is_turn or (goes_on and asks))


def _have_spoken(reading: ArticleReading, before: Sequence[Answer], identity: Callable[[Candidate], Hashable]) -> bool:
    """Whether two have just spoken to each other in paragraphs of theirs: ""Why?" Fox asked.", "No," Lind said."."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or last.frame is None:
        return False
    asked = next((one for one in reversed(before[-_BACK:]) if one.paragraph == last.paragraph - 1), None)
    if asked is None or asked.speaker is None or asked.frame is None:
        return False
    return _asks(reading.text, asked) and identity(asked.speaker) != identity(last.speaker)


def _by_the_other(before: Sequence[Answer], answer: Answer, identity: Callable[[Candidate], Hashable]) -> Answer:
    """The answer by whoever spoke before the last one did, unless it is sure of somebody else."""
    last = before[-1].speaker
    if last is None or (
        answer.speaker is not None and answer.chance >= _UNSURE and identity(answer.speaker) != identity(last)
    ):
        return answer
    others = (earlier.speaker for earlier in reversed(before[-_BACK:-1]) if earlier.kind is not QuoteKind.INDIRECT)
    other = next((speaker for speaker in others if speaker and identity(speaker) != identity(last)), None)
    return answer if other is None else replace(answer, speaker=other, frame=None, cue=None, chance=_CHANCE)


def _by_who_was_asked(reading: ArticleReading, answer: Answer) -> Answer:
    """The answer by whom the paragraph before asked: "I asked Fox what it was for."."""
    speaker, frame = answer.speaker, answer.frame
    if speaker is None or frame is None or frame.lemma not in reading.lexicon.cues.asking_verbs:
        return answer
    is_next = speaker.paragraph == answer.paragraph - 1 and is_alone(reading.paragraphs[answer.paragraph], answer)
    if not is_next or _asks(reading.text, answer):
        return answer
    view = reading.views[speaker.paragraph]
    asked = {child for child in view.children[frame.cue] if child > frame.cue and view.deps[child] in _OBJECTS}
    other = next((candidate for candidate in reading.pools[speaker.paragraph] if candidate.head in asked), None)
    return answer if other is None else replace(answer, speaker=other, frame=None, cue=None, chance=_CHANCE)


def _asks(text: str, answer: Answer) -> bool:
    return text[answer.segment.start : answer.segment.end].rstrip(_MARKS).endswith("?")
