"""What looks like reported speech, and reports nothing: of whoever reads or writes, what is done, had or undergone."""

from transforms.quotes.grammar.candidates import Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.points_of_view import VIEWS
from transforms.quotes.grammar.view import OBJECTS, View
from transforms.quotes.learned.indirect import Proposal

_OF_NOW = frozenset({"VB", "VBP"})
_MINDS = frozenset({"concern", "convince", "determine", "quote", "worry"})  # in the passive, too, of who thinks so
_OF_THINGS = frozenset({"find", "notice", "offer", "see", "show"})  # with an object: "offers a course"
_OF_CLAUSES = frozenset({"how", "that", "to", "what", "where", "why"})
_SHOWN = frozenset({"find", "show"})  # by studies and videos
_OF_CHARGES = frozenset({"as", "for", "of", "with"})
_OF_AIMS = frozenset({"acl", "advcl", "relcl"})
_AIMING = frozenset({"aim", "attempt", "expect", "gather", "meet", "plan", "try"})
_OF_QUESTIONS = frozenset({"how", "what", "where", "whether", "which", "who", "why"})
_OF_TALKS = frozenset({"assess", "consider", "debate", "determine", "discuss", "examine", "explore", "review", "weigh"})
_WHO = frozenset({Sort.FIRST, Sort.PERSON, Sort.PLURAL, Sort.SINGULAR})
_CLAUSAL = frozenset({"AUX", "VERB"})
_ASPECTS = frozenset({"apprendre", "commencer", "continuer", "reprendre"})
_TO_DO = frozenset({"à", "a", "de", "d'", "d\u2019"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def is_no_report(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether the noun phrase reports nothing: it is whoever reads, something is done to it, or it does something."""
    is_of_another = _is_of_the_reader(view, proposal, words) or _is_undergone(view, proposal, words)
    is_view = proposal.frame.link is Link.ACCORDING and view.lower[proposal.frame.cue] in VIEWS  # "For Haddad, it is"
    if words.has_gendered_things and (
        _is_remainder(view, proposal) or _is_aspect(view, proposal, words) or _tells_who(view, proposal)
    ):
        return True
    return is_of_another or is_view or _is_done(view, proposal) or _is_topic(view, proposal)


def _is_remainder(view: View, proposal: Proposal) -> bool:
    """Whether it is no clause but what stands around a quotation: « mis en garde » le maire « sur les coûts »."""
    tokens = range(proposal.first, proposal.last)
    inside = [t for t in tokens if view.inside[t] is not None]
    is_beside = inside or _is_beside_marks(view, proposal.first - 1, -1) or _is_beside_marks(view, proposal.last, 1)
    return bool(is_beside) and not any(view.pos[t] in _CLAUSAL and view.inside[t] is None for t in tokens)


def _tells_who(view: View, proposal: Proposal) -> bool:
    """Whether a clause tells more of whoever speaks: "a soufflé le dirigeant, qui n'a pas souhaité en dire plus"."""
    end = proposal.speaker.last
    is_behind = proposal.first == end + 1 and view.words[end] == ","
    return is_behind and view.lower[proposal.first] == "who" and proposal.frame.cue < end


def _is_beside_marks(view: View, token: int, step: int) -> bool:
    while 0 <= token < len(view.words) and view.inside[token] is None and not view.words[token][0].isalnum():
        token += step
    return 0 <= token < len(view.words) and view.inside[token] is not None


def _is_aspect(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether somebody goes on or begins to do something: "a continué à progresser", but not "à dire que"."""
    behind = proposal.frame.cue + 1
    is_to_do = proposal.frame.lemma in _ASPECTS and view.words[behind].lower() in _TO_DO
    return is_to_do and not words.core_verbs.intersection(view.lemmas[behind + 1 : behind + 2])


def is_of_the_writer(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether whoever writes says so now, and reports nobody: "I suggest that ..."; "I ask her if ..." is a report."""
    is_asking = proposal.frame.lemma in words.hearer_verbs
    return proposal.speaker.sort is Sort.FIRST and view.tags[proposal.frame.cue] in _OF_NOW and not is_asking


def _is_of_the_reader(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether it is whoever reads who thinks or asks: "If you hope that ..."; "you said" is of an interview."""
    is_you = view.lower[proposal.speaker.head] in words.second_person
    return is_you and view.tags[proposal.frame.cue] != "VBD"


def _is_undergone(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether somebody is what others say or do: "Haddad was identified as a baker"; "it was revealed that" reports.

    Who is asked or told something is no speaker either, but has a row as the one spoken to.
    """
    frame, speaker = proposal.frame, proposal.speaker
    if frame.lemma in words.hearer_verbs or frame.lemma in _MINDS:
        return False
    is_undergone = frame.link is Link.PASSIVE or _is_passive(view, proposal)
    return is_undergone and view.lower[speaker.head] != "it"


def _is_passive(view: View, proposal: Proposal) -> bool:
    """Whether a participle tells what is done to somebody: "after being accused of ...", "Haddad, known for ..."."""
    cue = proposal.frame.cue
    if view.tags[cue] != "VBN" or proposal.frame.link not in {Link.BORROWED, Link.RELATIVE, Link.PRONOUN}:
        return False
    auxiliaries = [view.deps[child] for child in view.children[cue] if view.deps[child] in {"aux", "auxpass"}]
    begins_with = view.lower[proposal.first] if proposal.first == cue + 1 else ""
    if proposal.frame.lemma == "call" and begins_with == "for":
        return False  # "who's called for a vote"
    return "auxpass" in auxiliaries or (not auxiliaries and begins_with in _OF_CHARGES)


def _is_topic(view: View, proposal: Proposal) -> bool:
    """Whether somebody sets out to answer a question: "met to discuss what to learn", "try to assess which"."""
    cue = proposal.frame.cue
    is_aim = view.deps[cue] in _OF_AIMS or view.lemmas[view.heads[cue]] in _AIMING
    is_infinitive = view.tags[cue] == "VB" and any(view.lower[child] == "to" for child in view.children[cue])
    is_question = view.lower[proposal.first] in _OF_QUESTIONS
    return is_infinitive and is_aim and is_question and proposal.frame.lemma in _OF_TALKS


def _is_done(view: View, proposal: Proposal) -> bool:
    """Whether a verb that reports clauses has a thing for its object: "found a knife", "referred her to a nurse".

    Studies that "found evidence" and papers that "show ..." do report; so does who "sees the town as a risk".
    """
    lemma, first = proposal.frame.lemma, view.lower[proposal.first]
    if lemma == "refer":
        return any(view.deps[child] in OBJECTS for child in view.children[proposal.frame.cue])
    if lemma not in _OF_THINGS or first in _OF_CLAUSES or (lemma in _SHOWN and proposal.speaker.sort not in _WHO):
        return False
    return not any(view.tags[t] in _FINITE or view.lower[t] == "as" for t in range(proposal.first, proposal.last))
