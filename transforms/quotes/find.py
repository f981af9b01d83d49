"""Who said what in one article."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.vocabulary import QuoteKind
from transforms.marks import MARKS_BEFORE, Segment
from transforms.paragraphs import Paragraph
from transforms.quotes.details import addressee, described, role
from transforms.quotes.echoes import echoes
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.lexicon import Lexicon, lexicon
from transforms.quotes.interrupted import joined
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.cues import cue_phrase
from transforms.quotes.learned.questions import Reading, read
from transforms.quotes.meaning.resolve import Resolver
from transforms.quotes.quoted import quoted
from transforms.quotes.reported import reported
from transforms.quotes.rules import rule
from transforms.quotes.sections import section
from transforms.quotes.turns.dashes import as_dashes
from transforms.quotes.turns.dialogue import as_dialogue
from transforms.quotes.turns.headlines import as_sourced
from transforms.quotes.turns.interviews import as_interview
from transforms.quotes.turns.signatures import as_signed
from transforms.quotes.turns.transcripts import ANSWERS, interviewed, named, names_somebody, turns
from transforms.quotes.utterances import Piece, number
from transforms.quotes.within_reports import by_their_reports
from transforms.spans import Names, Quote, Span

_OF_A_LABEL = 0.95  # chance that the label before a turn names its speaker
_OF_AN_ANSWER = 0.8  # ... that "A" is the one person whom the introduction is about
_LEARNED_ELSEWHERE = 0.95  # share of its chance of what is reported in a language that its weights did not learn from
_AS_LIKELY_ANOTHER = 0.5  # chance that the speaker as written is whom it is taken for where two are as likely


def find_quotes(text: str, paragraphs: Sequence[Paragraph], names: Names, language: str = "en") -> tuple[Quote, ...]:
    """The quotations and reported statements of an article, in order, with their speakers.

    ``paragraphs`` come from :func:`transforms.paragraphs.read_paragraphs`, ``names`` from
    :func:`transforms.names.find_names` over the same paragraphs. Spans are code points into ``text``.
    """
    words = lexicon(language)
    reading = read(text, paragraphs, names, words)
    spoken = list(_turns(reading, words))
    transcript = {answer.paragraph for answer in spoken}
    written = by_their_reports([*quoted(reading, language), *reported(reading, language)], reading.views)
    answers = sorted(
        [*spoken, *(answer for answer in written if answer.paragraph not in transcript)],
        key=lambda answer: (answer.segment.start, answer.segment.end),
    )
    if not answers:
        return ()
    resolver = Resolver(reading, words)
    answers = as_sourced(reading, as_signed(reading, answers), words)
    answers = as_dialogue(reading, answers, resolver.whom, words)
    answers = as_dashes(reading, answers, resolver.whom)
    answers = joined(text, as_interview(reading, answers, words))
    roles = described(reading, resolver.resolve, words)
    return tuple(
        _quote(reading, answer, utterance, resolver, roles, words)
        for answer, utterance in zip(answers, _utterances(reading, answers), strict=True)
    )


def _utterances(reading: Reading, answers: Sequence[Answer]) -> list[int]:
    """The number of each answer's utterance."""
    in_marks = [at for at, answer in enumerate(answers) if answer.kind is not QuoteKind.INDIRECT]
    around = [reading.paragraphs[answers[at].paragraph] for at in in_marks]
    twice = echoes(reading.text, [answers[at].segment for at in in_marks], around)
    pieces = [Piece(answer.paragraph, answer.segment, _cue(answer)) for answer in answers]
    return number(reading.text, pieces, {in_marks[one]: in_marks[other] for one, other in twice.items()})


