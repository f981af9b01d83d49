"""The quoted segments that are speech, each with the best of its candidate speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from schemas.vocabulary import QuoteKind, Section
from transforms.quotes.corrections.clear_cues import clear_cue
from transforms.quotes.corrections.order import corrected
from transforms.quotes.corrections.words_of_others import are_words_of_others
from transforms.quotes.echoes import echoes, is_sentence_of
from transforms.quotes.grammar.addressees import introduces_question, is_addressee
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.kinds import kind_of
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.learned.cues import CUE_FEATURES, cue_frame, nearest_cue
from transforms.quotes.learned.features import SEGMENT_FEATURES, SegmentPlace
from transforms.quotes.learned.questions import FEATURES, ArticleReading, Question, continued
from transforms.quotes.learned.ranking import Scores, rank
from transforms.quotes.learned.speech import SPEECH_FEATURES, looks_like_a_name, speech_rows
from transforms.quotes.learned.trees import trees
from transforms.quotes.sections import section
from transforms.quotes.terms.order import is_a_term
from transforms.quotes.unclaimed import is_unclaimed

_SPEECH = 0.0  # log-odds from which a quoted stretch is taken for speech
_SPEECH_LIKE_A_NAME = 1.3  # ... of words that all begin with a capital, which are titles more often in other texts
_SURE = 0.5  # chance below which who says it in full tells better who says the words of a headline
_OF_AN_ECHO = 0.9  # share of that one's chance
_SURE_ENOUGH = 0.3  # chance from which a speaker is named at all
_OF_SENTENCES = 2 / 3  # share of that for whole sentences, which somebody says: a person
_PERSONS = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.PERSON, Sort.NAME, Sort.PEOPLE})


class _Judged(NamedTuple):
    """A question with the scores of its candidates, the chance that the best one is right, the log-odds of speech."""

    question: Question
    scores: Scores
    chance: float
    speech: float

    @property
    def best(self) -> Candidate:
        """The candidate with the highest score, where there is any."""
        return self.question.options[int(np.argmax(self.scores))]


def quoted(reading: ArticleReading) -> Iterator[Answer]:
    """The segments between marks that are speech, with the best of their candidates."""
    questions = reading.questions
    if not questions:
        return
    judged = _judged(reading)
    in_full = _in_full(reading, judged)
    for chain in continued(questions):
        surest = max(chain, key=lambda i: judged[i].chance)
        is_speech = any(judged[i].speech > 0 for i in chain)
        for i in chain:
            if not (is_speech or i in in_full) or is_a_term(reading, questions[i]):
                continue
            by = _of_whole(judged[i], judged[surest])
            if i in in_full and in_full[i] is not judged[surest]:
                by = _of_echo(reading, judged[i], by, in_full[i])
            answer = _answer(reading, questions[i], by)
            if not _may_be_a_term(answer) or not is_unclaimed(reading, questions[i], judged[i].speech):
                yield answer


def _judged(reading: ArticleReading) -> list[_Judged]:
    """Each segment between marks, as the models judge it."""
    questions, words, language = reading.questions, reading.lexicon, reading.lexicon.language
    models = trees(language, "speaker_odds", FEATURES), trees(language, "speaker_order", FEATURES)
    odds, scores = rank(questions, *models)
    scores = [corrected(question, own, reading.views, words) for question, own in zip(questions, scores, strict=True)]
    rows = speech_rows(reading.text, questions, reading.views, odds, words)
    speech = trees(language, "speech", SPEECH_FEATURES + SEGMENT_FEATURES).scores(rows)
    speech -= np.where(looks_like_a_name(rows), _SPEECH_LIKE_A_NAME, _SPEECH)
    confidence = trees(language, "confidence", CONFIDENCE_FEATURES)
    asked = np.concatenate([confidence_rows(*all_of) for all_of in zip(questions, odds, scores, strict=True)])
    chances = confidence.chances(confidence.scores(asked))
    return [_Judged(*all_of) for all_of in zip(questions, scores, chances.tolist(), speech.tolist(), strict=True)]


def _in_full(reading: ArticleReading, judged: Sequence[_Judged]) -> dict[int, _Judged]:
    """For segments that print again what is said elsewhere in the article, by their indices, the words in full."""
    segments = [one.question.segment for one in judged]
    around = [reading.paragraphs[one.question.place.paragraph] for one in judged]
    found = echoes(reading.text, segments, around)
    return {echo: judged[said] for echo, said in found.items() if judged[said].speech > 0}


def _of_whole(part: _Judged, surest: _Judged) -> _Judged:
    """Which part of a quotation tells the speaker of one of them, with the chance that the surest part gives.

    A part is what is open at a paragraph's end and goes on in the next.
    """
    by = part if _has_own(part, surest) else surest
    return by._replace(chance=surest.chance)


def _of_echo(reading: ArticleReading, echo: _Judged, found: _Judged, said: _Judged) -> _Judged:
    """Which tells the speaker of words printed again: what was ``found`` where they are, or where they are in full."""
    if _tells_better(reading, said, echo, found.chance):
        return said._replace(chance=said.chance * _OF_AN_ECHO)
    return found


def _has_own(part: _Judged, surest: _Judged) -> bool:
    """Whether a part of a quotation has a tag of its own, with the speaker of the surest part."""
    if part.chance < _SURE or not len(part.scores):
        return False
    own, other = part.best, surest.best
    is_one = own.who == other.who or Sort.SINGULAR in {own.sort, other.sort}
    return is_one and own.paragraph == part.question.place.paragraph


def _tells_better(reading: ArticleReading, said: _Judged, echo: _Judged, chance: float) -> bool:
    """Whether who says the words in full is rather their speaker than the one found where they are printed again.

    Always in a line of the body that is set apart; in a headline where nobody there is likely, or, of an echo that is
    too long to be another's words, less likely than who says them in full. ``chance`` is of the one found there.
    """
    stands_in = reading.paragraphs[echo.question.place.paragraph]
    if section(stands_in.kind) is Section.BODY or chance < _SURE:
        return True
    is_less_likely = chance < _OF_AN_ECHO * said.chance
    return is_less_likely and is_sentence_of(reading.text, echo.question.segment, said.question.segment)


def _may_be_a_term(answer: Answer) -> bool:
    """Whether nobody is told to say a few marked words, which need not be speech then."""
    return answer.speaker is None and answer.kind is QuoteKind.PARTIAL


def _answer(reading: ArticleReading, question: Question, by: _Judged) -> Answer:
    """The answer to a question by the judgement of a segment of the same utterance, or of the same words."""
    at, words = question.place, reading.lexicon
    near = nearest_cue(at, reading.views[at.paragraph], words)
    spare = None if near is None else (at.paragraph, near)
    kind = kind_of(reading, question)
    nameless = Answer(at.paragraph, question.segment, kind, None, None, by.chance, spare)
    if not len(by.scores):
        return nameless
    speaker = _whole(by.best, by.question.options)
    view = reading.views[speaker.paragraph]
    frame = _frame_of(speaker, by.question.place, view, words)
    told = (speaker.paragraph, frame.cue) if frame else None
    if not _is_likely(speaker, kind, by.chance) or (frame and _is_nobodys(speaker, frame, at, view)):
        return replace(nameless, cue=spare or told)  # the cue may be clear even so
    if frame and kind is QuoteKind.PARTIAL and _is_put_to(speaker, frame, at, view, words):
        return replace(nameless, cue=told, hearer=speaker)
    return replace(nameless, speaker=speaker, frame=frame)


def _frame_of(speaker: Candidate, asked: SegmentPlace, view: View, words: Lexicon) -> Frame | None:
    """The frame by which a speaker says what stands at a place."""
    model = trees(words.language, "cue", CUE_FEATURES)
    return clear_cue(cue_frame(speaker, asked, view, model, words), speaker, asked, view)


def _is_likely(speaker: Candidate, kind: QuoteKind, chance: float) -> bool:
    """Whether a speaker is likely enough to be named: less will do for a person who says whole sentences."""
    is_spoken = kind is QuoteKind.DIRECT and speaker.sort in _PERSONS
    return chance >= _SURE_ENOUGH * (_OF_SENTENCES if is_spoken else 1)


def _is_nobodys(speaker: Candidate, frame: Frame, at: SegmentPlace, view: View) -> bool:
    """Whether the frame in the paragraph of marked words tells that they are those of others."""
    return speaker.paragraph == at.paragraph and are_words_of_others(frame, at, view)


def _is_put_to(speaker: Candidate, frame: Frame, at: SegmentPlace, view: View, words: Lexicon) -> bool:
    """Whether marked words are of a question that somebody was asked."""
    is_question = speaker.paragraph == at.paragraph and introduces_question(view, frame.cue, at.first)
    return is_question and is_addressee(frame, speaker.last, view, words)


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
    return speaker if speaker.entity is None else next(holding, speaker)
