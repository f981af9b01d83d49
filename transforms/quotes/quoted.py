"""What stands between marks and is speech, with the best of those who may have said it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from schemas.vocabulary import QuoteKind, Section
from transforms.paragraphs import Paragraph
from transforms.quotes.corrections.clear_cues import clear_cue
from transforms.quotes.corrections.of_others import is_of_others
from transforms.quotes.corrections.order import corrected
from transforms.quotes.echoes import echoes, is_sentence_of
from transforms.quotes.grammar.asked import asks_for, is_asked
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.kinds import kind_of
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.learned.cues import CUE_FEATURES, cue_frame, nearest_cue
from transforms.quotes.learned.features import SEGMENT_FEATURES, Place
from transforms.quotes.learned.questions import FEATURES, Question, Reading, continued
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


def quoted(reading: Reading) -> Iterator[Answer]:
    """The segments between marks that are speech, with the best of their candidates."""
    questions = reading.questions
    judged = _judged(reading) if questions else []
    around = [reading.paragraphs[question.place.paragraph] for question in questions]
    echoed = echoes(reading.text, [question.segment for question in questions], around)
    for chain in continued(questions):
        sure = max(chain, key=lambda i: judged[i].chance)  # what is open at a paragraph's end goes on in the next
        is_speech = any(judged[i].speech > 0 for i in chain)
        for i in chain:
            said = echoed.get(i)
            if said is not None and judged[said].speech <= 0:
                said = None
            if (not is_speech and said is None) or is_a_term(reading, questions[i]):
                continue
            by, chance = judged[i] if _has_own(judged[i], judged[sure]) else judged[sure], judged[sure].chance
            if said not in {None, sure} and _tells_better(reading.text, judged[said], judged[i], chance, around[i]):
                by, chance = judged[said], judged[said].chance * _OF_AN_ECHO
            answer = _answer(reading, questions[i], by, chance)
            is_nobodys = answer.speaker is None and answer.kind is QuoteKind.PARTIAL
            if not (is_nobodys and is_unclaimed(reading, questions[i], judged[i].speech)):
                yield answer


def _judged(reading: Reading) -> list[_Judged]:
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


def _has_own(part: _Judged, surest: _Judged) -> bool:
    """Whether a part of a quotation has a tag of its own, with the speaker of the surest part."""
    if part.chance < _SURE or not len(part.scores):
        return False
    own, other = (one.question.options[int(np.argmax(one.scores))] for one in (part, surest))
    is_one = own.who == other.who or Sort.SINGULAR in {own.sort, other.sort}
    return is_one and own.paragraph == part.question.place.paragraph


def _tells_better(text: str, said: _Judged, echo: _Judged, chance: float, stands_in: Paragraph) -> bool:
    """Whether who says the words in full is rather their speaker than the one found where they are printed again.

    Always in a line of the body that is set apart; in a headline where nobody there is likely, or, of an echo that is
    too long to be another's words, less likely than who says them in full. ``chance`` is of the one found there.
    """
    if section(stands_in.kind) is Section.BODY or chance < _SURE:
        return True
    is_less_likely = chance < _OF_AN_ECHO * said.chance
    return is_less_likely and is_sentence_of(text, echo.question.segment, said.question.segment)


def _answer(reading: Reading, question: Question, by: _Judged, chance: float) -> Answer:
    """The answer to a question by the judgement of a segment of the same utterance, or of the same words."""
    asked, scores = by.question, by.scores
    at, words = question.place, reading.lexicon
    kind = kind_of(reading, question)
    near = nearest_cue(at, reading.views[at.paragraph], words)
    spare = None if near is None else (at.paragraph, near)
    if not len(scores):
        return Answer(at.paragraph, question.segment, kind, None, None, chance, spare)
    speaker = _whole(asked.options[int(np.argmax(scores))], asked.options)
    model = trees(words.language, "cue", CUE_FEATURES)
    view = reading.views[speaker.paragraph]
    frame = clear_cue(cue_frame(speaker, asked.place, view, model, words), speaker, asked.place, view)
    is_nobodys = frame is not None and speaker.paragraph == at.paragraph and is_of_others(frame, at, view)
    is_spoken = kind is QuoteKind.DIRECT and speaker.sort in _PERSONS
    if chance < _SURE_ENOUGH * (_OF_SENTENCES if is_spoken else 1) or is_nobodys:  # the cue may be clear even so
        spare = spare or ((speaker.paragraph, frame.cue) if frame else None)
        return Answer(at.paragraph, question.segment, kind, None, None, chance, spare)
    if frame is not None and kind is QuoteKind.PARTIAL and _is_put_to(speaker, frame, at, view, words):
        return Answer(at.paragraph, question.segment, kind, None, None, chance, (speaker.paragraph, frame.cue), speaker)
    return Answer(at.paragraph, question.segment, kind, speaker, frame, chance, spare)


def _is_put_to(speaker: Candidate, frame: Frame, at: Place, view: View, words: Lexicon) -> bool:
    """Whether marked words are of a question that somebody was asked."""
    is_question = speaker.paragraph == at.paragraph and asks_for(view, frame.cue, at.first)
    return is_question and is_asked(frame, speaker.last, view, words)


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
