"""Who said what in one article."""

from collections.abc import Iterator, Sequence

import numpy as np

from schemas.vocabulary import BlockKind, QuoteKind, Section
from transforms.marks import Segment
from transforms.paragraphs import Paragraph
from transforms.quotes.answers import Answer
from transforms.quotes.candidates import Candidate, Sort
from transforms.quotes.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.contrast import without_contrasted
from transforms.quotes.cues import CUE_FEATURES, cue_frame, cue_phrase, nearest_cue
from transforms.quotes.details import addressee, role
from transforms.quotes.dialogue import as_dialogue
from transforms.quotes.echoes import echoes
from transforms.quotes.features import SEGMENT_FEATURES
from transforms.quotes.frames import Frame, Link
from transforms.quotes.indirect import INDIRECT_FEATURES, chosen, indirect_rows, proposals, unquoted
from transforms.quotes.lexicon import Lexicon, lexicon
from transforms.quotes.outermost import with_last_word
from transforms.quotes.questions import FEATURES, Question, Reading, continued, read
from transforms.quotes.ranking import Scores, rank
from transforms.quotes.resolve import Resolver
from transforms.quotes.rules import rule
from transforms.quotes.speech import SPEECH_FEATURES, is_nickname, looks_like_a_name, speech_rows
from transforms.quotes.transcripts import named, turns
from transforms.quotes.trees import trees
from transforms.quotes.utterances import Piece, number
from transforms.quotes.view import View
from transforms.spans import Names, Quote, Span

_SECTIONS = {BlockKind.TITLE: Section.TITLE, BlockKind.DEK: Section.DEK, BlockKind.CAPTION: Section.CAPTION}
_SPEECH = 0.0  # log-odds from which a quoted stretch is taken for speech
_SPEECH_LIKE_A_NAME = 1.3  # ... of words that all begin with a capital, which are titles more often in other texts
_REPORTED = -0.45  # log-odds from which a clause is taken for reported speech
_OF_A_LABEL = 0.95  # chance that the label before a turn names its speaker
_AS_LIKELY_ANOTHER = 0.5  # chance that the speaker as written is whom it is taken for where two are as likely
_SURE = 0.5  # chance below which who says it in full tells better who says the words of a headline
_OF_AN_ECHO = 0.9  # share of that one's chance
_SURE_ENOUGH = 0.3  # chance from which a speaker is named at all


def find_quotes(text: str, paragraphs: Sequence[Paragraph], names: Names, language: str = "en") -> tuple[Quote, ...]:
    """The quotations and reported statements of an article, in order, with their speakers.

    ``paragraphs`` come from :func:`transforms.paragraphs.read_paragraphs`, ``names`` from
    :func:`transforms.names.find_names` over the same paragraphs. Spans are code points into ``text``.
    """
    words = lexicon(language)
    reading = read(text, paragraphs, names, words)
    spoken = list(_turns(reading, words))
    transcript = {answer.paragraph for answer in spoken}
    written = [*_quoted(reading, language), *_reported(reading, language)]
    answers = sorted(
        [*spoken, *(answer for answer in written if answer.paragraph not in transcript)],
        key=lambda answer: (answer.segment.start, answer.segment.end),
    )
    if not answers:
        return ()
    resolver = Resolver(reading, words)
    answers = as_dialogue(reading, answers, resolver.whom, words)
    quoted = [at for at, answer in enumerate(answers) if answer.kind is not QuoteKind.INDIRECT]
    twice = echoes(
        text, [answers[at].segment for at in quoted], [_is_body(reading, answers[at].paragraph) for at in quoted]
    )
    pieces = [Piece(answer.paragraph, answer.segment, _cue(answer)) for answer in answers]
    utterances = number(text, pieces, {quoted[one]: quoted[other] for one, other in twice.items()})
    return tuple(
        _quote(reading, answer, utterance, resolver, words)
        for answer, utterance in zip(answers, utterances, strict=True)
    )


