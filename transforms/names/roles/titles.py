"""Titles and roles printed before or after a name, and what they tell about gender."""

from collections.abc import Set

from spacy.tokens import Doc, Token

from transforms.language import FRENCH
from transforms.names.docs import is_french
from transforms.names.roles import french_titles as french
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import bare
from transforms.names.wordlists import mapping, words

_LONGEST = 12  # tokens of a role; longer ones are clauses
_COMPLEMENT = 5  # tokens of what a title is of
_JOINERS = frozenset({"of", "for", "at", "in", "to", "on", "and", "with", "&"})
_BETWEEN = 3  # tokens from whose it is to what it is: "her late elder brother"
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "this"})
_WHOSE = frozenset({"his", "her", "their", "its", "'s", "’s"})
_INSIDE = frozenset({"-", "'s", "’s", "'", "’", "&"})
_OF_EITHER = frozenset({"chairman", "ombudsman", "spokesman"})  # women go by these, too
_RETIRED = frozenset({"ret", "retd", "retired", "rtd"})
_IN_BRACKETS = 3  # tokens of "(retd)"


def role_before(doc: Doc, first: int) -> str | None:
    """The title or role right before the name that begins at token ``first``: 'U.S. Defense Secretary'."""
    if is_french(doc):
        return french.role_before(doc, first)
    if first > _IN_BRACKETS and doc[first - 3].text == "(" and bare(doc[first - 2]) in _RETIRED:
        first -= _IN_BRACKETS  # "Maj Gen (retd) Ada Lind"
    begin = _role_start(doc, first)
    while begin < first and bare(doc[begin]) in words("forms_of_address.txt"):
        begin += 1
    return str(doc[begin:first].text) if begin < first else None


def address_gender(doc: Doc, first: int) -> str | None:
    """``"f"`` or ``"m"`` if a form of address, a role or a relation right before the name tells it."""
    if is_french(doc):
        return french.address_gender(doc, first)
    is_apart = first > 1 and doc[first - 1].text == ","
    related = first - 2 if is_apart else first - 1  # 'her son, David Lind', 'the first lady, Ada Lind'
    if related > 0 and doc[related].is_lower and _is_owned(doc, related, _WHOSE | {"the"} if is_apart else _WHOSE):
        return role_gender(doc[related].text)
    while first > 1 and doc[first - 1].text in words("ranks.txt") and is_titled(doc, first - 1):
        first -= 1  # 'Puan Sri Ada Lind'
    begin = _role_start(doc, first)
    for token in reversed(list(doc[begin:first])):
        gender = mapping("honorifics.tsv").get(token.text.rstrip("."))
        if gender in {"f", "m"}:
            return gender
        told = role_gender(token.text)
        if told:
            return told
    return None


def apposition_gender(doc: Doc, last: int) -> str | None:
    """``"f"`` or ``"m"`` if the article of a role behind a name tells it, which English has none for."""
    return french.apposition_gender(doc, last) if is_french(doc) else None


def _is_owned(doc: Doc, noun: int, whose: Set[str]) -> bool:
    """Whether a noun is somebody's, as "her brother" and "her younger brother"."""
    before = noun - 1
    while before > 0 and noun - before < _BETWEEN and doc[before].is_lower and doc[before].lower_ not in whose:
        before -= 1
    return doc[before].lower_ in whose


def role_gender(role: str, language: str = "en") -> str | None:
    """``"f"`` or ``"m"`` if a word of the role says so ('spokeswoman')."""
    if language == FRENCH:
        return french.role_gender(role)
    for word in role.lower().replace("-", " ").split():
        told = mapping("gender_nouns.tsv").get(word)
        if told:
            return told
        if word.endswith("woman") and word != "woman":
            return "f"
        if word.endswith("man") and word in words("role_nouns.txt") and word not in _OF_EITHER:
            return "m"
    return None


def is_office(noun: str) -> bool:
    """Whether a lower-case noun with what it is of is an office: any role, and 'member of parliament'.

    A 'member' by itself is none, so the list of roles does not have it.
    """
    return noun == "member" or noun in words("role_nouns.txt")


