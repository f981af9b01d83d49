"""Where a report begins and ends when the parser hung a part of it, or of its cue's sentence, on the wrong word.

"Haddad said [on Sunday] the boats were late": the day tells when it was said. "They say the crews and the port must
rest" is cut before its verb, as the parser takes "and the port" for a part of what stands before.
"""

from collections.abc import Mapping, Set

from transforms.names.wordlists import words
from transforms.quotes.grammar.participles import opens_another
from transforms.quotes.grammar.stretches import trimmed
from transforms.quotes.grammar.tagsets import AUXILIARIES, FINITE, SUBJECTS
from transforms.quotes.grammar.view import View

_LONGEST_CIRCUMSTANCE = 16  # words between a cue and the "that" of what it reports
ENDS_DATE = frozenset({"week", "month", "year"})
_BEFORE_DATE = frozenset({"earlier", "early", "last", "late", "on"})
_BEFORE_VERB = frozenset({"advmod", "neg"})
_OF_A_NOUN = frozenset({"acl", "relcl"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_OPENS_NEXT = frozenset({"however", "meanwhile", "moreover", "nevertheless"})
_NO_SUBJECT = frozenset({"POS", "IN", ",", "CC", "RB", "TO"})


def begin_of_report(view: View, cue: int, first: int, last: int) -> int:
    """The first token of a stretch ``[first, last)`` behind what tells when or where it was said."""
    behind = _behind_particle(view, cue)
    if first != behind:
        return first
    root = _root(view, cue, first, last)
    if root is None:
        return first
    that = _own_that(view, root, first)
    if that is not None:
        return that + 1
    end = _end_of_date(view, first)
    subject = next((child for child in view.children[root] if view.deps[child] in SUBJECTS), None)
    if end is None or subject is None or end >= last or view.tags[end] in _NO_SUBJECT:
        return first
    return end if min(view.subtree(subject)) == end else first


def end_of_report(view: View, cue: int, first: int, last: int, speakers: Mapping[int, Set[int]]) -> int:
    """The end of a stretch ``[first, last)`` with the verb behind it, where that has no subject outside of the stretch.

    "whether the boats leave [depends on the wind]", "the rest of the crews and the port [must rest]"; but not "those
    hoping to leave" and not what somebody told of in the stretch reports. ``speakers`` are those of each cue.
    """
    verb = _verb_behind(view, first, last) if _may_go_on(view, cue, first, last) else None
    if verb is None or _is_of_a_noun(view, cue) or any(first <= head < last for head in speakers.get(verb, ())):
        return last
    tree = view.subtree(verb)
    subjects = [child for child in view.children[verb] if view.deps[child] in SUBJECTS]
    if verb not in view.subtree(cue) or any(not first <= subject < last for subject in subjects):
        return last
    end = last
    while end < len(view.words) and (end in tree or end == last) and view.sentences[end] == view.sentences[cue]:
        end += 1
    return trimmed(view, first, end)[1]


def without_however(view: View, first: int, last: int) -> int:
    """The end of a stretch without the word that opens the writer's next clause: ", however, they agree that ..."."""
    is_opened = last - first > 2 and view.lower[last - 1] in _OPENS_NEXT and view.words[last - 2] == ","  # noqa: PLR2004
    return trimmed(view, first, last - 2)[1] if is_opened and view.words[last : last + 1] == [","] else last


def before_added(view: View, first: int, last: int) -> int:
    """The end of a stretch without what is told besides, a report of its own: "the boats left, adding that ..."."""
    added = (t for t in range(first + 2, last - 1) if view.inside[t] is None and opens_another(view, t))
    at = next(added, None)
    return last if at is None else trimmed(view, first, at)[1]


def _may_go_on(view: View, cue: int, first: int, last: int) -> bool:
    """Whether a stretch holds a clause, or stands where its subject would: not "in May" of "the crews in May left"."""
    has_verb = any(view.tags[t] in FINITE for t in range(first, last))
    return has_verb or (first == _behind_particle(view, cue) and view.tags[first] not in _NO_SUBJECT)


def _is_of_a_noun(view: View, cue: int) -> bool:
    """Whether a cue tells of the noun before it, whose own verb may stand behind: "those hoping to leave said no"."""
    is_bare = view.tags[cue] == "VBG" and not any(view.deps[child] == "aux" for child in view.children[cue])
    return view.deps[cue] in _OF_A_NOUN or (is_bare and view.heads[cue] == cue)


def _behind_particle(view: View, cue: int) -> int:
    """The token behind a cue and its particle: "pointed out"."""
    return cue + 2 if view.deps[cue + 1 : cue + 2] == ["prt"] else cue + 1


def _root(view: View, cue: int, first: int, last: int) -> int | None:
    """The verb of a stretch that hangs on the cue."""
    return next((t for t in view.children[cue] if first <= t < last and view.deps[t] == "ccomp"), None)


def _own_that(view: View, root: int, first: int) -> int | None:
    """The "that" of the verb a stretch is about, behind other words: "said in a letter that", "on Tuesday that"."""
    is_apart = view.tags[first] == "IN" or _end_of_date(view, first) is not None
    own = (t for t in view.children[root] if view.lower[t] == "that" and view.deps[t] == "mark")
    that = next(own, None)
    if that is None or not is_apart or not first < that <= first + _LONGEST_CIRCUMSTANCE:
        return None
    return that


def _end_of_date(view: View, first: int) -> int | None:
    """The token behind a date that begins at a token: "on Friday", "late Monday", "last week", "yesterday"."""
    at = first
    while at < len(view.words) and view.lower[at] in _BEFORE_DATE:
        at += 1
    if at >= len(view.words):
        return None
    if view.lower[at] in ENDS_DATE:
        return at + 1 if at > first and view.lower[at - 1] == "last" else None
    if view.lower[at] == "yesterday":
        return at + 1
    if view.lower[at] not in words("calendar.txt") or not view.words[at][0].isupper():
        return None
    at += 1
    return at + 1 if at < len(view.words) and view.words[at].isdigit() else at


def _verb_behind(view: View, first: int, last: int) -> int | None:
    """The finite verb right behind a stretch, or behind the comma that closes a clause set into it."""
    at = last
    if view.words[at : at + 1] == [","] and _has_aside(view, first, last):
        at += 1
    while at < len(view.words) and view.deps[at] in _BEFORE_VERB:
        at += 1
    if at >= len(view.words) or view.tags[at] not in FINITE or view.inside[at] is not None or _is_joined(view, at):
        return None
    if view.sentences[at] != view.sentences[first]:
        return None
    return view.heads[at] if view.deps[at] in AUXILIARIES else at


def _is_joined(view: View, verb: int) -> bool:
    """Whether an "and" before a verb joins it to another one: "and also left"."""
    before = verb - 1
    while before > 0 and view.deps[before] in _BEFORE_VERB:
        before -= 1
    return view.deps[before] == "cc"


def _has_aside(view: View, first: int, last: int) -> bool:
    """Whether a stretch ends with a clause or name set into it behind a comma: "..., which is new", "..., Ada Lind"."""
    comma = next((t for t in range(last - 2, first, -1) if view.words[t] == ","), None)
    if comma is None:
        return False
    beside = (t for t in range(comma + 1, last) if view.deps[t] == "appos")
    return view.tags[comma + 1] in _RELATIVES or any(min(view.subtree(t)) == comma + 1 for t in beside)
