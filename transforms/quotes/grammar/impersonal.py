"""The "il" that means nobody: "il faut", "il n'existe", "il reste à", but not "il reste calme"."""

from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View

_PASSED = frozenset({"n'", "ne", "en", "lui", "leur", "me", "m'", "nous", "vous", "te", "t'"})
_NEGATIONS = frozenset({"pas", "plus", "donc", "aussi", "bien"})
_ANY = "-"


def is_impersonal(view: View, token: int, lexicon: Lexicon) -> bool:
    """Whether a word is the subject of a verb that nobody does."""
    if view.lower[token] != "il" or not lexicon.pronouns.impersonal_forms:
        return False
    at = token + 1
    while at < len(view.words) and _plain(view, at) in _PASSED:
        at += 1
    for length in (2, 1):
        following = lexicon.pronouns.impersonal_forms.get(" ".join(_plain(view, t) for t in range(at, at + length)))
        if following is not None:
            behind = at + length
            while _plain(view, behind) in _NEGATIONS:
                behind += 1
            return following == _ANY or _plain(view, behind) in following.split()
    return False


def _plain(view: View, token: int) -> str:
    is_outside = token < len(view.words) and view.inside[token] is None
    return view.words[token].lower().replace("\u2019", "'") if is_outside else ""
