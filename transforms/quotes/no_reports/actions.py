"""What somebody does, has or comes to know, by a verb that at other times reports: "found a knife", "agreed a deal"."""

from transforms.quotes.corrections.words_of_others import CALLED_BY, CALLS
from transforms.quotes.grammar.candidates import Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.tagsets import FINITE, OBJECTS
from transforms.quotes.no_reports.candidate import ReportCandidate

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


def is_action(report: ReportCandidate) -> bool:
    """Whether a verb that reports clauses has a thing for its object: "found a knife", "referred her to a nurse".

    Studies that "found evidence" and papers that "show ..." do report; so does who "sees the town as a risk". What
    a picture shows, nobody says.
    """
    view = report.view
    if report.lemma == "refer":
        return any(view.deps[child] in OBJECTS for child in view.children[report.cue])
    if report.lemma not in _OF_THINGS or report.first_word in _OF_CLAUSES or _is_of_study(report):
        return False
    return not report.is_finite and "as" not in view.lower[report.first : report.last]


def _is_of_study(report: ReportCandidate) -> bool:
    """Whether it is what a study or a paper shows, and no picture."""
    is_shown = report.lemma in _SHOWN and report.speaker.sort not in _WHO
    return is_shown and report.view.lemmas[report.speaker.head] not in _PICTURES


def is_agreement(report: ReportCandidate) -> bool:
    """Whether somebody comes to terms: "has agreed a deal to sell the boat"; "agreed to sell it" is reported."""
    return report.lemma == "agree" and report.complement == "dobj" and not report.is_finite


def is_topic(report: ReportCandidate) -> bool:
    """Whether somebody sets out to answer a question: "met to discuss what to learn", "try to assess which"."""
    view, cue = report.view, report.cue
    is_aim = view.deps[cue] in _OF_AIMS or view.lemmas[view.heads[cue]] in _AIMING
    is_infinitive = view.tags[cue] == "VB" and any(view.lower[child] == "to" for child in view.children[cue])
    return (
        is_infinitive
        and is_aim
        and report.first_word in _OF_QUESTIONS
        and report.lemma in report.lexicon.no_reports.deliberating_verbs
    )


def is_of_accounts(report: ReportCandidate) -> bool:
    """Whether a firm presents its accounts: "reported earnings that topped estimates"; not "reported earnings fell"."""
    is_of_people = report.speaker.sort is Sort.PEOPLE  # "the villagers reported a loss of goats"
    if report.lemma != "report" or is_of_people or report.first != report.cue + 1:
        return False
    view = report.view
    behind = range(report.first, len(view.words))
    end = next((t for t in behind if view.pos[t] not in _OF_NOUNS and view.words[t] != "-"), len(view.words))
    is_clause = end < len(view.words) and view.tags[end] in FINITE
    return view.lemmas[end - 1] in report.lexicon.no_reports.accounts and not is_clause


def is_answer_to_calls(report: ReportCandidate) -> bool:
    """Whether somebody does what others called for: "crews responded to reports of a fire"."""
    noun = report.first + 1
    is_to_calls = report.first_word == "to" and report.view.lemmas[noun] in CALLS and report.view.pos[noun] == "NOUN"
    return report.lemma in CALLED_BY and is_to_calls


def is_learned(report: ReportCandidate) -> bool:
    """Whether somebody comes to know something, and tells nobody: "when finding that", "after learning that"."""
    view, cue = report.view, report.cue
    if view.tags[cue] != "VBG" or report.lemma not in _LEARNS:
        return False
    return any(view.lower[t] in _ON for t in (cue - 1, *view.children[cue]) if 0 <= t < cue)


def is_by_rule(report: ReportCandidate) -> bool:
    """Whether "according to" tells by what something is done: "the repair will go on according to the plan".

    But ", according to the plan," tells what it says.
    """
    view, cue = report.view, report.cue
    is_tied = cue > 0 and view.words[cue - 1][0].isalnum() and view.inside[cue - 1] is None
    is_according = report.link is Link.ACCORDING and view.lower[cue] == "according"
    return is_according and is_tied and view.lemmas[report.speaker.head] in report.lexicon.no_reports.ways
