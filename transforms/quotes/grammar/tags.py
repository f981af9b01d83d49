"""Tags like "Haddad said": what stands right before and right behind them, and what the cue in them has of its own.

In the American style the comma stands inside the marks (``"We lost," Haddad said.``), so marks are looked past.
"""

from collections.abc import Collection

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View

TAG_FEATURES = (
    "before_tag", "behind_tag", "is_tag", "tags_this", "tags_other", "negated", "modal", "infinitive",
    "own_complement", "governor_share", "beside_one_before", "beside_one_behind", "beside_this",
)  # fmt: skip

LONGEST_TAG = 12
COMMAS = frozenset({",", "-", "--", "–", "—"})
STOPS = frozenset({".", "?", "!"})
_MARKS = frozenset(QUOTATION_MARKS) | {"''", "``"}
_EDGE, _THIS, _OTHER, _COMMA, _STOP, _COLON, _WORD = 0, 1, 2, 3, 4, 5, 11
_WORDS = {"CCONJ": 6, "SCONJ": 7, "VERB": 8, "AUX": 8, "NOUN": 9, "PROPN": 9, "PRON": 9, "ADP": 10}
_WITH_COMMA, _WITH_STOP = 0.25, 0.5
_CUE_OF_A_TAG = 0.05  # share of marking quotations from which a cue is looked for beside the segments
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "oprd"})
_NO_CUE = (-1, -1, 0, 0, 0, 0, 0, 0, 0, -1.0, 0, 0, 0)


def tag_numbers(
    view: View,
    candidate: Candidate,
    frame: Frame | None,
    segment: int | None,
    above: Collection[int],
    lexicon: Lexicon,
) -> tuple[float, ...]:
    """The numbers of ``TAG_FEATURES`` of a candidate whose best frame is ``frame``.

    ``segment`` is the quoted segment asked about, and ``above`` what it hangs on; None if in another paragraph.
    """
    if frame is None:
        return _NO_CUE
    return (
        *_sides(view, candidate, frame, segment),
        *_of_cue(view, candidate, frame, segment, above, lexicon),
        *_segments_beside(view, candidate, segment),
    )


def kind_beside(view: View, token: int, step: int, segment: int | None) -> float:
    """What stands at a token or, if that is a mark, past it: an edge, a segment and how it ends, or a kind of word."""
    while 0 <= token < len(view.words) and view.inside[token] is None and view.words[token] in _MARKS:
        token += step
    if not 0 <= token < len(view.words):
        return _EDGE
    word = view.words[token]
    if view.inside[token] is not None:
        which = _THIS if view.inside[token] == segment else _OTHER
        return which + (_ended_by(word) if step < 0 else 0.0)
    if word in COMMAS:
        return _COMMA
    if word in STOPS:
        return _STOP
    return _COLON if word == ":" else _WORDS.get(view.pos[token], _WORD)


def _ended_by(word: str) -> float:
    """How a segment ends whose last word is this: with a comma, with a stop, or with neither."""
    if word == ",":
        return _WITH_COMMA
    return _WITH_STOP if word in STOPS else 0.0


def _range(candidate: Candidate, frame: Frame) -> tuple[int, int]:
    return min(candidate.first, frame.cue), max(candidate.last, frame.cue + 1)


def _sides(view: View, candidate: Candidate, frame: Frame, segment: int | None) -> tuple[float, ...]:
    first, last = _range(candidate, frame)
    if last - first > LONGEST_TAG:
        return _NO_CUE[:5]
    before, behind = kind_beside(view, first - 1, -1, segment), kind_beside(view, last, 1, segment)
    ended = before % 1 > 0
    is_tag = before == _COMMA or ended
    return (
        before,
        behind,
        is_tag * (1 + (behind in {_STOP, _EDGE})),
        (int(before) == _THIS and ended) + (behind == _THIS),
        (int(before) == _OTHER and ended) + (behind == _OTHER),
    )


def _of_cue(
    view: View, candidate: Candidate, frame: Frame, segment: int | None, above: Collection[int], lexicon: Lexicon
) -> tuple[float, ...]:
    head = view.heads[frame.cue]
    children = view.children[frame.cue]
    deps, tags = {view.deps[child] for child in children}, {view.tags[child] for child in children}
    is_verb = head != frame.cue and view.pos[head] == "VERB"
    return (
        "neg" in deps,
        "MD" in tags,
        "TO" in tags,
        own_complement(view, frame.cue, candidate.head, segment, above),
        lexicon.cues.share("VERB", view.lemmas[head]).quoted if is_verb else -1.0,
    )


def own_complement(view: View, cue: int, speaker: int, segment: int | None, above: Collection[int]) -> int:
    """Whether a cue reports something else than the segment: a clause (2), or another complement (1)."""
    others = [
        child
        for child in view.children[cue]
        if view.deps[child] in _COMPLEMENTS and child != speaker and not _holds(view, child, segment, above)
    ]
    return max((2 if view.deps[child] == "ccomp" else 1 for child in others), default=0)


def _holds(view: View, child: int, segment: int | None, above: Collection[int]) -> bool:
    return segment is not None and (child in above or view.inside[child] == segment)


def _segments_beside(view: View, candidate: Candidate, segment: int | None) -> tuple[float, ...]:
    """Whether any tag of a candidate stands right behind another segment, right before one, or beside this one."""
    if segment is None:
        return (0, 0, 0)
    ranges = [_range(candidate, frame) for frame in candidate.frames if frame.quoted_share >= _CUE_OF_A_TAG]
    sides = [
        (int(kind_beside(view, first - 1, -1, segment)), int(kind_beside(view, last, 1, segment)))
        for first, last in ranges
        if last - first <= LONGEST_TAG
    ]
    return (
        any(before == _OTHER for before, _ in sides),
        any(behind == _OTHER for _, behind in sides),
        any(_THIS in pair for pair in sides),
    )
