"""Whether a quoted stretch is speech at all: titles of works, nicknames, coined terms and scare quotes are not.

Learned from the words around the marks, the shape of the stretch, and how well the best candidate speaks.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SEGMENT_FEATURES, Matrix, SegmentPlace
from transforms.quotes.learned.questions import FEATURES, Question
from transforms.quotes.learned.ranking import chances_among

_POS = {
    pos: i
    for i, pos in enumerate(
        ("PUNCT", "VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "DET", "CCONJ", "SCONJ", "PART", "NUM"),
        1,
    )
}
_DEPS = {
    dep: i
    for i, dep in enumerate(
        ("ROOT", "ccomp", "dobj", "pobj", "attr", "amod", "compound", "oprd", "appos", "nsubj", "conj", "dep", "acomp",
         "advmod", "nmod", "xcomp", "parataxis", "pcomp", "advcl"), 1
    )
}  # fmt: skip
SPEECH_FEATURES = (
    "best", "second", "share_of_best", "link", "share", "quoted_share", "steps_up", "cue_tokens", "adjacent",
    "same_paragraph", "sort", "fit", "verb_share_before", "pos_before", "pos_behind", "dep", "pos_in_first",
    "pos_in_last", "verbs_in", "named_share", "has_first_person", "has_second_person", "punctuation_in", "repeated",
    "word_before", "word_before_that", "lemma_before", "share_above", "all_capitals", "as_before",
)  # fmt: skip
_COLUMNS = SPEECH_FEATURES + SEGMENT_FEATURES
_NEAR = 3  # tokens between the marks and the word before, marks included
# The code of a word that is not in the list of small words before marks: one more than English has, for the model
# learned it so. Other languages have none or shorter ones, and a code of their own would be that of an English word.
UNKNOWN_WORD = 46
_NOBODY = -9.0  # the score of an option that there is not


class _BestCandidateFeatures(NamedTuple):
    """How well the best candidate speaks, next to the others, and what its cue is: named as the pairs are."""

    best: float
    second: float
    share_of_best: float
    link: float = 0.0
    share: float = 0.0
    quoted_share: float = 0.0
    steps_up: float = 0.0
    cue_tokens: float = 0.0
    adjacent: float = 0.0
    same_paragraph: float = 0.0
    sort: float = 0.0
    fit: float = 0.0


class _MarkFeatures(NamedTuple):
    """Of what stands around the marks."""

    verb_share_before: float
    pos_before: int
    pos_behind: int
    dep: int
    word_before: int
    word_before_that: int
    lemma_before: float
    share_above: float
    as_before: bool


class _WordFeatures(NamedTuple):
    """Of the words between the marks, and how often the article has them."""

    pos_in_first: int
    pos_in_last: int
    verbs_in: int
    named_share: float
    has_first_person: bool
    has_second_person: bool
    punctuation_in: int
    repeated: int
    all_capitals: bool


GROUPED = (*_BestCandidateFeatures._fields, *_MarkFeatures._fields, *_WordFeatures._fields)
_ORDER = np.array([GROUPED.index(name) for name in SPEECH_FEATURES])
_CALLED_OTHERWISE = {"adjacent": "cue_adjacent"}
_PICKED = [FEATURES.index(_CALLED_OTHERWISE.get(name, name)) for name in _BestCandidateFeatures._field_defaults]


def speech_rows(
    text: str,
    questions: Sequence[Question],
    views: Sequence[View],
    scores: Sequence[NDArray[np.float64]],
    lexicon: Lexicon,
) -> Matrix:
    """A row of ``SPEECH_FEATURES`` and ``SEGMENT_FEATURES`` for each question."""
    times = Counter(_key(text, question) for question in questions)
    rows = np.empty((len(questions), len(GROUPED)), dtype=np.float32)
    for i, (question, score) in enumerate(zip(questions, scores, strict=True)):
        view = views[question.place.paragraph]
        repeated = times[_key(text, question)]
        rows[i] = (
            *_best_candidate_features(question, score),
            *_mark_features(view, question.place, lexicon),
            *_word_features(text, view, question, repeated, lexicon),
        )
    places = np.array([question.place.numbers for question in questions], dtype=np.float32)
    return np.hstack([rows.take(_ORDER, axis=1), places.reshape(len(questions), len(SEGMENT_FEATURES))])


def _best_candidate_features(question: Question, score: NDArray[np.float64]) -> _BestCandidateFeatures:
    order = np.argsort(-score, kind="stable")
    return _BestCandidateFeatures(
        score[order[0]] if len(order) else _NOBODY,
        score[order[1]] if len(order) > 1 else _NOBODY,
        chances_among(score).max(initial=0.0),
        *(question.rows[order[0], _PICKED].tolist() if len(order) else ()),
    )


def _mark_features(view: View, place: SegmentPlace, lexicon: Lexicon) -> _MarkFeatures:
    word, word_before_that, share = _before(view, place.first, lexicon)
    above = [lexicon.cues.share("VERB", view.lemmas[t]).quoted for t in place.above if view.pos[t] == "VERB"]
    return _MarkFeatures(
        verb_share_before=_nearness_of_verb(view, place.first),
        pos_before=_near_pos(view, place.first - 1, -1),
        pos_behind=_near_pos(view, place.last, 1),
        dep=_DEPS.get(view.deps[place.anchor], 0),
        word_before=word,
        word_before_that=word_before_that,
        lemma_before=share,
        share_above=max(above, default=0.0),
        as_before="as" in view.lower[max(0, place.first - 4) : place.first],
    )


def _word_features(text: str, view: View, question: Question, repeated: int, lexicon: Lexicon) -> _WordFeatures:
    inner = text[question.segment.start : question.segment.end]
    printed = inner.split()
    words = [word.strip(".,?!;:").lower().replace("’", "'") for word in printed]
    large = [word for word in words if word not in lexicon.terms.small_words]
    inside = view.pos[question.place.first : question.place.last]
    return _WordFeatures(
        pos_in_first=_POS.get(inside[0], 0),
        pos_in_last=_POS.get(inside[-1], 0),
        verbs_in=inside.count("VERB") + inside.count("AUX"),
        named_share=inside.count("PROPN") / len(inside),
        has_first_person=not lexicon.pronouns.first_person.isdisjoint(words),
        has_second_person=not lexicon.pronouns.second_person.isdisjoint(words),
        punctuation_in=sum(map(inner[:-1].count, ",;:—-")),
        repeated=repeated,
        all_capitals=sum(word[0].isupper() for word in printed) >= max(1, len(large)),
    )


def looks_like_a_name(rows: Matrix) -> NDArray[np.bool_]:
    """Of rows of :func:`speech_rows`: whether the words, two or more, are capitalised and stand within a sentence."""
    capitals, stands_in, words = (rows[:, _COLUMNS.index(name)] for name in ("all_capitals", "stand_in", "words"))
    found: NDArray[np.bool_] = (capitals > 0) & (stands_in == 0) & (words > 1)
    return found


def _before(view: View, first: int, lexicon: Lexicon) -> tuple[int, int, float]:
    """The two words before the marks, if they are small ones, and how often the first marks a quotation."""
    words = [t for t in range(max(0, first - 6), first) if view.words[t][0].isalnum()]
    near = words[-1] if words and first - words[-1] <= _NEAR else None
    if near is None:
        return 0, 0, 0.0
    codes = lexicon.cues.words_before
    farther = words[-2] if len(words) > 1 else None
    return (
        codes.get(view.lower[near], UNKNOWN_WORD),
        codes.get(view.lower[farther], UNKNOWN_WORD) if farther is not None else 0,
        lexicon.cues.share(view.pos[near], view.lemmas[near]).quoted if view.pos[near] in {"VERB", "NOUN"} else 0.0,
    )


def _key(text: str, question: Question) -> str:
    return text[question.segment.start : question.segment.end].strip(" .,").lower()


def _near_pos(view: View, token: int, step: int) -> int:
    """The part of speech of the nearest word outside of marks; 0 at an edge of the paragraph or beside a mark."""
    while 0 <= token < len(view.words):
        word = view.words[token]
        if word[0].isalnum():
            return _POS.get(view.pos[token], len(_POS) + 1)
        if word[0] not in QUOTATION_MARKS:
            return _POS["PUNCT"]
        token += step
    return 0


def _nearness_of_verb(view: View, first: int) -> float:
    """How near a verb stands before a segment: 1 for the token before it, 1/2 for the next, ... and 0 beyond five.

    Marks are tokens, too. The model's column is called ``verb_share_before``.
    """
    for distance, token in enumerate(range(first - 1, max(first - 6, -1), -1)):
        if view.pos[token] == "VERB":
            return 1.0 / (1 + distance)
    return 0.0
