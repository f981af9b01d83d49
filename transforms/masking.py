"""What the parser sees of a paragraph: quoted sentences, and what it was not trained on, in words that it knows.

A quoted sentence is replaced by a short neutral clause, so that ``"X," he said`` is a plain sentence to it. Datelines
and short parentheses are left out, marks and apostrophes are a typewriter's, and a few words stand for others.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from transforms.byline_others import is_place
from transforms.compounds import as_shown, compounds_of
from transforms.language import FRENCH
from transforms.marks import MARKS_BEFORE, Segment
from transforms.names.wordlists import words as word_list
from transforms.tags.clitics import inverted_subjects
from transforms.tags.french import tag_adverbials

_STAND_IN = ("This", "is", "so")
_STAND_INS = {FRENCH: ("C'", "est", "vrai")}  # by language; in others the English one
AGED = "veteran"  # what the parser sees in place of "old" where that stands for somebody: "the 61-year-old said"
_LONGEST_KEPT = 12  # words of a quoted fragment that the parser is shown
_USUAL = dict.fromkeys("\u201e\u201f\u00ab\u00bb\uff02", '"')  # marks the parser knows little of
_BAR, _DASH = "\u2015", "\u2014"
_SINGLE = frozenset("\u2018\u2019'")
_SENTENCE_BREAKS = frozenset(".?!:;,-\u2013\u2014\u2026")
_PARENTHESIS = re.compile(r"\((?:[^\s()]++\s?){1,3}\)\s?|<[A-Z][A-Z0-9.]{0,7}>\s?")
_AGED = re.compile(r"(?:[Tt]he|[Aa]n?) \d{1,3}-year-(old)(?=[,.;:?!)]|\s+(\w+))")
# A verb whose capital hides it from the parser: 'Added Kamau: "Nobody will."'.
_INVERTED = re.compile(
    r"(?:^\s*|(?<=[.!?\"\u201d\u2019] ))([A-Z][a-z]+)(?=(?: [A-Z][\w.'\u2019-]*){1,5}: ?(?:[\"\u201c\u2018']|$))"
)
# What stands behind a noun, as verbs of speech do.
_GOES_ON = frozenset({"who", "was", "is", "has", "had", "also", "then", "later"})
_DATELINE = re.compile(
    r"\s*(?:[A-Z]{3,}[A-Za-z0-9.,/\s]{0,40}?(?:\([\w\s]{2,20}\)\s*)?|[A-Z][A-Za-z.,\s]{2,40}\([\w\s]{2,20}\)\s*)(?:-{1,2}|[\u2013\u2014])\s+"
    # "Lund (May 3, 2025): Officials have": no label of who speaks has a date
    r"|\s*[A-Z][A-Za-z.,\s]{1,40}\((?=[\w\s.,]{0,24}\d)[\w\s.,]{2,24}\): "
    # "PORT LUND, May 3: The ferry"
    r"|\s*[A-Z][A-Z .-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: "
    # "Lund, Denmark \u2013 The bridge": what follows begins a sentence
    r"|\s*[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}, [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"
    r" (?:-{1,2}|[\u2013\u2014]) (?=[\"\u201c\u2018]?[A-Z])"
    # "Lund, Nov 14 (NANS) The ferry": of an agency, whose name stands for a dash
    r"|\s*[A-Z][A-Za-z .-]{1,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})? \([A-Z][\w ./-]{1,20}\):?"
    r" (?=[\"\u201c\u2018]?[A-Z])"
)
# "Oslo: The mayor on Monday": without a day it may be the label of whom a town is called like, "Ada: The ferry"
_PLACE_FIRST = re.compile(
    r"\s*([A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,2}): "
    r"(?=[A-Z].{0,200}\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b)"
)
_AGENCY = re.compile(r"\s*\([^()]{2,20}\)")  # "(AP) “We left,” ..."
# What stands before a name or a term in marks, such as 'the "Old Lady," which'.
_NAMING = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my",
                     "of", "as", "in", "on", "for", "with", "by", "from"})  # fmt: skip
_SHORT_TAG = re.compile(r"[^\W\d_](?:\S*[^\s.!?]\s){1,7}\S*[.!?](?:\s|$)")  # 'Smith asked the crowd.'
# The label of a turn of a transcript that stands in marks: '"MOE: When will they go?'.
_LABEL = re.compile(r"(?:[A-Z][A-Z.-]+(?: [A-Z][A-Z.-]*){0,3}|[A-Z][\w.-]+(?: [A-Z][\w.-]*){1,3}): +(?=[^\W\d_a-z])")
_TERMINALS = frozenset(".?!,\u2026")


class _Shown(NamedTuple):
    """A word that the parser is shown, whether a space follows, and its origin (see ``masked``)."""

    word: str
    space: bool
    origin: int


@dataclass(frozen=True, slots=True)
class _Changes:
    """What is shown otherwise than it is written, by code points of the paragraph."""

    left_out: set[int]
    edges: set[int]  # of quotations, where their marks stand
    aged: set[int]
    lowered: set[int]
    compounds: dict[int, str]  # words that the tokenizer took apart, by where they begin
    within: set[int]  # the rest of each of these
    subjects: dict[int, Token]  # that stand behind their verb, by where they belong
    glued: set[int]  # where these stand, and the "-t-" before them


def masked(text: str, segments: Sequence[Segment], doc: Doc) -> tuple[Doc, tuple[int, ...]]:
    """The tokens of a paragraph as the parser is to see them, and the origin of each.

    ``segments`` are its quoted stretches, in code points of ``text``. The origin is the index of the token in ``doc``,
    or -1 - k for one that stands for segment k.
    """
    shown = list(_shown(text, segments, doc))
    result = Doc(doc.vocab, words=[word for word, _, _ in shown], spaces=[space for _, space, _ in shown])
    for token, (_, _, origin) in zip(result, shown, strict=True):
        if origin >= 0 and doc[origin].norm != token.norm and len(doc[origin]) == len(token):
            token.norm_ = doc[origin].norm_  # the tokenizer's, which the model was trained on: "n't" is "not"
    return result, tuple(origin for _, _, origin in shown)


def _shown(text: str, segments: Sequence[Segment], doc: Doc) -> Iterator[_Shown]:
    changes = _changes(text, segments, doc)
    starts, ends = [token.idx for token in doc], [token.idx + len(token) for token in doc]
    behind = 0
    for k, segment in enumerate(segments):
        first = bisect_right(ends, segment.start, lo=behind)
        yield from _copies(doc[behind:first], text, changes)
        behind = bisect_left(starts, segment.end, lo=first)
        if _is_sentence(text, segment):
            label = _LABEL.match(text, segment.start)
            if label is not None:
                yield from _copies(doc[first : bisect_left(starts, label.end(), lo=first)], text, changes)
            yield from _stand_in(text, segment, -1 - k, doc.lang_)
        else:
            yield from _copies(doc[first : min(behind, first + _LONGEST_KEPT)], text, changes)
    yield from _copies(doc[behind:], text, changes)


def _changes(text: str, segments: Sequence[Segment], doc: Doc) -> _Changes:
    is_english = doc.lang_ == "en"  # as are the words that the patterns know
    behind = inverted_subjects(doc) if doc.lang_ == FRENCH else {}
    compounds = dict(compounds_of(text)) if is_english else {}
    return _Changes(
        left_out={place for start, end in _asides(text, segments, doc.lang_) for place in range(start, end)},
        edges={place for segment in segments for place in (segment.start - 1, segment.end)},
        aged=set(_aged(text)) if is_english else set(),
        lowered=set(_inverted(text)) if is_english else set(),
        compounds=compounds,
        within={place for start, word in compounds.items() for place in range(start + 1, start + len(word))},
        subjects={doc[first].idx: doc[subject] for first, (_, subject) in behind.items()},
        glued={doc[at].idx for verb, subject in behind.values() for at in range(verb + 1, subject + 1)},
    )


def _stand_in(text: str, segment: Segment, origin: int, language: str) -> Iterator[_Shown]:
    """A short clause in place of a quoted sentence, with the mark that ends it."""
    *words, last = _STAND_INS.get(language, _STAND_IN)
    yield from (_Shown(word, True, origin) for word in words)
    yield _Shown(last, False, origin)
    yield _Shown(_closing(text, segment), False, origin)


def _copies(tokens: Span, text: str, changes: _Changes) -> Iterator[_Shown]:
    """Tokens as the parser knows them, without those that are left out or part of a word that is shown whole."""
    for token in tokens:
        start = token.idx
        if token.is_space or start in changes.left_out or start in changes.glued:
            continue
        subject = changes.subjects.get(start)
        if subject is not None:
            yield _Shown(subject.text.removeprefix("-"), True, subject.i)
        whole = changes.compounds.get(start)
        if whole is not None:
            end = start + len(whole)
            yield _Shown(as_shown(whole), text[end : end + 1].isspace(), token.i)
        elif start not in changes.within:
            is_apart = bool(token.whitespace_) or _is_before_space(token) or start + len(token) in changes.glued
            yield _Shown(_usual(token, changes), is_apart, token.i)


def _usual(token: Token, changes: _Changes) -> str:
    """A token in the words and marks that the parser was trained on."""
    if token.text in _SINGLE and token.idx in changes.edges:
        return '"'
    if token.text == _BAR and token.i and token.nbor(-1).text[-1].isalnum():
        return _DASH  # within a sentence; before a name it may tell whose the words above are
    if token.idx in changes.lowered:
        return token.lower_.replace("\u2019", "'")
    return AGED if token.idx in changes.aged else _USUAL.get(token.text, token.text).replace("\u2019", "'")


def _aged(text: str) -> Iterator[int]:
    """Where the "old" of "the 61-year-old" stands for somebody, for the parser takes "said" behind it for a noun."""
    goes_on = _GOES_ON | word_list("speech_verbs.txt")
    return (match.start(1) for match in _AGED.finditer(text) if match[2] is None or match[2] in goes_on)


def _inverted(text: str) -> Iterator[int]:
    """Where a sentence begins with a verb of speech, and a name and a quotation follow."""
    verbs = word_list("speech_verbs.txt")
    return (match.start(1) for match in _INVERTED.finditer(text) if match[1].lower() in verbs)


def _asides(text: str, segments: Sequence[Segment], language: str) -> list[tuple[int, int]]:
    """What stands between a speaker and the verb without being of it: datelines, ``(R-Ohio)``, ``<ABC.N>``."""
    found = [match.span() for match in _PARENTHESIS.finditer(text)]
    dateline = _DATELINE.match(text) or _place_first(text)
    if dateline:
        found.append(dateline.span())
    if language == FRENCH:
        found += tag_adverbials(text)
    begins, ends = [segment.start for segment in segments], [segment.end for segment in segments]
    return [(start, end) for start, end in found if bisect_right(ends, start) == bisect_left(begins, end)]


def _place_first(text: str) -> re.Match[str] | None:
    """A place that is known, and a colon, before a sentence that tells a day; before a quotation it may be who speaks.

    In capitals the parser knows it by itself. "Police" is a town as well.
    """
    first = _PLACE_FIRST.match(text)
    if first is None or first[1].isupper() or first[1].lower() in word_list("org_words.txt"):
        return None
    return first if is_place(first[1]) else None


def _is_before_space(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().is_space


def _is_sentence(text: str, segment: Segment) -> bool:
    """Whether a quoted stretch stands as a sentence of its own, rather than as words of the writer's sentence."""
    inner = text[segment.start : segment.end]
    first = next(character for character in inner if character.isalnum())
    if first.islower():
        return False
    before = text[: segment.start].rstrip().rstrip(MARKS_BEFORE).rstrip()
    if not before or before[-1] in _SENTENCE_BREAKS or _AGENCY.fullmatch(before):
        return True
    return inner[-1] in _TERMINALS and not (inner[-1] == "," and _last_word(before) in _NAMING)


def _last_word(text: str) -> str:
    return text.rsplit(None, 1)[-1].lower()


def _closing(text: str, segment: Segment) -> str:
    """The mark that ends the stand-in: a comma where the writer's sentence goes on, else its own or a full stop."""
    last = text[segment.end - 1]
    behind = text[segment.end :].lstrip(" \t\"\u201d\u00bb\uff02'\u2019")
    if last == "," or behind[:1] == "," or behind[:1].islower():
        return ","
    if last not in "?!":
        return "."
    return "," if _SHORT_TAG.match(behind) else last
