"""Names that the parser does not attach to an office: "minister of health Ada Lind", "the head of Customs, Lind,"."""

from bisect import bisect_left

from schemas.vocabulary import Label
from transforms.language import FRENCH
from transforms.names.roles import french_titles
from transforms.names.roles.titles import is_office
from transforms.names.wordlists import words
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.mentions import MentionIndex
from transforms.quotes.grammar.tagsets import NOUNS, VERBS
from transforms.quotes.grammar.view import View

_JOINERS = frozenset({"of", "to", "for", "in", "at"})
_LONGEST_OFFICE = 8  # words between a body and a name: "(DoT) chief engineer,"
_LONGEST_TITLE = 4
_LONGEST_FRENCH = 16  # words from the noun of a role to the name
_IN_TITLES = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def office_holder(view: View, head: int, last: int, mentions: MentionIndex, lexicon: Lexicon) -> int | None:
    """The person whom a noun phrase ``[..., last)`` names behind the office of its ``head``; None if it names nobody.

    The name stands right behind what the office is of, or between commas before the verb. "A friend of the rapper
    Ada Lind" names another.
    """
    if not is_office(view.lower[head]):
        return None
    for first, end in mentions.in_tokens(view):
        entity = mentions.entity_at(view.starts[first], view.ends[first])
        if first > head + 1 and entity is not None and mentions.names.entities[entity].label is Label.PERSON:
            if end == last and view.lower[head + 1] in _JOINERS and _is_of_office(view, first - 1, lexicon):
                return entity
            if first == _end_of_office(view, head, last) + 1 and _is_between_commas(view, first, end):
                return entity
    return None


def holder_behind(view: View, head: int, last: int, mentions: MentionIndex, lexicon: Lexicon) -> tuple[int, int] | None:
    """The person named behind a comma whose office a noun phrase ``[..., last)`` tells, and the end of the name.

    The parser hangs the name on a noun inside of "the editor of the Post, Ada Lind", or takes the body for the head of
    "the Department of Trade (DoT) chief engineer, Ada Lind".
    """
    names = mentions.in_tokens(view)
    for first, end in names[bisect_left(names, (last,)) :]:
        if first > last + _LONGEST_OFFICE:
            return None
        person = _named(Label.PERSON, view, end - 1, mentions)
        told = view.heads[end - 1]
        is_inside = head < told < last and first == last + 1 and not _is_title(view, told, lexicon)
        is_apposed = view.words[first - 1] == "," and view.deps[end - 1] == "appos"
        is_of_body = told == head and _named(Label.ORG, view, head, mentions) is not None
        if person is not None and is_apposed and (is_of_body or is_inside):
            return person, end
    return None


def holder_of_noun(view: View, head: int, mentions: MentionIndex) -> tuple[int, int] | None:
    """The person whose role a French noun tells, and the end of the name, by the words alone: the parser often errs.

    "La maire de Lund, Ada Lind", "l'entraîneur Ada Lind"
    """
    doc = view.paragraph.doc
    if doc.lang_ != FRENCH or view.paragraph.origin[head] < 0:
        return None
    names = mentions.in_tokens(view)
    for first, end in names[bisect_left(names, (head + 1,)) :]:
        if first > head + _LONGEST_FRENCH:
            return None
        person, source = _named(Label.PERSON, view, first, mentions), view.paragraph.origin[first]
        if person is None:
            continue
        is_next = french_titles.noun_before(doc, source) == view.paragraph.origin[head]
        if is_next or _is_apposed(view, head, first, end):
            is_joined = view.lower[end : end + 1] == ["and"]  # "le maire Ada Lind et la conseillère Eva Fox"
            return person, max(end, view.noun_phrase(head)[1]) if is_joined else end
    return None


def _is_apposed(view: View, head: int, first: int, end: int) -> bool:
    """Whether a French tag tells twice who somebody is: "déplore sa présidente, l'ancienne skieuse Ada Lind"."""
    comma = next((t for t in range(head + 1, first) if view.words[t] == ","), first)
    title, behind = range(comma + 1, first), view.words[end : end + 1]
    is_title = 0 < len(title) <= _LONGEST_TITLE and view.pos[title[0]] == "DET"
    is_tag = view.deps[head] == "nsubj" and view.heads[head] < head and view.pos[head] == "NOUN"
    is_of_one = behind in ([], ["."], [","]) and not any(view.pos[t] in VERBS for t in range(head, comma))
    return is_tag and is_title and is_of_one and all(view.pos[t] in _IN_TITLES for t in title)


