"""Marked words that are not the subject's but those of others whom nothing names: of a charge, of calls for help.

'He was jailed, accused of "theft"', 'crews responded to reports of "a loud noise"'
"""

from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace

CALLED_BY = frozenset({"investigate", "probe", "react", "receive", "reply", "respond"})
CALLS = frozenset({"call", "claim", "complaint", "report", "rumor", "rumour", "tip"})
_CHARGED = frozenset({"accuse", "charge", "convict", "suspect"})
_OF = frozenset({"about", "of"})
_OF_CHARGES = frozenset({"of", "with"})
_OF_VERBS_ABOVE = frozenset({Link.BORROWED, Link.PASSIVE, Link.RELATIVE})


def are_words_of_others(frame: Frame, at: SegmentPlace, view: View) -> bool:
    """Whether the words behind a cue are those of others than the one whom its frame names."""
    words = [t for t in range(frame.cue + 1, at.first) if view.words[t][0].isalnum()]
    return bool(words) and (_is_charge(frame, view, words[-1]) or _is_of_calls(frame, view, words))


def _is_charge(frame: Frame, view: View, before: int) -> bool:
    """Whether somebody is charged with what follows: not who is "accusing him of" it, or he is "accused by" of it."""
    is_charged = view.tags[frame.cue] == "VBN" and frame.lemma in _CHARGED and frame.link in _OF_VERBS_ABOVE
    return is_charged and view.lower[before] in _OF_CHARGES and view.heads[before] == frame.cue


def _is_of_calls(frame: Frame, view: View, words: list[int]) -> bool:
    """Whether what follows is what the calls are that somebody answers: "responded to reports of"."""
    *_, noun, before = [frame.cue, *words]
    return frame.lemma in CALLED_BY and view.lower[before] in _OF and view.lemmas[noun] in CALLS
