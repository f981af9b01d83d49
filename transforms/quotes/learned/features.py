"""What is known of a quotation and of somebody who may have said it, as numbers for the ranking.

Nothing here depends on which name it is: the numbers tell places, grammar and counts.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from operator import neg

import numpy as np
from numpy.typing import NDArray

from schemas.vocabulary import BlockKind
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tags import COMMAS, LONGEST_TAG, STOPS, TAG_FEATURES, tag_numbers
from transforms.quotes.grammar.view import View

Matrix = NDArray[np.float32]

_FAR = 80  # tokens; farther is all the same
_HIGH = 12
_FAIR = 0.1  # a cue that marks quotations this often counts among those above
_SURE = 0.4  # ... and this often, that it reports what stands under it
_NO_FIT = -1.0
_DEPS = {dep: i for i, dep in enumerate(("nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "appos", "ROOT"), 1)}
# Clauses that tell what happens beside the clause they hang on, and are not what it reports.
_BARRIERS = frozenset({"advcl", "conj", "relcl", "acl", "parataxis"})
RELATIONS = {
    dep: i
    for i, dep in enumerate(
        ("ROOT", "ccomp", "xcomp", "advcl", "conj", "relcl", "acl", "parataxis", "pcomp", "prep", "dobj", "pobj",
         "attr", "oprd", "acomp", "nsubj", "nsubjpass", "csubj", "appos", "dep", "advmod", "npadvmod", "compound",
         "amod"), 1
    )
}  # fmt: skip
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
TAGS = {"VBD": 1, "VBZ": 2, "VBP": 3, "VBG": 4, "VBN": 5, "VB": 6}

SEGMENT_FEATURES = (
    "words", "starts_low", "comma_inside", "stop_inside", "begins_paragraph", "ends_paragraph", "segments", "rank",
    "alone", "opens", "closes", "colon_before", "comma_before", "word_before", "low_behind", "stand_in", "title",
    "anchor_is_root", "capitals", "best_cue_above", "best_cue_in_sentence",
)  # fmt: skip
PAIR_FEATURES = (
    "same_paragraph", "paragraphs", "tokens", "sentences", "after", "others_between", "segments_between", "link",
    "share", "quoted_share", "steps_up", "cue_below", "cues_higher", "cue_tokens", "cue_adjacent", "cue_tag",
    "cue_after", "verbs_between", "sort", "dep", "mentions", "mentioned_in_quote", "first_of_paragraph",
    "last_of_paragraph", "frames", "phrase_words", "colon_behind", "cue_in_sentence", "stop_between",
    "fit", "fit_behind_best", "fit_rank", "according_in_sentence", "cue_depth", "depth", "under_speech",
    "tagged", "barriers", "reported_by", "hangs_by", "cue_dep", "cue_mark", "first_word", "source_share",
    "in_other", "is_cue_noun", "cues_between", *TAG_FEATURES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands in its paragraph: its masked tokens ``[first, last)`` and what they hang on."""

    paragraph: int
    segment: int
    first: int
    last: int
    anchor: int
    above: dict[int, int]  # token -> steps up from the anchor
    ways: dict[int, tuple[int, int]]  # token -> clauses on the way up that nothing reports, last relation of the way
    according: bool  # its sentence has an "according to"
    numbers: tuple[float, ...]


def place(index: int, k: int, view: View, frames: Sequence[Frame]) -> Place | None:
    """Where segment ``k`` of a paragraph stands; None if no token of the parse stands for it."""
    tokens = [i for i, segment in enumerate(view.inside) if segment == k]
    if not tokens:
        return None
    first, last = tokens[0], tokens[-1] + 1
    within = set(tokens)
    roots = [i for i in tokens if view.heads[i] not in within or view.heads[i] == i]
    words = [i for i in roots if view.words[i][0].isalnum()]
    anchor = (words or roots or tokens)[0]
    above = {token: steps for steps, token in enumerate(view.above(anchor), 1) if token not in within}
    ways = {token: way for token, way in _ways(view, anchor) if token not in within}
    according = any(f.link is Link.ACCORDING and view.sentences[f.cue] == view.sentences[anchor] for f in frames)
    numbers = _numbers(view, k, first, anchor, above, frames)
    return Place(index, k, first, last, anchor, above, ways, according, numbers)


