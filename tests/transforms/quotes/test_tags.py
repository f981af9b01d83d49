"""Tags: what stands beside them, and those that the parser did not see."""

from types import SimpleNamespace
from typing import Any, cast

from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.missed_frames import missed_tags
from transforms.quotes.grammar.tags import kind_beside, own_complement
from transforms.quotes.grammar.view import View

WORDS = ['"', "This", "is", "so", ",", '"', "the", "letter", "reads", "."]
POS = ["PUNCT", "PRON", "AUX", "ADV", "PUNCT", "PUNCT", "DET", "NOUN", "NOUN", "PUNCT"]
LEMMAS = ['"', "this", "be", "so", ",", '"', "the", "letter", "read", "."]
INSIDE = [None, 0, 0, 0, 0, None, None, None, None, None]


def seen(**changed: Any) -> View:
    """A paragraph where the parser took "reads" for a noun."""
    of: dict[str, Any] = {
        "paragraph": SimpleNamespace(),
        "words": WORDS,
        "lower": [word.lower() for word in WORDS],
        "lemmas": LEMMAS,
        "pos": POS,
        "tags": POS,
        "deps": ["dep"] * len(WORDS),
        "heads": [8] * len(WORDS),
        "children": [[] for _ in WORDS],
        "sentences": [0] * len(WORDS),
        "inside": INSIDE,
        "starts": list(range(len(WORDS))),
        "ends": list(range(1, len(WORDS) + 1)),
    } | changed
    return View(**cast("Any", of))


def test_marks_are_looked_past() -> None:
    assert kind_beside(seen(), 5, -1, 0) == 1.25  # this segment, which ends with a comma
    assert kind_beside(seen(), 5, -1, 1) == 2.25  # another one
    assert kind_beside(seen(), 9, 1, 0) == 4  # a full stop
    assert kind_beside(seen(), 0, -1, 0) == 0  # the edge


def test_a_cue_with_a_clause_of_its_own_reports_that() -> None:
    children = [[] for _ in WORDS]
    children[8] = [3, 7]
    deps = ["dep"] * len(WORDS)
    deps[3], deps[7] = "ccomp", "dobj"
    view = seen(children=children, deps=deps)
    assert own_complement(view, 8, 6, None, {}) == 2
    assert own_complement(view, 8, 6, 0, {}) == 1  # the clause is the quotation
    assert own_complement(view, 8, 7, 0, {}) == 0  # the other one speaks


def test_a_tag_without_a_verb_is_seen_by_its_words() -> None:
    (frame,) = missed_tags(seen(), set(), lexicon("en"))
    assert (frame.cue, frame.speaker, frame.link, frame.lemma) == (8, 7, Link.BESIDE, "read")


def test_a_tag_that_has_a_frame_is_left_alone() -> None:
    assert missed_tags(seen(), {8}, lexicon("en")) == []


def test_no_tag_behind_a_quotation_that_ends_without_a_comma() -> None:
    words = ['"', "This", "is", "so", ".", *WORDS[5:]]
    assert missed_tags(seen(words=words), set(), lexicon("en")) == []


def test_the_phrase_of_a_tag_begins_at_its_article() -> None:
    assert seen().begin_of_tag(7) == 6


def test_a_list_of_thousands_of_names_is_one_noun_phrase() -> None:
    size = 3000
    children = [[i + 1] for i in range(size - 1)] + [[]]
    lists = dict.fromkeys(["words", "lower", "lemmas"], ["Lind"] * size) | dict.fromkeys(
        ["pos", "tags"], ["PROPN"] * size
    )
    view = seen(**lists, deps=["conj"] * size, heads=[0, *range(size - 1)], children=children, inside=[None] * size)
    assert view.noun_phrase(0) == (0, size)
