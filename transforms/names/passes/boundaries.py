"""Names whose ends the recogniser put in the wrong place, as their neighbours tell."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.campuses import end_of_campus
from transforms.names.forms.countries import is_demonym, is_region
from transforms.names.forms.folding import fold
from transforms.names.forms.person_names import person_name
from transforms.names.passes.capitals import is_headline
from transforms.names.passes.pinyin import is_chinese_name
from transforms.names.sentences import is_sentence_start
from transforms.names.spots import HasDoc, Spot, bare, in_title_of_two, is_title, make_spot, title_words, tokens_of
from transforms.names.wordlists import mapping, words

_USUAL_NAME = 2  # words
_COMPOUND_ENDINGS = ("ed", "era", "run", "style", "like", "born")  # 'Xi Jinping-led'
_BEFORE_BODIES = (Label.GPE, Label.LOC, Label.NORP)
_NUMERALS = frozenset("IVX")
_BROADCASTS = frozenset({"Podcast", "Show"})
_BENCHES = frozenset({"bench", "division bench", "full bench", "constitution bench"})
_INITIALS = re.compile(r"(?!DJ)(?:J[A-Z]|[A-Z]J)")  # those of given names; few other short forms have a J


def with_joined_bodies(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """Two organisations with nothing but a space or '&' between them are one, and so is the place right before them.

    Two peoples side by side are one ('British Indians').
    """
    result: list[Spot] = []
    for spot in spots:
        part = spot
        if result and result[-1].label is part.label is Label.NORP and _touches(result[-1], part):
            part = _joined(paragraphs, result.pop(), part, Label.NORP)
        if _continues(result, part, (Label.ORG,)) or _is_joined_by_and(paragraphs, result, part):
            part = _joined(paragraphs, result.pop(), part)
            if _continues(result, part, _BEFORE_BODIES):
                part = _joined(paragraphs, result.pop(), part)
        result.append(part)
    return result


def with_campuses(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'University of Oregon, Portland' is one name, of a campus."""
    result: list[Spot] = []
    end = paragraph = -1
    for spot in spots:
        if spot.paragraph == paragraph and spot.last <= end:
            continue  # the town
        doc, paragraph = paragraphs[spot.paragraph].doc, spot.paragraph
        end = end_of_campus(doc, spot.last) if spot.label is Label.ORG else spot.last
        is_longer = end > spot.last
        result.append(make_spot(doc, paragraph, spot.first, end, Label.ORG) if is_longer else spot)
    return result


def _continues(result: Sequence[Spot], spot: Spot, labels: Sequence[Label]) -> bool:
    """Whether an organisation comes right behind the last of the spots, which has one of the labels."""
    return bool(result) and spot.label is Label.ORG and result[-1].label in labels and _touches(result[-1], spot)


def _is_joined_by_and(paragraphs: Sequence[HasDoc], result: Sequence[Spot], spot: Spot) -> bool:
    if not result or not (result[-1].label is spot.label is Label.ORG):
        return False
    last = result[-1]
    is_next = (last.paragraph, last.last + 1) == (spot.paragraph, spot.first)
    return is_next and paragraphs[spot.paragraph].doc[last.last].text == "&"


def _joined(paragraphs: Sequence[HasDoc], one: Spot, other: Spot, label: Label = Label.ORG) -> Spot:
    return make_spot(paragraphs[one.paragraph].doc, one.paragraph, one.first, other.last, label)


