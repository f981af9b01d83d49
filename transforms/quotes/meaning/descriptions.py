"""Definite noun phrases that mean somebody whom the article names: "the senator", "the company", "the 34-year-old".

They mean whoever was called so. Some nouns ("the striker") and ages stand for somebody just named even if nobody was
called so before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from schemas.vocabulary import BlockKind, Label
from transforms.masking import AGED
from transforms.names.forms.countries import nation_code
from transforms.names.wordlists import words
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import NOUNS, PLURAL
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.offices import is_highest, office

DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an", "no", "another", "every", "some"})
_VARYING = frozenset({"retired", "veteran", "new"})  # "the new mayor" has just been named
FORMER = frozenset({"former", "ancien"})
_OF_PEOPLE_ONLY = frozenset({"retired", "veteran"})  # "the retired seamstress" is somebody just named
_PARTISANS = frozenset({"democrat", "republican"})  # "the Ohio Democrat" is no body
_OF_TWO = frozenset({"couple", "duo", "pair"})
_NAMELESS = frozenset({"unnamed", "unidentified", "anonymous", "other", "same", "then"})
_COLLECTIVE = ("ish", "ch", "ese", "s")
_CONTINENTS = frozenset({"african", "asian", "european"})
_GENDERS_OF_OWNERS = {"his": "m", "her": "f"}
_DEFERENCE = frozenset({"eminence", "excellency", "grace", "highness", "holiness", "honour", "majesty", "worship"})
_OF_DEFERENCE = frozenset({"imperial", "majestic", "royal", "serene"})
_YEAR_OLD = ["-", "year", "-"]  # tokens of "34-year-old" between the number and its end
_OLD = frozenset({"old", AGED})


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun phrase in the singular: its noun, the words before that, and an age if it tells one."""

    noun: str
    words: frozenset[str]
    age: str | None
    is_variation: bool
    """Whether it means somebody just named, whatever they were called."""
    is_body: bool
    gender: str | None = None
    is_guess: bool = False
    """Whether it is some other word for people or bodies, that may mean somebody who is not named as well."""
    owner: frozenset[str] = frozenset()
    """Words for whose it is, and their country's code: "Kenya's ambassador", who is also the Kenyan one."""
    of: tuple[str, ...] = ()
    """Words for what it is of, if that is named: "harbour", "trust" of "the head of the Harbour Trust"."""
    is_highest: bool = False
    """Whether there is one in a country: "le chef de l'Etat"."""


def description(view: View, candidate: Candidate, label: Label | None, lexicon: Lexicon) -> Description | None:
    """The description that a noun phrase is, if it is one: definite, singular, and nobody's, unlike "his lawyer".

    ``label`` is that of the entity that its words name, if they do.
    """
    of_office = _of_office(view, candidate) or _of_deference(view, candidate, label)
    if of_office is not None:
        return of_office
    is_plural = view.tags[candidate.head] in PLURAL
    is_owned = any(view.deps[token] == "poss" for token in range(candidate.first, candidate.last))
    if is_plural or is_owned or not _is_definite(view, candidate, label):
        return None  # "the boy's grandmother" is one thing more
    return _of_noun(view, candidate, lexicon) if label is None else _of_name(view, candidate, label, lexicon)


def _of_noun(view: View, candidate: Candidate, lexicon: Lexicon) -> Description | None:
    """The description that a common noun is: "the senator", "the 34-year-old"."""
    noun, age = view.lemmas[candidate.head], age_told(view, candidate.first, candidate.last)
    if view.words[candidate.head].isupper():
        noun = noun.lower()  # "the DG"
    is_the_latter = lexicon.has_gendered_things and noun in lexicon.people.variations  # "ce dernier", an adjective
    if noun in _OF_TWO or (view.pos[candidate.head] not in NOUNS and age is None and not is_the_latter):
        return None
    begin = candidate.first + (view.lower[candidate.first] in DEFINITE)
    before = frozenset(view.lemmas[begin : candidate.head])
    noun, _, children = noun.partition("-of-")  # "the mother-of-two"
    gender = lexicon.genders.nouns.get(noun) or _gender_of_article(view, candidate, lexicon)
    bare = Description(noun, before, age, is_variation=False, is_body=False, gender=gender)
    if children or (gender and view.pos[candidate.head + 1 : candidate.head + 3] == ["ADP", "NUM"]):
        return replace(bare, noun=f"{noun} of some", is_variation=True)
    return _with_kind(bare, view, candidate, lexicon)


