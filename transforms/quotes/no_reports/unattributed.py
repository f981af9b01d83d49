"""Reports that nobody named makes, as "It is widely acknowledged that ...", or that the writer makes: "I suggest"."""

from transforms.quotes.grammar.candidates import Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.view import View
from transforms.quotes.no_reports.candidate import ReportCandidate

_OF_NOW = frozenset({"VB", "VBP"})


def is_of_the_writer(report: ReportCandidate) -> bool:
    """Whether whoever writes says so now, and reports nobody: "I suggest that ..."; "I ask her if ..." is a report."""
    is_asking = report.lemma in report.lexicon.cues.hearer_verbs
    is_now = report.view.tags[report.cue] in _OF_NOW or _is_set_out(report.view, report.cue)
    return report.speaker.sort is Sort.FIRST and is_now and not is_asking


def _is_set_out(view: View, cue: int) -> bool:
    """Whether a verb is what somebody begins or ends by now: "we'll start by noting that"."""
    by = view.heads[cue]
    return view.deps[cue] == "pcomp" and view.lower[by] == "by" and view.tags[view.heads[by]] in _OF_NOW


def is_only_cause(report: ReportCandidate) -> bool:
    """Whether the noun phrase is what others speak of or because of: "the plan drew criticism that ..."."""
    view, cue = report.view, report.cue
    if view.pos[cue] != "NOUN" or report.link is not Link.BORROWED:
        return False
    head = view.heads[cue]
    return view.lemmas[view.heads[head] if view.pos[head] == "ADP" else head] in report.lexicon.no_reports.causing_verbs


def is_of_nobody(report: ReportCandidate) -> bool:
    """Whether something is told and nobody tells it: "It is widely acknowledged that ..."."""
    return report.link is Link.PASSIVE and report.speaker.sort is Sort.IT
