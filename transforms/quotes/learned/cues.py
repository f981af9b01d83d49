"""Which cue of a speaker marks the quotation.

"Haddad paused before responding: ..." has two verbs with one subject. A small ensemble, learned by
``benchmarks/train_speaker_model.py``, tells the cue among them.
"""

import numpy as np

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tags import kind_beside, own_complement
from transforms.quotes.grammar.tagsets import SUBJECTS, VERBS
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import RELATIONS, TAGS, Matrix, SegmentPlace, gap
from transforms.quotes.learned.trees import Trees

_LEAST_SHARE = 0.06
_LIKELY = 0.3
_OF_A_RELATIVE = 0.15  # share of marking speech of the verb of a relative clause
_PER_TOKEN = 0.02
_LEADS = frozenset({":", ","})  # between a cue and its quotation
_BETWEEN = frozenset({"to", "as", "by", "on", "out"})  # in "went on to say", "quoted as saying"
CUE_FEATURES = (
    "share", "quoted_share", "link", "steps_up", "below", "gap", "after", "words_between", "tag", "in_sentence",
    "same_paragraph", "verbs_between", "segments_between", "cues", "barriers", "hangs_by", "dep", "nearest",
    "is_noun", "before", "behind", "own_complement", "cues_above", "cues_under", "better", "negated", "infinitive",
)  # fmt: skip


def cue_frame(candidate: Candidate, at: SegmentPlace, view: View, model: Trees, lexicon: Lexicon) -> Frame | None:
    """The frame of a candidate that marks the segment."""
    if candidate.paragraph == at.paragraph:
        before = next((frame for frame in candidate.frames if _is_right_before(frame, at, view)), None)
        before = before or _loose(candidate, at, view, lexicon)
        if before is not None:
            return before
    if len(candidate.frames) < 2:  # noqa: PLR2004
        return next(iter(candidate.frames), None)
    odds = model.scores(cue_rows(candidate, at, view))
    chosen = candidate.frames[int(np.argmax(odds))]
    within = _within_relative(chosen, candidate, at) if candidate.paragraph == at.paragraph else None
    return _led_to(within or chosen, candidate, view)


def _within_relative(chosen: Frame, candidate: Candidate, at: SegmentPlace) -> Frame | None:
    """The cue of the relative clause that ends with a quotation: "called" of 'Lind, who called it "a farce," left'."""
    if chosen.cue < at.last or chosen.cue not in at.above:
        return None
    held = (
        frame
        for frame in candidate.frames
        if frame.link is Link.RELATIVE
        and candidate.head < frame.cue < at.first
        and at.above.get(frame.cue, at.above[chosen.cue]) < at.above[chosen.cue]
        and frame.share >= _OF_A_RELATIVE
    )
    return next(held, None)


def _led_to(frame: Frame, candidate: Candidate, view: View) -> Frame:
    """The cue that a verb only leads to: "say" of "went on to say", "saying" of "was quoted as saying"."""
    led = (other for other in candidate.frames if _leading_verb(other.cue, view) == frame.cue)
    return next((other for other in led if other.marks_quotations), frame)


def _is_right_before(frame: Frame, at: SegmentPlace, view: View) -> bool:
    """Whether a colon alone stands between a likely cue and the quotation: "paused before responding: ..."."""
    between = view.words[frame.cue + 1 : at.first]
    is_beside = (
        frame.cue < at.first
        and view.pos[frame.cue] != "NOUN"
        and ":" in between
        and not any(word[0].isalnum() for word in between)
    )
    return is_beside and frame.share >= _LIKELY


def _loose(candidate: Candidate, at: SegmentPlace, view: View, lexicon: Lexicon) -> Frame | None:
    """The cue right before the quotation that the parser hung elsewhere: "Haddad, asked if he knew, said: ..."."""
    verb = at.first - 1
    while verb > candidate.head and not (view.words[verb][0].isalnum() and view.pos[verb] != "PRON"):
        verb -= 1
    behind = view.words[verb + 1 : at.first]
    is_close = not _LEADS.isdisjoint(behind) or view.pos[verb + 1 : at.first].count("PRON") == 1  # "calling it ..."
    share, quoted = lexicon.cues.share("VERB", view.lemmas[verb])
    if verb <= candidate.head or view.pos[verb] != "VERB" or not is_close or share < _LIKELY:
        return None
    is_same = view.sentences[verb] == view.sentences[candidate.head]
    has_subject = any(view.deps[t] in SUBJECTS and t != candidate.head for t in view.children[verb])
    if not is_same or has_subject:
        return None
    own = (frame for frame in candidate.frames if frame.cue == verb)
    return next(own, Frame(verb, candidate.head, Link.LOOSE, view.lemmas[verb], share, quoted))


