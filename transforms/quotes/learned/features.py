"""Where a quotation stands, as numbers, and how well the frames of its paragraph fit it.

Nothing here depends on which name it is: the numbers tell places, grammar and counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schemas.vocabulary import BlockKind
from transforms.marks import MARKS_BEFORE, MARKS_BEHIND
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.view import View

Matrix = NDArray[np.float32]

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
NO_FIT = -1.0
TAGS = {"VBD": 1, "VBZ": 2, "VBP": 3, "VBG": 4, "VBN": 5, "VB": 6}

SEGMENT_FEATURES = (
    "words", "starts_low", "comma_inside", "stop_inside", "begins_paragraph", "ends_paragraph", "segments", "rank",
    "alone", "opens", "closes", "colon_before", "comma_before", "word_before", "low_behind", "stand_in", "title",
    "anchor_is_root", "capitals", "best_cue_above", "best_cue_in_sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SegmentPlace:
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


def place(index: int, k: int, view: View, frames: Sequence[Frame]) -> SegmentPlace | None:
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
    return SegmentPlace(index, k, first, last, anchor, above, ways, according, numbers)


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
    before = paragraph.text[: segment.start - paragraph.start].rstrip(MARKS_BEFORE + " ")
    behind = paragraph.text[segment.end - paragraph.start :].lstrip(MARKS_BEHIND + " ")
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


def likeliest_frame(candidate: Candidate) -> Frame | None:
    """The frame of a candidate that most likely marks a segment of another paragraph."""
    return max(candidate.frames, key=lambda frame: (frame.quoted_share, frame.cue), default=None)


def fitting_frame(candidate: Candidate, at: SegmentPlace, view: View) -> tuple[Frame | None, float]:
    """The frame of a candidate that most likely marks a segment of its own paragraph, and how well it fits."""
    fits = [(fit_of(frame, at, view), -frame.cue, frame) for frame in candidate.frames]
    if not fits:
        return None, NO_FIT
    fit, _, frame = max(fits, key=lambda fitting: fitting[:2])
    return frame, fit


def fit_of(frame: Frame, at: SegmentPlace, view: View) -> float:
    """A rough guess at how likely a frame marks a segment of its paragraph, from grammar and nearness."""
    fit = frame.quoted_share - 0.02 * min(gap(frame.cue, at), 30)
    if frame.cue in at.above:
        return fit + 1.0
    if view.heads[frame.cue] == at.anchor:
        return fit + 0.7
    return fit


def gap(token: int, at: SegmentPlace) -> int:
    """How many tokens away from a segment a token stands."""
    return at.first - token if token < at.first else max(0, token - at.last + 1)
