"""The role that stands before a name in a parsed sentence: "minister of trade Ada Lind", "the mayor, Ada Lind,"."""

from collections.abc import Set

from spacy.tokens import Doc

from transforms.names.roles.phrases import (
    ENDS,
    FINITE,
    LONGEST,
    ONE,
    OPENINGS,
    Phrase,
    is_calling,
    root,
)
from transforms.names.roles.title_heads import OF_OFFICE, head_before
from transforms.names.roles.title_starts import begin_of_phrase, begin_of_title
from transforms.names.spots import bare
from transforms.names.wordlists import words

_LONGEST_CLAUSE = 10  # tokens of what somebody is doing
_APART_FROM_OFFICES = frozenset({"acl", "appos", "relcl"})
_DONE_TO_THINGS = frozenset(
    {"chairing", "coordinating", "covering", "handling", "heading", "investigating", "leading", "managing",
     "overseeing", "probing", "running", "supervising"}
)  # fmt: skip
_BEFORE_CLAUSES = frozenset({",", '"', "”", "''", "’", ";", ":", "–", "—"})


def phrase_before(doc: Doc, first: int, last: int, people: Set[int]) -> Phrase | None:
    """The role before the name at tokens ``[first, last)``: "minister of trade Ada Lind", "the mayor, Ada Lind,".

    ``people`` are the tokens in names of people, who are others.
    """
    end = _without_courtesy(doc, first)
    is_apart = end > 1 and doc[end - 1].text == ","
    is_closed = last >= len(doc) or doc[last].text in ENDS
    if is_apart and not (is_closed or doc[last].tag_ in FINITE):
        return None
    end -= is_apart
    head = head_before(doc, end)
    if head is None:
        return _set_off(doc, end, first, last, people) if is_apart and is_closed else None
    begin = begin_of_title(doc, head, last, people)
    if begin is None:
        return None
    if is_apart and not is_closed:
        return (begin, end) if _opens_clause(doc, begin, head, end, last) else None
    if is_apart and not _is_apposed(doc, range(begin, end), range(first, last)):
        return None
    return begin, end


def _without_courtesy(doc: Doc, first: int) -> int:
    """Where the forms of address before a name begin that are no roles, if something stands before these."""
    at = first
    while at > 0 and bare(doc[at - 1]) in words("courtesies.txt") and doc[at - 1].text[0].isupper():
        at -= 1
    return at


def _opens_clause(doc: Doc, begin: int, head: int, end: int, verb: int) -> bool:
    """Whether a title opens the clause whose verb stands behind the name: "The Minister of Health, Ada Lind said".

    So does what somebody does something as: "As director of the Harbour Trust, Ada Lind leads it".
    """
    before = begin - 1
    while before >= 0 and doc[before].tag_ in OPENINGS:
        before -= 1
    if before < 0 or doc[before + 1].is_sent_start or doc[before].text in _BEFORE_CLAUSES:
        return True
    is_of_something = doc[head + 1].lower_ in OF_OFFICE and head + 1 < end
    is_held = before == begin - 1 and is_of_something and doc[verb].tag_ != "MD"
    return doc[before].lower_ == "as" and bool(doc[before].is_sent_start) and is_held


def _is_apposed(doc: Doc, title: range, name: range) -> bool:
    """Whether the parser takes a name for an apposition to a title, or for the next in a list without an "and"."""
    named = root(doc, name)
    is_listed = any(token.tag_ == "CC" for token in (*named.children, *named.head.children))
    return named.head.i in title and (named.dep_ == "appos" or (named.dep_ == "conj" and not is_listed))


def _set_off(doc: Doc, end: int, first: int, last: int, people: Set[int]) -> Phrase | None:
    """A role between the commas of a name that is no title, as its last noun tells nothing of anybody."""
    return _by_tree(doc, end, first, last, people) or _with_clause(doc, end, first, last, people)


def _by_tree(doc: Doc, end: int, first: int, last: int, people: Set[int]) -> Phrase | None:
    """A longer office before the comma of a name, as the parser tells it: "the minister of music, dance and sport,".

    All up to the comma must be of its noun, and no other's name, apposition or clause may stand in it.
    """
    named = root(doc, range(first, last))
    noun = next((token for token in doc[end - 1].ancestors if token.tag_ in ONE and is_calling(token)), None)
    is_apposed = named.dep_ == "npadvmod" or (named.dep_ == "appos" and named.head == noun)
    if noun is None or noun.i >= end - 1 or not is_apposed:
        return None
    inside = doc[noun.i + 1 : end]
    is_whole = inside[0].lower_ in OF_OFFICE and all(noun.is_ancestor(token) for token in inside)
    is_simple = all(token.i not in people and token.dep_ not in _APART_FROM_OFFICES for token in inside)
    begin = begin_of_phrase(doc, noun.i, last, people)
    return (begin, end) if is_whole and is_simple and begin <= noun.i and end - begin <= LONGEST else None


def _with_clause(doc: Doc, end: int, first: int, last: int, people: Set[int]) -> Phrase | None:
    """What somebody is, told with what he does, before his name: "The engineer overseeing the lock, Ada Lind,".

    Behind "the gardener teaching the nephew" it may be the nephew who is named.
    """
    doing = next((at for at in range(end - 1, max(end - _LONGEST_CLAUSE, 0), -1) if doc[at].tag_ == "VBG"), 0)
    noun = doc[doing - 1]
    if doing == 0 or noun.tag_ not in ONE or not is_calling(noun) or doc[doing].dep_ != "acl":
        return None
    named = root(doc, range(first, last))
    is_plural = noun.i < named.head.i < end and named.head.tag_ == "NNS"  # where the parser hangs one name on several
    is_apposed = named.dep_ == "appos" and (named.head.i == noun.i or is_plural)
    is_no_other = doc[doing].lower_ in _DONE_TO_THINGS or any(
        token.tag_ == "NNS" and token.head.i == doing for token in doc[doing:end]
    )
    is_simple = all(token.i not in people and token.text != "," for token in doc[doing:end])
    begin = begin_of_phrase(doc, noun.i, last, people)
    return (begin, end) if is_apposed and is_no_other and is_simple and begin <= noun.i else None
