"""Naming the evidence that a speaker was chosen by."""

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame, Link

_BY_LINK = {
    Link.SUBJECT: "subject",
    Link.BORROWED: "subject of the verb above",
    Link.PASSIVE: "passive",
    Link.RELATIVE: "relative clause",
    Link.ACCORDING: "according to",
    Link.POSSESSOR: "possessor",
    Link.AUTHOR: "author",
    Link.INVERTED: "inverted subject",
    Link.PRONOUN: "relative clause",
    Link.AGENT: "agent of a passive",
    Link.LOOSE: "subject of the verb above",
    Link.BESIDE: "name beside the cue",
}
NO_SPEAKER, LABEL, NEARBY = "no speaker", "label of a transcript", "nearby name"
RULES = (*dict.fromkeys(_BY_LINK.values()), NO_SPEAKER, LABEL, NEARBY)


def rule(speaker: Candidate | None, frame: Frame | None, paragraph: int, *, is_turn: bool = False) -> str:
    """One of ``RULES``, and where the speaker stands if in another paragraph; docs/quotations.md explains them."""
    if speaker is None:
        return NO_SPEAKER
    if is_turn:
        return LABEL
    evidence = NEARBY if frame is None else _BY_LINK[frame.link]
    if speaker.paragraph < paragraph:
        return f"{evidence}, paragraph before"
    if speaker.paragraph > paragraph:
        return f"{evidence}, paragraph behind"
    return evidence
