"""People whose names the recogniser cut short, most often before a family name that is a common word."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.passes.common_surnames import is_family_name
from transforms.names.spots import HasDoc, Spot, is_suffix, make_spot, tokens_of
from transforms.names.wordlists import words

_TAG = 2  # tokens before a verb behind a quotation, at least
_CLOSING = frozenset({'"', "”", "''", "’", "'"})
_ENDS = frozenset({",", ".", "("})
_OFTEN = 2  # times that a full name, and its family name alone, must be seen


def with_suffixes(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Ada Byron Key Jr.' where the spot ends before 'Key' or 'Jr.'; a spot of its own for 'Jr.' goes."""
    starts = {(spot.paragraph, spot.first): spot for spot in spots}
    result: list[Spot] = []
    for spot in spots:
        last = _suffix_end(paragraphs[spot.paragraph].doc, spot)
        if result and spot.paragraph == result[-1].paragraph and spot.last <= result[-1].last:
            continue
        is_free = all((spot.paragraph, at) not in starts or at == last - 1 for at in range(spot.last, last))
        if last > spot.last and is_free:
            result.append(make_spot(paragraphs[spot.paragraph].doc, spot.paragraph, spot.first, last, Label.PERSON))
        else:
            result.append(spot)
    return result


def _suffix_end(doc: Doc, spot: Spot) -> int:
    """Where a suffix ends that comes right behind a person's name, or a word behind it; else where the spot does."""
    for at in (spot.last, spot.last + 1):
        if spot.label is not Label.PERSON or at >= len(doc) or not doc[at].text[0].isupper():
            break
        if is_suffix(doc[at : at + 1]):
            return at + 1
        if doc[at].is_stop:
            break
    return spot.last


def with_common_surnames(paragraphs: Sequence[HasDoc], spots: Sequence[Spot]) -> list[Spot]:
    """'Ada Key' where the recogniser saw 'Ada' only, if the article has that name again, and 'Key' as somebody's.

    Once is enough in a tag, where nothing else has a capital: '"...," says Ada Key, a cook'.
    """
    taken = tokens_of(spots)
    cut = {spot: name for spot in spots if (name := _full_name(paragraphs[spot.paragraph].doc, spot, taken))}
    often = {name for name, times in Counter(cut.values()).items() if times >= _OFTEN}
    in_tags = {spot for spot in cut if _is_in_tag(paragraphs[spot.paragraph].doc, spot)}
    known = {family for _, family in often if _is_known(paragraphs, family, {given for given, _ in often})}
    return [
        make_spot(paragraphs[spot.paragraph].doc, spot.paragraph, spot.first, spot.last + 1, Label.PERSON)
        if spot in in_tags or (cut.get(spot) in often and cut[spot][1] in known)
        else spot
        for spot in spots
    ]


def _full_name(doc: Doc, spot: Spot, taken: set[tuple[int, int]]) -> tuple[str, str] | None:
    """A lone given name with the capitalised word right behind it."""
    if spot.label is not Label.PERSON or spot.last - spot.first > 1 or spot.last >= len(doc):
        return None
    word = doc[spot.last]
    is_next = bool(doc[spot.first].whitespace_) and (spot.paragraph, spot.last) not in taken
    is_word = word.is_title and word.is_alpha
    return (doc[spot.first].text, word.text) if is_next and is_word else None


def _is_in_tag(doc: Doc, spot: Spot) -> bool:
    """Whether a quotation and a verb of speech stand before a name that goes on to a mark or a small word."""
    verb, last = spot.first - 1, spot.last + 1
    if verb < _TAG or doc[verb].lower_ not in words("speech_verbs.txt") or doc[verb - 1].text not in _CLOSING:
        return False
    is_day = doc[spot.last].lower_ in words("calendar.txt")  # "said Ada Monday"
    return not is_day and last < len(doc) and (doc[last].text in _ENDS or doc[last].is_lower)


def _is_known(paragraphs: Sequence[HasDoc], family: str, given: set[str]) -> bool:
    """Whether a word stands for somebody by itself, not behind the given names."""
    alone = (
        paragraph.doc
        for paragraph in paragraphs
        for token in paragraph.doc
        if token.text == family
        and token.i
        and token.nbor(-1).text not in given
        and is_family_name(paragraph.doc, token.i)
    )
    return sum(1 for _ in alone) >= _OFTEN
