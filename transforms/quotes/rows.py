"""The row of an answer: where it stands, who that is and what he is, by which cue, and how sure all of it is."""

from collections.abc import Mapping

from schemas.vocabulary import QuoteKind
from transforms.marks import MARKS_BEFORE
from transforms.quotes.details import addressee, role
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.cues import cue_phrase
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.meaning.resolve import Resolver
from transforms.quotes.rules import rule
from transforms.quotes.sections import section
from transforms.spans import Quote, Span

_LEARNED_ELSEWHERE = 0.95  # share of its chance of what is reported in a language that its weights did not learn from
_AS_LIKELY_ANOTHER = 0.5  # chance that the speaker as written is whom it is taken for where two are as likely


def row(reading: ArticleReading, answer: Answer, utterance: int, resolver: Resolver, roles: Mapping[int, str]) -> Quote:
    """An answer as a row; ``utterance`` is the number of its utterance, ``roles`` what entities are called."""
    speaker, frame = answer.speaker, answer.frame
    view = reading.views[speaker.paragraph] if speaker else None
    cue, lemma = _cue_words(reading, answer)
    entities, is_doubtful = _whom(answer, speaker, resolver) if speaker else ([], False)
    entity = entities[0] if entities else None
    chance = answer.chance * (_AS_LIKELY_ANOTHER if is_doubtful else 1)
    is_learned = bool(reading.lexicon.cues.shares) or answer.kind is not QuoteKind.INDIRECT
    return Quote(
        start=answer.segment.start,
        end=answer.segment.end,
        kind=answer.kind,
        section=section(reading.paragraphs[answer.paragraph].kind),
        utterance=utterance,
        speaker=view.span(speaker.first, speaker.last) if view and speaker else None,
        speaker_name=None if entity is None else reading.names.entities[entity].name,
        speaker_entity=entity,
        speaker_role=role(reading, speaker, entity, roles) if speaker else None,
        cue=cue,
        cue_lemma=lemma,
        addressee=_addressee(reading, answer),
        confidence=round(chance * (1 if is_learned else _LEARNED_ELSEWHERE), 3),
        rule=rule(speaker, frame, answer.paragraph, is_turn=answer.is_turn),
        co_speakers=tuple(entities[1:]),
    )


def _whom(answer: Answer, speaker: Candidate, resolver: Resolver) -> tuple[list[int], bool]:
    """The entities that a speaker means, and whether that is in doubt.

    So it is where nobody known is meant who should be: "she", and the name of a label, "KAMAU:".
    """
    is_anybody = answer.is_turn and speaker.sort is Sort.OTHER_PRONOUN
    meant = None if is_anybody else resolver.resolve(speaker)
    entities = resolver.joint_speakers(speaker) or ([meant.entity] if meant else [])
    is_name_of_label = answer.is_turn and speaker.sort is Sort.NAME
    return entities, meant.is_doubtful if meant else is_name_of_label or resolver.is_left_open(speaker)


def _addressee(reading: ArticleReading, answer: Answer) -> str | None:
    if answer.hearer:
        hearer = answer.hearer
        return reading.views[hearer.paragraph].span(hearer.first, hearer.last).of(reading.text)
    if answer.speaker and answer.frame:
        return addressee(reading, answer.speaker, answer.frame)
    return None


def _cue_words(reading: ArticleReading, answer: Answer) -> tuple[Span | None, str | None]:
    """The cue of an answer and its lemma: that of its frame, else a colon before it, else a verb of its sentence."""
    at = (answer.speaker.paragraph, answer.frame.cue) if answer.speaker and answer.frame else answer.cue
    colon = _colon(reading, answer)
    if colon and answer.speaker and not answer.frame:
        return colon, ":"
    if at is None:
        return None, None
    view = reading.views[at[0]]
    return view.span(*cue_phrase(at[1], view, reading.lexicon)), view.lemmas[at[1]]


def _colon(reading: ArticleReading, answer: Answer) -> Span | None:
    """The colon before a segment or behind the label of a turn, a cue where there is no word for one."""
    text, speaker = reading.text, answer.speaker
    if answer.is_turn and speaker:
        end = reading.views[speaker.paragraph].span(speaker.first, speaker.last).end
        at = end + text[end : end + 1].isspace()
    elif answer.segment.opens and not answer.is_turn:
        at = len(text[: answer.segment.start].rstrip(MARKS_BEFORE + " \u00a0")) - 1
    else:
        return None
    return Span(at, at + 1) if text[at : at + 1] == ":" else None
