"""Words without marks that only introduce a quotation, or tag it: the quotation has a row of its own."""

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.stretches import SENTENCE
from transforms.quotes.grammar.tagsets import FINITE, VERBS
from transforms.quotes.no_reports.candidate import ReportCandidate

_TAGS_QUOTATIONS = 0.2  # share of a verb that marks quotations often enough to be their tag


def is_introduction(report: ReportCandidate) -> bool:
    """Whether what stands beside "according to" only introduces or tags a quotation.

    "According to the agency, a baker wrote: "..."", ""...," the first letter says, according to the agency",
    "Asked why, he said, according to the agency: "...""
    """
    view, first, last = report.view, report.first, report.last
    if report.link is not Link.ACCORDING or report.complement != SENTENCE:
        return False
    if view.inside[first] is not None:
        own = [t for t in range(first, last) if view.inside[t] is None and view.tags[t] in FINITE]
        return own == [last - 1] and report.lexicon.cues.share("VERB", view.lemmas[last - 1]).quoted >= _TAGS_QUOTATIONS
    quoted = next((t for t in range(first, len(view.words)) if view.inside[t] is not None), None)
    if quoted is None:
        return False
    before = [t for t in range(first, quoted) if view.words[t][0] not in QUOTATION_MARKS][-2:]
    if len(before) <= 1 or view.words[before[1]] != ":":
        return False
    is_said_there = (
        report.lexicon.cues.share("VERB", view.lemmas[last - 1]).quoted >= _TAGS_QUOTATIONS and last <= report.cue
    )
    return view.pos[before[0]] == "VERB" or is_said_there


def is_role_in_tag(report: ReportCandidate) -> bool:
    """Whether the words only tell who speaks behind a quotation: '"...," another of the founders, Ada Lind, said'."""
    view, first, last = report.view, report.first, report.last
    own = [t for t in range(first, last) if view.inside[t] is None and view.words[t][0].isalnum()]
    if not own or last > report.speaker.first or any(view.pos[t] in VERBS for t in own):
        return False
    before = next((t for t in range(own[0] - 1, -1, -1) if view.words[t][0] not in QUOTATION_MARKS), None)
    is_behind_quotation = before is not None and view.inside[before] is not None
    between = [word for word in view.words[own[-1] + 1 : report.speaker.first] if word[0] not in QUOTATION_MARKS]
    return is_behind_quotation and between == [","]


def is_lead_in(report: ReportCandidate) -> bool:
    """Whether a sentence only leads to a quotation that the cue stands behind: 'She met Lind: "We lost," he says'."""
    view, last = report.view, report.last
    is_before = report.cue > last and view.words[last : last + 1] == [":"]
    return is_before and any(inside is not None for inside in view.inside[last + 1 : last + 3])


def is_moment(report: ReportCandidate) -> bool:
    """Whether the words only tell when the quotation was said: '"...," Lind said, when the email was read to her'."""
    view = report.view
    is_apart = report.first_word == "when" and view.words[report.first - 1 : report.first] == [","]
    begin = view.sentence_of(report.cue).start
    return is_apart and any(view.inside[t] is not None for t in range(begin, min(report.cue, report.first)))


def leads_to_words(report: ReportCandidate) -> bool:
    """Whether the words only tell whose a quotation is: 'Many know the words of Ada Lind: "..."'."""
    view = report.view
    for token in (t for t in range(report.first, report.last) if view.lower[t] == "words"):
        end = max(view.subtree(token) & set(range(view.sentence_of(token).stop)))
        colon = next((t for t in range(token, end + 2) if view.words[t : t + 1] == [":"]), None)
        if colon is not None and any(inside is not None for inside in view.inside[colon + 1 : colon + 3]):
            return True
    return False