def named_between_commas(
    view: View, head: int, last: int, mentions: MentionIndex, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Who is named between the commas behind a common noun, before a verb, and the end of the name.

    "Another judge, the potter Ada Lind, said", "according to the potter, Ada Lind, the town ..."; the parser takes the
    name for a second subject, or a part of a list.
    """
    noun = view.lemmas[head]
    if view.pos[head] != "NOUN" or not (lexicon.people.is_person(noun) or noun in lexicon.bodies.companies):
        return None
    for first, end in mentions.in_tokens(view):
        begin = last + 1 if last < first else head + 2
        comma = _behind_origin(view, end)
        if head < begin and _is_set_in(view, begin, first, comma) and _has_clause_behind(view, head, end, comma):
            named = (_named(label, view, end - 1, mentions) for label in (Label.PERSON, Label.ORG))
            entity = next((entity for entity in named if entity is not None), None)
            if entity is not None:
                return entity, end
    return None


def _is_set_in(view: View, begin: int, name: int, comma: int) -> bool:
    """Whether no more than a title and a name stand between two commas: ", the potter Ada Lind,"."""
    is_near = begin <= name <= begin + _LONGEST_TITLE
    is_between_commas = is_near and view.words[begin - 1] == "," and view.words[comma : comma + 1] == [","]
    return is_between_commas and all(view.pos[token] in _IN_TITLES for token in range(begin, name))


def _has_clause_behind(view: View, head: int, end: int, comma: int) -> bool:
    """Whether what goes on behind the comma is about a noun: its verb, or what it is the source of."""
    if _is_source(view, head) and (_has_another_subject(view, end) or _opens_quotation(view, comma + 1)):
        return True
    return view.heads[head] > end and view.pos[comma + 1 : comma + 2] in (["VERB"], ["AUX"], ["ADV"])


def _behind_origin(view: View, end: int) -> int:
    """Where the name ``[..., end)`` ends with where somebody is from: "Ada Lind from Port Lund,"."""
    if view.lower[end : end + 1] not in (["from"], ["of"]):
        return end
    return next((t for t in range(end + 1, len(view.words)) if not view.words[t][0].isupper()), len(view.words))


def _opens_quotation(view: View, token: int) -> bool:
    """Whether a quotation begins at a token, or behind it where that is its mark."""
    return any(segment is not None for segment in view.inside[token : token + 2])


def _has_another_subject(view: View, end: int) -> bool:
    """Whether a verb has a subject behind what the parser took for one: "the potter, Ada Lind, the town is ..."."""
    verb = view.heads[end - 1]
    return any(child > end and view.deps[child] in _SUBJECTS for child in view.children[verb])


def _is_source(view: View, head: int) -> bool:
    """Whether a noun is what "according to" names."""
    to = view.heads[head]
    return view.lower[to] == "to" and view.lower[view.heads[to]] == "according"


def _named(label: Label, view: View, token: int, mentions: MentionIndex) -> int | None:
    """The entity of a label that is named at a token."""
    entity = mentions.entity_at(view.starts[token], view.ends[token])
    return entity if entity is not None and mentions.names.entities[entity].label is label else None


def _end_of_office(view: View, head: int, last: int) -> int:
    """Where what an office is of ends, behind one that is written as a name: "the Minister of Finance"."""
    own = set(view.subtree(head))
    while last in own and view.words[last] != ",":
        last += 1
    return last


def _is_of_office(view: View, before: int, lexicon: Lexicon) -> bool:
    return view.pos[before] in NOUNS and not _is_title(view, before, lexicon)


def _is_title(view: View, token: int, lexicon: Lexicon) -> bool:
    return view.lower[token].rstrip(".") in words("role_nouns.txt") or lexicon.people.is_person(view.lemmas[token])


def _is_between_commas(view: View, first: int, end: int) -> bool:
    """Whether a verb follows the name: "..., Ada Lind, said"."""
    is_apart = view.words[first - 1] == "," and view.words[end : end + 1] == [","]
    return is_apart and end + 1 < len(view.words) and view.pos[end + 1] in VERBS
