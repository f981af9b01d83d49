"""A "selon" may name who only relays another's words: "Selon le journal, la maire a souligné que ..."."""

from transforms.quotes.corrections.case import Case, exchanged
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Link
from transforms.quotes.learned.features import RELATIONS, SegmentPlace
from transforms.quotes.learned.ranking import Scores

_TOLD = frozenset(RELATIONS[relation] for relation in ("ccomp", "dobj"))


def without_relay(case: Case, scores: Scores) -> Scores:
    """The scores, with that of a French "selon X" that opens a sentence below that of who says it there.

    In English the order has learned that; French prints far more sentences so.
    """
    if not case.words.has_gendered_things:
        return scores
    best = int(scores.argmax())
    relay = case.options[best]
    source = next((frame.cue for frame in relay.frames if frame.link is Link.ACCORDING), None)
    if source is None or relay.paragraph != case.at.paragraph or relay.head > case.at.first:
        return scores
    verb = case.view.heads[source]
    speaks = next((i for i, option in case.here if _says(option, verb, source, case.at)), None)
    return scores if speaks is None else exchanged(scores, best, speaks)


def _says(option: Candidate, verb: int, source: int, at: SegmentPlace) -> bool:
    """Whether somebody is the subject of a verb of speech behind "selon X" whose object the quotation is or is in."""
    is_told = at.ways.get(verb, (1, 0))[0] == 0 and at.ways[verb][1] in _TOLD
    return is_told and source < option.head < verb < at.first and option.speaks_by(verb)
