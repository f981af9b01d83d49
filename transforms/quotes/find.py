"""Who said what in one article: the way from its paragraphs to its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.vocabulary import QuoteKind, ReferentialGender
from transforms.paragraphs import Paragraph
from transforms.quotes.details import described
from transforms.quotes.echoes import echoes
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.interrupted import joined
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.questions import ArticleReading, read_article
from transforms.quotes.meaning.resolve import Resolver
from transforms.quotes.quoted import quoted
from transforms.quotes.reported import reported
from transforms.quotes.rows import row
from transforms.quotes.spoken import spoken
from transforms.quotes.turns.dash_dialogues import as_dashes
from transforms.quotes.turns.dialogue import as_dialogue
from transforms.quotes.turns.headlines import as_sourced
from transforms.quotes.turns.interviews import as_interview
from transforms.quotes.turns.monologue import as_monologue
from transforms.quotes.turns.signatures import as_signed
from transforms.quotes.utterances import UtterancePart, number
from transforms.quotes.within_reports import by_their_reports
from transforms.spans import Names, Quote


@dataclass(frozen=True, slots=True)
class ArticleQuotes:
    """Who says what in an article, and by which gender it refers to each.

    ``quotes`` are its quotations and reported statements, in order; ``genders`` by which gender it refers to each of
    :attr:`Names.entities`, None for what is no person and where no word or both tell.
    """

    quotes: tuple[Quote, ...]
    genders: tuple[ReferentialGender | None, ...]


def find_quotes(text: str, paragraphs: Sequence[Paragraph], names: Names, language: str = "en") -> tuple[Quote, ...]:
    """The quotations and reported statements of an article, in order: see :func:`find_quotes_and_genders`."""
    return find_quotes_and_genders(text, paragraphs, names, language).quotes


def find_quotes_and_genders(
    text: str, paragraphs: Sequence[Paragraph], names: Names, language: str = "en"
) -> ArticleQuotes:
    """Who said what in an article, and how it refers to those it names.

    ``paragraphs`` come from :func:`transforms.paragraphs.read_paragraphs`, ``names`` from
    :func:`transforms.names.find_names` over the same paragraphs. Spans are code points into ``text``.
    """
    reading = read_article(text, paragraphs, names, lexicon(language))
    resolver = Resolver(reading)
    return ArticleQuotes(_quotes(reading, resolver), resolver.genders())


def _quotes(reading: ArticleReading, resolver: Resolver) -> tuple[Quote, ...]:
    """All that is said, put together from what each part tells."""
    answers = _answers(reading)
    if not answers:
        return ()
    answers = as_sourced(reading, as_signed(reading, answers))
    answers = as_dialogue(reading, answers, resolver.identity)
    answers = as_dashes(reading, answers, resolver.identity)
    answers = as_monologue(reading, as_interview(reading, answers))
    answers = joined(reading.text, answers)
    roles = described(reading, resolver.resolve)
    return tuple(
        row(reading, answer, utterance, resolver, roles)
        for answer, utterance in zip(answers, _utterances(reading, answers), strict=True)
    )


def _answers(reading: ArticleReading) -> list[Answer]:
    """What is said, quoted or reported, in order of the text; in a turn of a transcript nothing else is looked for."""
    turns = list(spoken(reading))
    transcript = {turn.paragraph for turn in turns}
    written = by_their_reports([*quoted(reading), *reported(reading)], reading.views)
    return sorted(
        [*turns, *(answer for answer in written if answer.paragraph not in transcript)],
        key=lambda answer: (answer.segment.start, answer.segment.end),
    )


def _utterances(reading: ArticleReading, answers: Sequence[Answer]) -> list[int]:
    """The number of each answer's utterance."""
    in_marks = [at for at, answer in enumerate(answers) if answer.kind is not QuoteKind.INDIRECT]
    around = [reading.paragraphs[answers[at].paragraph] for at in in_marks]
    twice = echoes(reading.text, [answers[at].segment for at in in_marks], around)
    pieces = [UtterancePart(answer.paragraph, answer.segment, _cue(answer)) for answer in answers]
    return number(reading.text, pieces, {in_marks[one]: in_marks[other] for one, other in twice.items()})


def _cue(answer: Answer) -> tuple[int, int] | None:
    return (answer.speaker.paragraph, answer.frame.cue) if answer.speaker and answer.frame else None