def _ways(view: View, anchor: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each token that the anchor hangs on, the adverbial clauses and such on the way, and how the way arrives."""
    crossed, below = 0, anchor
    for token in view.above(anchor):
        crossed += view.deps[below] in _BARRIERS
        yield token, (crossed, RELATIONS.get(view.deps[below], 0))
        below = token


def _numbers(
    view: View, k: int, first: int, anchor: int, above: dict[int, int], frames: Sequence[Frame]
) -> tuple[float, ...]:
    paragraph = view.paragraph
    segment = paragraph.segments[k]
    inner = paragraph.text[segment.start - paragraph.start : segment.end - paragraph.start]
    words = inner.split()
    before = paragraph.text[: segment.start - paragraph.start].rstrip("\"“”„‟«»'`‘ ")
    behind = paragraph.text[segment.end - paragraph.start :].lstrip("\"“”„‟«»'`’ ")
    sentence = view.sentences[anchor]
    return (
        min(len(words), 40),
        next(c for c in inner if c.isalnum()).islower(),
        inner[-1] == ",",
        inner[-1] in ".?!…",
        not before,
        not any(map(str.isalnum, behind)),
        len(paragraph.segments),
        k,
        not before and not any(map(str.isalnum, behind)),
        segment.opens,
        segment.closes,
        before.endswith(":"),
        before.endswith(","),
        before[-1:].isalnum(),
        behind[:1].islower(),
        paragraph.origin[first] < 0,
        paragraph.kind is BlockKind.TITLE,
        view.deps[anchor] == "ROOT",
        sum(word[0].isupper() for word in words) / len(words),
        max((f.quoted_share for f in frames if f.cue in above), default=0.0),
        max((f.quoted_share for f in frames if view.sentences[f.cue] == sentence), default=0.0),
    )


def best_frame(candidate: Candidate, at: Place, view: View) -> Frame | None:
    """The frame of a candidate that most likely marks a segment."""
    if not candidate.frames:
        return None
    if candidate.paragraph != at.paragraph:
        return max(candidate.frames, key=lambda frame: (frame.quoted_share, frame.cue))
    return max(candidate.frames, key=lambda frame: (fit_of(frame, at, view), -frame.cue))


def fits_of(own: Sequence[Candidate], at: Place, view: View) -> list[float]:
    """How well the best frames of a paragraph's candidates fit a segment, best first."""
    frames = [best_frame(candidate, at, view) for candidate in own]
    return sorted((fit_of(frame, at, view) for frame in frames if frame), reverse=True) or [_NO_FIT]


def fit_of(frame: Frame, at: Place, view: View) -> float:
    """A rough guess at how likely a frame marks a segment of its paragraph, from grammar and nearness."""
    fit = frame.quoted_share - 0.02 * min(gap(frame.cue, at), 30)
    if frame.cue in at.above:
        return fit + 1.0
    if view.heads[frame.cue] == at.anchor:
        return fit + 0.7
    return fit


def gap(token: int, at: Place) -> int:
    """How many tokens away from a segment a token stands."""
    return at.first - token if token < at.first else max(0, token - at.last + 1)


@dataclass(frozen=True, slots=True)
class Rivals:
    """What all candidates of a segment's paragraph are to it, so that it is not asked anew for each of them."""

    fits: list[float]  # how well their best frames fit, best first
    heads: list[int]
    heads_with_cue: list[int]
    cues_above: list[tuple[int, int]]  # of fair cues that the segment hangs on: steps up, clauses on the way
    sure_cues: dict[int, list[Candidate]]  # cues that mostly report, and whose they are


def rivals(own: Sequence[Candidate], at: Place, view: View) -> Rivals:
    """Look at the candidates of a segment's own paragraph."""
    fair = [[frame.cue for frame in candidate.frames if frame.quoted_share > _FAIR] for candidate in own]
    sure: dict[int, list[Candidate]] = {}
    for candidate in own:
        for frame in candidate.frames:
            if frame.share > _SURE:
                sure.setdefault(frame.cue, []).append(candidate)
    return Rivals(
        fits_of(own, at, view),
        [candidate.head for candidate in own],
        [candidate.head for candidate, cues in zip(own, fair, strict=True) if cues],
        [(at.above[cue], at.ways[cue][0]) for cues in fair for cue in cues if cue in at.above],
        sure,
    )


def pair_numbers(
    candidate: Candidate,
    at: Place,
    views: Sequence[View],
    pools: Sequence[Sequence[Candidate]],
    seen: Counter[int | str],
    quoted: str,
    others_here: Rivals,
    held: Sequence[Set[int]],
    lexicon: Lexicon,
) -> tuple[float, ...]:
    """The numbers of one candidate for a segment whose words are ``quoted``; ``held``: :func:`held_in` of each pool."""
    view, pool, fits = views[candidate.paragraph], pools[candidate.paragraph], others_here.fits
    frame = best_frame(candidate, at, view)
    same = candidate.paragraph == at.paragraph
    link = tag = adjacent = after = verbs = higher = steps = below = in_sentence = stops = 0
    share = quoted_share = 0.0
    fit, cue_depth, under = fit_of(frame, at, view) if frame and same else _NO_FIT, 0, 0
    tagged = barriers = reported_by = hangs_by = cue_dep = cue_mark = 0
    tokens = cue_tokens = _FAR
    low = high = 0
    sentences = others = segments = 0
    if same:
        tokens = min(gap(candidate.head, at), _FAR)
        low, high = (candidate.last, at.first) if candidate.head < at.first else (at.last, candidate.first)
        sentences = view.sentences[candidate.head] - view.sentences[at.first if high == at.first else at.last - 1]
        others = _between(others_here.heads, low, high)
        segments = len({k for k in view.inside[low:high] if k is not None})
        stops = sum(word in STOPS for word in view.words[low:high])
    if frame is not None:
        link, share, quoted_share = frame.link + 1, frame.share, frame.quoted_share
        tag = TAGS.get(view.tags[frame.cue], 0)
    if frame is not None and same:
        steps = min(at.above.get(frame.cue, 0), _HIGH)
        below = view.heads[frame.cue] == at.anchor
        cue_tokens = min(gap(frame.cue, at), _FAR)
        tagged = _is_tagged(view, candidate, frame)
        chain = list(view.above(frame.cue))
        cue_depth = min(len(chain), _HIGH)
        under = sum(any(c is not candidate for c in others_here.sure_cues.get(token, ())) for token in chain)
        barriers, hangs_by = at.ways.get(frame.cue, (-1, 0))
        if steps:
            farther = [crossed for up, crossed in others_here.cues_above if up > steps]
            higher, reported_by = len(farther), farther.count(barriers)
        cue_dep = RELATIONS.get(view.deps[frame.cue], 0)
        cue_mark = _mark(view, frame.cue)
        after = frame.cue >= at.last
        near, far = (at.last, frame.cue) if after else (frame.cue + 1, at.first)
        adjacent = not any(word[0].isalnum() for word in view.words[near:far])
        verbs = view.pos[near:far].count("VERB")
        in_sentence = view.sentences[frame.cue] == view.sentences[at.anchor]
    return (
        same,
        candidate.paragraph - at.paragraph,
        tokens,
        sentences,
        same and candidate.head >= at.last,
        others,
        segments,
        link,
        share,
        quoted_share,
        steps,
        below,
        higher,
        cue_tokens,
        adjacent,
        tag,
        after,
        verbs,
        candidate.sort,
        _DEPS.get(view.deps[candidate.head], 0),
        min(seen[candidate.who], 30),
        view.pos[candidate.head] == "PROPN" and view.words[candidate.head] in quoted,
        pool[0] is candidate,
        pool[-1] is candidate,
        len(candidate.frames),
        candidate.last - candidate.first,
        candidate.last < len(view.words) and view.words[candidate.last] == ":",
        in_sentence,
        stops,
        fit,
        fits[0] - fit,
        bisect_left(fits, -fit, key=neg),  # how many fit better
        at.according,
        cue_depth,
        min(len(list(view.above(candidate.head))), _HIGH),
        under,
        tagged,
        barriers,
        reported_by,
        hangs_by,
        cue_dep,
        cue_mark,
        _FIRST_WORDS.get(view.lower[candidate.first], 0),
        lexicon.source_share(view.lemmas[candidate.head]) if view.pos[candidate.head] == "NOUN" else -1.0,
        candidate.head in held[candidate.paragraph],
        view.lemmas[candidate.head] in lexicon.nouns,
        _between(others_here.heads_with_cue, low, high),
        *tag_numbers(view, candidate, frame, at.segment if same else None, at.above, lexicon),
    )


def held_in(pool: Sequence[Candidate]) -> set[int]:
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
        if view.pos[behind] in {"VERB", "AUX"} or view.inside[behind] is not None:
            return 1
        behind += 1
    return 2
