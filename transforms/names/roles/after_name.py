"""The role in apposition behind a name in a parsed sentence: "Ada Lind, a senior fellow at the Harbour Trust,"."""

from collections.abc import Iterator, Set
from itertools import pairwise

from spacy.tokens import Doc, Token

from transforms.names.campuses import end_of_campus
from transforms.names.roles.phrases import (
    APART,
    ENDS,
    FINITE,
    LONGEST,
    NOUNS,
    NOW,
    ONE,
    OPENINGS,
    PARTS,
    Phrase,
    is_address,
    is_calling,
    is_part,
    root,
    without_age,
)
from transforms.names.wordlists import words

_COMPLEMENTS = frozenset({"of", "for", "at", "in", "to", "on", "with", "from", "under", "within", "behind"})
_OF_SAYING = frozenset({"interview", "statement", "email", "e-mail", "letter", "post", "release", "tweet", "video"})
_LONGEST_INITIALS = 4
_IN_BODIES = frozenset({"of", "and", "&", ","})
_PROPER = frozenset({"NNP", "NNPS"})
_LONE = 2  # tokens of a comma and a word, which may be a town
_TIMES = frozenset({"time", "moment"})


def phrase_behind(doc: Doc, first: int, last: int, people: Set[int]) -> Phrase | None:
    """The role in apposition behind the name at tokens ``[first, last)``: ", a senior fellow at the Harbour Trust,".

    ``people`` are the tokens in names of people: a list of these goes on where a phrase ends.
    """
    clause = _begin_of_clause(doc, last)
    if last + 1 >= len(doc) or (clause is None and doc[last].text != ","):
        return None
    begin = without_age(doc, last + 1 if clause is None else clause)
    ends = [_end_by_tree(doc, begin, first, last, people) or _phrase_end(doc, begin, people)]
    if not (_names_calling(doc, begin, ends[0]) or _is_short_office(doc, begin, ends[0])):
        return None
    ends += _complements(doc, begin, ends[0], people)
    ends += _body_apart(doc, ends[-1], people)
    if clause is not None and doc[last].lower_ == "is" and not _is_one_office(doc, begin, ends):
        return None
    is_of_name = clause is not None or _is_of_name(doc, range(begin, ends[-1]), range(first, last))
    if not is_of_name or _has_next(doc, begin, ends[-1], people) or _tells_of_name(doc, ends[-1]):
        return None
    return begin, max((end for end in ends if end - begin <= LONGEST), default=ends[0])


def _end_by_tree(doc: Doc, begin: int, first: int, last: int, people: Set[int]) -> int | None:
    """The end of a longer phrase, as the parser tells it: "Ada Lind, Lund School of Music ticket collector,"."""
    told = next((t for t in root(doc, range(first, last)).children if t.i > begin and t.dep_ == "appos"), None)
    if told is None or told.tag_ not in ONE or not is_calling(told) or doc[told.i + 1 : told.i + 2].text != ",":
        return None
    inside = doc[begin : told.i]
    is_of_body = any(t.lower_ == "of" and doc[t.i - 1].text[0].isupper() and t.nbor().text[0].isupper() for t in inside)
    is_simple = all(told.is_ancestor(t) and t.i not in people and (is_part(t) or t.lower_ == "of") for t in inside)
    return told.i + 1 if is_of_body and is_simple else None


def _begin_of_clause(doc: Doc, last: int) -> int | None:
    """Where it is told what somebody is in a clause behind a name: "Ada Lind, who is the head of the mission, said".

    So does a sentence of its own: "Ada Lind is the head of the mission."
    """
    who = last + (doc[last : last + 1].text == ",")
    if doc[who : who + 2].text.lower() == "who is":
        begin = who + 2
    elif doc[last : last + 1].text == "is":
        begin = last + 1
    else:
        return None
    begin += doc[begin : begin + 1].text in {"also", *NOW}
    is_told = begin < len(doc) and doc[begin].tag_ in OPENINGS
    return begin if is_told else None


def _is_one_office(doc: Doc, begin: int, ends: list[int]) -> bool:
    """Whether there is one of what somebody is said to be, of something named: not "the best captain of the fleet".

    Of others it is told whom they work for: "a lecturer in law at Harbour University", but not "a great leader for it".
    """
    is_of = doc[ends[0] : ends[0] + 1].text in {"of", "for", "at"} and len(ends) > 1
    is_best = any(token.tag_ in {"JJS", "RBS", "CD"} for token in doc[begin : ends[0]])
    if doc[begin - 1].lower_ == "the":
        return is_of and not is_best
    return not is_best and any(_tells_employer(doc, begin, link, end) for link, end in pairwise(ends))


