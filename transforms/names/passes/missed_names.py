"""Names that the recogniser passed over, of which a word beside them or within tells what they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.docs import text_of
from transforms.names.forms.countries import is_demonym, is_known_place
from transforms.names.forms.folding import fold
from transforms.names.passes.capitals import common_words, is_headline
from transforms.names.roles.titles import role_after
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import (
    HasDoc,
    Spot,
    bare,
    in_order,
    in_title_of_two,
    is_title,
    make_spot,
    overlapping,
    title_words,
    tokens_of,
)
from transforms.names.wordlists import mapping, words

_SET_OFF = re.compile(r",\s*\w+\s*[,.;]")
_LONGEST = 4  # words before the form of a firm
_WHOSE = frozenset({"her", "his", "my", "our", "their", "'s", "’s"})
_CLOSE = frozenset({",", ".", ";"})
_LONGEST_MEDIUM = 6  # words of its name
_NAMES = 3  # words of the second of two, and given names before a family name


def with_firms(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """Spots and words with capitals before the form of a firm, of which some may be found: 'Harbour Homes REIT'."""
    return _with_bodies(paragraphs, spots, _firms, in_place_of=frozenset(Label))


def _firms(doc: Doc) -> Iterator[tuple[int, int]]:
    forms, text = words("legal_forms.txt"), text_of(doc)
    for token in doc if any(form in text for form in forms) else ():
        if token.text.rstrip(".") not in forms:
            continue
        first = token.i
        while first and token.i - first < _LONGEST and _is_name_word(doc, first - 1):
            first -= 1
        is_longer = first > 0 and _is_name_word(doc, first - 1)
        if first < token.i and not is_longer:
            yield first, token.i + 1


def with_media(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots and what stands with capitals between 'the' and 'newspaper': 'the Voice of Lima newspaper'."""
    return _with_bodies(paragraphs, spots, _media, in_place_of=frozenset({Label.GPE}))


def _with_bodies(
    paragraphs: Sequence[HasDoc],
    spots: Sequence[Spot],
    bodies: Callable[[Doc], Iterable[tuple[int, int]]],
    in_place_of: Set[Label],
) -> list[Spot]:
    """The spots, with the bodies of each paragraph but headlines in place of those that are parts of their names.

    A body whose name goes over the edge of a spot, or has one of another label within, is left out.
    """
    result = list(spots)
    for number, paragraph in enumerate(paragraphs):
        doc = paragraph.doc
        found = list(bodies(doc))
        for first, last in found if found and not is_headline(doc) else ():
            inside = overlapping(result, number, first, last)
            if all(spot.label in in_place_of and first <= spot.first and spot.last <= last for spot in inside):
                result = [spot for spot in result if spot not in inside]
                result.append(make_spot(doc, number, first, last, Label.ORG))
    return in_order(result)


def _media(doc: Doc) -> Iterator[tuple[int, int]]:
    """Words with capitals, and 'of' between these, behind 'the' and before a noun for a medium."""
    nouns, text = words("media.txt"), text_of(doc)
    for token in doc if any(noun in text for noun in nouns) else ():
        if token.text not in nouns:
            continue
        last = token.i - (token.i > 0 and doc[token.i - 1].text in words("news_words.txt"))
        if last == token.i and token.text == "agency":
            continue
        first = last
        while first and last - first < _LONGEST_MEDIUM and _is_in_medium(doc, first - 1, last):
            first -= 1
        is_named = 0 < first < last and doc[first - 1].lower_ == "the" and _is_name_word(doc, first)
        if is_named and not is_known_place(fold(doc[first:last].text)):
            yield first, last


def _is_in_medium(doc: Doc, at: int, last: int) -> bool:
    is_link = doc[at].lower_ == "of" and at + 1 < last and at > 0 and _is_name_word(doc, at - 1)
    return (_is_name_word(doc, at) and not is_title(doc[at])) or is_link


