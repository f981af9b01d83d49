"""What looks like reported speech in French and is none: words around a quotation, what somebody goes on to do."""

from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.tagsets import VERBS
from transforms.quotes.grammar.view import View
from transforms.quotes.no_reports.candidate import ReportCandidate

_ASPECTS = frozenset({"apprendre", "commencer", "continuer", "reprendre"})
_OWN_WORDS_WITHIN = 3  # tokens behind "selon": "ses propres termes"
_TO_DO = frozenset({"à", "a", "de", "d'", "d\u2019"})


def is_remainder(report: ReportCandidate) -> bool:
    """Whether the words are but the rest of a sentence around marks: « mis en garde » le maire « sur les coûts »."""
    if not report.lexicon.has_gendered_things:
        return False
    view, tokens = report.view, range(report.first, report.last)
    is_beside = any(view.inside[t] is not None for t in tokens) or _is_beside_marks(view, report.first - 1, -1)
    is_clause = any(view.pos[t] in VERBS and view.inside[t] is None for t in tokens)
    return not is_clause and (is_beside or _is_beside_marks(view, report.last, 1))


def _is_beside_marks(view: View, token: int, step: int) -> bool:
    while 0 <= token < len(view.words) and view.inside[token] is None and not view.words[token][0].isalnum():
        token += step
    return 0 <= token < len(view.words) and view.inside[token] is not None


def is_aspect(report: ReportCandidate) -> bool:
    """Whether somebody goes on or begins to do something: "a continué à progresser", but not "à dire que"."""
    if not report.lexicon.has_gendered_things or report.lemma not in _ASPECTS:
        return False
    view, behind = report.view, report.cue + 1
    is_to_do = view.words[behind].lower() in _TO_DO
    return is_to_do and report.lexicon.cues.core_verbs.isdisjoint(view.lemmas[behind + 1 : behind + 2])


def tells_who(report: ReportCandidate) -> bool:
    """Whether a clause tells more of whoever speaks: "a soufflé le dirigeant, qui n'a pas souhaité en dire plus"."""
    end = report.speaker.last
    is_french = report.lexicon.has_gendered_things
    is_behind = is_french and report.cue < end and report.first == end + 1 and report.view.words[end] == ","
    return is_behind and report.first_word == "who"


def is_in_own_words(report: ReportCandidate) -> bool:
    """Whether a sentence tells of somebody, some words of it his own: "la maire est « ravie », selon ses termes"."""
    if not report.lexicon.has_gendered_things or report.link is not Link.ACCORDING:
        return False
    view = report.view
    behind = range(report.cue + 1, min(report.cue + 1 + _OWN_WORDS_WITHIN, len(view.words)))
    own = (t for t in behind if view.lemmas[t] in report.lexicon.cues.own_words)
    return any(view.deps[child] == "poss" for t in own for child in view.children[t])
