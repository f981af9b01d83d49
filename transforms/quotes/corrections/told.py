"""Who tells, where it says who is told by whom: "..., he was told by Haddad"."""

from transforms.quotes.corrections.case import Case, exchanged
from transforms.quotes.grammar.frames import Link
from transforms.quotes.learned.ranking import Scores


def with_teller(case: Case, scores: Scores) -> Scores:
    """The scores, with those of whoever is told and of whoever tells exchanged; who was asked by her answers."""
    best = int(scores.argmax())
    told = case.options[best]
    if told.paragraph != case.at.paragraph:
        return scores
    verbs = case.words.cues.hearer_verbs - case.words.cues.asking_verbs
    cues = {frame.cue for frame in told.frames if frame.link is Link.PASSIVE and frame.lemma in verbs}
    for i, option in case.here if cues else ():
        if any(frame.link is Link.AGENT and frame.cue in cues for frame in option.frames):
            return exchanged(scores, best, i)
    return scores