def _tells_employer(doc: Doc, begin: int, link: int, end: int) -> bool:
    """Whether the complement from token ``link`` on names the body that somebody is "at", or works "for"."""
    is_at = doc[link].lower_ == "at"
    is_for = doc[link].lower_ == "for" and all(token.tag_ in NOUNS for token in doc[begin:link])
    return (is_at or is_for) and any(token.tag_ in _PROPER for token in doc[link + 1 : end])


def _is_short_office(doc: Doc, begin: int, end: int) -> bool:
    """Whether a phrase is the initials of an office of something: "OC of the Harbour station"."""
    is_initials = end == begin + 1 and doc[begin].is_upper and 1 < len(doc[begin]) <= _LONGEST_INITIALS
    return is_initials and doc[end : end + 1].text == "of" and doc[begin].is_alpha


def _names_calling(doc: Doc, begin: int, end: int) -> bool:
    """Whether one of the nouns that end the parts of a noun phrase tells what somebody is."""
    inside = NOUNS | {"HYPH", "POS"}
    return any(
        doc[at].tag_ in PARTS and is_calling(doc[at]) and (at + 1 == end or doc[at + 1].tag_ not in inside)
        for at in range(begin, end)
    )


def _has_next(doc: Doc, begin: int, end: int, people: Set[int]) -> bool:
    """Whether the title is that of the next in a list: "Ada Lind, president of Harbour Bank Karl Moe"."""
    return any(
        at in people
        and at - 1 not in people
        and doc[at - 1].tag_ in NOUNS
        and not (is_calling(doc[at - 1]) or is_address(doc[at - 1]))
        for at in range(begin + 1, end)
    )


def _tells_of_name(doc: Doc, end: int) -> bool:
    """Whether a phrase is who says what surrounds it, not who bears the name: "Ada Lind, an adviser said, is sure"."""
    if doc[end + 1 : end + 2].text != "," or doc[end].tag_ not in FINITE:
        return False
    behind = next((t for t in doc[end + 2 :] if t.text[0].isalnum()), None)
    return behind is not None and behind.tag_ in FINITE


def _is_of_name(doc: Doc, role: range, name: range) -> bool:
    """Whether a noun phrase behind a name and a comma tells of it, and is not what its clause is about.

    "When asked about Ada Lind, the mayor said no."
    """
    told, named = root(doc, role), root(doc, name)
    if told.dep_ == "appos" and told.head.i in name:
        return True
    is_bare = doc[role.start - 1].text == ","  # "Ada Lind, the mayor has said, is late"
    if is_bare and told.dep_ == named.dep_ == "nsubj" and told.head == named.head:
        return True  # no comma behind it: "Ada Lind, head of the mission has said"
    is_closed = role.stop >= len(doc) or doc[role.stop].text in ENDS | {"-"} or doc[role.stop].tag_ in {"WP", "WDT"}
    is_subject = told.dep_ in {"nsubj", "nsubjpass"} and named.dep_ == "pobj"
    return is_closed and not is_subject


def _phrase_end(doc: Doc, begin: int, people: Set[int], role: int | None = None) -> int:
    """The end of the noun phrase, without complements, that begins at token ``begin`` in a ``role`` that begins before.

    The parser hangs the policy of "director of public affairs and policy" on the director.
    """
    role = begin if role is None else role
    at = begin
    while at < len(doc) and (is_part(doc[at]) or (at > begin and _is_inside(doc, role, at, people))):
        at += 1
    while at > begin and (doc[at - 1].tag_ in {"CC", "HYPH", "DT", ","} or doc[at - 1].text == "&"):
        at -= 1
    return at


def _is_inside(doc: Doc, begin: int, at: int, people: Set[int]) -> bool:
    """Whether the phrase that begins at token ``begin`` goes on with a token that is neither noun nor modifier."""
    return (
        _goes_on(doc, at)
        or _is_of_owner(doc, at)
        or _is_particle(doc, at, people)
        or _joins(doc, begin, at, people)
        or _is_in_list(doc, at, people)
        or end_of_campus(doc, at) > at
    )


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a token goes on with the word before: "London-based"."""
    return at > 0 and not doc[at - 1].whitespace_ and doc[at].text not in ENDS and doc[at].text[0] not in APART


def _is_of_owner(doc: Doc, at: int) -> bool:
    """Whether an "of" stands within the name of whose it is: "the Bank of Lund's managing director"."""
    if doc[at].lower_ != "of" or not doc[at - 1].text[0].isupper():
        return False
    behind = at + 1
    while behind < len(doc) and doc[behind].text[0].isupper():
        behind += 1
    return at + 1 < behind < len(doc) and doc[behind].tag_ == "POS"


def _is_particle(doc: Doc, at: int, people: Set[int]) -> bool:
    """Whether a word stands within a foreign name: "Observatorio do Mar"."""
    return doc[at].lower_ in words("name_particles.txt") and _is_within_name(doc, at, people)


def _is_within_name(doc: Doc, at: int, people: Set[int]) -> bool:
    """Whether a word stands between capitals that are no person's."""
    sides = [side for side in (at - 1, at + 1) if 0 <= side < len(doc)]
    return all(doc[side].text[0].isupper() and side not in people for side in sides)


