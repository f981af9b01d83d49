"""Whom "the latter", "the former" or "le premier" mean: one of the two people, or two bodies, that were named last.

French "ce dernier" and "celui-ci" are whoever was told of last, of their gender, though a pronoun would mean another.
"""

from collections.abc import Sequence

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.memory import Memory, Referent

_ORDERED = {"former": 0, "latter": 1}
_ORDERED_IN_FRENCH = {"premier": 0, "première": 0, "second": 1, "seconde": 1}
_LAST = {
    ("this", "dernier"): "m", ("this", "dernière"): "f", ("celui", "-"): "m", ("celle", "-"): "f",
    ("celui-ci",): "m", ("celle-ci",): "f",
}  # fmt: skip
_OF_NAMES = frozenset({Sort.PERSON, Sort.ORGANISATION, Sort.NAME})
_PRONOUNS = frozenset({Sort.SINGULAR, Sort.OTHER_PRONOUN})
_TWO = 2
_LABELS = (Label.PERSON, Label.ORG)
_SENTENCES_BACK = 1
_FRENCH_BACK = 3  # "Le premier part. La seconde reste."


def former_or_latter(background: Background, candidate: Candidate) -> int | None:
    """The entity that "the latter" means, of exactly two named before it in its sentence or the one before."""
    view, head = background.view(candidate), candidate.head
    is_french = background.lexicon.has_gendered_things
    ordered, back = (_ORDERED_IN_FRENCH, _FRENCH_BACK) if is_french else (_ORDERED, _SENTENCES_BACK)
    if view.lower[head] not in ordered or view.lower[head - 1 : head] != ["the"] or candidate.last != head + 1:
        return None
    for sentence in range(view.sentences[head], view.sentences[head] - back - 1, -1):
        before = _named_before(background, candidate, sentence)
        for label in _LABELS:
            named = [entity for entity in before if background.label(entity) is label]
            if len(named) == _TWO:
                return named[ordered[view.lower[head]]]
            if named and is_french:
                return None
    return None


def _named_before(background: Background, candidate: Candidate, sentence: int) -> list[int]:
    """The entities named in a sentence, before a candidate if that is its own, each once."""
    view, pool = background.view(candidate), background.pools[candidate.paragraph]
    before = (other for other in pool if other.head < candidate.head and view.sentences[other.head] == sentence)
    return list(dict.fromkeys(other.entity for other in before if other.entity is not None))


class Nobody:
    """That whoever was told of last has no name."""


def last_mentioned(background: Background, memory: Memory, candidate: Candidate) -> Referent | type[Nobody] | None:
    """Whom "ce dernier" means: the last of this gender before it, in its sentence or the one before it.

    Of several who may be of this gender one who is known to be; the last one is in doubt where nobody is. None for
    other words, and where nobody stands before.
    """
    gender = _gender_of_last(background, candidate)
    if gender is None:
        return None
    view, pool = background.view(candidate), background.pools[candidate.paragraph]
    before = [other for other in pool if other.last <= candidate.first]
    sentence = view.sentences[candidate.head]
    for number in (sentence, sentence - 1):
        told = [other for other in before if view.sentences[other.head] == number]
        found = _last_of(background, memory, told, gender)
        if found is not None:
            return found
    return None


def _gender_of_last(background: Background, candidate: Candidate) -> str | None:
    if candidate.sort is not Sort.OTHER_PRONOUN or not background.lexicon.has_gendered_things:
        return None
    view, first = background.view(candidate), candidate.first
    return _LAST.get(tuple(view.lower[first : first + 2])) or _LAST.get((view.lower[first],))


def _last_of(
    background: Background, memory: Memory, told: Sequence[Candidate], gender: str
) -> Referent | type[Nobody] | None:
    """The last of those told of in one sentence that may be of a gender, in order."""
    named: list[int] = []
    for other in reversed(told):
        if any(other is not outer and outer.first <= other.first < outer.last for outer in told):
            continue  # "le maire" and "Karl Moe" of "le maire Karl Moe"
        meant = Referent(other.entity) if other.entity is not None else memory.referent(other.paragraph, other.head)
        if meant is not None and other.sort in _OF_NAMES | _PRONOUNS:
            if _may_be(background, meant.entity, gender):
                named.append(meant.entity)
        elif not named and other.sort is Sort.PEOPLE and _is_one_of(background, other, gender):
            return memory.referent(other.paragraph, other.head) or Nobody
    known = next((entity for entity in named if background.genders.known(entity, gender)), None)
    if known is not None:
        return Referent(known)
    return Referent(named[0], is_doubtful=len(set(named)) > 1) if named else None


def _may_be(background: Background, entity: int, gender: str) -> bool:
    if background.label(entity) is Label.PERSON:
        return not background.genders.rule_out(entity, gender)
    return background.label(entity) is Label.ORG and background.genders.votes(entity, gender) > 0


def _is_one_of(background: Background, noun: Candidate, gender: str) -> bool:
    """Whether a noun for somebody is one who may be of a gender, as its article or its own form tells."""
    view, lexicon = background.view(noun), background.lexicon
    own = "f" if view.words[noun.head].lower() in lexicon.genders.masculines else None
    told = lexicon.genders.articles.get(view.words[noun.first].lower()) or own
    return view.tags[noun.head] == "NN" and told in {gender, None}
