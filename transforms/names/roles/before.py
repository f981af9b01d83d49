"""The role that stands before a name in a parsed sentence: "minister of trade Ada Lind", "the mayor, Ada Lind,"."""

from collections.abc import Set

from spacy.tokens import Doc, Token

from transforms.names.roles.phrases import (
    BESIDE,
    ENDS,
    FINITE,
    LONGEST,
    NOUNS,
    ONE,
    OPENINGS,
    PARTS,
    Phrase,
    in_word,
    is_address,
    is_calling,
    is_part,
    root,
    without_age,
)
from transforms.names.spots import bare
from transforms.names.wordlists import words

_LONGEST_OFFICE = 10  # tokens of what a title is of
_LONGEST_CLAUSE = 10  # tokens of what somebody is doing
_OF_OFFICE = frozenset({"of", "for", "at", "in", "to"})
_APART_FROM_OFFICES = frozenset({"acl", "appos", "relcl"})
_DONE_TO_THINGS = frozenset(
    {"chairing", "coordinating", "covering", "handling", "heading", "investigating", "leading", "managing",
     "overseeing", "probing", "running", "supervising"}
)  # fmt: skip
_SENT_TO = frozenset({"ambassador", "envoy", "adviser", "advisor", "aide", "assistant", "consul", "delegate", "deputy"})
_STANDING_FOR = frozenset({"candidate", "contender", "nominee"})
_NO_TITLE = OPENINGS | {"IN", "TO"}
_NO_BEGIN = OPENINGS | {"POS", "HYPH", "CC", "IN"}
_IN_OFFICES = frozenset({"DT", "CC", "HYPH"})
_OF_VERBS = frozenset({"dobj", "dative", "pobj", "npadvmod", "attr"})
_INITIALS = 2  # letters that may as well stand for given names
_BEHIND_NOUNS = frozenset({"designate", "elect", "emerita", "emeritus"})  # "chairman designate"
_MOODS = frozenset({"CC", "JJ", "VBG", "VBN"})
_OFFICE_BEFORE = 4  # tokens, at least, of an office, what it is of and an "and"
_BEFORE_ANOTHERS = frozenset({",", "NNP", "NNPS"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
_OF_TAGS = frozenset({"VBD", "VBN", "VBZ"})
_BEFORE_CLAUSES = frozenset({",", '"', "”", "''", "’", ";", ":", "–", "—"})
# By themselves no roles, and part of some: "folk hero and painter".
_OF_FAME = frozenset({"hero", "icon", "idol", "legend", "star", "superstar"})


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
    head = _head_before(doc, end)
    if head is None:
        return _set_off(doc, end, first, last, people) if is_apart and is_closed else None
    begin = without_age(doc, _begin(doc, head, last, people))
    if begin > head:
        return None
    begin = _with_list_before(doc, begin, head, people)
    begin = _with_office_before(doc, begin, head, people)
    begin = _without_mood(doc, begin, head)
    if is_apart and not is_closed:
        return (begin, end) if _opens_clause(doc, begin, head, end, last) else None
    if is_apart and not _is_apposed(doc, range(begin, end), range(first, last)):
        return None
    return begin, end


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
    is_whole = inside[0].lower_ in _OF_OFFICE and all(noun.is_ancestor(token) for token in inside)
    is_simple = all(token.i not in people and token.dep_ not in _APART_FROM_OFFICES for token in inside)
    begin = without_age(doc, _begin(doc, noun.i, last, people))
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
    begin = without_age(doc, _begin(doc, noun.i, last, people))
    return (begin, end) if is_apposed and is_no_other and is_simple and begin <= noun.i else None


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
    is_of_something = doc[head + 1].lower_ in _OF_OFFICE and head + 1 < end
    is_held = before == begin - 1 and is_of_something and doc[verb].tag_ != "MD"
    return doc[before].lower_ == "as" and bool(doc[before].is_sent_start) and is_held


def _head_before(doc: Doc, end: int) -> int | None:
    """The noun that tells what somebody is, in a title that ends before token ``end``: "minister" of "of trade"."""
    at = end - 1
    if at < 0 or is_address(doc[at]) or doc[at].tag_ in _NO_TITLE or doc[at].lower_ in words("famed.txt"):
        return None
    is_behind_title = at > 1 and is_calling(doc[at - 2])
    # What the parser takes for a verb: "expert and advocate Ada Lind", "her teacher, advocate Ada Lind".
    is_apposed = at > 0 and doc[at - 1].text == "," and doc[at].tag_ in {"VB", "VBP"}
    is_joined = is_apposed or (is_behind_title and doc[at - 1].tag_ == "CC")
    told = _head_of_few(doc, at)
    if told is not None:
        return told
    if is_calling(doc[at]) and (doc[at].tag_ in PARTS or is_joined):
        is_subject = doc[at].lower_ == "justice" or (doc[at].text[0].isupper() and doc[at - 2].text[0].isupper())
        return at - 2 if is_behind_title and doc[at - 1].lower_ == "of" and is_subject else at
    while at > 0 and end - at < _LONGEST_OFFICE:
        if doc[at].lower_ in _OF_OFFICE and doc[at].whitespace_:
            noun = doc[at - 1]
            if is_calling(noun) and noun.tag_ in ONE:
                return at - 1 if doc[at].lower_ != "to" or bare(noun) in _SENT_TO else None
        elif is_calling(doc[at]) or not (is_part(doc[at]) or doc[at].tag_ in _IN_OFFICES or in_word(doc, at + 1)):
            return None
        at -= 1
    return None


def _head_of_few(doc: Doc, at: int) -> int | None:
    """The head of a title that ends with token ``at`` in no noun of a calling: "DSP", "in-charge", "designate"."""
    if _is_position(doc, at) or _is_initials_of_office(doc, at):
        return at
    if at > 1 and doc[at - 2 : at + 1].text.lower() == "in-charge":
        is_word = at == 2 or doc[at - 3].whitespace_  # noqa: PLR2004  # tokens of "in-charge"
        return at - 2 if is_word else at  # "outpost in-charge", "officer-in-charge"
    return at - 1 if at > 0 and doc[at].lower_ in _BEHIND_NOUNS and is_calling(doc[at - 1]) else None


def _is_position(doc: Doc, at: int) -> bool:
    """Whether a word is what somebody plays, behind a team: "Harbour Rovers centre", "national rugby team hooker"."""
    is_word = doc[at].is_lower and doc[at].lower_ in words("positions.txt")
    return is_word and at > 0 and (doc[at - 1].lower_ == "team" or doc[at - 1].tag_ in {"NNP", "NNPS"})


def _is_initials_of_office(doc: Doc, at: int) -> bool:
    """Whether a word is the initials of an office before a name: "Lund DSP Ada Lind"; "SP Lind" may be a name."""
    is_full = at + 2 < len(doc) and doc[at + 2].text[0].isupper()
    is_sure = len(doc[at]) > _INITIALS or is_full or (at > 0 and doc[at - 1].tag_ in NOUNS)
    return doc[at].text in words("office_initials.txt") and is_sure


def _begin(doc: Doc, head: int, last: int, people: Set[int]) -> int:
    """The first token of the title with a ``head`` before the name that ends before token ``last``."""
    begin = head
    while begin > 0 and head - begin < LONGEST:
        step = in_word(doc, begin) or _modifier(doc, begin, head, last) or _joined(doc, begin, head)
        if not step or (step > 1 and begin - step in people):
            break
        begin -= step
    while begin < head and _leads_in(doc[begin]):
        begin += 1
    return begin


def _without_mood(doc: Doc, begin: int, head: int) -> int:
    """Where a title in capitals begins behind how its holder is for now: "a gloomy Prime Minister Ada Lind".

    "A former Prime Minister" is one for good, and "a popular mayor" is somebody without a name.
    """
    title = next((at for at in range(begin, head + 1) if not doc[at].is_lower), head)
    is_some = begin > 0 and doc[begin - 1].lower_ in {"a", "an"}
    is_passing = all(
        token.tag_ in _MOODS and token.whitespace_ and bare(token) not in words("role_modifiers.txt")
        for token in doc[begin:title]
    )
    return title if is_some and is_passing and doc[title].text[0].isupper() else begin


def _with_list_before(doc: Doc, begin: int, head: int, people: Set[int]) -> int:
    """Where a list of offices begins whose last two begin at token ``begin``: "chairman, treasurer and president".

    Behind a name the list is of that: "Karl Moe, chairman, treasurer and president Ada Lind".
    """
    if not any(token.tag_ == "CC" and is_calling(token.nbor(-1)) for token in doc[begin + 1 : head]):
        return begin
    listed = begin
    while listed > 1 and doc[listed - 1].text == "," and _is_office(doc[listed - 2]):
        listed = _begin(doc, listed - 2, head + 1, people)
    is_anothers = listed > 0 and (listed - 1 in people or doc[listed - 1].tag_ in _BEFORE_ANOTHERS)
    return begin if is_anothers else listed


def _with_office_before(doc: Doc, begin: int, head: int, people: Set[int]) -> int:
    """Where the first of two offices begins, of which the last begins at token ``begin``.

    "Minister for Fishing and Head of the Harbour Council Ada Lind"; "the Minister for Fishing and the Head of the
    Council" are two, and so are those between whom a name stands.
    """
    if begin < _OFFICE_BEFORE or doc[begin - 1].lower_ != "and" or not doc[begin].text[0].isupper():
        return begin
    at = begin - 2
    while at > 0 and begin - at < _LONGEST_OFFICE and _is_in_office(doc[at], people):
        at -= 1
    if not _has_office(doc, at) or (at > 0 and (at - 1 in people or doc[at - 1].text == ",")):
        return begin
    return _begin(doc, at, head + 1, people)


def _is_office(token: Token) -> bool:
    return token.tag_ in ONE and bare(token) in words("role_nouns.txt") | words("callings.txt")


def _is_in_office(token: Token, people: Set[int]) -> bool:
    """Whether a word may stand in what an office in capitals is of: "State for Fishing and Port Affairs"."""
    is_word = token.text[0].isupper() or token.lower_ in _OF_OFFICE | {"and", "the"}
    return is_word and token.i not in people and not _has_office(token.doc, token.i)


def _has_office(doc: Doc, at: int) -> bool:
    """Whether a noun in capitals is an office, and what it is of follows: "Minister of"."""
    return doc[at].text[0].isupper() and is_calling(doc[at]) and doc[at + 1].lower_ in {"of", "for"}


def _leads_in(token: Token) -> bool:
    """Whether a role does not begin with a word: a number by itself, "and", "another", the verb of a tag."""
    if token.tag_ in _NO_BEGIN or _is_tag(token):
        return True
    return bool(token.whitespace_) and (token.tag_ == "CD" or token.lower_ == "other")


def _is_tag(token: Token) -> bool:
    """Whether a word stands behind a quotation and tells who speaks: ""It hurts," added goalkeeper Ada Lind"."""
    is_verb = token.tag_ in _OF_TAGS or token.lower_ in words("speech_verbs.txt")
    return is_verb and token.i > 0 and token.nbor(-1).text in _CLOSING


def _word_begin(doc: Doc, at: int) -> int:
    """The first token of the word that a token is the last of: "re" of "re-elected"."""
    while at > 0 and in_word(doc, at):
        at -= 1
    return at


def _modifier(doc: Doc, begin: int, head: int, last: int) -> int:
    """1 if the token before modifies what follows in a phrase with a ``head`` that ends before token ``last``."""
    before = doc[begin - 1]
    if doc[_word_begin(doc, begin - 1)].tag_ in FINITE:
        return 0
    is_inside = begin - 1 < before.head.i < last
    if before.tag_ == "RB":
        return int(before.head.i == begin)  # "newly elected"
    if is_part(before) and (is_inside or before.tag_ == "POS" or before.dep_ == "conj"):
        return 1
    is_of_police = before.lower_ == "police" or doc[head].lower_ == "in"
    if is_of_police and before.tag_ in NOUNS:
        return 1  # "Lund police SI Ada Lind", "outpost in-charge", which the parser does not know
    # The parser may take a name for what the clause is about, or its capitals for another word.
    is_word = before.tag_ in PARTS or before.is_upper
    is_name = is_word and before.text[0].isupper() and not before.is_stop and not before.is_sent_start
    is_before_noun = doc[begin].is_lower and before.dep_ != "npadvmod"
    is_of_body = before.dep_ == "pobj" and before.head.lower_ == "of" and before.head.head.tag_ in {"NNP", "NNPS"}
    return int(is_name and (is_before_noun or is_of_body or before.dep_ not in _OF_VERBS))


def _joined(doc: Doc, begin: int, head: int) -> int:
    """2 if an "of", "for" or "and" before a title's part and the word before that are of the title, too.

    "Department of Trade director", "nominee for mayor", "expert and advocate"; but "the manager of singer Ada Lind".
    """
    if begin < 2:  # noqa: PLR2004
        return 0
    link, first = doc[begin - 1], doc[begin - 2]
    are_names = doc[_word_begin(doc, begin - 2)].text[0].isupper() and doc[begin].text[0].isupper()
    if link.lower_ == "of":
        return 2 * (are_names and first.tag_ in NOUNS and begin < head and not is_calling(doc[begin]))
    if link.lower_ == "for":
        return 2 * (bare(first) in _STANDING_FOR)
    if link.tag_ in {"VB", "VBP"} and first.tag_ == "CC" and is_calling(doc[max(begin - 3, 0)]):
        return 1  # "scientist and study author"
    if link.tag_ == "CC":
        is_modifier = first.dep_ in BESIDE and any(t.dep_ == "conj" and t.head.i == first.i for t in doc[begin:head])
        is_title = first.tag_ in ONE and (is_calling(first) or first.lower_ in _OF_FAME)
        return 2 * (is_modifier or (is_title and (are_names or doc[begin].text[0].islower())))
    return 0


def _is_apposed(doc: Doc, title: range, name: range) -> bool:
    """Whether the parser takes a name for an apposition to a title, or for the next in a list without an "and"."""
    named = root(doc, name)
    is_listed = any(token.tag_ == "CC" for token in (*named.children, *named.head.children))
    return named.head.i in title and (named.dep_ == "appos" or (named.dep_ == "conj" and not is_listed))