def role_after(doc: Doc, last: int) -> str | None:
    """The role in apposition after the name that ends before token ``last``: ', the Attorney General,'."""
    if is_french(doc):
        return french.role_after(doc, last)
    if last + 1 >= len(doc) or doc[last].text != ",":
        return None
    begin = last + 1
    if doc[begin].lower_ in _DETERMINERS:
        begin += 1
    head = begin
    while head < len(doc) and head - begin < _LONGEST and not _is_role_noun(doc[head]):
        if not (_may_modify(doc[head]) or doc[head].text in _INSIDE or doc[head].lower_ in _DETERMINERS):
            return None
        head += 1
    if head >= len(doc) or not _is_role_noun(doc[head]):
        return None
    end = _apposition_end(doc, head)
    return str(doc[begin:end].text) if end - begin <= _LONGEST else str(doc[begin : head + 1].text)


def is_titled(doc: Doc, first: int) -> bool:
    """Whether a title, role or form of address stands right before token ``first``."""
    if is_french(doc):
        return french.is_titled(doc, first)
    first = _title_end(doc, first)
    return first > 0 and (_heads_role(doc[first - 1]) or _complement_start(doc, first) < first - 1)


def _title_end(doc: Doc, first: int) -> int:
    """``first``, or the full stop before it where that is a token of its own behind a form of address ('Sens', '.')."""
    is_stop = first > 1 and doc[first - 1].text == "." and not doc[first - 2].whitespace_
    return first - 1 if is_stop and doc[first - 2].text in mapping("honorifics.tsv") else first


def _complement_start(doc: Doc, first: int) -> int:
    """The token that heads the title before ``first``: 'Secretary' in 'Secretary of State Mona Reyes'."""
    at = first - 1
    while at > 1 and first - at < _COMPLEMENT and _capitalised(doc[at]) and not _heads_role(doc[at]):
        at -= 1
    is_complement = at < first - 1 and at > 0 and doc[at].lower_ == "of" and _is_role_noun(doc[at - 1])
    return at - 1 if is_complement and doc[at - 1].text[0].isupper() else first - 1


def _role_start(doc: Doc, first: int) -> int:
    if not is_titled(doc, first):
        return first
    at = _complement_start(doc, _title_end(doc, first))
    while at > 0 and first - at < _LONGEST and _continues_left(doc, at - 1):
        at -= 1
    while at < first and (doc[at].text in _INSIDE or doc[at].lower_ in _JOINERS or doc[at].lower_ in _DETERMINERS):
        at += 1
    return at


def _continues_left(doc: Doc, at: int) -> bool:
    token = doc[at]
    if bare(token) in words("role_modifiers.txt") or _is_role_noun(token) or token.text in _INSIDE:
        return True
    if _heads_role(token) and _heads_role(doc[at + 1]):
        return True  # "Lt. Col.", at the beginning of a sentence too
    if token.lower_ in {"and", "of"}:
        is_anothers = token.lower_ == "of" and _is_role_noun(doc[at + 1])  # "the manager of singer Ada Lind"
        return at > 0 and _is_role_noun(doc[at - 1]) and not is_anothers
    starts_sentence = is_sentence_start(doc, at)
    # The capital of a sentence's first word tells nothing, except before a lower-case noun: 'Harbour spokesman'.
    return _capitalised(token) and (not starts_sentence or bool(token.ent_type_) or doc[at + 1].is_lower)


def _heads_role(token: Token) -> bool:
    return _is_role_noun(token) or token.text.rstrip(".") in mapping("honorifics.tsv")


def _is_role_noun(token: Token) -> bool:
    return bare(token) in words("role_nouns.txt")


def _may_modify(token: Token) -> bool:
    return _capitalised(token) or bare(token) in words("role_modifiers.txt")


def _capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_stop


def _apposition_end(doc: Doc, head: int) -> int:
    """End of the phrase: up to a mark, a relative clause or a verb form; joined by 'of', 'for', 'and'."""
    at = head + 1
    while at < len(doc) and at - head < _LONGEST and _continues_right(doc, at):
        at += 1
    while at > head + 1 and _is_link(doc[at - 1]):
        at -= 1
    return at


def _continues_right(doc: Doc, at: int) -> bool:
    token = doc[at]
    if _is_link(token) or _may_modify(token) or _is_role_noun(token):
        return True
    is_noun_like = token.is_alpha and not token.is_stop and not token.lower_.endswith(("ing", "ed"))
    return is_noun_like and doc[at - 1].lower_ in _JOINERS


def _is_link(token: Token) -> bool:
    return token.lower_ in _JOINERS or token.lower_ in _DETERMINERS or token.text in _INSIDE