def _quoted(reading: Reading, language: str) -> Iterator[Answer]:
    """The segments between marks that are speech, with the best of their candidates."""
    questions = reading.questions
    if not questions:
        return
    models = trees(language, "speaker_odds", FEATURES), trees(language, "speaker_order", FEATURES)
    odds, scores = rank(questions, *models)
    scores = [without_contrasted(question, own, reading.views) for question, own in zip(questions, scores, strict=True)]
    scores = [with_last_word(question, own, reading.views) for question, own in zip(questions, scores, strict=True)]
    rows = speech_rows(reading.text, questions, reading.views, odds, lexicon(language))
    speech = trees(language, "speech", SPEECH_FEATURES + SEGMENT_FEATURES).scores(rows)
    speech -= np.where(looks_like_a_name(rows), _SPEECH_LIKE_A_NAME, _SPEECH)
    chances = trees(language, "confidence", CONFIDENCE_FEATURES).chances(
        np.concatenate([confidence_rows(*all_of) for all_of in zip(questions, odds, scores, strict=True)])
    )
    judged = list(zip(questions, scores, chances.tolist(), speech.tolist(), strict=True))
    in_body = [_is_body(reading, question.place.paragraph) for question in questions]
    echoed = echoes(reading.text, [question.segment for question in questions], in_body)
    for chain in continued(questions):
        sure = max(chain, key=lambda i: judged[i][2])  # what is open at a paragraph's end goes on in the next
        speaks = max(judged[i][3] for i in chain)
        for i in chain:
            said = echoed.get(i)
            is_echo = said is not None and judged[said][3] > 0
            if (speaks > 0 or is_echo) and not is_nickname(reading.text, questions[i]):
                by = said if said is not None and is_echo and judged[sure][2] < _SURE else sure
                _, score, chance, _ = judged[by]
                chance *= 1 if by == sure else _OF_AN_ECHO
                yield _answer(reading, questions[i], questions[by], score, chance, language)


def _is_body(reading: Reading, paragraph: int) -> bool:
    return reading.paragraphs[paragraph].kind not in _SECTIONS


def _answer(
    reading: Reading, question: Question, asked: Question, scores: Scores, chance: float, language: str
) -> Answer:
    """The answer to a question; ``scores`` and ``chance`` are those of ``asked``, a segment of the same utterance."""
    at = question.place
    is_sentence = reading.paragraphs[at.paragraph].origin[at.first] < 0
    kind = QuoteKind.DIRECT if is_sentence else QuoteKind.PARTIAL
    near = nearest_cue(at, reading.views[at.paragraph], lexicon(language))
    spare = None if near is None else (at.paragraph, near)
    if not len(scores):
        return Answer(at.paragraph, question.segment, kind, None, None, chance, spare)
    speaker = _whole(asked.options[int(np.argmax(scores))], asked.options)
    model = trees(language, "cue", CUE_FEATURES)
    frame = cue_frame(speaker, asked.place, reading.views[speaker.paragraph], model, lexicon(language))
    if chance < _SURE_ENOUGH:  # the cue may be clear even so
        spare = spare or ((speaker.paragraph, frame.cue) if frame else None)
        return Answer(at.paragraph, question.segment, kind, None, None, chance, spare)
    return Answer(at.paragraph, question.segment, kind, speaker, frame, chance, spare)


def _whole(speaker: Candidate, options: Sequence[Candidate]) -> Candidate:
    """The phrase that a name is the end of, if that has a verb: "Its chairman, Ada Lind" is who said so."""
    holding = (
        option
        for option in options
        if option.frames
        and (option.paragraph, option.entity) == (speaker.paragraph, speaker.entity)
        and option.first <= speaker.first
        and speaker.last <= option.last
    )
    return speaker if speaker.frames or speaker.entity is None else next(holding, speaker)


