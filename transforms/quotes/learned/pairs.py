"""What is known of a quotation and of somebody who may have said it, as numbers for the ranking.

Nothing here depends on which name it is: the numbers tell places, grammar and counts. They come in groups, whose
fields name them; ``PAIR_FEATURES`` is the order of the columns that the models were learned with.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import neg
from typing import NamedTuple

import numpy as np

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tags import COMMAS, LONGEST_TAG, STOPS, TAG_FEATURES, tag_numbers
from transforms.quotes.grammar.tagsets import VERBS
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import (
    NO_FIT,
    RELATIONS,
    TAGS,
    Matrix,
    SegmentPlace,
    fitting_frame,
    gap,
    likeliest_frame,
)

_FAR = 80  # tokens; farther is all the same
_HIGH = 12
_MOST_MENTIONS = 30
_CUE_ABOVE = 0.1  # a cue that marks quotations this often counts among those above
_SURE = 0.4  # ... and this often, that it reports what stands under it
_DEPS = {dep: i for i, dep in enumerate(("nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "appos", "ROOT"), 1)}
_MARKS = {
    word: i
    for i, word in enumerate(("that", "as", "while", "after", "before", "because", "when", "if", "although", "though",
                              "whereas", "since", "until", "even", "where", "to", "by", "for"), 1)
}  # fmt: skip
_FIRST_WORDS = {
    word: i
    for i, word in enumerate(("the", "a", "an", "his", "her", "their", "its", "one", "some", "many", "several", "other",
                              "another", "this", "that", "these", "those", "two", "most", "my", "our"), 1)
}  # fmt: skip

PAIR_FEATURES = (
    "same_paragraph", "paragraphs", "tokens", "sentences", "after", "others_between", "segments_between", "link",
    "share", "quoted_share", "steps_up", "cue_below", "cues_higher", "cue_tokens", "cue_adjacent", "cue_tag",
    "cue_after", "verbs_between", "sort", "dep", "mentions", "mentioned_in_quote", "first_of_paragraph",
    "last_of_paragraph", "frames", "phrase_words", "colon_behind", "cue_in_sentence", "stop_between",
    "fit", "fit_behind_best", "fit_rank", "according_in_sentence", "cue_depth", "depth", "under_speech",
    "tagged", "barriers", "reported_by", "hangs_by", "cue_dep", "cue_mark", "first_word", "source_share",
    "in_other", "is_cue_noun", "cues_between", *TAG_FEATURES,
)  # fmt: skip


class _PhraseFeatures(NamedTuple):
    """Of the candidate's noun phrase alone, whatever quotation it is asked about."""

    sort: int
    dep: int
    mentions: int
    first_of_paragraph: bool
    last_of_paragraph: bool
    frames: int
    phrase_words: int
    colon_behind: bool
    depth: int
    first_word: int
    source_share: float
    in_other: bool
    is_cue_noun: bool


class _CueFeatures(NamedTuple):
    """Of the cue of the candidate's best frame; the defaults without a frame."""

    link: int = 0
    share: float = 0.0
    quoted_share: float = 0.0
    cue_tag: int = 0


class _PositionFeatures(NamedTuple):
    """Of the candidate's place relative to the quotation; in another paragraph, of the distance alone."""

    paragraphs: int = 0
    same_paragraph: bool = False
    tokens: int = _FAR
    sentences: int = 0
    after: bool = False
    others_between: int = 0
    segments_between: int = 0
    stop_between: int = 0
    cues_between: int = 0


class _AttachmentFeatures(NamedTuple):
    """Of how the quotation hangs on the cue in the parse; the defaults in another paragraph or without a frame."""

    steps_up: int = 0
    cue_below: bool = False
    cues_higher: int = 0
    cue_tokens: int = _FAR
    cue_adjacent: bool = False
    cue_after: bool = False
    verbs_between: int = 0
    cue_in_sentence: bool = False
    cue_depth: int = 0
    under_speech: int = 0
    tagged: int = 0
    barriers: int = 0
    reported_by: int = 0
    hangs_by: int = 0
    cue_dep: int = 0
    cue_mark: int = 0


class _FitFeatures(NamedTuple):
    """How well the best frame fits, next to those of the quotation's paragraph; the same for all in other ones."""

    fit: float
    fit_behind_best: float
    fit_rank: int
    according_in_sentence: bool


GROUPED = (
    *_PhraseFeatures._fields, *_CueFeatures._fields, *TAG_FEATURES, *_PositionFeatures._fields,
    *_AttachmentFeatures._fields, *_FitFeatures._fields, "mentioned_in_quote",
)  # fmt: skip
_ORDER = np.array([GROUPED.index(name) for name in PAIR_FEATURES])
_NO_ATTACHMENT = _AttachmentFeatures()