def nearest_cue(at: SegmentPlace, view: View, lexicon: Lexicon) -> int | None:
    """A verb of the segment's sentence that may mark it where no frame does, such as "calling" with no subject."""
    best: tuple[float, int] | None = None
    for token in view.sentence_of(at.anchor):
        if view.pos[token] == "VERB" and view.inside[token] is None:
            share = lexicon.cues.share("VERB", view.lemmas[token]).quoted
            fit = share - _PER_TOKEN * gap(token, at)
            if share >= _LEAST_SHARE and (best is None or fit > best[0]):
                best = (fit, token)
    return best[1] if best else None


def cue_rows(candidate: Candidate, at: SegmentPlace, view: View) -> Matrix:
    """A row of ``CUE_FEATURES`` for each frame; ``view`` is that of the candidate's paragraph."""
    same = candidate.paragraph == at.paragraph
    rows = []
    for frame in candidate.frames:
        after = same and frame.cue >= at.last
        near, far = (at.last, frame.cue) if after else (frame.cue + 1, at.first)
        between = range(near, far) if same else range(0)
        rows.append(
            (
                frame.share,
                frame.quoted_share,
                frame.link,
                at.above.get(frame.cue, 0) if same else 0,
                same and view.heads[frame.cue] == at.anchor,
                min(gap(frame.cue, at), 60) if same else len(view.words) - frame.cue,
                after,
                min(sum(view.words[t][0].isalnum() for t in between), 30),
                TAGS.get(view.tags[frame.cue], 0),
                same and view.sentences[frame.cue] == view.sentences[at.anchor],
                same,
                sum(view.pos[t] == "VERB" for t in between),
                len({view.inside[t] for t in between} - {None}),
                len(candidate.frames),
                *(at.ways.get(frame.cue, (-1, 0)) if same else (-1, 0)),
                RELATIONS.get(view.deps[frame.cue], 0),
                same and all(gap(frame.cue, at) <= gap(other.cue, at) for other in candidate.frames),
                *_among(candidate, frame, at, view, same=same),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(-1, len(CUE_FEATURES))


def _among(candidate: Candidate, frame: Frame, at: SegmentPlace, view: View, *, same: bool) -> tuple[float, ...]:
    """What stands beside a cue, what it has of its own, and how it stands to the other cues of its speaker."""
    cue, segment = frame.cue, at.segment if same else None
    others = [other.cue for other in candidate.frames if other is not frame]
    above = set(view.above(cue))
    children = view.children[cue]
    return (
        view.pos[cue] == "NOUN",
        kind_beside(view, cue - 1, -1, segment),
        kind_beside(view, cue + 1, 1, segment),
        own_complement(view, cue, candidate.head, segment, at.above),
        sum(other in above for other in others),
        sum(cue in view.above(other) for other in others),
        sum(other.quoted_share > frame.quoted_share for other in candidate.frames),
        any(view.deps[child] == "neg" for child in children),
        any(view.tags[child] == "TO" for child in children),
    )


def cue_phrase(cue: int, view: View, lexicon: Lexicon) -> tuple[int, int]:
    """The tokens ``[first, last)`` of a cue as it is written: "pointed out", "went on to say", "according to"."""
    first, last = _begin_of_cue(cue, view, lexicon), cue + 1
    is_source = view.lower[cue] in lexicon.cues.according or (first < cue and view.pos[cue] == "NOUN")
    behind = {"to", "of"} if is_source else ()
    while last < len(view.words) and view.heads[last] == cue:
        if view.deps[last] != "prt" and view.lower[last] not in behind:
            break
        last += 1
    return first, last


def _begin_of_cue(cue: int, view: View, lexicon: Lexicon) -> int:
    words = lexicon.cues
    if view.pos[cue] in VERBS and view.lower[cue] not in words.according:
        leading = _leading_verb(cue, view)
        return cue if leading is None else leading
    above = view.heads[cue]
    if view.pos[cue] == "NOUN" and view.lower[above] == "in" and view.lemmas[cue] in words.according_nouns:
        return above
    is_pair = cue > 0 and view.lower[cue - 1] + view.lower[cue] in words.according
    return cue - 1 if is_pair else cue  # "d'après" is two tokens


def _leading_verb(cue: int, view: View) -> int | None:
    """The verb that a cue is one phrase with: "went" of "went on to say", "quoted" of "quoted as saying"."""
    upper = view.heads[cue]
    if view.deps[cue] == "pcomp":
        upper = view.heads[upper]
    is_below = view.deps[cue] in {"xcomp", "pcomp", "advcl"} and view.pos[upper] == "VERB" and upper < cue
    return upper if is_below and all(view.lower[t] in _BETWEEN for t in range(upper + 1, cue)) else None
