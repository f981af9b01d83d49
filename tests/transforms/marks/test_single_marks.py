"""Single quotation marks: which pairs there are, and whether they are an article's main ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.marks import quote_map
from transforms.marks.single import single_pairs


def pairs(text: str, *, runs_on: bool = False) -> list[str]:
    return [text[pair.start : pair.end] for pair in single_pairs(text, runs_on=runs_on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said ‘no’ twice.", ["no"], id="curly"),
        pytest.param("He said 'no' twice.", ["no"], id="straight"),
        pytest.param("It's the drivers' fault.", [], id="apostrophes"),
        pytest.param("'The drivers' bus is late,' he said.", ["The drivers' bus is late,"], id="plural inside"),
        pytest.param("The '90s and rock 'n' roll.", [], id="clipped words"),
        pytest.param("He called them 'heroes' and left.", ["heroes"], id="a plural before the mark"),
        pytest.param("'One day.", [], id="left open"),
    ],
)
def test_pairs_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


def test_an_open_one_runs_on_where_the_next_paragraph_begins_with_a_mark() -> None:
    assert pairs("'One day.", runs_on=True) == ["One day."]


def test_double_marks_stay_the_main_ones_where_single_ones_nest_in_them() -> None:
    (found,) = quote_map(["“He told me ‘never,’ and left,” she said."])
    assert [(segment.start, segment.end) for segment in found] == [(1, 30)]


def test_single_marks_stay_the_main_ones_where_one_is_closed_by_a_double_mark() -> None:
    texts = ["‘We lost,’ she said.", "‘We will win,” she said."]
    found = zip(texts, quote_map(texts), strict=True)
    assert [[text[s.start : s.end] for s in own] for text, own in found] == [["We lost,"], ["We will win,"]]


def test_in_headlines_single_marks_count_beside_double_ones() -> None:
    text = "Minister: strike is 'a gift'"
    assert [text[s.start : s.end] for s in quote_map([text], headlines=True)[0]] == ["a gift"]
    assert quote_map([text]) == [()]


@given(st.text(alphabet="ab .,?s‘’'\"“”\n", max_size=60))
def test_segments_are_in_order_and_inside(text: str) -> None:
    last = 0
    for segment in quote_map([text], headlines=True)[0]:
        assert last <= segment.start < segment.end <= len(text)
        last = segment.end
