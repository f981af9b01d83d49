"""Names where they are written, as token spans of the paragraphs: what the recogniser found, trimmed."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from spacy.tokens import Doc, Token

from schemas.vocabulary import Label
from transforms.language import FRENCH
from transforms.names.docs import is_french
from transforms.names.forms.folding import fold
from transforms.names.wordlists import mapping, words

_LABELS = {label.value: label for label in Label} | {"PER": Label.PERSON}  # so named by models of other languages
_ARTICLES = frozenset({"the", "a", "an"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_NAMES_TOO = frozenset({"will", "van", "may", "so", "de", "al", "bill"})  # stop words that are also names
_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_POSSESSIVE_ENDING = re.compile("['’‘`´ʼ][sS]?$")
_MARKS = frozenset("\"“”„«»‘’'´`ʼ,;:()[]{}<>-–—―/|*•…&@#_")
_PLURAL = 5  # letters, at least, before the s
_USUAL_NAME = 2  # words
_PARTY = re.compile(r"[DIR]-[A-Z][A-Za-z.]+")  # 'D-N.Y.'


class HasDoc(Protocol):
    """Anything with a paragraph's doc; a :class:`transforms.paragraphs.Paragraph` is one."""

    @property
    def doc(self) -> Doc:
        """The paragraph as it stands."""


class Placed(HasDoc, Protocol):
    """A paragraph and where it begins in the article; a :class:`transforms.paragraphs.Paragraph` is one."""

    @property
    def start(self) -> int:
        """First code point of the paragraph in the article."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A name at tokens ``[first, last)`` of the doc of paragraph number ``paragraph``.

    ``key`` is its folded form; ``weight`` says how much its label counts as evidence for the name's type.
    """

    paragraph: int
    first: int
    last: int
    label: Label
    key: str
    weight: float = 1.0


def found_spots(paragraphs: Sequence[HasDoc]) -> list[Spot]:
    """The entities of every doc that have a label of ours, trimmed, in order."""
    return [spot for number, paragraph in enumerate(paragraphs) for spot in _of_doc(number, paragraph.doc)]


def make_spot(doc: Doc, paragraph: int, first: int, last: int, label: Label, *, weight: float = 1.0) -> Spot:
    """A spot with its key."""
    return Spot(paragraph, first, last, label, fold(doc[first:last].text), weight)


def in_order(spots: Iterable[Spot]) -> list[Spot]:
    """The spots in the order of the text."""
    return sorted(spots, key=lambda spot: (spot.paragraph, spot.first))


def tokens_of(spots: Iterable[Spot]) -> set[tuple[int, int]]:
    """The tokens of names, each with the number of its paragraph."""
    return {(spot.paragraph, at) for spot in spots for at in range(spot.first, spot.last)}


def overlapping(spots: Iterable[Spot], paragraph: int, first: int, last: int) -> list[Spot]:
    """The spots that share a token with the tokens ``[first, last)`` of a paragraph."""
    return [spot for spot in spots if spot.paragraph == paragraph and spot.first < last and first < spot.last]


def end_char(doc: Doc, spot: Spot) -> int:
    """Where the name ends in the doc's text, without a possessive ending whose mark the tokenizer does not know."""
    word = doc[spot.last - 1]
    if is_possessive(word):
        return int(word.idx) + len(word)  # of the name itself: "Harbour's said"
    return int(word.idx) + len(_POSSESSIVE_ENDING.sub("", word.text))


def is_possessive(token: Token) -> bool:
    """Whether a token is a possessive ending."""
    return token.text in {"'s", "’s"}


def bare(token: Token) -> str:
    """Lower-case form without a final full stop: ``Sen.`` gives ``sen``."""
    return str(token.lower_).rstrip(".")


def _of_doc(number: int, doc: Doc) -> Iterator[Spot]:
    for entity in doc.ents:
        label = _LABELS.get(entity.label_)
        if label is None:
            continue
        first, last = trimmed(doc, entity.start, entity.end)
        if label is Label.PERSON and any("@" in token.text for token in entity):
            continue  # an account, and what stands beside it
        if _PARTY.fullmatch(entity.text):
            continue  # a party and a state
        if label is Label.PERSON:
            first, last = _without_asides(doc, first, last)
        stripped = _after_titles(doc, first, last, label)
        is_addressed = stripped > first and is_french(doc)
        if is_addressed or (stripped > first and bare(doc[stripped - 1]) in words("sure_titles.txt")):
            label = Label.PERSON
        if stripped < last and any(char.isalpha() for char in doc[stripped:last].text):
            yield make_spot(doc, number, stripped, last, label)


