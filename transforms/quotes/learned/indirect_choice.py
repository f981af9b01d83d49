"""Which proposals of reported speech are taken, and the words that each of them stands for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, groupby

import numpy as np
from numpy.typing import NDArray

from transforms.language import FRENCH
from transforms.quotes.grammar.candidates import Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.stretches import LEAST_WORDS, SENTENCE, opens_by_as, set_in, trimmed
from transforms.quotes.grammar.tagsets import FINITE, SUBJECTS
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.indirect import Proposal, words_before
from transforms.spans import Span

_MARKS = 2  # code points at the end of marked words that are no letters: a comma, a full stop
_OWN = frozenset({"ccomp", "dobj", "xcomp"})
_TELL = frozenset({"inform", "tell"})  # somebody
_LEAST_OF_WORDS = 0.05  # share of marking quotations, of verbs for what is said and not only thought
_MOST_QUOTED = 0.45  # of the characters of a stretch


def are_set_in(groups: Sequence[Sequence[Proposal]], views: Sequence[View]) -> NDArray[np.bool_]:
    """For each proposal of each group, whether its cue is put into the sentence that it reports, or opens it by "as".

    "The boats, Haddad said, were late", "As Haddad said, the boats were late"
    """
    return np.array(
        [
            p.complement == SENTENCE
            and (opens_by_as(views[p.paragraph], p.frame.cue) or bool(set_in(views[p.paragraph], p.frame.cue)))
            for group in groups
            for p in group
        ]
    )


def _best_of_each(groups: Sequence[Sequence[Proposal]], odds: NDArray[np.float64]) -> list[tuple[float, Proposal]]:
    """The proposal of each cue with the highest log-odds, the first of equals, with these."""
    ranked = []
    at = 0
    for group in groups:
        own = odds[at : at + len(group)].tolist()
        best = max(range(len(group)), key=lambda i: (own[i], -i))
        ranked.append((own[best], group[best]))
        at += len(group)
    return ranked


def chosen(
    groups: Sequence[Sequence[Proposal]],
    views: Sequence[View],
    odds: NDArray[np.float64],
    least: float,
) -> list[tuple[Proposal, float]]:
    """The best proposal of each cue that reaches ``least`` log-odds and overlaps no better one, with its log-odds."""
    ranked = _best_of_each(groups, odds)
    told = _told_of_by_others([proposal for odd, proposal in ranked if odd >= least], views)
    kept: dict[int, list[tuple[Proposal, float]]] = defaultdict(list)  # by paragraph
    for odd, proposal in sorted(ranked, key=lambda item: (-item[0], item[1].paragraph, item[1].first)):
        if id(proposal) in told:
            continue
        beside = kept[proposal.paragraph]
        if odd >= least and not any(proposal.first < o.last and o.first < proposal.last for o, _ in beside):
            beside.append((proposal, odd))
    chosen_ones = chain.from_iterable(kept.values())
    return sorted(chosen_ones, key=lambda item: (item[0].paragraph, item[0].first))


def _told_of_by_others(proposals: Sequence[Proposal], views: Sequence[View]) -> set[int]:
    """The ids of those within another one that tells all of it.

    "The captain claimed that Lind shouted at the crew and insisted that the cook leaves", "Fox said he left, Lind said"
    """
    in_order = sorted(proposals, key=lambda proposal: (proposal.paragraph, proposal.first))
    begins = [(proposal.paragraph, proposal.first) for proposal in in_order]
    found: set[int] = set()
    for outer in proposals:
        first, last = ((outer.paragraph, token) for token in (outer.first, outer.last))
        beside = in_order[bisect_left(begins, first) : bisect_left(begins, last)]
        within = (inner for inner in beside if inner is not outer and _is_within(inner, outer))
        view = views[outer.paragraph]
        found.update(
            id(i) for i in within if _is_tag(view, outer) or _goes_on(view, i, outer) or _opens(view, i, outer)
        )
    return found


def _is_within(inner: Proposal, outer: Proposal) -> bool:
    """Whether a report, its cue and who reports are all parts of another report."""
    tokens = (inner.speaker.head, inner.frame.cue, inner.first, inner.last - 1)
    return all(outer.first <= token < outer.last for token in tokens)


def _is_tag(view: View, outer: Proposal) -> bool:
    """Whether a verb behind what it reports tells nothing else, by somebody who is named: "Fox left, he said" is one's.

    "Experts doubt it" and "told them that" have more to tell, and what stands behind marks is the tag of these.
    """
    cue, frame = outer.frame.cue, outer.frame
    is_behind = cue >= outer.last and view.inside[outer.last - 1] is None and frame.link is not Link.ACCORDING
    own = {view.deps[child] for child in view.children[cue] if child > cue} & _OWN
    is_bare = not own or (own == {"dobj"} and frame.lemma in _TELL)
    is_said = view.pos[cue] == "VERB" and frame.marks_quotations
    return is_behind and is_bare and is_said and outer.speaker.sort > Sort.OTHER_PRONOUN


def _opens(view: View, inner: Proposal, outer: Proposal) -> bool:
    """Whether what somebody says begins with whom it is according to, or with who thinks so.

    "He added that according to the report, ...", "He says that engineers believe ..."; not "that Fox told them ...".
    """
    is_said = outer.frame.cue < outer.first and outer.frame.marks_quotations
    is_told = is_said and view.lower[outer.first - 1] == "that"
    is_of_mind = inner.frame.link is Link.SUBJECT and inner.frame.quoted_share < _LEAST_OF_WORDS
    begin = inner.speaker.first if is_of_mind else inner.frame.cue
    return is_told and begin == outer.first and (is_of_mind or inner.frame.link is Link.ACCORDING)


def _goes_on(view: View, inner: Proposal, outer: Proposal) -> bool:
    """Whether the verb of a report is joined to that of another report's clause, and has its subject from there."""
    cue = inner.frame.cue
    if view.deps[cue] != "conj" or view.heads[view.heads[cue]] != outer.frame.cue:
        return False
    return not any(view.deps[child] in SUBJECTS for child in view.children[cue])


