"""Sentences with a cue but no speaker: about the reader, a fact, or the object of what others say.

As in "If you hope that ...", "This revealed that ..." and "Haddad was identified as a baker".
"""

from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.points_of_view import VIEWS
from transforms.quotes.grammar.tagsets import AUXILIARIES, VERBS
from transforms.quotes.no_reports.candidate import ReportCandidate

_MINDS = frozenset({"concern", "convince", "determine", "quote", "worry"})  # in the passive, too, of who thinks so
_OF_CHARGES = frozenset({"about", "as", "for", "of", "on", "over", "with"})  # "pressed on whether he would leave"
_FACTS = frozenset({"this", "that"})
# What things are done by, which tells nothing: "according to the size of the boat".
_MEASURES = frozenset(
    {"ability", "age", "budget", "capacity", "category", "circumstance", "condition", "demand", "income", "level"}
    | {"location", "merit", "need", "preference", "season", "size", "situation", "skill", "taste"}
    | {"type", "weight", "wish"}
)


def is_of_the_reader(report: ReportCandidate) -> bool:
    """Whether it is whoever reads who thinks or asks: "If you hope that ..."; "you said" is of an interview."""
    is_you = report.view.lower[report.speaker.head] in report.lexicon.pronouns.second_person
    return is_you and report.view.tags[report.cue] != "VBD"


def is_about_its_object(report: ReportCandidate) -> bool:
    """Whether somebody is what others say or do: "Haddad was identified as a baker"; "it was revealed that" reports.

    Who is asked or told something is no speaker either, but has a row as the one spoken to.
    """
    if report.lemma in report.lexicon.cues.hearer_verbs or report.lemma in _MINDS:
        return False
    return (report.link is Link.PASSIVE or _is_passive(report)) and report.view.lower[report.speaker.head] != "it"


def _is_passive(report: ReportCandidate) -> bool:
    """Whether a participle tells what is done to somebody: "after being accused of ...", "Haddad, known for ..."."""
    view, cue = report.view, report.cue
    if view.tags[cue] != "VBN" or report.link not in {Link.BORROWED, Link.RELATIVE, Link.PRONOUN}:
        return False
    auxiliaries = [view.deps[child] for child in view.children[cue] if view.deps[child] in AUXILIARIES]
    begins_with = report.first_word if report.first == cue + 1 else ""
    if report.lemma == "call" and begins_with == "for":
        return False  # "who's called for a vote"
    return "auxpass" in auxiliaries or (not auxiliaries and begins_with in _OF_CHARGES)


def is_of_a_fact(report: ReportCandidate) -> bool:
    """Whether a "this" that is nobody shows something: "All of this revealed that", "that is not to say they ...".

    Not the "that" of "a letter that said ...", and not where a name stands between: "on this Friday, Haddad said".
    """
    view, speaker, cue = report.view, report.speaker, report.cue
    phrase = view.lower[speaker.first : speaker.last]
    is_alone = phrase[-1] in _FACTS and phrase[:-1] in ([], ["all"], ["all", "of"])
    is_verb = report.link is not Link.PRONOUN and view.pos[cue] in VERBS
    return is_alone and is_verb and "PROPN" not in view.pos[speaker.last : cue]


def is_of_measure(report: ReportCandidate) -> bool:
    """Whether something is done by what is needed or liked, which says nothing: "according to the size of the boat"."""
    return report.link is Link.ACCORDING and report.view.lemmas[report.speaker.head] in _MEASURES


def is_point_of_view(report: ReportCandidate) -> bool:
    """Whether it is only how somebody sees it: "For Haddad, it is too late"."""
    return report.link is Link.ACCORDING and report.view.lower[report.cue] in VIEWS