@dataclass(frozen=True, slots=True)
class _Rivals:
    """What all candidates of a segment's paragraph are to it, so that it is not asked anew for each of them."""

    fits: list[float]  # how well their best frames fit, best first
    heads: list[int]
    heads_with_cue: list[int]
    cues_above: list[tuple[int, int]]  # of fair cues that the segment hangs on: steps up, clauses on the way
    sure_cues: dict[int, list[Candidate]]  # cues that mostly report, and whose they are


class Pairs:
    """The numbers of the candidates of one article.

    What a noun phrase is, and the cue of one in another paragraph, is the same for all quotations and worked out once.
    """

    def __init__(self, views: Sequence[View], pools: Sequence[Sequence[Candidate]], lexicon: Lexicon) -> None:
        self._views, self._pools, self._lexicon = views, pools, lexicon
        self._seen = Counter(candidate.who for pool in pools for candidate in pool)
        self._held = [_held_in(pool) for pool in pools]
        self._phrases: dict[tuple[int, int], _PhraseFeatures] = {}  # by paragraph and head
        self._apart: dict[tuple[int, int], tuple[float, ...]] = {}

    def rows(self, at: SegmentPlace, own: Sequence[Candidate], around: Sequence[Candidate], quoted: str) -> Matrix:
        """A row of ``PAIR_FEATURES`` for each candidate of a segment's own paragraph, and of those around it.

        ``quoted`` are the words of the segment.
        """
        view = self._views[at.paragraph]
        fitting = [fitting_frame(candidate, at, view) for candidate in own]
        others = _rivals(own, [fit for frame, fit in fitting if frame], at)
        rows = np.empty((len(own) + len(around), len(GROUPED)), dtype=np.float32)
        for i, (candidate, (frame, fit)) in enumerate(zip(own, fitting, strict=True)):
            rows[i] = (
                *self._phrase(candidate),
                *_cue_features(frame, view),
                *tag_numbers(view, candidate, frame, at.segment, at.above, self._lexicon),
                *_position_features(candidate, at, view, others),
                *_attachment_features(candidate, frame, at, view, others),
                *_fit_features(fit, at, others),
                _is_mentioned(candidate, view, quoted),
            )
        no_fit = _fit_features(NO_FIT, at, others)
        elsewhere = {  # by paragraph
            index: (*_PositionFeatures(index - at.paragraph), *_NO_ATTACHMENT, *no_fit)
            for index in {c.paragraph for c in around}
        }
        for i, candidate in enumerate(around, len(own)):
            rows[i] = (
                *self._phrase_and_cue(candidate),
                *elsewhere[candidate.paragraph],
                _is_mentioned(candidate, self._views[candidate.paragraph], quoted),
            )
        return rows.take(_ORDER, axis=1)

    def _phrase_and_cue(self, candidate: Candidate) -> tuple[float, ...]:
        """The numbers of a noun phrase and its cue, asked about quotations of other paragraphs."""
        key = candidate.paragraph, candidate.head
        if key not in self._apart:
            view, frame = self._views[candidate.paragraph], likeliest_frame(candidate)
            tag = tag_numbers(view, candidate, frame, None, (), self._lexicon)
            self._apart[key] = (*self._phrase(candidate), *_cue_features(frame, view), *tag)
        return self._apart[key]

    def _phrase(self, candidate: Candidate) -> _PhraseFeatures:
        key = candidate.paragraph, candidate.head
        if key not in self._phrases:
            self._phrases[key] = self._new_phrase(candidate)
        return self._phrases[key]

    def _new_phrase(self, candidate: Candidate) -> _PhraseFeatures:
        view, pool = self._views[candidate.paragraph], self._pools[candidate.paragraph]
        head, last, lexicon = candidate.head, candidate.last, self._lexicon
        return _PhraseFeatures(
            sort=candidate.sort,
            dep=_DEPS.get(view.deps[head], 0),
            mentions=min(self._seen[candidate.who], _MOST_MENTIONS),
            first_of_paragraph=pool[0] is candidate,
            last_of_paragraph=pool[-1] is candidate,
            frames=len(candidate.frames),
            phrase_words=last - candidate.first,
            colon_behind=last < len(view.words) and view.words[last] == ":",
            depth=min(len(list(view.above(head))), _HIGH),
            first_word=_FIRST_WORDS.get(view.lower[candidate.first], 0),
            source_share=lexicon.people.source_share(view.lemmas[head]) if view.pos[head] == "NOUN" else -1.0,
            in_other=head in self._held[candidate.paragraph],
            is_cue_noun=view.lemmas[head] in lexicon.cues.nouns,
        )


def _rivals(own: Sequence[Candidate], fits: Iterable[float], at: SegmentPlace) -> _Rivals:
    """Look at the candidates of a segment's own paragraph; ``fits`` are those of their best frames."""
    fair = [[frame.cue for frame in candidate.frames if frame.quoted_share > _CUE_ABOVE] for candidate in own]
    sure: dict[int, list[Candidate]] = {}
    for candidate in own:
        for frame in candidate.frames:
            if frame.share > _SURE:
                sure.setdefault(frame.cue, []).append(candidate)
    return _Rivals(
        sorted(fits, reverse=True) or [NO_FIT],
        [candidate.head for candidate in own],
        [candidate.head for candidate, cues in zip(own, fair, strict=True) if cues],
        [(at.above[cue], at.ways[cue][0]) for cues in fair for cue in cues if cue in at.above],
        sure,
    )


