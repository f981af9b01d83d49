"""Those whom an article does not name, yet means by pronouns further on: "an elderly man", "the club", "one"."""

from transforms.names.forms.countries import is_demonym
from transforms.names.wordlists import words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import PLURAL
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.descriptions import Description, is_collective

SOME = frozenset({"a", "an", "one", "another"})
_BARE = 2  # words: "the Pole"
_ACTS = frozenset({Link.SUBJECT, Link.INVERTED})
_INVERTED = 0.02  # share of marking quotations of a verb before its subject
_WRITINGS_DO = frozenset({"contain", "read"})
_SUBJECTS = frozenset(
    {Link.SUBJECT, Link.PASSIVE, Link.BORROWED, Link.INVERTED, Link.BESIDE, Link.RELATIVE, Link.AGENT}
)


def has_quotation_cue(candidate: Candidate) -> bool:
    """Whether a noun phrase has a verb that often marks quotations, or stands behind one that at times does.

    Hardly anything but a quotation puts a verb first: "..., stresses the official".
    """
    for frame in candidate.frames:  # which most have none of
        is_behind = frame.cue < candidate.first and frame.link in _ACTS
        if frame.quoted_share >= (_INVERTED if is_behind else MARKS_QUOTATIONS):
            return True
    return False


def is_subject(candidate: Candidate) -> bool:
    """Whether a noun phrase acts."""
    return any(frame.link in _SUBJECTS for frame in candidate.frames)


def is_one_of_many(view: View, candidate: Candidate, name: str) -> bool:
    """Whether a noun phrase is for one of those with a name: "a Lund Democrat", "the Democrat" of the "Democrats".

    So is "the Pole", while "the Polish" and "the French" are all of them.
    """
    if candidate.head == candidate.first or view.tags[candidate.head] in PLURAL:
        return False
    word, is_bare = view.words[candidate.head], candidate.last - candidate.first == _BARE
    is_one = (
        is_bare and view.lower[candidate.first] == "the" and is_demonym(word.casefold()) and not is_collective(word)
    )
    return view.lower[candidate.first] in SOME or name.rsplit(maxsplit=1)[-1] == f"{word}s" or is_one


def pronoun_for(
    view: View, candidate: Candidate, described: Description | None, lexicon: Lexicon
) -> tuple[Sort, str | None] | None:
    """The pronoun for somebody without a name, who is not to be passed over for the sake of a name: "a woman".

    "An aide" may be a man or a woman, and "the senator" is somebody with a name. An aide, several, and a body ("the
    club") must speak to count, but for one with whom a paragraph begins.
    """
    gender = lexicon.genders.nouns.get(view.lemmas[candidate.head])
    is_somebody = view.lemmas[candidate.head] not in lexicon.bodies.collectives  # no "one newspaper"
    if is_somebody and (_is_person(view, candidate, described, gender) or _is_introduced(view, candidate)):
        return Sort.SINGULAR, gender
    if candidate.sort is Sort.PEOPLE and view.tags[candidate.head] == "NNS" and is_subject(candidate):
        return Sort.PLURAL, None  # "Workers wept. They said ..."
    if candidate.sort not in {Sort.PEOPLE, Sort.THING}:
        return None
    if not has_quotation_cue(candidate):
        is_body = view.tags[candidate.head] == "NN" and _is_body(view.lemmas[candidate.head], lexicon)
        return (Sort.IT, None) if is_body and is_subject(candidate) else None
    if view.tags[candidate.head] != "NN":
        return (Sort.PLURAL, None) if view.tags[candidate.head] == "NNS" else None
    return (Sort.IT, None) if candidate.sort is Sort.THING or _is_body(view.lemmas[candidate.head], lexicon) else None


def _is_body(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun for those who speak is one for a body: "the council", who is "it"."""
    is_one = noun in lexicon.bodies.public or noun in lexicon.bodies.companies or noun in lexicon.bodies.collectives
    return is_one and noun not in lexicon.people.bystanders and not lexicon.has_gendered_things


def _is_person(view: View, candidate: Candidate, described: Description | None, gender: str | None) -> bool:
    is_some = view.lower[candidate.first] in SOME
    if candidate.sort is Sort.OTHER_PRONOUN:
        # "One, a retired carrier, was sure", but neither "one could hear it" nor "a folder of texts. One reads: ..."
        return is_some and is_subject(candidate) and not _is_no_person(view, candidate)
    if gender is not None or is_some:
        is_one = candidate.sort is Sort.PEOPLE and view.tags[candidate.head] == "NN"
        return is_one and (gender is not None or has_quotation_cue(candidate))
    return described is not None and described.is_variation and not described.is_body and is_subject(candidate)


def _is_introduced(view: View, candidate: Candidate) -> bool:
    """Whether a paragraph begins with what somebody new to it does: "A young mechanic nodded. ..., she said"."""
    is_one = view.lower[candidate.first] in SOME and view.tags[candidate.head] == "NN"
    if not is_one or candidate.first or not any(frame.link is Link.SUBJECT for frame in candidate.frames):
        return False
    noun = view.lower[candidate.head]
    of_bodies = words("org_words.txt") | words("org_nouns.txt")
    is_calling = noun in words("role_nouns.txt") or noun in words("callings.txt")
    return noun not in of_bodies and (candidate.sort is Sort.PEOPLE or is_calling)


def _is_no_person(view: View, one: Candidate) -> bool:
    """Whether "one" is anybody at all ("one could tell"), or a writing ("one reads")."""
    verb = view.heads[one.head]
    is_anybody = view.lower[one.head] == "one" and one.last < len(view.words) and view.tags[one.last] == "MD"
    return is_anybody or view.lemmas[verb] in _WRITINGS_DO