def _turns(reading: Reading, words: Lexicon) -> Iterator[Answer]:
    """What is said in a transcript, by whose label stands before it."""
    transcript = turns(reading.paragraphs, reading.names, words)
    answering = interviewed(transcript, reading.names)
    for turn in transcript:
        view, label = reading.views[turn.label_paragraph], turn.label
        tokens = [t for t, start in enumerate(view.starts) if label.start <= start < label.end]
        if tokens:
            is_guess = answering is not None and turn.name in ANSWERS
            entity = answering if is_guess else named(turn, reading.names)
            who = label.of(reading.text).casefold() if entity is None else entity
            is_anybody = entity is None and not names_somebody(turn.name, words)
            sort = Sort.OTHER_PRONOUN if is_anybody else Sort.NAME
            speaker = Candidate(turn.label_paragraph, tokens[-1], tokens[0], tokens[-1] + 1, sort, entity, who, ())
            segment = Segment(turn.said.start, turn.said.end, closes=not turn.goes_on)
            chance = _OF_AN_ANSWER if is_guess else _OF_A_LABEL
            yield Answer(turn.paragraph, segment, QuoteKind.DIRECT, speaker, None, chance, is_turn=True)


def _cue(answer: Answer) -> tuple[int, int] | None:
    return (answer.speaker.paragraph, answer.frame.cue) if answer.speaker and answer.frame else None


def _quote(
    reading: Reading, answer: Answer, utterance: int, resolver: Resolver, roles: Mapping[int, str], words: Lexicon
) -> Quote:
    speaker, frame = answer.speaker, answer.frame
    view = reading.views[speaker.paragraph] if speaker else None
    cue, lemma = _cue_words(reading, answer, words)
    is_anybody = answer.is_turn and speaker is not None and speaker.sort is Sort.OTHER_PRONOUN
    meant = resolver.resolve(speaker) if speaker and not is_anybody else None
    several = resolver.together(speaker) if speaker else []
    entity = several[0] if several else meant.entity if meant else None
    is_doubtful = meant.is_doubtful if meant else speaker is not None and _is_left_open(speaker, answer, resolver)
    is_learned = bool(words.shares) or answer.kind is not QuoteKind.INDIRECT
    chance = answer.chance * (_AS_LIKELY_ANOTHER if is_doubtful else 1) * (1 if is_learned else _LEARNED_ELSEWHERE)
    return Quote(
        start=answer.segment.start,
        end=answer.segment.end,
        kind=answer.kind,
        section=section(reading.paragraphs[answer.paragraph].kind),
        utterance=utterance,
        speaker=view.span(speaker.first, speaker.last) if view and speaker else None,
        speaker_name=None if entity is None else reading.names.entities[entity].name,
        speaker_entity=entity,
        speaker_role=role(reading, speaker, entity, roles, words) if speaker else None,
        cue=cue,
        cue_lemma=lemma,
        addressee=_addressee(reading, answer, words),
        confidence=round(chance, 3),
        rule=rule(speaker, frame, answer.paragraph, is_turn=answer.is_turn),
        co_speakers=tuple(several[1:]),
    )


def _is_left_open(speaker: Candidate, answer: Answer, resolver: Resolver) -> bool:
    """Whether a speaker who means nobody known should mean somebody named: "she", and the name of a label, "KAMAU:"."""
    return resolver.is_left_open(speaker) or (answer.is_turn and speaker.sort is Sort.NAME)


def _addressee(reading: Reading, answer: Answer, words: Lexicon) -> str | None:
    if answer.hearer:
        hearer = answer.hearer
        return reading.views[hearer.paragraph].span(hearer.first, hearer.last).of(reading.text)
    if answer.speaker and answer.frame:
        return addressee(reading, answer.speaker, answer.frame, words)
    return None


def _cue_words(reading: Reading, answer: Answer, words: Lexicon) -> tuple[Span | None, str | None]:
    """The cue of an answer and its lemma: that of its frame, else a colon before it, else a verb of its sentence."""
    at = (answer.speaker.paragraph, answer.frame.cue) if answer.speaker and answer.frame else answer.cue
    colon = _colon(reading.text, answer.segment.start) if answer.segment.opens and not answer.is_turn else None
    if colon and answer.speaker and not answer.frame:
        return colon, ":"
    if at is None:
        return None, None
    view = reading.views[at[0]]
    return view.span(*cue_phrase(at[1], view, words)), view.lemmas[at[1]]


def _colon(text: str, start: int) -> Span | None:
    """The colon before a segment, a cue where there is no word for one."""
    before = text[:start].rstrip(MARKS_BEFORE + " \u00a0")
    return Span(len(before) - 1, len(before)) if before.endswith(":") else None