def _fit_features(fit: float, at: SegmentPlace, others: _Rivals) -> _FitFeatures:
    return _FitFeatures(
        fit=fit,
        fit_behind_best=others.fits[0] - fit,
        fit_rank=bisect_left(others.fits, -fit, key=neg),  # how many fit better
        according_in_sentence=at.according,
    )


def _is_mentioned(candidate: Candidate, view: View, quoted: str) -> bool:
    return view.pos[candidate.head] == "PROPN" and view.words[candidate.head] in quoted


def _cue_features(frame: Frame | None, view: View) -> _CueFeatures:
    if frame is None:
        return _CueFeatures()
    return _CueFeatures(
        link=frame.link + 1,
        share=frame.share,
        quoted_share=frame.quoted_share,
        cue_tag=TAGS.get(view.tags[frame.cue], 0),
    )


def _position_features(candidate: Candidate, at: SegmentPlace, view: View, others: _Rivals) -> _PositionFeatures:
    head = candidate.head
    low, high = (candidate.last, at.first) if head < at.first else (at.last, candidate.first)
    edge = at.first if high == at.first else at.last - 1
    return _PositionFeatures(
        same_paragraph=True,
        tokens=min(gap(head, at), _FAR),
        sentences=view.sentences[head] - view.sentences[edge],
        after=head >= at.last,
        others_between=_between(others.heads, low, high),
        segments_between=len({*view.inside[low:high]} - {None}),
        stop_between=sum(map(STOPS.__contains__, view.words[low:high])),
        cues_between=_between(others.heads_with_cue, low, high),
    )


def _attachment_features(
    candidate: Candidate, frame: Frame | None, at: SegmentPlace, view: View, others: _Rivals
) -> _AttachmentFeatures:
    if frame is None:
        return _AttachmentFeatures()
    cue = frame.cue
    above = list(view.above(cue))
    sure = others.sure_cues
    steps = min(at.above.get(cue, 0), _HIGH)
    crossed, hangs_by = at.ways.get(cue, (-1, 0))
    higher = [clauses for up, clauses in others.cues_above if up > steps] if steps else []
    after = cue >= at.last
    near, far = (at.last, cue) if after else (cue + 1, at.first)
    return _AttachmentFeatures(
        steps_up=steps,
        cue_below=view.heads[cue] == at.anchor,
        cues_higher=len(higher),
        cue_tokens=min(gap(cue, at), _FAR),
        cue_adjacent=not any(word[0].isalnum() for word in view.words[near:far]),
        cue_after=after,
        verbs_between=view.pos[near:far].count("VERB"),
        cue_in_sentence=view.sentences[cue] == view.sentences[at.anchor],
        cue_depth=min(len(above), _HIGH),
        under_speech=sum(any(c is not candidate for c in sure[token]) for token in above if token in sure),
        tagged=_is_tagged(view, candidate, frame),
        barriers=crossed,
        reported_by=higher.count(crossed),
        hangs_by=hangs_by,
        cue_dep=RELATIONS.get(view.deps[cue], 0),
        cue_mark=_mark(view, cue),
    )


def _held_in(pool: Sequence[Candidate]) -> set[int]:
    """The tokens that stand in a noun phrase, but for its head."""
    return {token for candidate in pool for token in range(candidate.first, candidate.last) if token != candidate.head}


def _between(heads: Sequence[int], low: int, high: int) -> int:
    """How many of some tokens, in order, stand in ``[low, high)``."""
    return max(0, bisect_left(heads, high) - bisect_left(heads, low))


def _mark(view: View, cue: int) -> int:
    """The word that joins the clause of a cue to another one: "as Smith said", "while Smith said"."""
    joins = [
        t for t in view.children[cue] if t < cue and view.deps[t] in {"mark", "advmod"} and view.lower[t] in _MARKS
    ]
    if joins:
        return _MARKS[view.lower[joins[0]]]
    head = view.heads[cue]
    return _MARKS.get(view.lower[head], 0) if view.deps[cue] == "pcomp" else 0


def _is_tagged(view: View, candidate: Candidate, frame: Frame) -> int:
    """Whether "X said" hangs on a sentence like a tag: behind a comma (1), and with no verb behind it (2)."""
    first, last = min(candidate.first, frame.cue), max(candidate.last, frame.cue + 1)
    if first == 0 or view.words[first - 1] not in COMMAS or last - first > LONGEST_TAG:
        return 0
    number, behind = view.sentences[frame.cue], last
    while behind < len(view.words) and view.sentences[behind] == number:
        if view.pos[behind] in VERBS or view.inside[behind] is not None:
            return 1
        behind += 1
    return 2
