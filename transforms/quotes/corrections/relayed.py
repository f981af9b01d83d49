"""What is said by one and known from another: "Selon le journal, la maire a souligné que le conseil « paiera »"."""

from collections.abc import Sequence

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import RELATIONS, Place
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores, exchanged

_TOLD = frozenset(RELATIONS[relation] for relation in ("ccomp", "dobj"))


def without_relay(question: Question, scores: Scores, views: Sequence[View], words: Lexicon) -> Scores:
    """The scores, with that of a French "selon X" that opens a sentence below that of who says it there.

    In English the order has learned that; French prints far more sentences so.
    """
    at = question.place
    if not words.has_gendered_things or not len(scores):
        return scores
    best = int(scores.argmax())
    view, relay = views[at.paragraph], question.options[best]
    source = next((frame.cue for frame in relay.frames if frame.link is Link.ACCORDING), None)
    if source is None or relay.paragraph != at.paragraph or relay.head > at.first:
        return scores
    verb = view.heads[source]
    speaks = [i for i, option in enumerate(question.options) if _says(option, verb, source, at)]
    return exchanged(scores, best, speaks[0]) if speaks else scores


def _says(option: Candidate, verb: int, source: int, at: Place) -> bool:
    """Whether somebody is the subject of a verb of speech behind "selon X" whose object the quotation is or is in."""
    is_told = at.ways.get(verb, (1, 0))[0] == 0 and at.ways[verb][1] in _TOLD
    is_behind = option.paragraph == at.paragraph and source < option.head < verb < at.first
    return (
        is_told
        and is_behind
        and any(
            frame.cue == verb and frame.link is Link.SUBJECT and frame.quoted_share >= MARKS_QUOTATIONS
            for frame in option.frames
        )
    )