def _with_kind(bare: Description, view: View, candidate: Candidate, lexicon: Lexicon) -> Description:
    """A description with the office that it tells, and whether it means a body, somebody just named, or is a guess."""
    noun, before = bare.noun, bare.words
    ends_there = _ends_there(view, candidate)
    is_company = noun in lexicon.bodies.companies
    is_collective = ends_there and _is_collective(noun, before, lexicon)
    is_elegant = is_company or noun in lexicon.people.variations or _is_varied(noun, before, lexicon)
    is_variation = bare.age is not None or (is_elegant and ends_there)
    may_be_named = is_collective or _is_somebody(noun, before, lexicon)
    told = office(noun, before | _adjectives(view, candidate, lexicon), _of_what(view, candidate), lexicon)
    return replace(
        bare,
        noun=told.noun,
        words=told.words,
        is_variation=is_variation or is_highest(told),
        is_body=is_company or is_collective,
        is_guess=not is_variation and not is_company and may_be_named and before.isdisjoint(_NAMELESS),
        of=told.of,
        is_highest=is_highest(told),
    )


def _is_collective(noun: str, before: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a noun is one for a body, and nothing before it tells which but its kind or its country."""
    is_usual = before <= words("body_kinds.txt") or all(nations([word]) for word in before)
    return noun in lexicon.bodies.collectives and is_usual


def _is_somebody(noun: str, before: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a noun is one for a person who may have been named."""
    nobody = lexicon.people.bystanders, lexicon.bodies.collectives, lexicon.bodies.institutions
    is_bare_kin = noun in lexicon.people.kin and not before  # "the senior sister" is a nurse
    return lexicon.people.is_person(noun) and not is_bare_kin and not any(noun in nouns for nouns in nobody)


def _adjectives(view: View, candidate: Candidate, lexicon: Lexicon) -> frozenset[str]:
    """The adjectives behind a noun, in French: "danoise" of "la ministre danoise"."""
    behind = range(candidate.head + 1, _end_of_adjectives(view, candidate))
    return frozenset(lexicon.offices.nations.get(view.words[at].lower(), view.words[at].lower()) for at in behind)


def _end_of_adjectives(view: View, candidate: Candidate) -> int:
    end = candidate.head + 1
    while end < candidate.last and view.tags[end] == "ADJ" and view.heads[end] == candidate.head:
        end += 1
    return end


def _of_what(view: View, candidate: Candidate) -> list[str]:
    """The words of a noun phrase behind its "of"."""
    of = _end_of_adjectives(view, candidate)
    return view.words[of + 1 : candidate.last] if of < candidate.last and view.lower[of] == "of" else []


def _gender_of_article(view: View, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """The gender that "la" or the ending of "romancière" tells of a person; none by "la victime" and "le maire"."""
    noun, printed = view.lemmas[candidate.head], view.words[candidate.head].lower()
    if noun in lexicon.genders.always_feminine or not lexicon.people.is_person(noun):
        return None
    if lexicon.genders.masculines.get(printed) == noun:
        return "f"
    told = lexicon.genders.articles.get(view.words[candidate.first].lower())
    return None if told == "m" and noun in lexicon.genders.of_either else told


def _ends_there(view: View, candidate: Candidate) -> bool:
    """Whether nothing behind the noun tells which one is meant; ", who grew up in Lund," tells more of him."""
    behind = _end_of_adjectives(view, candidate)
    return candidate.last == behind or view.words[behind : behind + 1] == [","]


def _is_varied(noun: str, before: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the words before a noun make it another name for somebody known: "the veteran striker"."""
    if noun in words("role_nouns.txt") and not before.isdisjoint(_VARYING):
        return True
    if noun in lexicon.bodies.collectives:
        return False
    is_former = not before.isdisjoint(FORMER) and noun not in lexicon.people.kin and lexicon.people.is_person(noun)
    is_known = noun in words("high_offices.txt") or noun in lexicon.offices.known
    return not before.isdisjoint(_OF_PEOPLE_ONLY) or (is_former and not is_known)


def _of_office(view: View, candidate: Candidate) -> Description | None:
    """The description that an office of a named place or body is: "Kenya's ambassador"."""
    head = candidate.head
    if candidate.entity is not None or view.lower[head] not in words("role_nouns.txt") or view.tags[head] in PLURAL:
        return None
    owners = [child for child in view.children[head] if view.pos[child] == "PROPN" and _owns(view, child, candidate)]
    if not owners:
        return None
    first = max(view.subtree(owners[0])) + 1
    before, whose = frozenset(view.lemmas[first:head]), owner_keys(view.lower[candidate.first : first])
    return Description(view.lower[head], before, None, is_variation=False, is_body=False, owner=whose)


def deference(view: View, candidate: Candidate) -> int | None:
    """The noun of a form of address that a phrase begins with: "Highness" of "His Royal Highness the Crown Prince"."""
    if view.lower[candidate.first] not in _GENDERS_OF_OWNERS:
        return None
    behind = candidate.first + 1
    noun = behind + (not _OF_DEFERENCE.isdisjoint(view.lower[behind : behind + 1]))
    is_one = view.lower[noun : noun + 1] != [] and view.lower[noun] in _DEFERENCE and view.words[noun].istitle()
    return noun if is_one else None


def _of_deference(view: View, candidate: Candidate, label: Label | None) -> Description | None:
    """The description that a form of address is: "His Majesty", who was just named, and "Her Excellency the Governor".

    With an office behind it that is what tells who is meant.
    """
    noun = deference(view, candidate) if label is None else None
    if noun is None:
        return None
    gender = _GENDERS_OF_OWNERS[view.lower[candidate.first]]
    office = [word for word in view.lower[noun + 1 : candidate.last] if word not in DEFINITE]
    if not office:
        return Description(view.lower[noun], frozenset(), None, is_variation=True, is_body=False, gender=gender)
    before = frozenset(office[:-1])
    return Description(office[-1], before, None, is_variation=False, is_body=False, gender=gender, is_guess=True)


def _owns(view: View, owner: int, office: Candidate) -> bool:
    """Whether a name tells whose an office is: "Kenya's ambassador", and "HTA secretary said", with no article."""
    if view.deps[owner] == "poss":
        return True
    is_short = view.words[owner].isupper() and len(view.words[owner]) > 1
    return is_short and view.deps[owner] == "compound" and owner == office.first == office.head - 1


def owner_keys(before: Iterable[str]) -> frozenset[str]:
    """What tells whose an office is among the words before its noun: "kenya" and its code, or "kenyan" and that."""
    bare = {word.removesuffix("'s").removesuffix("’s") for word in before} - {"", "'", "the"}
    return frozenset(bare) | nations(bare)


def nations(before: Iterable[str]) -> frozenset[str]:
    """The codes of the countries that the words before a noun tell, as "US" of "the American" or "the U.S. agency"."""
    codes = {nation_code(word, label) for word in before for label in (Label.GPE, Label.NORP)}
    return frozenset(code for code in codes if code)


def continents(before: Iterable[str]) -> frozenset[str]:
    """The continents that the words before a noun tell: "the European Space Agency"."""
    return _CONTINENTS.intersection(before)


def _is_definite(view: View, candidate: Candidate, label: Label | None) -> bool:
    """Whether one only can be meant; in a headline, which leaves out articles, also by "Senator"."""
    first = view.lower[candidate.first]
    if view.paragraph.kind is BlockKind.TITLE and label is None:
        return first not in _INDEFINITE
    return first in DEFINITE and candidate.first < candidate.head


def is_collective(people: str) -> bool:
    """Whether a word for a people means several with "the": "the British", "the French"; but "the Czech" is one."""
    return people.endswith(_COLLECTIVE) and people.lower() != "czech"


def _of_name(view: View, candidate: Candidate, label: Label, lexicon: Lexicon) -> Description | None:
    """The description that a name is: "the Swede" and "the Ohio Democrat" are one person, "the DCP" may be a rank."""
    noun = view.lemmas[candidate.head]
    article = view.words[candidate.first].lower().replace("’", "'")
    is_one = lexicon.has_gendered_things and (article in lexicon.genders.articles or article == "l'")  # "le Portugais"
    if is_one and view.pos[candidate.head + 1 : candidate.head + 2] == ["PROPN"]:
        return None  # "le Portugais Karl Moe", who is named
    is_one_of_them = label is Label.NORP and (is_one or not is_collective(noun))
    is_one_word = candidate.head - candidate.first == 1
    is_body = label is Label.ORG and not is_one_word and noun.lower() not in _PARTISANS  # "the Harbour Star"
    if is_one_of_them or (label is not Label.PERSON and not is_body and noun.lower() in lexicon.people.variations):
        return Description(noun.lower(), frozenset(), None, is_variation=True, is_body=False)
    if label is Label.ORG and is_one_word and view.words[candidate.head].isupper():
        return Description(noun, frozenset(), None, is_variation=False, is_body=False)
    return None


def age_told(view: View, first: int, last: int) -> str | None:
    """The years of "34-year-old" among the tokens ``[first, last)``."""
    return next((view.words[t - 4] for t in range(max(first, 4), last) if is_age(view, t)), None)


def is_age(view: View, token: int) -> bool:
    """Whether a token is the last of "34-year-old"."""
    return view.lower[token] in _OLD and view.lower[token - 3 : token] == _YEAR_OLD