def with_second_titled(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots and the second of two behind a title in the plural: 'Justices Ada Byron and Nora Key'."""
    taken = tokens_of(spots)
    result = list(spots)
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        if spot.label is not Label.PERSON or not spot.first or not _is_plural_title(doc, spot.first - 1):
            continue
        first = spot.last + 1
        if doc[spot.last : first].text != "and" or is_headline(doc):
            continue
        last = first
        while last < len(doc) and last - first < _NAMES and _is_name_word(doc, last):
            last += 1
        if last - first > 1 and not any((spot.paragraph, token) in taken for token in range(first, last)):
            result.append(make_spot(doc, spot.paragraph, first, last, Label.PERSON))
    return in_order(result)


def with_relatives(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots and a lone name that commas set off behind a relative: 'his late wife, Ada, said'."""
    taken = tokens_of(spots)
    result = list(spots)
    for number, paragraph in enumerate(paragraphs):
        doc = paragraph.doc
        for at in range(1, len(doc) - 3) if _SET_OFF.search(text_of(doc)) else ():
            is_set_off = doc[at + 1].text == "," and doc[at + 3].text in _CLOSE
            if is_set_off and _is_relative(doc, at) and _is_name_word(doc, at + 2) and (number, at + 2) not in taken:
                result.append(make_spot(doc, number, at + 2, at + 3, Label.PERSON))
    return in_order(result)


def with_full_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """The spots, and the full name of whoever is known by the family name only, where that stands first.

    'Ewa Byron, a cook, left. Byron said': who is new in an article is named in full.
    """
    people = [spot for spot in spots if spot.label is Label.PERSON]
    in_full = {word for spot in people if " " in spot.key for word in spot.key.split()}
    lone = {paragraphs[s.paragraph].doc[s.first].text for s in people if s.last - s.first == 1 and s.key not in in_full}
    taken = tokens_of(spots)
    result = list(spots)
    for number, at in _first_places(paragraphs, lone):
        doc = paragraphs[number].doc
        first = _first_given(paragraphs, number, at, taken)
        if first < at and (role_after(doc, at + 1) or not is_sentence_start(doc, first)):
            result = [spot for spot in result if (spot.paragraph, spot.first) != (number, at)]
            result.append(make_spot(doc, number, first, at + 1, Label.PERSON))
    return in_order(result)


def _first_given(paragraphs: Sequence[HasDoc], number: int, family: int, taken: Set[tuple[int, int]]) -> int:
    """Where the given names before a family name begin, of words that are no name yet; at that if there are none."""
    doc, first = paragraphs[number].doc, family
    while first > max(0, family - _NAMES) and (number, first - 1) not in taken:
        if not _is_given(paragraphs, doc, first - 1):
            break
        first -= 1
    return first


def _first_places(paragraphs: Sequence[HasDoc], names: Set[str]) -> Iterator[tuple[int, int]]:
    """Where each of some words stands first, but for headlines."""
    left = set(names)
    for number, paragraph in enumerate(paragraphs):
        if not left:
            return
        if any(name in text_of(paragraph.doc) for name in left) and not is_headline(paragraph.doc):
            for token in paragraph.doc:
                if token.text in left:
                    left.remove(token.text)
                    yield number, token.i


def _is_given(paragraphs: Sequence[HasDoc], doc: Doc, at: int) -> bool:
    """Whether a word may be a given name: it has a capital that nothing else explains."""
    word = doc[at]
    if not (_is_name_word(doc, at) and word.is_title and word.whitespace_) or word.lower_ in common_words(paragraphs):
        return False
    of_roles = ("role_nouns.txt", "role_modifiers.txt", "callings.txt", "people_nouns.txt", "before_names.txt")
    is_of_role = is_title(word) or any(bare(word) in words(name) for name in of_roles)
    is_of_body = word.lower_ in words("org_words.txt") or word.lower_ in words("company_words.txt")
    return not (is_of_role or is_of_body or is_demonym(word.lower_) or in_title_of_two(doc, at))


def _is_relative(doc: Doc, at: int) -> bool:
    """Whether a noun means somebody's relative, with one word between at most: 'his late wife'."""
    is_owned = doc[at - 1].lower_ in _WHOSE or (at > 1 and doc[at - 2].lower_ in _WHOSE)
    return is_owned and doc[at].text in mapping("gender_nouns.tsv")


def _is_plural_title(doc: Doc, at: int) -> bool:
    return is_title(doc[at]) and bare(doc[at]) not in title_words() and doc[at].text[0].isupper()


def _is_name_word(doc: Doc, at: int) -> bool:
    word = doc[at]
    return word.is_alpha and word.text[0].isupper() and not word.is_stop and word.lower_ not in words("calendar.txt")
