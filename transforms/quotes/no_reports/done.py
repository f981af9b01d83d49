"""What somebody does, has or comes to know, by a verb that at other times reports: "found a knife", "agreed a deal"."""

from transforms.quotes.corrections.of_others import CALLED_BY, CALLS
from transforms.quotes.grammar.candidates import Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.tagsets import FINITE, OBJECTS
from transforms.quotes.no_reports.told import Told

_OF_THINGS = frozenset({"find", "notice", "offer", "see", "show"})  # with an object: "offers a course"
_OF_CLAUSES = frozenset({"how", "that", "to", "what", "where", "why"})
_SHOWN = frozenset({"find", "show"})  # by studies
_PICTURES = frozenset({"footage", "image", "photo", "photograph", "picture", "video"})
_WHO = frozenset({Sort.FIRST, Sort.PERSON, Sort.PLURAL, Sort.SINGULAR})
_OF_AIMS = frozenset({"acl", "advcl", "relcl"})
_AIMING = frozenset({"aim", "attempt", "expect", "gather", "meet", "plan", "try"})
_OF_QUESTIONS = frozenset({"how", "what", "where", "whether", "which", "who", "why"})
_OF_NOUNS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
_LEARNS = frozenset({"discover", "find", "hear", "learn", "notice", "realise", "realize", "see"})
_ON = frozenset({"after", "before", "on", "since", "upon", "when", "while", "without"})


def is_done(told: Told) -> bool:
    """Whether a verb that reports clauses has a thing for its object: "found a knife", "referred her to a nurse".

    Studies that "found evidence" and papers that "show ..." do report; so does who "sees the town as a risk". What
    a picture shows, nobody says.
    """
    view = told.view
    if told.lemma == "refer":
        return any(view.deps[child] in OBJECTS for child in view.children[told.cue])
    if told.lemma not in _OF_THINGS or told.first_word in _OF_CLAUSES or _is_of_study(told):
        return False
    return not told.is_finite and "as" not in view.lower[told.first : told.last]


def _is_of_study(told: Told) -> bool:
    """Whether it is what a study or a paper shows, and no picture."""
    is_shown = told.lemma in _SHOWN and told.speaker.sort not in _WHO
    return is_shown and told.view.lemmas[told.speaker.head] not in _PICTURES


def is_struck(told: Told) -> bool:
    """Whether somebody comes to terms: "has agreed a deal to sell the boat"; "agreed to sell it" is reported."""
    return told.lemma == "agree" and told.complement == "dobj" and not told.is_finite


def is_topic(told: Told) -> bool:
    """Whether somebody sets out to answer a question: "met to discuss what to learn", "try to assess which"."""
    view, cue = told.view, told.cue
    is_aim = view.deps[cue] in _OF_AIMS or view.lemmas[view.heads[cue]] in _AIMING
    is_infinitive = view.tags[cue] == "VB" and any(view.lower[child] == "to" for child in view.children[cue])
    return (
        is_infinitive
        and is_aim
        and told.first_word in _OF_QUESTIONS
        and told.lemma in told.lexicon.no_reports.deliberating_verbs
    )


def is_of_accounts(told: Told) -> bool:
    """Whether a firm presents its accounts: "reported earnings that topped estimates"; not "reported earnings fell"."""
    is_of_people = told.speaker.sort is Sort.PEOPLE  # "the villagers reported a loss of goats"
    if told.lemma != "report" or is_of_people or told.first != told.cue + 1:
        return False
    view = told.view
    behind = range(told.first, len(view.words))
    end = next((t for t in behind if view.pos[t] not in _OF_NOUNS and view.words[t] != "-"), len(view.words))
    is_clause = end < len(view.words) and view.tags[end] in FINITE
    return view.lemmas[end - 1] in told.lexicon.no_reports.accounts and not is_clause


def is_answer_to_calls(told: Told) -> bool:
    """Whether somebody does what others called for: "crews responded to reports of a fire"."""
    noun = told.first + 1
    is_to_calls = told.first_word == "to" and told.view.lemmas[noun] in CALLS and told.view.pos[noun] == "NOUN"
    return told.lemma in CALLED_BY and is_to_calls


def is_learned(told: Told) -> bool:
    """Whether somebody comes to know something, and tells nobody: "when finding that", "after learning that"."""
    view, cue = told.view, told.cue
    if view.tags[cue] != "VBG" or told.lemma not in _LEARNS:
        return False
    return any(view.lower[t] in _ON for t in (cue - 1, *view.children[cue]) if 0 <= t < cue)


def is_by_rule(told: Told) -> bool:
    """Whether "according to" tells by what something is done: "the repair will go on according to the plan".

    But ", according to the plan," tells what it says.
    """
    view, cue = told.view, told.cue
    is_tied = cue > 0 and view.words[cue - 1][0].isalnum() and view.inside[cue - 1] is None
    is_according = told.link is Link.ACCORDING and view.lower[cue] == "according"
    return is_according and is_tied and view.lemmas[told.speaker.head] in told.lexicon.no_reports.ways
