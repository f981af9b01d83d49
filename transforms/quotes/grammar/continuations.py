"""Where a report goes on behind the comma at which the parser ends it, without a subject of its own.

The rest of a list ("because of the storm, the cold and the long night"; "US, Danish sailors" of a headline), a contrast
("chosen by friends, not by merit"), verbs joined to the one before the comma ("left the port, turned north and sank").
"""

from schemas.vocabulary import BlockKind
from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.stretches import trimmed
from transforms.quotes.grammar.tagsets import FINITE, PAST, PLURAL, SUBJECTS
from transforms.quotes.grammar.view import View

_OPENS_ITEM = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PRP$"})
_ENDS_ITEM = frozenset({"CD", "NN", "NNP", "NNPS", "NNS"})
_OF_A_NOUN = frozenset({"acl", "relcl"})
_ASIDE = frozenset({"a", "an"})  # "..., a move that cost crews and firms": the writer's
_NOT = frozenset({"not"})
_AND = frozenset({"and", "or"})
_CLAUSAL = SUBJECTS | {"expl"}
_ENDS_CLAUSE = frozenset({",", ";", ":"})


def with_continuation(view: View, cue: int, first: int, last: int) -> int:
    """The end of a stretch ``[first, last)`` behind its cue with what goes on with it behind a comma, if anything."""
    at = last
    while at < len(view.words) and view.words[at][0] in QUOTATION_MARKS:
        at += 1
    if _is_joined_clause(view, cue, first, last):
        return _end_of_joined(view, cue, first, last)
    if view.words[at : at + 1] != [","] or first >= last or view.sentences[at] != view.sentences[cue]:
        return last
    begin = at + 1
    while begin < len(view.words) and view.words[begin][0] in QUOTATION_MARKS:
        begin += 1
    end = view.sentence_of(cue).stop
    if begin >= end or any(view.inside[t] is not None for t in range(begin, end)):
        return last
    if view.lower[begin] in _NOT:
        end = next((t for t in range(begin, end) if view.words[t] == ","), end)
        return trimmed(view, first, end)[1] if not _has_clause(view, begin, end) else last
    is_rest = _is_rest_of_list(view, last, begin, end) or _is_joined_verb(view, first, last, begin, end)
    return trimmed(view, first, end)[1] if is_rest else last


def _is_joined_clause(view: View, cue: int, first: int, last: int) -> bool:
    """Whether "and" and a pronoun with its verb follow at once on a clause with "that": "... and they failed".

    Not "and he left", which may be the writer's as well, nor "they" where several speak.
    """
    subject = last + 1
    if view.lower[first - 1] != "that" or view.lower[last : last + 1] != ["and"] or first - 1 <= cue:
        return False
    if view.lower[subject : subject + 1] not in (["they"], ["there"], ["it"]) or view.deps[subject] not in _CLAUSAL:
        return False
    before = range(view.sentence_of(cue).start, cue)
    is_speaker = any(view.lower[t] == view.lower[subject] or view.tags[t] in PLURAL for t in before)
    return not is_speaker and view.sentences[subject] == view.sentences[cue]


def _end_of_joined(view: View, cue: int, first: int, last: int) -> int:
    end = next((t for t in range(last, view.sentence_of(cue).stop) if view.words[t] in _ENDS_CLAUSE), None)
    return trimmed(view, first, view.sentence_of(cue).stop if end is None else end)[1]


def _is_rest_of_list(view: View, last: int, begin: int, end: int) -> bool:
    """Whether tokens ``[begin, end)`` are items that go on with the noun before the comma, one of them with "and"."""
    is_item = view.tags[begin] in _OPENS_ITEM and view.tags[last - 1] in _ENDS_ITEM
    if view.lower[begin] in _ASIDE or not is_item or _has_clause(view, begin, end):
        return False
    return _has_and(view, begin, end) or view.paragraph.kind is BlockKind.TITLE


def _is_joined_verb(view: View, first: int, last: int, begin: int, end: int) -> bool:
    """Whether tokens ``[begin, end)`` begin with a verb in the past, as the marked ones before do, and have more."""
    inside = view.inside[last - 1]
    marked = [t for t in range(first, last) if inside is not None and view.inside[t] == inside]
    if not marked or view.tags[marked[0]] != "VBD" or view.tags[begin] not in PAST or view.pos[begin] != "VERB":
        return False
    has_subject = any(view.deps[child] in SUBJECTS for child in view.children[begin])
    more = (t + 1 for t in range(begin, end - 1) if view.lower[t] in _AND)
    return not has_subject and any(view.tags[t] in PAST for t in more)


def _has_and(view: View, begin: int, end: int) -> bool:
    return any(view.lower[t] in _AND for t in range(begin, end))


def _has_clause(view: View, begin: int, end: int) -> bool:
    """Whether tokens hold a finite verb that does not tell of a noun among them: "the cold it had endured"."""
    return any(
        view.tags[t] in FINITE and not any(view.deps[a] in _OF_A_NOUN and begin <= a < end for a in (t, *view.above(t)))
        for t in range(begin, end)
    )