def trimmed(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The span without articles and marks around it and without a possessive ending."""
    while first < last and (doc[first].is_space or _is_article(doc[first]) or doc[first].text in _MARKS):
        first += 1
    while last > first and (doc[last - 1].is_space or _is_tail(doc[last - 1].text)):
        last -= 1
    return first, last


def _is_article(token: Token) -> bool:
    return token.lower_ in _ARTICLES and not _begins_word(token)


def _begins_word(token: Token) -> bool:
    """Whether a hyphen goes on with a word: it is no article in "A-bo"."""
    return token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor().text == "-"


def _is_tail(text: str) -> bool:
    return text in _POSSESSIVES or text in _MARKS or text in {".", "!", "?", "--", "...", "''"}


def _without_asides(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A person's name without a dateline ('ROME - Ada Byron'), words like 'Neither' before it, numbers or 'MP' behind.

    Where a dash ends an aside ('the winner - Ada Byron - left'), the name is before it.
    """
    for at in range(last - 2, first, -1):
        if doc[at].text in _DASHES and doc[at - 1].whitespace_ and doc[at].whitespace_:
            first, last = (first, at) if doc[at + 1].is_lower else (at + 1, last)
            break
    while last - first > 1 and _is_no_name(doc[first]):
        first += 1
    while last - first > 1 and (doc[last - 1].is_digit or doc[last - 1].text.rstrip(".") in words("post_nominals.txt")):
        last -= 1
    return first, last


def _is_no_name(token: Token) -> bool:
    """A stop word, or one in small letters that is no particle: 'surnamed Chang'."""
    if token.is_stop:
        return token.lower_ not in _NAMES_TOO and not _begins_word(token)
    return bool(token.is_lower and token.is_alpha and token.whitespace_) and token.lower_ not in words(
        "name_particles.txt"
    )


def _after_titles(doc: Doc, first: int, last: int, label: Label) -> int:
    """Where the name begins behind its titles: 'President Ada Lind' begins at 'Ada'."""
    if label is not Label.PERSON and bare(doc[last - 1]) in words("org_words.txt"):
        return first  # 'King Byron Hospital'
    if is_french(doc):
        return _after_address(doc, first, last)
    titles = title_words() if label is Label.PERSON else words("sure_titles.txt")
    modifiers = words("role_modifiers.txt") if label is Label.PERSON else frozenset[str]()
    begin = at = _after_office(doc, first, last) if label is Label.PERSON else first
    while at < last - 1 and (_is_title(doc[at], titles) or bare(doc[at]) in modifiers or _is_rank(doc, at, last)):
        at += 1
        if _is_title(doc[at - 1], titles) or _is_rank(doc, at - 1, last):
            begin = at
    return first if is_suffix(doc[begin:last]) else begin


def _after_office(doc: Doc, first: int, last: int) -> int:
    """Where a name begins behind a place and the initials of an office: "Ada" of "Lund DSP Ada Lind".

    Before one word they may be somebody's own: "Omar SP Haddad".
    """
    offices = (at for at in range(first + 1, last - _USUAL_NAME) if doc[at].text in words("office_initials.txt"))
    return next((at + 1 for at in offices), first)


def _after_address(doc: Doc, first: int, last: int) -> int:
    """Where the name begins behind a French form of address: 'M. Byron', 'Me Ada Byron'."""
    begin = first
    while begin < last - 1 and doc[begin].text.rstrip(".") in mapping("honorifics.tsv", FRENCH):
        begin += 1 + (doc[begin + 1].text == ".")
    return begin if begin < last else first


def _is_rank(doc: Doc, at: int, last: int) -> bool:
    """'Con' behind another title, as in 'Det Con Ann Fox', or 'DC' before two names: either may be a given name."""
    if in_title_of_two(doc, at):
        return True
    if doc[at].text not in words("ranks.txt") | words("office_initials.txt"):
        return False
    return (at > 0 and is_title(doc[at - 1])) or (doc[at].is_upper and last - at > _USUAL_NAME)


def in_title_of_two(doc: Doc, at: int) -> bool:
    """A word of 'Tan Sri', where 'Tan' alone may be a name."""
    pairs = (f"{doc[begin].text} {doc[begin + 1].text}" for begin in (at - 1, at) if 0 <= begin < len(doc) - 1)
    return any(pair in words("ranks.txt") for pair in pairs)


def is_title(token: Token) -> bool:
    """Whether it stands before a person's name, in the plural too: 'Presidents Byron and Reed'."""
    return _is_title(token, title_words())


def _is_title(token: Token, titles: Set[str]) -> bool:
    word = bare(token)
    return word in titles or (len(word) > _PLURAL and word.endswith("s") and word[:-1] in titles)


def is_suffix(tokens: Iterable[Token]) -> bool:
    """Whether nothing but 'Jr.' and the like is left."""
    return all(bare(token) in words("name_suffixes.txt") for token in tokens)


@cache
def title_words() -> frozenset[str]:
    """Lower-case nouns and forms of address that stand before a person's name."""
    return words("role_nouns.txt") | frozenset(word.lower() for word in mapping("honorifics.tsv"))
