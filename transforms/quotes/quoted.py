"""What stands between marks and is speech, with the best of those who may have said it."""

from collections.abc import Iterator, Sequence

import numpy as np

from schemas.vocabulary import QuoteKind, Section
from transforms.quotes.echoes import echoes, is_sentence_of
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.confidence import CONFIDENCE_FEATURES, confidence_rows
from transforms.quotes.learned.contrast import without_contrasted
from transforms.quotes.learned.cues import CUE_FEATURES, cue_frame, nearest_cue
from transforms.quotes.learned.features import SEGMENT_FEATURES
from transforms.quotes.learned.introduced import with_introducer
from transforms.quotes.learned.outermost import with_last_word
from transforms.quotes.learned.questions import FEATURES, Question, Reading, continued
from transforms.quotes.learned.ranking import Scores, rank
from transforms.quotes.learned.speech import SPEECH_FEATURES, looks_like_a_name, speech_rows
from transforms.quotes.learned.trees import trees
from transforms.quotes.sections import section
from transforms.quotes.terms import is_a_term

_SPEECH = 0.0  # log-odds from which a quoted stretch is taken for speech
_SPEECH_LIKE_A_NAME = 1.3  # ... of words that all begin with a capital, which are titles more often in other texts
_SURE = 0.5  # chance below which who says it in full tells better who says the words of a headline
_OF_AN_ECHO = 0.9  # share of that one's chance
_SURE_ENOUGH = 0.3  # chance from which a speaker is named at all


def quoted(reading: Reading, language: str) -> Iterator[Answer]:
    """The segments between marks that are speech, with the best of their candidates."""
    questions = reading.questions
    if not questions:
        return
    models = trees(language, "speaker_odds", FEATURES), trees(language, "speaker_order", FEATURES)
    odds, scores = rank(questions, *models)
    scores = [without_contrasted(question, own, reading.views) for question, own in zip(questions, scores, strict=True)]
    scores = [with_last_word(question, own, reading.views) for question, own in zip(questions, scores, strict=True)]
    scores = [with_introducer(question, own, reading.views) for question, own in zip(questions, scores, strict=True)]
    rows = speech_rows(reading.text, questions, reading.views, odds, lexicon(language))
    speech = trees(language, "speech", SPEECH_FEATURES + SEGMENT_FEATURES).scores(rows)
    speech -= np.where(looks_like_a_name(rows), _SPEECH_LIKE_A_NAME, _SPEECH)
    confidence = trees(language, "confidence", CONFIDENCE_FEATURES)
    asked = np.concatenate([confidence_rows(*all_of) for all_of in zip(questions, odds, scores, strict=True)])
    chances = confidence.chances(confidence.scores(asked))
    judged = list(zip(questions, scores, chances.tolist(), speech.tolist(), strict=True))
    around = [reading.paragraphs[question.place.paragraph] for question in questions]
    echoed = echoes(reading.text, [question.segment for question in questions], around)
    for chain in continued(questions):
        sure = max(chain, key=lambda i: judged[i][2])  # what is open at a paragraph's end goes on in the next
        speaks = max(judged[i][3] for i in chain)
        for i in chain:
            said = echoed.get(i)
            is_echo = said is not None and judged[said][3] > 0
            if (speaks > 0 or is_echo) and not is_a_term(reading, questions[i], language):
                tells_nothing = section(around[i].kind) is Section.BODY or judged[sure][2] < _SURE
                if said is not None and is_sentence_of(reading.text, questions[i].segment, questions[said].segment):
                    tells_nothing |= judged[sure][2] < _OF_AN_ECHO * judged[said][2]
                by = said if said is not None and is_echo and tells_nothing else sure
                _, score, chance, _ = judged[by]
                chance *= 1 if by == sure else _OF_AN_ECHO
                yield _answer(reading, questions[i], questions[by], score, chance, language)


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
