"""Naming the evidence that a speaker was chosen by."""

from transforms.quotes.candidates import Candidate
from transforms.quotes.frames import Frame, Link

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
    Link.BESIDE: "name beside the cue",
}


def rule(speaker: Candidate | None, frame: Frame | None, paragraph: int, *, is_turn: bool = False) -> str:
    """The evidence, such as ``subject`` or ``subject, paragraph before``; ``no speaker`` where there is none."""
    if speaker is None:
        return "no speaker"
    if is_turn:
        return "label of a transcript"
    evidence = "nearby name" if frame is None else _BY_LINK[frame.link]
    if speaker.paragraph < paragraph:
        return f"{evidence}, paragraph before"
    if speaker.paragraph > paragraph:
        return f"{evidence}, paragraph behind"
    return evidence
