"""Two names that the recogniser took for one: an owner and what it has, as in 'Peru's Harbour Board'."""

from collections.abc import Sequence, Set

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.forms.acronyms import initials
from transforms.names.forms.countries import is_demonym, is_known_place
from transforms.names.forms.folding import fold
from transforms.names.forms.person_names import person_name
from transforms.names.spots import HasDoc, Spot, bare, is_possessive, make_spot, title_words
from transforms.names.wordlists import mapping

_USUAL_NAME = 2  # words
_PAIR = 3  # tokens of two surnames and the hyphen or "and" between them
_PAIR_MARKS = frozenset({"-", "–", "/"})
_OWNED = (Label.ORG, Label.GPE, Label.LOC, Label.FAC)
_OF = frozenset({"for", "in", "of", "to"})  # between an office and its place


def with_owners_split(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """A place and what it has, 'Peru's Harbour Board' and 'Lima's Old Town', are two names.

    'Reed's Byron' is Byron, whom the article names in full elsewhere, and so is Ada Byron in 'the Board's Ada Byron',
    whom it names by the family name.
    """
    owners = {spot: _possessive(paragraphs[spot.paragraph].doc, spot) for spot in spots}
    in_full = (spot.key for spot in spots if spot.label is Label.PERSON and " " in spot.key and owners[spot] is None)
    families = {person_name(key).family for key in in_full}
    bare_people = {
        paragraphs[spot.paragraph].doc[spot.first].text
        for spot in spots
        if spot.label is Label.PERSON and spot.last - spot.first == 1
    }
    return [
        part
        for spot in spots
        for part in _apart(paragraphs[spot.paragraph].doc, spot, owners[spot], bare_people, families)
    ]


def _apart(doc: Doc, spot: Spot, owner: int | None, bare_people: Set[str], families: Set[str]) -> list[Spot]:
    """A name whose owner ends before token ``owner`` as what it is: two names, the last word alone, or itself."""
    if owner is None:
        return [spot]

    def part(first: int, last: int, label: Label) -> Spot:
        return make_spot(doc, spot.paragraph, first, last, label)

    last_word = doc[spot.last - 1].text
    if spot.label in _OWNED and (place := _label_of_place(fold(doc[spot.first : owner].text))):
        return [part(spot.first, owner, place), part(owner + 1, spot.last, spot.label)]
    if spot.label is Label.ORG and last_word in bare_people and spot.last - owner > _USUAL_NAME:
        return [part(spot.first, owner, Label.ORG), part(owner + 1, spot.last, Label.PERSON)]
    if spot.label is Label.PERSON and owner == spot.last - 2 and fold(last_word) in families:
        return [part(spot.last - 1, spot.last, Label.PERSON)]
    return [spot]


def _label_of_place(owner: str) -> Label | None:
    """The label of an owner that is a place or its people; None if it is neither."""
    if not is_known_place(owner) and mapping("label_words.tsv").get(owner) != Label.LOC:
        return None
    return Label.NORP if is_demonym(owner) else Label.GPE


def _possessive(doc: Doc, spot: Spot) -> int | None:
    """Where the possessive ending within a name stands."""
    return next((at for at in range(spot.first + 1, spot.last - 1) if is_possessive(doc[at])), None)


def with_offices_apart(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'ambassador to Peru Ada Byron' names a place, which the office is of, and a person."""
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        name = _end_of_place(doc, spot) if spot.label is Label.PERSON else spot.first
        if name > spot.first:
            result.append(make_spot(doc, spot.paragraph, spot.first, name, Label.GPE))
            spot = make_spot(doc, spot.paragraph, name, spot.last, Label.PERSON)  # noqa: PLW2901
        result.append(spot)
    return result


def _end_of_place(doc: Doc, spot: Spot) -> int:
    """Where the place ends that a person's name begins with, if a word for an office and "of" stand before it."""
    first = spot.first
    if first > 1 and doc[first - 1].lower_ in _OF and bare(doc[first - 2]) in title_words():
        for name in range(spot.last - _USUAL_NAME, first, -1):
            if is_known_place(fold(doc[first:name].text)):
                return name
    return first


def with_parties_apart(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """A party and the body it has, 'a Liberal Senate' and 'Liberal Senate candidates', are two names.

    The article must know each of them alone, and never write 'the Liberal Senate'.
    """
    parties = {spot.key for spot in spots if spot.label is Label.NORP and not is_demonym(spot.key)}
    bodies = {spot.key for spot in spots if spot.label is Label.ORG}
    named = {
        spot.key for spot in spots if spot.first > 0 and paragraphs[spot.paragraph].doc[spot.first - 1].lower_ == "the"
    }
    result = []
    for spot in spots:
        party, _, body = spot.key.partition(" ")
        doc = paragraphs[spot.paragraph].doc
        if spot.label is Label.ORG and party in parties and body in bodies and spot.key not in named:
            result.append(make_spot(doc, spot.paragraph, spot.first, spot.first + 1, Label.NORP))
            result.append(make_spot(doc, spot.paragraph, spot.first + 1, spot.last, Label.ORG))
        else:
            result.append(spot)
    return result


def with_joined_bodies_apart(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'The Harbour Council and Lund Board' are two where the article names one of them alone, too, or as 'the LB'."""
    known = {spot.key for spot in spots if spot.label is Label.ORG}
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        ands = [at for at in range(spot.first + 1, spot.last - 1) if doc[at].lower_ == "and"]
        if spot.label is Label.ORG and len(ands) == 1 and known.isdisjoint(initials(spot.key)):
            halves = (spot.first, ands[0]), (ands[0] + 1, spot.last)
            if any(_is_known_body(fold(doc[first:last].text), known) for first, last in halves):
                result += [make_spot(doc, spot.paragraph, first, last, Label.ORG) for first, last in halves]
                continue
        result.append(spot)
    return result


def _is_known_body(name: str, known: Set[str]) -> bool:
    """Whether a folded name of two words or more, or its initials, are among the names that are known."""
    return " " in name and (name in known or not known.isdisjoint(initials(name)))


def with_pairs_apart(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Byron-Reed', and 'Byron and Reed', are two people where the article names each of them otherwise, too.

    Of the full names in 'Ada Byron-Nora Reed' one is enough.
    """
    names = {spot.key for spot in spots if spot.label is Label.PERSON}
    known = names | {person_name(name).family for name in names}
    result = []
    for spot in spots:
        doc = paragraphs[spot.paragraph].doc
        middle = _between_full_names(doc, spot)
        is_two = middle is not None and not names.isdisjoint(_halves(doc, spot, middle))
        if middle is None and _is_pair(doc, spot):
            middle = spot.first + 1
            is_two = known.issuperset(_halves(doc, spot, middle))
        if middle is not None and is_two:
            result.append(make_spot(doc, spot.paragraph, spot.first, middle, Label.PERSON))
            result.append(make_spot(doc, spot.paragraph, middle + 1, spot.last, Label.PERSON))
        else:
            result.append(spot)
    return result


def _halves(doc: Doc, spot: Spot, middle: int) -> tuple[str, str]:
    """The keys of what stands before and behind the mark of a pair."""
    return fold(doc[spot.first : middle].text), fold(doc[middle + 1 : spot.last].text)


def _between_full_names(doc: Doc, spot: Spot) -> int | None:
    """Where the mark stands between two names of two words: 'Ada Byron-Nora Reed'."""
    middle = spot.first + _USUAL_NAME
    is_long = spot.label is Label.PERSON and spot.last - middle == _USUAL_NAME + 1
    return middle if is_long and doc[middle].text in _PAIR_MARKS else None


def _is_pair(doc: Doc, spot: Spot) -> bool:
    """Whether a name is two words with a hyphen between them, or with "and", which is taken for a firm or a work."""
    if spot.last - spot.first != _PAIR:
        return False
    middle = doc[spot.first + 1]
    return middle.lower_ == "and" or (spot.label is Label.PERSON and middle.text in _PAIR_MARKS)
