"""Whoever "the words" before a colon belong to is the speaker: 'They know the words of Ada Lind: "..."'."""

from transforms.quotes.corrections.case import Case, raised
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SegmentPlace
from transforms.quotes.learned.ranking import Scores

_OWNERS = frozenset({Link.AUTHOR, Link.POSSESSOR})
_SPEAK = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.PERSON, Sort.NAME, Sort.PEOPLE})  # not those of a song


def with_owner_of_words(case: Case, scores: Scores) -> Scores:
    """The scores, raised for whose "words" stand right before the colon that leads to the quotation."""
    owners = [i for i, option in case.here if _owns(option, case.at, case.view)]
    return raised(scores, owners[0]) if owners and scores.argmax() not in owners else scores


def _owns(option: Candidate, at: SegmentPlace, view: View) -> bool:
    if option.sort not in _SPEAK:
        return False
    words = (f.cue for f in option.frames if f.link in _OWNERS and view.lower[f.cue] == "words")
    return any(_is_led_to(view, range(max(cue + 1, option.last), at.first)) for cue in words)


def _is_led_to(view: View, between: range) -> bool:
    """Whether nothing but a colon and marks stand between."""
    return any(view.words[t] == ":" for t in between) and not any(view.words[t][0].isalnum() for t in between)
