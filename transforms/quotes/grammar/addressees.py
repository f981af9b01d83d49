"""Addressees, who are no speakers of what they are asked or told: "Asked whether it was "a wreck", Haddad said"."""

from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.grammar.view import View

_QUESTIONS = frozenset({"about", "how", "if", "what", "when", "where", "whether", "who", "why"})


def is_addressee(frame: Frame, end: int, view: View, words: Lexicon) -> bool:
    """Whether the noun phrase of a frame, that ends before token ``end``, is spoken to by another.

    "Haddad was asked", "asked whether ..., Haddad", "Haddad, asked if ..., said"; but "his aide, Haddad, asked if".
    """
    if frame.lemma not in words.cues.hearer_verbs:
        return False
    is_participle = view.tags[frame.cue] == "VBN" or view.opens_sentence(frame.cue)  # "Asked whether ..., Haddad"
    if frame.link is Link.PASSIVE or (frame.link is Link.BORROWED and is_participle):
        return True
    is_apart = frame.cue == end + 1 and view.words[end] == ","
    is_question = not _QUESTIONS.isdisjoint(view.lower[frame.cue + 1 : frame.cue + 2])
    return is_apart and is_question and _goes_on(view, frame.cue)


def introduces_question(view: View, cue: int, end: int) -> bool:
    """Whether a question begins between a cue and token ``end``: "asked whether it was"."""
    return not _QUESTIONS.isdisjoint(view.lower[cue + 1 : end])


def _goes_on(view: View, cue: int) -> bool:
    """Whether a verb stands behind a comma that ends what is asked."""
    behind = range(cue + 2, view.sentence_of(cue).stop)
    return any(view.words[t - 1] == "," and view.tags[t] in FINITE and view.inside[t] is None for t in behind)
