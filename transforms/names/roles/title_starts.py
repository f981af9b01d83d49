"""Where a title before a name begins: "former trade minister" of "the former trade minister Ada Lind"."""

from collections.abc import Set

from spacy.tokens import Doc, Token

from transforms.names.roles.phrases import (
    BESIDE,
    FINITE,
    LONGEST,
    NOUNS,
    ONE,
    OPENINGS,
    PARTS,
    in_word,
    is_calling,
    is_part,
    without_age,
)
from transforms.names.roles.title_heads import LONGEST_OFFICE, OF_OFFICE
from transforms.names.spots import bare
from transforms.names.wordlists import words

_STANDING_FOR = frozenset({"candidate", "contender", "nominee"})
_NO_BEGIN = OPENINGS | {"POS", "HYPH", "CC", "IN"}
_OF_VERBS = frozenset({"dobj", "dative", "pobj", "npadvmod", "attr"})
_MOODS = frozenset({"CC", "JJ", "VBG", "VBN"})
_OFFICE_BEFORE = 4  # tokens, at least, of an office, what it is of and an "and"
_BEFORE_ANOTHERS = frozenset({",", "NNP", "NNPS"})
_CLOSING = frozenset({'"', "”", "''", "’", "'", "»"})
_OF_TAGS = frozenset({"VBD", "VBN", "VBZ"})
# By themselves no roles, and part of some: "folk hero and painter".
_OF_FAME = frozenset({"hero", "icon", "idol", "legend", "star", "superstar"})


def begin_of_title(doc: Doc, head: int, last: int, people: Set[int]) -> int | None:
    """The first token of the whole title with a ``head`` before the name that ends before token ``last``.

    It is without an article, an age or a mood, and with the offices before it that are the same person's. None if all
    before the name is an age.
    """
    begin = begin_of_phrase(doc, head, last, people)
    if begin > head:
        return None
    begin = _with_list_before(doc, begin, head, people)
    begin = _with_office_before(doc, begin, head, people)
    return _without_mood(doc, begin, head)


def begin_of_phrase(doc: Doc, head: int, last: int, people: Set[int]) -> int:
    """The first token of the noun phrase with a ``head``, without its article or age; behind the head if it is one."""
    return without_age(doc, _begin(doc, head, last, people))


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
    while at > 0 and begin - at < LONGEST_OFFICE and _is_in_office(doc[at], people):
        at -= 1
    if not _has_office(doc, at) or (at > 0 and (at - 1 in people or doc[at - 1].text == ",")):
        return begin
    return _begin(doc, at, head + 1, people)


def _is_office(token: Token) -> bool:
    return token.tag_ in ONE and bare(token) in words("role_nouns.txt") | words("callings.txt")


def _is_in_office(token: Token, people: Set[int]) -> bool:
    """Whether a word may stand in what an office in capitals is of: "State for Fishing and Port Affairs"."""
    is_word = token.text[0].isupper() or token.lower_ in OF_OFFICE | {"and", "the"}
    return is_word and token.i not in people and not _has_office(token.doc, token.i)


def _has_office(doc: Doc, at: int) -> bool:
    """Whether a noun in capitals is an office, and what it is of follows: "Minister of"."""
    return doc[at].text[0].isupper() and is_calling(doc[at]) and doc[at + 1].lower_ in {"of", "for"}


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


def _leads_in(token: Token) -> bool:
    """Whether a role does not begin with a word: a number by itself, "and", "another", the verb of a tag."""
    if token.tag_ in _NO_BEGIN or _is_tag(token):
        return True
    return bool(token.whitespace_) and (token.tag_ == "CD" or token.lower_ == "other")


def _is_tag(token: Token) -> bool:
    """Whether a word stands behind a quotation and tells who speaks: ""It hurts," added goalkeeper Ada Lind"."""
    is_verb = token.tag_ in _OF_TAGS or token.lower_ in words("speech_verbs.txt")
    return is_verb and token.i > 0 and token.nbor(-1).text in _CLOSING


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


def _word_begin(doc: Doc, at: int) -> int:
    """The first token of the word that a token is the last of: "re" of "re-elected"."""
    while at > 0 and in_word(doc, at):
        at -= 1
    return at


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
