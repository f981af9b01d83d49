"""Whether a quoted stretch is speech at all: titles of works, nicknames, coined terms and scare quotes are not.

Learned from the words around the marks, the shape of the stretch, and how well the best candidate speaks.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import SEGMENT_FEATURES, Matrix
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
_PICKED = ("link", "share", "quoted_share", "steps_up", "cue_tokens", "cue_adjacent", "same_paragraph", "sort", "fit")


def speech_rows(
    text: str,
    questions: Sequence[Question],
    views: Sequence[View],
    scores: Sequence[NDArray[np.float64]],
    lexicon: Lexicon,
) -> Matrix:
    """A row of ``SPEECH_FEATURES`` and ``SEGMENT_FEATURES`` for each question."""
    picked = [FEATURES.index(name) for name in _PICKED]
    seen: dict[str, int] = {}
    for question in questions:
        key = _key(text, question)
        seen[key] = seen.get(key, 0) + 1
    rows = np.zeros((len(questions), len(SPEECH_FEATURES) + len(SEGMENT_FEATURES)), dtype=np.float32)
    for i, (question, score) in enumerate(zip(questions, scores, strict=True)):
        at = question.place
        view = views[at.paragraph]
        order = np.argsort(-score, kind="stable")
        best = question.rows[order[0], picked].tolist() if len(order) else [0.0] * len(picked)
        inner = text[question.segment.start : question.segment.end]
        words = [word.strip(".,?!;:").lower().replace("’", "'") for word in inner.split()]
        inside = view.pos[at.first : at.last]
        rows[i] = (
            score[order[0]] if len(order) else -9.0,
            score[order[1]] if len(order) > 1 else -9.0,
            chances_among(score).max(initial=0.0),
            *best,
            _nearness_of_verb(view, at.first),
            _near_pos(view, at.first - 1, -1),
            _near_pos(view, at.last, 1),
            _DEPS.get(view.deps[at.anchor], 0),
            _POS.get(inside[0], 0),
            _POS.get(inside[-1], 0),
            inside.count("VERB") + inside.count("AUX"),
            inside.count("PROPN") / len(inside),
            not lexicon.pronouns.first_person.isdisjoint(words),
            not lexicon.pronouns.second_person.isdisjoint(words),
            sum(map(inner[:-1].count, ",;:—-")),
            seen[_key(text, question)],
            *_before(view, at.first, lexicon),
            max(
                (lexicon.cues.share("VERB", view.lemmas[t]).quoted for t in at.above if view.pos[t] == "VERB"),
                default=0.0,
            ),
            sum(word[0].isupper() for word in inner.split())
            >= max(1, len(words) - sum(w in lexicon.terms.small_words for w in words)),
            any(view.lower[t] == "as" for t in range(max(0, at.first - 4), at.first)),
            *at.numbers,
        )
    return rows


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