def unquoted(view: View, proposal: Proposal) -> Span | None:
    """The characters of a proposal; where half of it stands between marks, its longest stretch without marks.

    Quoted words have rows of their own.
    """
    first, last = _around_cue(view, proposal)
    last = _before_cut_quotation(view, first, last)
    if last - first < LEAST_WORDS:
        return None
    inside = [view.inside[t] is not None for t in range(first, last)]
    whole = view.span(first, last)
    if _MOST_QUOTED * (whole.end - whole.start) > between_marks(view, whole):
        return view.span(first, _without_link(view, first, last))
    stretches = [list(run) for quoted, run in groupby(range(len(inside)), key=inside.__getitem__) if not quoted]
    if not stretches:
        return None
    longest = max(stretches, key=len)
    first, last = trimmed(view, first + longest[0], first + longest[-1] + 1)
    sums = words_before(view)
    is_told = sums[last] - sums[first] >= LEAST_WORDS and not _is_another_tag(view, first, last)
    return view.span(first, _without_link(view, first, last)) if is_told else None


def between_marks(view: View, span: Span) -> int:
    """How many characters of a span stand between marks."""
    segments = view.paragraph.segments
    return sum(max(0, min(segment.end, span.end) - max(segment.start, span.start)) for segment in segments)


def _without_link(view: View, first: int, last: int) -> int:
    """The end of a stretch without what leads on from it: "the boats were late [because]", "[, noting that]"."""
    end = last
    while end - first > LEAST_WORDS and (view.pos[end - 1] == "CCONJ" or view.deps[end - 1] == "mark"):
        end = trimmed(view, first, end - 1)[1]
    is_led_on = end < last and view.tags[end - 1] == "VBG" and view.words[end - 2] == ","
    return trimmed(view, first, end - 1)[1] if is_led_on and end - first > LEAST_WORDS else end


def _is_another_tag(view: View, first: int, last: int) -> bool:
    """Whether tokens are only a tag that leads to another's words: '"I," [Fox said, and] "you," Lind added.'."""
    verbs = [t for t in range(first, last) if view.tags[t] in FINITE]
    is_led_on = view.pos[last - 1] == "CCONJ" and len(verbs) == 1
    own = {
        t
        for verb in verbs
        for child in view.children[verb]
        if view.deps[child] in SUBJECTS
        for t in view.subtree(child)
    }
    return is_led_on and all(t in own or t in verbs or view.pos[t] in {"CCONJ", "PUNCT"} for t in range(first, last))


def _before_cut_quotation(view: View, first: int, last: int) -> int:
    """The end of a stretch without the marked words that it ends in the middle of: these have a row of their own.

    French articles measure worse with it.
    """
    inside = view.inside[last - 1]
    if (
        inside is None
        or view.paragraph.doc.lang_ == FRENCH
        or view.ends[last - 1] + _MARKS >= view.paragraph.segments[inside].end
    ):
        return last
    while last > first and view.inside[last - 1] == inside:
        last -= 1
    return trimmed(view, first, last)[1]


def _around_cue(view: View, proposal: Proposal) -> tuple[int, int]:
    """A proposal with what stands on the other side of its cue, if that is put into the sentence between commas."""
    cue = proposal.frame.cue
    if proposal.complement != SENTENCE or not set_in(view, cue):
        return proposal.first, proposal.last
    sentence = view.sentence_of(cue)
    return trimmed(view, sentence.start, sentence.stop)
