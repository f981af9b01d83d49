"""Sentences that begin with whose view they tell: "For Haddad, the deal is “a trap”", "Pour Ada Lind, « ... »"."""

from transforms.quotes.grammar.frames import MARKS_QUOTATIONS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import VERBS
from transforms.quotes.grammar.view import View

VIEWS = frozenset({"for", "to"})
"""Words before whoever sees something so, where their sentence tells no other cue."""


def is_view_of(view: View, token: int, lexicon: Lexicon) -> bool:
    """Whether one of ``VIEWS`` opens a sentence with somebody and a comma, and what is between marks is their view.

    In English no other word of the sentence tells who says it; in French, where "pour" is often "in order to" and
    "to" as well, the quotation follows at once.
    """
    if not view.opens_sentence(token):
        return False
    if lexicon.has_gendered_things:
        return view.words[token].lower() == "pour" and _leads_to_quotation(view, token, lexicon)
    return _is_told_alone(view, token, lexicon)


def _is_told_alone(view: View, token: int, lexicon: Lexicon) -> bool:
    noun = next((t for t in view.children[token] if view.deps[t] == "pobj"), None)
    if noun is None or not _is_somebody(view, noun, lexicon):
        return False
    sentence = view.sentence_of(token)
    end = next((t for t in sentence if t > noun and view.words[t] == ","), None)
    if end is None:
        return False
    behind = range(end + 1, sentence.stop)
    is_quoted = any(view.inside[t] is not None for t in behind)
    return is_quoted and not any(view.inside[t] is None and _is_cue(view, t, lexicon) for t in behind)


def _leads_to_quotation(view: View, token: int, lexicon: Lexicon) -> bool:
    end = token + 1
    while end < len(view.words) and view.inside[end] is None and view.pos[end] not in VERBS:
        end += 1
    is_quotation = end < len(view.words) and view.inside[end] is not None
    while not view.words[end - 1][0].isalnum():
        end -= 1
    somebody = [t for child in (token, *view.children[token]) for t in view.children[child] if token < t < end]
    is_person = any(view.pos[t] in {"PROPN", "PRON"} or lexicon.people.is_person(view.lemmas[t]) for t in somebody)
    return is_quotation and is_person and view.words[end] == ","


def _is_somebody(view: View, noun: int, lexicon: Lexicon) -> bool:
    is_pronoun = lexicon.pronouns.kinds.get(view.lower[noun]) in {"singular", "plural"}
    return is_pronoun or view.pos[noun] == "PROPN" or lexicon.people.is_person(view.lemmas[noun])


def _is_cue(view: View, token: int, lexicon: Lexicon) -> bool:
    lemma = view.lemmas[token]
    is_verb = view.pos[token] == "VERB" and lexicon.cues.share("VERB", lemma).quoted >= MARKS_QUOTATIONS
    return is_verb or lemma in lexicon.cues.according