def _reported(reading: Reading, language: str) -> Iterator[Answer]:
    """What is reported without marks."""
    groups = [
        group
        for index, (view, pool) in enumerate(zip(reading.views, reading.pools, strict=True))
        for group in proposals(index, view, pool, lexicon(language))
    ]
    if not groups:
        return
    model = trees(language, "indirect", INDIRECT_FEATURES)
    rows = indirect_rows(groups)
    for proposal, chance in chosen(groups, model.scores(rows), model.chances(rows), _REPORTED):
        span = unquoted(reading.views[proposal.paragraph], proposal)
        if span is not None:
            segment = Segment(span.start, span.end, opens=False)
            index, frame, speaker = proposal.paragraph, proposal.frame, proposal.speaker
            kind = QuoteKind.INDIRECT
            if _is_asked(frame, reading.views[index], lexicon(language)):
                yield Answer(index, segment, kind, None, None, chance, (index, frame.cue), speaker)
            else:
                yield Answer(index, segment, kind, speaker, frame, chance)


def _is_asked(frame: Frame, view: View, words: Lexicon) -> bool:
    """Whether the frame's noun phrase is spoken to: "Haddad was asked", "asked whether ..., Haddad"."""
    is_passive = frame.link is Link.PASSIVE or (frame.link is Link.BORROWED and view.tags[frame.cue] == "VBN")
    return is_passive and frame.lemma in words.hearer_verbs


def _turns(reading: Reading, words: Lexicon) -> Iterator[Answer]:
    """What is said in a transcript, by whose label stands before it."""
    for index, label, said in turns(reading.paragraphs, words):
        view = reading.views[index]
        tokens = [t for t, start in enumerate(view.starts) if label.start <= start < label.end]
        if tokens:
            entity = named(label.of(reading.text), reading.names)
            who = label.of(reading.text).casefold() if entity is None else entity
            speaker = Candidate(index, tokens[-1], tokens[0], tokens[-1] + 1, Sort.NAME, entity, who, ())
            segment = Segment(said.start, said.end, opens=False)
            yield Answer(index, segment, QuoteKind.DIRECT, speaker, None, _OF_A_LABEL)


def _cue(answer: Answer) -> tuple[int, int] | None:
    return (answer.speaker.paragraph, answer.frame.cue) if answer.speaker and answer.frame else None


def _quote(reading: Reading, answer: Answer, utterance: int, resolver: Resolver, words: Lexicon) -> Quote:
    speaker, frame = answer.speaker, answer.frame
    view = reading.views[speaker.paragraph] if speaker else None
    cue, lemma = _cue_words(reading, answer, words)
    meant = None
    if speaker:  # the label of a turn names an entity where the recogniser did not see a name
        meant = resolver.resolve(speaker)
    entity = meant.entity if meant else None
    chance = answer.chance * (_AS_LIKELY_ANOTHER if meant and meant.is_doubtful else 1)
    return Quote(
        start=answer.segment.start,
        end=answer.segment.end,
        kind=answer.kind,
        section=_SECTIONS.get(reading.paragraphs[answer.paragraph].kind, Section.BODY),
        utterance=utterance,
        speaker=view.span(speaker.first, speaker.last) if view and speaker else None,
        speaker_name=None if entity is None else reading.names.entities[entity].name,
        speaker_entity=entity,
        speaker_role=role(reading, speaker, entity) if speaker else None,
        cue=cue,
        cue_lemma=lemma,
        addressee=_addressee(reading, answer, words),
        confidence=round(chance, 3),
        rule=rule(speaker, frame, answer.paragraph, is_turn=not answer.segment.opens and frame is None),
    )


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
    colon = _colon(reading.text, answer.segment.start) if answer.segment.opens else None
    if colon and answer.speaker and not answer.frame:
        return colon, ":"
    if at is None:
        return None, None
    view = reading.views[at[0]]
    return view.span(*cue_phrase(at[1], view, words)), view.lemmas[at[1]]


def _colon(text: str, start: int) -> Span | None:
    """The colon before a segment, a cue where there is no word for one."""
    before = text[:start].rstrip(" \u00a0\"\u201c\u201e\u00ab'`\u2018")
    return Span(len(before) - 1, len(before)) if before.endswith(":") else None
