"""Participles by which somebody who said something says more: "adding" in "Fox said Lind left the party, adding that".

The parser hangs them on the last clause before them, which tells of somebody else as often as not.

- What nobody does but by speaking on, "adding", is of whoever spoke, however many clauses up (``who_adds``). Nobody
  adds anything by leaving; but in "Fox said Lind told the court ..., adding that" either may be meant, and the nearer
  one is taken, as behind all other verbs.
- What may be a part of what is told, "calling it a duty", is of whoever spoke only right above that clause, and if
  that tells of himself or the participle of little but speech (``is_of_cue``).
- A report ends before either if it stands behind a comma and tells of little but speech (``ends_report``), and before
  ", adding that" in any case (``opens_another``).
"""

from transforms.quotes.grammar.frames import MARKS_QUOTATIONS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import SUBJECTS, VERBS
from transforms.quotes.grammar.view import View

_ADDS = frozenset({"add", "emphasise", "emphasize", "note", "stress", "underline", "underscore"})
_IN_REPORTS = frozenset({"advcl", "ccomp", "conj", "xcomp"})
_LITTLE_BUT_SPEECH = 0.6  # share of marking speech from which a participle is the reporter's, whoever else is told of


def who_adds(view: View, verb: int, lexicon: Lexicon) -> int | None:
    """The head of whoever says, or is the source of, what a participle adds to; None where its own verb tells who."""
    if view.tags[verb] != "VBG" or view.deps[verb] != "advcl" or view.lemmas[verb] not in _ADDS:
        return None
    above = view.heads[verb]
    while view.pos[above] in VERBS and lexicon.cues.share("VERB", view.lemmas[above]).quoted < MARKS_QUOTATIONS:
        source = _according(view, above)
        is_joined = view.deps[above] == "conj" and _subject(view, above) is not None  # ", and Lind agreed, adding"
        if source is not None or is_joined or view.deps[above] not in _IN_REPORTS:
            return source
        above = view.heads[above]
    subject = None if above == view.heads[verb] else _subject(view, above)
    return subject if subject is None or view.inside[subject] is None else None


def _subject(view: View, verb: int) -> int | None:
    return next((child for child in view.children[verb] if view.deps[child] in SUBJECTS), None)


def _according(view: View, verb: int) -> int | None:
    """The head of the noun phrase behind the "according to" of a clause."""
    first = next((t for t in view.children[verb] if view.lower[t] == "according"), None)
    links = [t for t in view.children[first] if view.lower[t] == "to"] if first is not None else []
    return next((t for link in links for t in view.children[link] if view.deps[t] == "pobj"), None)


def is_of_cue(view: View, cue: int, clause: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb is the "calling" of "said he would stay, calling it ...", and not what somebody else does.

    ``clause`` is the verb of what the cue reports.
    """
    if not _is_set_off(view, verb):
        return False
    own, of_cue, of_clause = (lexicon.cues.share("VERB", view.lemmas[t]) for t in (verb, cue, view.heads[verb]))
    if min(own.quoted, of_cue.quoted) < MARKS_QUOTATIONS or of_clause.quoted >= MARKS_QUOTATIONS:
        return False
    is_own = any(view.deps[t] in SUBJECTS and view.pos[t] == "PRON" for t in view.children[clause])
    return is_own or own.reported >= _LITTLE_BUT_SPEECH


def ends_report(view: View, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb is the "adding" of ", adding that ..."; not "according", nor "calling into question"."""
    if not _is_set_off(view, verb) or view.lemmas[verb] == "accord" or view.lower[verb + 1 : verb + 2] == ["into"]:
        return False
    return lexicon.cues.share("VERB", view.lemmas[verb]).reported >= _LITTLE_BUT_SPEECH


def opens_another(view: View, verb: int) -> bool:
    """Whether a verb is the "adding" of ", adding that ...", with which a report of its own begins."""
    return _is_set_off(view, verb) and view.lemmas[verb] in _ADDS and view.lower[verb + 1 : verb + 2] == ["that"]


def _is_set_off(view: View, verb: int) -> bool:
    """Whether a participle stands right behind a comma."""
    return view.tags[verb] == "VBG" and view.words[verb - 1] == ","
