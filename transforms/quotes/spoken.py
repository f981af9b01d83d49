"""The turns of a transcript, each said by whoever the label before or above it names."""

from collections.abc import Iterator

from schemas.vocabulary import QuoteKind
from transforms.marks import Segment
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.turns.conference_calls import turns_of_call
from transforms.quotes.turns.labels import ANSWERS, named, names_somebody
from transforms.quotes.turns.transcripts import Turn, interviewed, turns

_OF_A_LABEL = 0.95  # chance that the label before a turn names its speaker
_OF_AN_ANSWER = 0.8  # ... that "A" is the one person whom the introduction is about


def spoken(reading: ArticleReading) -> Iterator[Answer]:
    """The turns of a transcript, each with its label for a speaker."""
    of_article = reading.paragraphs, reading.names, reading.lexicon
    transcript = turns(*of_article) or turns_of_call(*of_article)
    answering = interviewed(transcript, reading.names)
    for turn in transcript:
        is_guess = answering is not None and turn.name in ANSWERS
        speaker = _speaker(reading, turn, answering if is_guess else named(turn.name, reading.names))
        if speaker is not None:
            segment = Segment(turn.said.start, turn.said.end, closes=not turn.goes_on)
            chance = _OF_AN_ANSWER if is_guess else _OF_A_LABEL
            yield Answer(turn.paragraph, segment, QuoteKind.DIRECT, speaker, None, chance, is_turn=True)


def _speaker(reading: ArticleReading, turn: Turn, entity: int | None) -> Candidate | None:
    """The label of a turn as a noun phrase: a name, or as a pronoun where anybody may be meant, "MODERATOR".

    None where the parse has no word for it.
    """
    view, label, paragraph = reading.views[turn.label_paragraph], turn.label, turn.label_paragraph
    printed = (t for t, origin in enumerate(view.paragraph.origin) if origin >= 0)
    tokens = [t for t in printed if label.start <= view.starts[t] < label.end]
    if not tokens:
        return None
    is_anybody = entity is None and not names_somebody(turn.name, reading.lexicon)
    sort = Sort.OTHER_PRONOUN if is_anybody else Sort.NAME
    who = label.of(reading.text).casefold() if entity is None else entity
    return Candidate(paragraph, tokens[-1], tokens[0], tokens[-1] + 1, sort, entity, who, ())