def with_regions(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'the Kursk region' is not the city: the word behind it belongs to the name of a region that is known by it."""
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        is_place = spot.label in {Label.GPE, Label.LOC} and spot.last < len(doc) and doc[spot.last].is_lower
        if is_place and is_region(fold(doc[spot.first : spot.last + 1].text)):
            result.append(make_spot(doc, spot.paragraph, spot.first, spot.last + 1, Label.LOC))
        else:
            result.append(spot)
    return result


def _touches(one: Spot, other: Spot) -> bool:
    return (one.paragraph, one.last) == (other.paragraph, other.first)


def without_bare_titles(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """A title or number by itself ('Pope', 'XV') is nobody unless it is a last name; part of a title is no name.

    'The Bench' is no name beside that of a court.
    """
    has_court = any(spot.label is Label.ORG and "court" in spot.key.split() for spot in spots)
    last_names = {
        person_name(spot.key).family for spot in spots if spot.label is Label.PERSON and spot.last - spot.first > 1
    }
    return [
        spot
        for spot in spots
        if not _is_part_of_title(paragraphs[spot.paragraph].doc, spot)
        and not (has_court and spot.key in _BENCHES and spot.label is not Label.PERSON)
        and (
            spot.label is not Label.PERSON
            or spot.key in last_names
            or not _is_bare_title(paragraphs[spot.paragraph].doc, spot)
        )
    ]


def _is_part_of_title(doc: Doc, spot: Spot) -> bool:
    """'Defense' in 'Defense Secretary Ada Byron'."""
    alone = spot.label is Label.ORG and spot.last - spot.first == 1 and spot.last < len(doc)
    return alone and bare(doc[spot.first]) in words("role_modifiers.txt") and bare(doc[spot.last]) in title_words()


def _is_bare_title(doc: Doc, spot: Spot) -> bool:
    return all(
        bare(token) in title_words()
        or in_title_of_two(doc, token.i)
        or (token.is_upper and set(token.text) <= _NUMERALS)
        for token in doc[spot.first : spot.last]
    )


def with_hyphens(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Kwok Ka-yan' where the spot ends before the hyphen: names of people whose family name is first.

    And 'A-mei' where it begins behind one.
    """
    return [_with_syllables(paragraphs[spot.paragraph].doc, spot) for spot in spots]


def _with_syllables(doc: Doc, spot: Spot) -> Spot:
    if _has_second_syllable(doc, spot):
        return make_spot(doc, spot.paragraph, spot.first, spot.last + 2, spot.label)
    if _has_first_syllable(doc, spot):
        return make_spot(doc, spot.paragraph, spot.first - 2, spot.last, spot.label)
    return spot


def _has_first_syllable(doc: Doc, spot: Spot) -> bool:
    """Whether a name in small letters is the second half of a word with a capital."""
    if spot.label is not Label.PERSON or spot.first <= 1 or not doc[spot.first].is_lower:
        return False
    syllable, hyphen = doc[spot.first - 2], doc[spot.first - 1]
    is_word = not (syllable.whitespace_ or hyphen.whitespace_) and hyphen.text == "-"
    return is_word and syllable.is_alpha and syllable.text[0].isupper()


def _has_second_syllable(doc: Doc, spot: Spot) -> bool:
    at = spot.last
    if spot.label is not Label.PERSON or at - spot.first != _USUAL_NAME or at + 1 >= len(doc) or doc[at].text != "-":
        return False
    word = doc[at + 1]
    joined = not doc[at - 1].whitespace_ and not doc[at].whitespace_ and word.is_lower and word.is_alpha
    family_first = fold(doc[spot.first].text) in mapping("family_names_first.tsv")
    return joined and family_first and not word.text.endswith(_COMPOUND_ENDINGS)


def with_bodies(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'the Byron administration' is a body of its own, not the person: the spot becomes an organisation."""
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        named_after = spot.label is Label.PERSON and spot.last < len(doc) and spot.last - spot.first == 1
        if named_after and doc[spot.last].text in words("after_surname.txt") and doc[spot.last - 1].whitespace_:
            result.append(make_spot(doc, spot.paragraph, spot.first, spot.last + 1, Label.ORG))
        else:
            result.append(spot)
    return result


def with_occasions(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'The Ada Byron Trophy' is no person where the article names Ada Byron, too: the spot becomes an event.

    'The Ada Byron Show' is none anyway: a work.
    """
    people = {spot.key for spot in spots if spot.label is Label.PERSON and " " in spot.key}
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        whose, _, last = spot.key.rpartition(" ")
        is_event = mapping("label_words.tsv").get(last) == Label.EVENT and doc[spot.last - 1].text[0].isupper()
        if spot.label is Label.PERSON and is_event and whose in people:
            result.append(make_spot(doc, spot.paragraph, spot.first, spot.last, Label.EVENT))
        elif spot.label is Label.PERSON and whose and doc[spot.last - 1].text in _BROADCASTS:
            result.append(make_spot(doc, spot.paragraph, spot.first, spot.last, Label.WORK_OF_ART))
        else:
            result.append(spot)
    return result


def with_given_names(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """A lone surname right behind a capitalised word that nothing else explains takes it in as its given name.

    Not in a headline, where a verb has a capital, too: 'Mayor Praises Byron'.
    """
    taken = tokens_of(spots)
    headlines = {number for number, paragraph in enumerate(paragraphs) if is_headline(paragraph.doc)}
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        before = spot.first - 1
        alone = spot.label is Label.PERSON and spot.last - spot.first == 1 and spot.paragraph not in headlines
        if alone and before >= 0 and (spot.paragraph, before) not in taken and _is_given_name(paragraphs, doc, before):
            result.append(make_spot(doc, spot.paragraph, before, spot.last, Label.PERSON, weight=spot.weight))
        else:
            result.append(spot)
    return result


def _is_given_name(paragraphs: Sequence[HasDoc], doc: Doc, at: int) -> bool:
    token = doc[at]
    if is_chinese_name(doc, at) or (_INITIALS.fullmatch(token.text) and not _is_short_form(paragraphs, token.text)):
        return bool(token.whitespace_)
    if not (token.is_title and token.is_alpha) or token.is_stop or is_sentence_start(doc, at):
        return False
    explained = is_title(token) or bare(token) in words("role_modifiers.txt") or is_demonym(token.lower_)
    explained = explained or in_title_of_two(doc, at)
    return not explained and bool(token.whitespace_)


def _is_short_form(paragraphs: Sequence[HasDoc], text: str) -> bool:
    """Whether letters stand for something by themselves: 'the JP', but 'JP Byron'."""
    return any(
        token.text == text and not (token.i + 1 < len(token.doc) and token.nbor().is_title)
        for paragraph in paragraphs
        for token in paragraph.doc
    )
