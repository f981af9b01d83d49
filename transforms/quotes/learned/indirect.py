"""Reported speech without marks: what the clauses, objects and noun phrases under a cue report.

A small ensemble, learned by ``benchmarks/train_speaker_model.py``, tells which of the stretches that a cue may report
(:mod:`transforms.quotes.grammar.stretches`) is what somebody is reported to say, if any.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np

from schemas.vocabulary import BlockKind
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.clause_bounds import before_added, begin_of_report, end_of_report, without_however
from transforms.quotes.grammar.continuations import with_continuation
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.next_verbs import before_second_verb, second_verb
from transforms.quotes.grammar.stretches import (
    ALL_BEHIND,
    COMPLEMENTS,
    LEAST_WORDS,
    SENTENCE,
    SHORTER,
    Stretch,
    stretches,
)
from transforms.quotes.grammar.tagsets import VERBS
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Matrix

_RELATIONS = {relation: i for i, relation in enumerate(COMPLEMENTS, 1)} | {ALL_BEHIND: 30, SENTENCE: 31, SHORTER: 32}
_TAGS = {"VBD": 1, "VBZ": 2, "VBP": 3, "VBG": 4, "VBN": 5, "VB": 6, "NN": 7, "NNS": 8}
_PREFERRED = (
    Link.ACCORDING, Link.AGENT, Link.SUBJECT, Link.RELATIVE, Link.INVERTED, Link.POSSESSOR, Link.AUTHOR, Link.PASSIVE,
    Link.BORROWED, Link.BESIDE, Link.PRONOUN,
)  # fmt: skip
_LEAST_SHARE = 0.06
_SURE = 0.4  # share from which what stands under a cue counts as reported by it
_GOES_ON = 0.2  # share from which a report may go on behind what the parser took for its end
_OF_REPORTS = frozenset({"acomp", "ccomp", "dobj", "npadvmod", "prep", "xcomp", ALL_BEHIND})
_GO_ON = _OF_REPORTS | {"acl"}  # "criticism that"
_NOT = frozenset({"not", "n't", "never"})
_MODALS = frozenset({"would", "could", "should", "will", "may", "might", "can", "must", "to"})
_PREPOSITIONS = {
    word: i
    for i, word in enumerate(
        ("of", "for", "about", "on", "to", "as", "in", "with", "at", "by", "from", "against", "that", "how", "whether",
         "what", "why", "if", "over", "after"), 1
    )
}  # fmt: skip
REPORT_SHARE = -2  # place of "report_share" in a row

INDIRECT_FEATURES = (
    "share", "quoted_share", "link", "sort", "tag", "is_noun", "dep", "words", "behind", "adjacent", "marked", "to",
    "has_verb", "verb_tag", "quoted_words", "under_speech", "reports_under", "depth", "complements", "negated",
    "modal", "speaker_depth", "speaker_words", "title", "share_of_sentence", "cue_words_from_speaker", "prep",
    "auxiliaries", "nested_share", "first_word_quoted", "report_share", "source_share",
)  # fmt: skip


class _ReportCueFeatures(NamedTuple):
    """Of a cue and its speaker: the same for all that the cue may report."""

    share: float
    quoted_share: float
    link: int
    sort: int
    tag: int
    is_noun: bool
    under_speech: int
    depth: int
    complements: int
    negated: bool
    modal: bool
    speaker_depth: int
    speaker_words: int
    title: bool
    cue_words_from_speaker: int
    auxiliaries: int
    source_share: float


class _StretchFeatures(NamedTuple):
    """Of the words that a cue may report, and their place relative to it."""

    dep: int
    words: int
    behind: bool
    adjacent: int
    marked: bool
    to: bool
    has_verb: int
    verb_tag: int
    quoted_words: int
    reports_under: int
    share_of_sentence: float
    prep: int
    nested_share: float
    first_word_quoted: bool
    report_share: float


GROUPED = (*_ReportCueFeatures._fields, *_StretchFeatures._fields)
_ORDER = np.array([GROUPED.index(name) for name in INDIRECT_FEATURES])


class Proposal(NamedTuple):
    """Tokens ``[first, last)`` of a paragraph that a frame may report, and what is known of them."""

    paragraph: int
    frame: Frame
    speaker: Candidate
    first: int
    last: int
    complement: str
    numbers: tuple[float, ...]  # in the order of ``GROUPED``


@dataclass(frozen=True, slots=True)
class _ParagraphCues:
    """A paragraph with its cues, and what is asked of all of them."""

    view: View
    pool: Sequence[Candidate]
    lexicon: Lexicon
    shares: Mapping[int, float]
    """How often each cue reports something, by its token."""
    speakers: Mapping[int, Set[int]]
    """Heads of those who may speak by each cue."""
    sums: Sequence[int]
    """How many words stand before each token."""


def proposals(index: int, view: View, pool: Sequence[Candidate], lexicon: Lexicon) -> list[list[Proposal]]:
    """The proposals of each cue of a paragraph, in order of the cues."""
    by_cue = _frames_by_cue(pool)
    shares = {cue: max(frame.share for frame, _ in pairs) for cue, pairs in by_cue.items()}
    speakers = {cue: {candidate.head for _, candidate in pairs} for cue, pairs in by_cue.items()}
    asked = _ParagraphCues(view, pool, lexicon, shares, speakers, words_before(view) if by_cue else [])
    groups = []
    going_on: dict[int, Candidate] = {}  # second verbs of those who reported something before
    reported: set[int] = set()  # tokens of reports that the parser took for others of the same speaker
    for cue, pairs in by_cue.items():
        frame, speaker = min(pairs, key=lambda pair: (_PREFERRED.index(pair[0].link), pair[0].speaker))
        found = _long_enough(stretches(view, frame, speaker, lexicon), cue, asked.sums)
        if not found or (cue in reported and frame.link is Link.BORROWED):
            continue
        of_cue = _cue_features(asked, frame, speaker)
        told = going_on.get(cue, speaker)
        group = []
        for stretch in found:
            first, last, verb = _bounds(asked, frame, told, stretch)
            if verb is not None:
                going_on[verb] = told
            reported.update(range(stretch.last, last))
            numbers = (*of_cue, *_stretch_features(asked, frame, stretch))
            group.append(Proposal(index, frame, told, first, last, _complement(view, stretch), numbers))
        groups.append(group)
    return groups


def _frames_by_cue(pool: Sequence[Candidate]) -> dict[int, list[tuple[Frame, Candidate]]]:
    """The frames that may report something, each with whoever speaks in it, by their cues from left to right."""
    by_cue: dict[int, list[tuple[Frame, Candidate]]] = {}
    for candidate in pool:
        for frame in candidate.frames:
            if frame.share >= _LEAST_SHARE:
                by_cue.setdefault(frame.cue, []).append((frame, candidate))
    return dict(sorted(by_cue.items()))


def _long_enough(found: Iterable[Stretch], cue: int, sums: Sequence[int]) -> list[Stretch]:
    """The stretches with words enough for a report that a cue is not within, each once."""
    return [
        stretch
        for stretch in dict.fromkeys(found)
        if sums[stretch.last] - sums[stretch.first] >= LEAST_WORDS and not stretch.first <= cue < stretch.last
    ]


def _bounds(
    paragraph: _ParagraphCues, frame: Frame, speaker: Candidate, stretch: Stretch
) -> tuple[int, int, int | None]:
    """The tokens that a stretch stands for, without what the parser hung on it, and the verb behind of who reports."""
    view, pool, lexicon = paragraph.view, paragraph.pool, paragraph.lexicon
    relation, first, last = stretch
    verb = second_verb(view, frame, speaker, pool, lexicon, stretch, first)
    if verb is not None:
        last = before_second_verb(view, first, verb)
    elif first > frame.cue and relation in _OF_REPORTS and frame.share >= _GOES_ON:
        longer = end_of_report(view, frame.cue, first, last, paragraph.speakers)
        verb = second_verb(view, frame, speaker, pool, lexicon, Stretch(relation, last, longer), first)
        last = longer if verb is None else before_second_verb(view, first, verb)
    if verb is None and first > frame.cue and relation in _GO_ON and frame.share >= _GOES_ON:
        last = with_continuation(view, frame.cue, first, without_however(view, first, last))
    if first > frame.cue and relation in _OF_REPORTS:
        first = begin_of_report(view, frame.cue, first, last)
    return first, before_added(view, first, last), verb


def _complement(view: View, stretch: Stretch) -> str:
    """What a stretch is to its cue, in a word; of a prepositional phrase the preposition."""
    first = view.lower[stretch.first]
    return first if stretch.relation == "prep" and first in _PREPOSITIONS else stretch.relation


def words_before(view: View) -> list[int]:
    """How many words outside of quotations stand before each token, and before the end."""
    outside = [inside is None and word[0].isalnum() for inside, word in zip(view.inside, view.words, strict=True)]
    return list(accumulate(outside, initial=0))


def _cue_features(paragraph: _ParagraphCues, frame: Frame, speaker: Candidate) -> _ReportCueFeatures:
    view, cue = paragraph.view, frame.cue
    above = list(view.above(cue))
    auxiliaries = [view.lower[t] for t in view.children[cue] if view.deps[t] in {"aux", "auxpass", "neg"}]
    return _ReportCueFeatures(
        share=frame.share,
        quoted_share=frame.quoted_share,
        link=frame.link,
        sort=speaker.sort,
        tag=_TAGS.get(view.tags[cue], 0),
        is_noun=view.pos[cue] == "NOUN",
        under_speech=sum(paragraph.shares.get(t, 0.0) > _SURE for t in above),
        depth=min(len(above), 10),
        complements=sum(view.deps[t] in COMPLEMENTS for t in view.children[cue]),
        negated=any(word in _NOT for word in auxiliaries),
        modal=any(word in _MODALS for word in auxiliaries),
        speaker_depth=min(len(list(view.above(speaker.head))), 10),
        speaker_words=speaker.last - speaker.first,
        title=view.paragraph.kind is BlockKind.TITLE,
        cue_words_from_speaker=min(abs(cue - speaker.head), 20),
        auxiliaries=len(auxiliaries),
        source_share=_source_share(paragraph, speaker.head),
    )


def _source_share(paragraph: _ParagraphCues, speaker: int) -> float:
    """How often a common noun is who says something; -1 for a name or a pronoun."""
    view = paragraph.view
    return paragraph.lexicon.people.source_share(view.lemmas[speaker]) if view.pos[speaker] == "NOUN" else -1.0


def _stretch_features(paragraph: _ParagraphCues, frame: Frame, stretch: Stretch) -> _StretchFeatures:
    view, cue = paragraph.view, frame.cue
    relation, first, last = stretch
    words = paragraph.sums[last] - paragraph.sums[first]
    verbs = [t for t, pos in enumerate(view.pos[first:last], first) if pos in VERBS]
    nested = [share for other, share in paragraph.shares.items() if first <= other < last]
    return _StretchFeatures(
        dep=_RELATIONS[relation],
        words=min(words, 60),
        behind=first > cue,
        adjacent=min(first - cue if first > cue else cue - last + 1, 20),
        marked=first > 0 and view.lower[first - 1] == "that",
        to=view.lower[first] == "to",
        has_verb=len(verbs),
        verb_tag=_TAGS.get(view.tags[verbs[0]], 0) if verbs else -1,
        quoted_words=last - first - view.inside[first:last].count(None),
        reports_under=len(nested),
        share_of_sentence=words / len(view.sentence_of(cue)),
        prep=_PREPOSITIONS.get(view.lower[first], 0),
        nested_share=max(nested, default=0.0),
        first_word_quoted=view.inside[first] is not None,
        report_share=paragraph.lexicon.cues.reports.share(view.pos[cue], frame.lemma, _complement(view, stretch)),
    )


def indirect_rows(groups: Sequence[Sequence[Proposal]]) -> Matrix:
    """A row of ``INDIRECT_FEATURES`` for each proposal of each group."""
    proposed = list(chain.from_iterable(groups))
    rows = np.empty((len(proposed), len(GROUPED)), dtype=np.float32)
    for i, proposal in enumerate(proposed):
        rows[i] = proposal.numbers
    return rows.take(_ORDER, axis=1)