def _joins(doc: Doc, begin: int, at: int, people: Set[int]) -> bool:
    """Whether an "and" joins two parts of the phrase that begins at token ``begin``, or a comma two of its callings."""
    if doc[at].tag_ != "CC" and doc[at].text != ",":
        return False
    behind = at + 1
    if doc[at].tag_ == "CC" and _is_within_name(doc, at, people):
        return True  # "the Blue and White Union"
    while behind < len(doc) and is_part(doc[behind]) and behind not in people:
        if doc[behind].dep_ == "conj" and begin <= doc[behind].head.i < at and doc[at + 1].tag_ != "CD":
            return doc[at].tag_ == "CC" or _lists_callings(doc, at, behind)
        behind += 1
    return False


def _lists_callings(doc: Doc, comma: int, noun: int) -> bool:
    """Whether a comma and a noun behind it go on with what somebody is: "founder, owner and head of Harbour Bank"."""
    is_list = doc[noun + 1 : noun + 2].text in {",", "and"}
    return is_list and is_calling(doc[noun]) and is_calling(doc[comma - 1])


def _is_in_list(doc: Doc, at: int, people: Set[int]) -> bool:
    """Whether a comma stands between the capitals of one name: "Harbour Defense, Space, and Security"."""
    if doc[at].text != "," or not doc[at - 1].text[0].isupper():
        return False
    behind = at + 1
    while behind < len(doc) and doc[behind].text[0].isupper() and behind not in people:
        behind += 1
        if behind + 1 < len(doc) and doc[behind].text == "," and doc[behind + 1].text[0].isupper():
            behind += 1
    if behind < len(doc) and doc[behind].text == "," and behind > at + 1:
        behind += 1
    is_joined = at + 1 <= behind < len(doc) - 1 and doc[behind].lower_ in {"and", "&"}
    return is_joined and doc[behind + 1].text[0].isupper() and behind + 1 not in people


def _complements(doc: Doc, begin: int, end: int, people: Set[int]) -> Iterator[int]:
    """The ends of a phrase with one complement after the other: "of the board", "at Harbour Bank"."""
    base = end
    while end + 1 < len(doc) and doc[end].lower_ in _COMPLEMENTS and begin <= doc[end].head.i < end:
        if doc[end].lower_ == "on" and end > base and not _is_within_name(doc, end, people):
            return  # "a specialist on whales", but not "at the Harbour Trust on whales"
        noun = end + 1
        while noun < len(doc) and doc[noun].tag_ in OPENINGS:
            noun += 1
        behind = _phrase_end(doc, noun, people, begin)
        is_said = doc[behind - 1].is_lower and doc[behind - 1].lower_ in _OF_SAYING  # not "for the Harbour Post"
        if behind == noun or _tells_when(doc[noun]) or is_said:
            return
        end = behind
        yield end


def _body_apart(doc: Doc, end: int, people: Set[int]) -> Iterator[int]:
    """The end of the body that a comma parts from an office in it: "conductor, Harbour Youth Orchestra, said"."""
    last = end
    while last < len(doc) and (doc[last].text in _IN_BODIES or doc[last].tag_ in _PROPER):
        last += 1
    if last == len(doc) or doc[end].text != "," or doc[end + 1].tag_ not in _PROPER:
        return
    is_closed = doc[last].text == "." or (doc[last].tag_ in FINITE and doc[last - 1].text == ",")
    last -= doc[last - 1].text == ","
    if is_closed and last - end > _LONE and people.isdisjoint(range(end, last)) and doc[last - 1].tag_ in _PROPER:
        yield last


def _tells_when(token: Token) -> bool:
    return token.lower_ in _TIMES or token.lower_ in words("calendar.txt") or (token.is_digit and token.dep_ == "pobj")
