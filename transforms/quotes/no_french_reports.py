"""What looks like reported speech in French and is none: words around a quotation, what somebody goes on to do."""

from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.indirect import Proposal

_CLAUSAL = frozenset({"AUX", "VERB"})
_ASPECTS = frozenset({"apprendre", "commencer", "continuer", "reprendre"})
_OWN_WORDS_WITHIN = 3  # tokens behind "selon": "ses propres termes"
_TO_DO = frozenset({"à", "a", "de", "d'", "d\u2019"})


def is_no_french_report(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether a stretch of a French article is no clause of what somebody says."""
    if not words.has_gendered_things:
        return False
    if _is_remainder(view, proposal) or _is_aspect(view, proposal, words) or _tells_who(view, proposal):
        return True
    return _is_in_own_words(view, proposal, words)


def _is_in_own_words(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether a sentence tells of somebody, some words of it his own: "la maire est « ravie », selon ses termes"."""
    cue = proposal.frame.cue
    behind = range(cue + 1, min(cue + 1 + _OWN_WORDS_WITHIN, len(view.words)))
    own = (t for t in behind if view.lemmas[t] in words.own_words)
    is_theirs = any(view.deps[child] == "poss" for t in own for child in view.children[t])
    return proposal.frame.link is Link.ACCORDING and is_theirs


def _is_remainder(view: View, proposal: Proposal) -> bool:
    """Whether it is no clause but what stands around a quotation: « mis en garde » le maire « sur les coûts »."""
    tokens = range(proposal.first, proposal.last)
    inside = [t for t in tokens if view.inside[t] is not None]
    is_beside = inside or _is_beside_marks(view, proposal.first - 1, -1) or _is_beside_marks(view, proposal.last, 1)
    return bool(is_beside) and not any(view.pos[t] in _CLAUSAL and view.inside[t] is None for t in tokens)


def _tells_who(view: View, proposal: Proposal) -> bool:
    """Whether a clause tells more of whoever speaks: "a soufflé le dirigeant, qui n'a pas souhaité en dire plus"."""
    end = proposal.speaker.last
    is_behind = proposal.first == end + 1 and view.words[end] == ","
    return is_behind and view.lower[proposal.first] == "who" and proposal.frame.cue < end


def _is_beside_marks(view: View, token: int, step: int) -> bool:
    while 0 <= token < len(view.words) and view.inside[token] is None and not view.words[token][0].isalnum():
        token += step
    return 0 <= token < len(view.words) and view.inside[token] is not None


def _is_aspect(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether somebody goes on or begins to do something: "a continué à progresser", but not "à dire que"."""
    behind = proposal.frame.cue + 1
    is_to_do = proposal.frame.lemma in _ASPECTS and view.words[behind].lower() in _TO_DO
    return is_to_do and not words.core_verbs.intersection(view.lemmas[behind + 1 : behind + 2])
