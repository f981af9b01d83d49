"""Who tells, where it says who is told by whom: "..., he was told by Haddad"."""

from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores, exchanged


def with_teller(question: Question, scores: Scores, words: Lexicon) -> Scores:
    """The scores, with those of whoever is told and of whoever tells exchanged; who was asked by her answers."""
    if not len(scores):
        return scores
    best = int(scores.argmax())
    told = question.options[best]
    cues = {f.cue for f in told.frames if f.link is Link.PASSIVE and f.lemma in words.hearer_verbs - words.asking_verbs}
    tells = next(
        (
            i
            for i, option in enumerate(question.options)
            if option.paragraph == told.paragraph == question.place.paragraph
            and any(frame.link is Link.AGENT and frame.cue in cues for frame in option.frames)
        ),
        None,
    )
    return scores if tells is None else exchanged(scores, best, tells)
