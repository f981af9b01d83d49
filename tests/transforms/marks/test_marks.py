"""The quote map: which stretches of a paragraph stand between marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.marks import quote_map, split_at_marks

PAIRS = ['""', "“”", "„“", "„”", "‟”", "«»", "＂＂", '"”', '“"']


def words(*paragraphs: str) -> list[list[str]]:
    maps = quote_map(paragraphs)
    return [[text[s.start : s.end] for s in found] for text, found in zip(paragraphs, maps, strict=True)]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_of_marks(pair: str) -> None:
    assert words(f"He said {pair[0]}all is well{pair[1]} twice.") == [["all is well"]]


@pytest.mark.parametrize(("opening", "closing"), [("``", "''"), ("''", "''"), ("“", "''"), ('"', '"')])
def test_typewriter_pairs(opening: str, closing: str) -> None:
    assert words(f"He said {opening}all is well{closing} twice.") == [["all is well"]]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param('a "b" c "d" e', ["b", "d"], id="two pairs"),
        pytest.param('a "b "c" d', ["c"], id="a second opening drops the first"),
        pytest.param('b" c "d" e', ["d"], id="a stray closing mark is skipped"),
        pytest.param('He is 6\'2" tall and "glad" of it', ["glad"], id="inches are no marks"),
        pytest.param('"He is 6\'2" tall"', ["He is 6'2\" tall"], id="inches do not close"),
        pytest.param("it's the drivers' fault", [], id="apostrophes are no marks"),
        pytest.param('a "" b', [], id="nothing between"),
        pytest.param('a "..." b', [], id="no letter between"),
        pytest.param('<i class="x">a</i> "b"', ["b"], id="marks of mark-up"),
        pytest.param('a ("b") c', ["b"], id="behind a bracket"),
        pytest.param('a—"b"—c', ["b"], id="behind a dash"),
        pytest.param("'''a''' b", [], id="three single marks are no pair"),
        pytest.param(
            "''A, 'b,''' c. ''D.''", ["A, 'b,'", "D."], id="single and double ones of apostrophes end at once"
        ),
        pytest.param("a b''' c ''d'' e", ["d"], id="of three apostrophes that end nothing"),
        pytest.param('" a "', ["a"], id="white space is not part of it"),
        pytest.param("“a ‘b’ c”", ["a ‘b’ c"], id="single marks nest"),
        pytest.param("„a“ und „b“", ["a", "b"], id="low and high in turn"),
        pytest.param("“a,’’ b", ["a,"], id="two single marks close"),
        pytest.param("“a.“ b", ["a."], id="an opening mark typed for a closing one"),
        pytest.param("a ” b c” d", ["b c"], id="a closing mark typed for an opening one"),
        pytest.param('“a "b" c” d', ['a "b" c'], id="straight marks within bent ones"),
        pytest.param('“a" “b" c', ["a", "b"], id="straight marks that close bent ones"),
        pytest.param('""a," b', ["a,"], id="an opening mark typed twice"),
        pytest.param("“”a,” b", ["a,"], id="a pair typed for an opening mark"),
        pytest.param('a "A. "B," c', ["A.", "B,"], id="two paragraphs of a quotation in one"),
        pytest.param("a “A? “B! “C,” c", ["A?", "B!", "C,"], id="three paragraphs of a quotation in one"),
        pytest.param('a "b. "C, d', [], id="two opening marks that nothing closes"),
        pytest.param(f'a "A{"a" * 800}. "B," c', ["B,"], id="too long to be left open"),
        pytest.param('a said, "B c.', ["B c."], id="led to, and closed by the end of the paragraph"),
        pytest.param("a said: “B c.’", ["B c."], id="led to, and closed by a single mark"),
        pytest.param('a said "B c.', [], id="not led to"),
        pytest.param('a said, "b c.', [], id="led to, without a capital"),
        pytest.param('a said, "B c', [], id="led to, without an end"),
        pytest.param('"A b "c" d." e', ['A b "c" d.'], id="straight marks within straight ones"),
        pytest.param('a "b "c" d." e', ["c"], id="straight marks within straight ones that begin nothing"),
        pytest.param('"A b "c" d "e." f', ["c", "e."], id="straight marks one after the other"),
        pytest.param("“Blue Pier’ (a b) is c.", ["Blue Pier"], id="closed by a single mark"),
        pytest.param("“The cooks’ a b.", ["The cooks’ a b."], id="left open before the apostrophe of a plural"),
        pytest.param("a “b c“. d", ["b c"], id="an opening mark typed for a closing one before a stop"),
        pytest.param("”A b,“ c said. ”D e,“ f said.", ["A b,", "D e,"], id="both marks turned round"),
        pytest.param("a ”b c“, d", ["b c"], id="both marks turned round, before a stop"),
        pytest.param("a ” b “c” d", ["c"], id="a closing mark before a pair"),
        pytest.param("a “b c“d e” f", ["d e"], id="an opening mark before a word"),
        pytest.param("a “b “…c” d", ["…c"], id="an opening mark before an ellipsis"),
        pytest.param("‘A b,” c said.", ["A b,"], id="closed by a double mark"),
        pytest.param("a said: ‘B,” c said.", ["B,"], id="led to, and closed by a double mark"),
        pytest.param("‘A’ b,” c said.", [], id="a single mark that is closed before a double one"),
        pytest.param("a ‘B,” c said.", [], id="a single mark that nothing leads to before a double one"),
        pytest.param("‘A “b” c,” d said.", ["b"], id="a single mark with another pair before a double one"),
        pytest.param("A said, ‘B c d.", ["B c d."], id="led to by a single mark that nothing closes"),
        pytest.param("“A b c.” D said, ‘E f’ g.", ["A b c."], id="led to by a single mark that is closed"),
        pytest.param("A played ‘B c d.", [], id="a single mark that nothing leads to"),
        pytest.param("‘A b c.", [], id="a single mark that begins its paragraph"),
        pytest.param("“Goin’ a b.", ["Goin’ a b."], id="left open before an apostrophe for a letter"),
    ],
)
def test_what_stands_between_the_marks_of_a_paragraph(paragraph: str, expected: list[str]) -> None:
    assert words(paragraph) == [expected]


def test_a_quotation_over_paragraphs_runs_to_their_ends() -> None:
    maps = quote_map(['He said: "a b.', '"c d.', '"e f."', "g"])
    assert [[(s.opens, s.closes) for s in found] for found in maps] == [
        [(True, False)],
        [(True, False)],
        [(True, True)],
        [],
    ]


def test_a_mark_left_open_in_mid_paragraph_is_stray() -> None:
    assert words('He said "a b.', "c d.") == [[], []]


def test_a_mark_left_open_in_mid_paragraph_is_closed_in_the_next() -> None:
    assert words('He said "a b.', 'c d," he said.', "e") == [["a b."], ["c d,"], []]
    assert words('"a b," he said. "c', 'c d," he said.', "e") == [["a b,", "c"], ["c d,"], []]


def test_a_paragraph_behind_a_quotation_that_only_ends_is_a_part_of_it() -> None:
    assert words("“a b.”", "c d.” He left.", "e.” f") == [["a b."], ["c d."], []]


def test_a_mark_that_ends_what_was_left_open_before_has_no_single_mark_for_its_pair() -> None:
    assert words("“A b.", "‘C d,” he said.") == [["A b."], ["‘C d,"]]


def test_paragraphs_without_marks_within_a_quotation_are_parts_of_it() -> None:
    assert words("He wrote: “A b,", "c d.", "e f.", "g”. He left.") == [["A b,"], ["c d."], ["e f."], ["g"]]
    assert words("“A b.", "c d.", "e.” f") == [["A b."], ["c d."], ["e."]]
    assert words("A “b c.", "d e.", "f.” g") == [[], [], []]  # a mark in mid-sentence is stray
    assert words("“A b.", "He said c.", "d.” e") == [["A b."], [], []]  # the writer's own
    assert words("“A b.”", "c d", "e”. f") == [["A b."], [], []]


def test_a_word_in_marks_within_a_paragraph_that_is_left_open() -> None:
    assert words('"A b "c" d.', '"E."') == [['A b "c" d.'], ["E."]]
    assert words('"A b "c" d.', "E.") == [["c"], []]


def test_items_of_a_list_are_no_dialogue() -> None:
    assert words("— A first son", "— The wife of 35 years.") == [[], []]
    assert words("— A first son", "— I am his wife.") == [["A first son"], ["I am his wife."]]


SHORTER = ("– Is it safe?", "– It is.", "– For whom?", '– For "us".')


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        pytest.param(SHORTER, [["Is it safe?"], ["It is."], ["For whom?"], ['For "us".']], id="two ask, two answer"),
        pytest.param(SHORTER[:3], [[], [], []], id="three"),
        pytest.param((SHORTER[0], "It is.", *SHORTER[2:]), [[], [], [], ["us"]], id="not in a row"),
        pytest.param((*SHORTER[:1] * 3, SHORTER[1]), [[], [], [], []], id="a list of questions"),
        pytest.param((*SHORTER[1:2] * 3, SHORTER[0]), [[], [], [], []], id="a list with one question"),
    ],
)
def test_shorter_dashes_in_a_row_make_a_dialogue(paragraphs: tuple[str, ...], said: list[list[str]]) -> None:
    assert words(*paragraphs) == said


def test_two_dashes_make_a_dialogue() -> None:
    assert words("— Is it safe? asked Kamau.", "— It is, said Haddad.") == [["Is it safe?"], ["It is"]]
    assert words("— Is it safe?", "It is.") == [[], []]


@given(st.lists(st.text(alphabet="ab .,\"“”„«»'`6—\n", max_size=40), max_size=4))
def test_stretches_lie_in_order_within_their_paragraph(paragraphs: list[str]) -> None:
    for text, found in zip(paragraphs, quote_map(paragraphs), strict=True):
        at = 0
        for segment in found:
            assert at <= segment.start < segment.end <= len(text)
            assert text[segment.start : segment.end].strip() == text[segment.start : segment.end]
            at = segment.end


@given(st.text(max_size=30))
def test_splitting_at_marks_loses_nothing(word: str) -> None:
    assert "".join(split_at_marks(word)) == word


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", ['« a "b" ', '“ a "b" ', "a ” b ", "“a.“ b ", '"A b "c d ', '"A "b" c '])
def test_a_paragraph_of_nothing_but_marks_is_read_in_time(text: str) -> None:
    """In proportion to its length: a hostile file must not hold up a run."""
    assert quote_map([text[:2] + text[2:] * 200_000])


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", ["'a' ", "'as' b ", "\"a\" 'b' "])
def test_a_paragraph_of_nothing_but_single_marks_is_read_in_time(text: str) -> None:
    assert quote_map([text * 300_000])


@pytest.mark.parametrize(
    ("paragraphs", "shapes"),
    [
        pytest.param(["— Are you cold?", "— No, I am not."], [(False, True), (False, True)], id="long dashes"),
        pytest.param(
            ["« Tu viens ?", "– Non.", "– Tant pis. »"], [(True, False), (False, False), (False, True)], id="guillemets"
        ),
        pytest.param(["– Cold?", "– No.", "– Sure?", "– Quite."], [(False, True)] * 4, id="in a row"),
    ],
)
def test_a_turn_behind_a_dash_is_opened_by_no_mark(paragraphs: list[str], shapes: list[tuple[bool, bool]]) -> None:
    """And goes on in the next paragraph only where guillemets stand around all turns."""
    assert [(s.opens, s.closes) for found in quote_map(paragraphs) for s in found] == shapes
