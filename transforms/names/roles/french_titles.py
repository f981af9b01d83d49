"""Titles and roles printed before or after a name in French: "la maire de Lund, Ada Lind", "Ada Lind, maire de Lund".

The same questions as :mod:`transforms.names.roles.titles` answers for English. In French an article leads a role that
stands before its name, what it is of stands behind its noun, and articles and nouns tell the gender.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from transforms.language import FRENCH
from transforms.names.wordlists import mapping, words

_LONGEST = 14  # tokens of a role
_MODIFIERS = 3  # words between an article and the noun
_ARTICLES = {
    "le": "m", "un": "m", "du": "m", "au": "m", "la": "f", "une": "f", "cette": "f", "sa": "f", "l'": None, "son": None,
    "leur": None, "notre": None, "ce": "m", "cet": "m",
}  # fmt: skip
_PREPOSITIONS = frozenset(
    {"de", "d'", "du", "des", "à", "au", "aux", "en", "pour", "chez", "près", "sur", "et", "dans"}
)
_WITHIN = _PREPOSITIONS | frozenset({"le", "la", "l'", "les", "-", "/", "&", "'"})
_ENDS = frozenset(
    {"depuis", "lors", "après", "avant", "pendant", "qui", "que", "dont", "où", "car", "mais", "ou", "par"}
)
_VERBS = frozenset({"a", "ont", "est", "sont", "avait", "était", "n'", "ne", "se", "s'", "il", "elle", "y"})
_AGE = 2  # tokens of "42 ans"


class _Role(NamedTuple):
    """The tokens of a role before a name: ``[begin, end)``, and its noun among them."""

    begin: int
    noun: int
    end: int


def role_before(doc: Doc, first: int) -> str | None:
    """The role right before the name that begins at token ``first``, or before a comma: "maire de Lund"."""
    role = _role_before(doc, first)
    return None if role is None else str(doc[role.begin : role.end].text)


def noun_before(doc: Doc, first: int) -> int | None:
    """The noun of the role before a name: the token "maire" of "la maire de Lund, Ada Lind"."""
    role = _role_before(doc, first)
    return None if role is None else role.noun


def role_after(doc: Doc, last: int) -> str | None:
    """The role in apposition behind the name that ends before token ``last``: ", directeur de Ventalis"."""
    found = _noun_after(doc, last)
    if found is None:
        return None
    begin, noun = found
    end = noun + 1
    while end < len(doc) and end - begin < _LONGEST and _goes_on(doc[end]):
        end += 1
    while _plain(doc[end - 1]) in _WITHIN:
        end -= 1
    return str(doc[begin:end].text)


def apposition_gender(doc: Doc, last: int) -> str | None:
    """``"f"`` or ``"m"`` if the noun or the article of a role behind a name tells it: ", le porte-parole du port"."""
    found = _noun_after(doc, last)
    if found is None:
        return None
    begin, noun = found
    return mapping("gender_nouns.tsv", FRENCH).get(_plain(doc[noun])) or _ARTICLES.get(_plain(doc[begin - 1]))


def _noun_after(doc: Doc, last: int) -> tuple[int, int] | None:
    """Where a role in apposition behind a name begins, and its noun."""
    at = last
    while at + 1 < len(doc) and doc[at].text == "," and _is_age(doc, at + 1):
        at += 1 + _AGE
    if at + 1 >= len(doc) or doc[at].text != ",":
        return None
    begin = at + 1
    if _plain(doc[begin]) in _ARTICLES:
        begin += 1
    noun = begin
    while noun < len(doc) and noun - begin < _MODIFIERS and _is_modifier(doc, noun):
        noun += 1
    return (begin, noun) if noun < len(doc) and _is_role_noun(doc, noun) else None


def address_gender(doc: Doc, first: int) -> str | None:
    """``"f"`` or ``"m"`` if a form of address or the article or noun of a role before a name tells it."""
    address = _address(doc, first)
    if address < first:
        told = mapping("honorifics.tsv", FRENCH).get(doc[address].text.rstrip("."))
        if told in {"f", "m"}:
            return told
    role = _role_before(doc, first)
    if role is None:
        return None
    told = mapping("gender_nouns.tsv", FRENCH).get(_plain(doc[role.noun]))
    return told or _ARTICLES.get(_plain(doc[role.begin - 1])) if role.begin else told


def role_gender(role: str) -> str | None:
    """``"f"`` or ``"m"`` if the first noun of a role tells: "directrice"."""
    told = (mapping("gender_nouns.tsv", FRENCH).get(word) for word in role.lower().replace("-", " ").split())
    return next((gender for gender in told if gender), None)


def is_titled(doc: Doc, first: int) -> bool:
    """Whether a form of address or the noun of a role stands right before token ``first``."""
    return first > 0 and (_address(doc, first) < first or _is_role_noun(doc, first - 1))


def _address(doc: Doc, first: int) -> int:
    """Where the form of address right before a name begins, else ``first``."""
    at = first - 1
    if at > 0 and doc[at].text == "." and not doc[at - 1].whitespace_:
        at -= 1
    is_address = at >= 0 and doc[at].text.rstrip(".") in mapping("honorifics.tsv", FRENCH)
    return at if is_address else first


def _role_before(doc: Doc, first: int) -> _Role | None:
    """The role that stands before the name at token ``first``, or before the comma before it."""
    end = _address(doc, first)
    is_apart = end > 1 and doc[end - 1].text == ","
    if is_apart:
        end -= 1
    if end < 1 or _plain(doc[end - 1]) in _WITHIN:
        return None  # "the coach of Lund" is no Lund
    stretch = end
    while stretch > 0 and end - stretch < _LONGEST and _goes_on(doc[stretch - 1]):
        stretch -= 1
    nouns = [noun for noun in range(end - 1, stretch - 1, -1) if _is_role_noun(doc, noun)]
    roles = [_Role(_with_modifiers(doc, noun), noun, end) for noun in nouns]
    if is_apart:
        return _first_led(doc, roles) or _nearest_of_something(doc, roles, stretch)
    return next((role for role in roles if _is_led(doc, role.begin, is_apart=False)), None)


def _first_led(doc: Doc, roles: Sequence[_Role]) -> _Role | None:
    """Of the roles before a comma, from right to left, the first one printed: "l'avocat de la présidente, Me Lind".

    But the nearest one behind an "et": "Karl Moe et la maire, Ada Lind".
    """
    found: _Role | None = None
    for role in roles:
        is_within = found is not None and role.noun >= found.begin  # "Première" of "la Première ministre"
        if not is_within and _is_led(doc, role.begin, is_apart=True):
            found = role
            if _is_joined(doc, role.begin):
                break
    return found


def _nearest_of_something(doc: Doc, roles: Sequence[_Role], stretch: int) -> _Role | None:
    """The nearest role before a comma that is what something is of: "au côté de la présidente, Ada Lind".

    None if a person is told of before it, from token ``stretch`` on: "l'ami de la présidente, Karl Moe" is the friend.
    """
    with_article = (role for role in roles if role.begin > 0 and _plain(doc[role.begin - 1]) in _ARTICLES)
    role = next(with_article, None)
    return role if role is not None and _is_nobodys(doc, stretch, role.begin) else None


def _with_modifiers(doc: Doc, noun: int) -> int:
    """Where a role with a noun begins, with what modifies the noun before it: "ancienne" of "ancienne maire"."""
    begin = noun
    while begin > 0 and noun - begin < _MODIFIERS and _is_modifier(doc, begin - 1):
        begin -= 1
    return begin


def _is_nobodys(doc: Doc, first: int, last: int) -> bool:
    """Whether no person is told of among the tokens ``[first, last)``: "au côté de la présidente", not "l'ami de"."""
    people = mapping("gender_nouns.tsv", FRENCH)
    return not any(_plain(word) in people or _is_role_noun(doc, word.i) for word in doc[first:last])


def _is_led(doc: Doc, begin: int, *, is_apart: bool) -> bool:
    """Whether an article, a comma or the begin of the paragraph stands before a role."""
    if begin == 0:
        return True
    before = _plain(doc[begin - 1])
    if before not in _ARTICLES:
        return not is_apart and before in {",", "«", ":", "(", "\n", "-", "–", "—"}
    is_of_another = begin > 1 and _plain(doc[begin - 2]) in _PREPOSITIONS - {"et"}
    return not (is_apart and (is_of_another or before in {"du", "au"}))


def _is_joined(doc: Doc, begin: int) -> bool:
    """Whether "et" and an article stand before a role, and behind somebody else: "Karl Moe et la maire, Ada Lind"."""
    return begin > 1 and _plain(doc[begin - 1]) in _ARTICLES and _plain(doc[begin - 2]) == "et"


def _goes_on(token: Token) -> bool:
    """Whether a word may be of a role."""
    word = _plain(token)
    return (token.text[0].isalnum() or word in _WITHIN) and word not in _ENDS | _VERBS and not token.is_digit


def _is_modifier(doc: Doc, at: int) -> bool:
    return _plain(doc[at]) in words("role_modifiers.txt", FRENCH) or doc[at].text == "-"


def _is_role_noun(doc: Doc, at: int) -> bool:
    nouns = words("role_nouns.txt", FRENCH)
    word = _plain(doc[at])
    is_plural = word.endswith("s") and word[:-1] in nouns
    return word in nouns or is_plural or not nouns.isdisjoint(word.split("-"))


def _is_age(doc: Doc, at: int) -> bool:
    return at + 1 < len(doc) and doc[at].is_digit and doc[at + 1].lower_ == "ans"


def _plain(token: Token) -> str:
    return str(token.lower_).replace("\u2019", "'")
