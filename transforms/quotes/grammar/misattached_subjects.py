"""Subjects of speech verbs that the parser attached to another verb of the sentence."""

from collections.abc import Iterator

from transforms.quotes.grammar.tagsets import FINITE, SUBJECTS
from transforms.quotes.grammar.view import View

_CLAUSES = frozenset({"advcl", "ccomp"})
_OPENS_CLAUSE = frozenset({"after", "as", "before", "since", "until"})
_BEFORE_VERB = frozenset({"advmod", "neg"})
_LONGEST_ASIDE = 14  # tokens, its commas among them
_OPENS_AN_ASIDE = frozenset({",", "who", "whose"})


def subject_of_report(view: View, verb: int) -> Iterator[int]:
    """The subject of what a verb seems to report, right behind it: '"...," said Ada Lind, who left yet won the vote'.

    The verb stands right behind a quotation, so that this is what it reports; "saying Lind left" reports the clause.
    """
    if view.tags[verb] not in FINITE:
        return
    for clause in view.children[verb]:
        if clause > verb and view.deps[clause] == "ccomp":
            yield from (t for t in _subjects(view, clause) if view.noun_phrase(t)[0] == verb + 1)


def subject_of_aside(view: View, verb: int) -> Iterator[int]:
    """The subject of a clause before a verb that has none: "Ada Lind, who like others chairs a board, said ..."."""
    if view.tags[verb] not in FINITE or view.words[verb - 1] != ",":
        return  # "The firm, one of two, aims to grow, its chief Ada Lind said"
    for clause in view.children[verb]:
        if clause < verb and view.deps[clause] in _CLAUSES and view.inside[clause] is None:
            subject = next(_subjects(view, clause), clause)
            if subject < clause and view.lower[view.noun_phrase(subject)[1]] in _OPENS_AN_ASIDE:
                yield subject


def object_of_preposition(view: View, verb: int) -> int | None:
    """The noun behind the "after" that opens a clause with an aside: "They left after Fox, in a speech, said so"."""
    if view.tags[verb] not in FINITE or any(_subjects(view, verb)):
        return None
    first, end = view.sentence_of(verb).start, verb - 1
    while end > first and view.deps[end] in _BEFORE_VERB:
        end -= 1
    begin = next((t for t in range(end - 2, max(first, end - _LONGEST_ASIDE), -1) if view.words[t] == ","), None)
    if begin is None or view.words[end] != ",":
        return None
    noun = begin - 1
    return noun if view.deps[noun] == "pobj" and view.lower[view.heads[noun]] in _OPENS_CLAUSE else None


def _subjects(view: View, verb: int) -> Iterator[int]:
    return (t for t in view.children[verb] if view.deps[t] in SUBJECTS and view.words[t][0].isalnum())
