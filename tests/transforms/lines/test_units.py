"""Wrapped lines get their paragraphs back."""

import pytest

from transforms.lines.units import split_units

WRAPPED = """The council of Vellmar reopened the old bridge on Monday
after two years of repairs, the mayor said in a speech to
about two hundred people who stood in the rain.

Trams will cross it again from next month, according to
the transport office, which gave no day.
"""


def test_wrapped_paragraphs_are_joined_and_the_text_stays():
    units = split_units(WRAPPED)
    assert [unit.lines for unit in units] == [3, 2]
    assert "\n" not in units[0].text
    assert WRAPPED[units[0].start : units[0].end].split() == units[0].text.split()
    indented = WRAPPED.replace("\n\n", "\n   ")
    assert [unit.lines for unit in split_units(indented)] == [3, 2]


@pytest.mark.parametrize(
    ("short", "lines"),
    [
        pytest.param("The council of Vellmar\n", [4, 2], id="a sentence goes on"),
        pytest.param("The council of the\n", [4, 2], id="so does a word that leads on"),
        pytest.param("    The council of Old\n", [4, 2], id="so does an indented one"),
        pytest.param("News of the\n", [1, 3, 2], id="not a line of few words"),
        pytest.param("    THE COUNCIL OF VELLMAR\n", [1, 3, 2], id="a headline in the middle"),
        pytest.param("The council of Vellmar said so.\n", [1, 3, 2], id="a sentence ends"),
        pytest.param("The council of Vellmar,\n", [1, 3, 2], id="a list"),
    ],
)
def test_a_short_first_line_of_a_wrapped_text_is_of_its_paragraph_if_it_plainly_goes_on(short, lines):
    rest = (
        WRAPPED if short.startswith("  ") or short.endswith("the\n") else WRAPPED.replace("The council", "council", 1)
    )
    assert [unit.lines for unit in split_units(short + rest)] == lines


SPEECH = '"I have heard all of that before," said the old ferryman.'  # as wide as the text is


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "Bridge reopens\n\nThe council reopened the bridge and the trams\nof Vellmar cross it.\n\nIt held.\n",
            [1, 2, 1],
            id="one line that goes on",
        ),
        pytest.param(
            f"   {WRAPPED}".replace("\n\n", f"\n   {SPEECH}\n   {SPEECH}\n   "), [3, 1, 1, 2], id="indents begin them"
        ),
        pytest.param(
            "".join(f"    {line}\n" if line else "\n" for line in WRAPPED.splitlines()),
            [3, 2],
            id="indented as a whole",
        ),
        pytest.param("Bridge reopens\n\nThe trams of Vellmar cross it now\nThe ferry goes\n", [1, 1, 1], id="a list"),
    ],
)
def test_paragraphs_of_wrapped_texts(text, lines):
    assert [unit.lines for unit in split_units(text)] == lines


LATE = (
    "Boats of Vellmar have been late since the storm of Monday, as the old pier of the town is still closed to them "
    "and to the ferry."
)


@pytest.mark.parametrize(
    ("end", "following", "lines"),
    [
        pytest.param(' "We are late," said Ada', "Byron, a cook.", 2, id="within the name of a tag"),
        pytest.param(" They wait for", "Byron, a cook.", 2, id="behind a word that leads on"),
        pytest.param(" They wait, as Ada Byron", "said on Friday.", 2, id="before a small letter"),
        pytest.param(' "We are late," said Ada.', "Byron, a cook.", 1, id="behind a full stop"),
        pytest.param(' "We are late," said Ada', '"We wait," said Byron.', 1, id="before a mark"),
        pytest.param(" Ada Byron", "Byron is a cook.", 1, id="behind a signature"),
    ],
)
def test_a_sentence_broken_off_by_a_stray_line_end_goes_on(end, following, lines):
    units = split_units(f"Boats late\n\n{LATE}{end}\n{following}\n\n{LATE}\n")
    assert [unit.lines for unit in units] == ([1, 2, 1] if lines > 1 else [1, 1, 1, 1])


def test_a_line_of_one_sentence_is_not_joined_to_the_next():
    assert [unit.lines for unit in split_units(f"{LATE[:-1]} for\nByron, a cook.\n")] == [1, 1]


def test_short_lines_are_not_joined():
    poem = "Roses\nViolets\nSugar\nAnd so are you\n"
    assert [unit.lines for unit in split_units(poem)] == [1, 1, 1, 1]


def test_a_byline_in_small_letters_below_the_headline_of_a_wrapped_text():
    units = split_units(f"Council reopens the bridge\nby Ada Lind\n\n{WRAPPED}")
    assert [unit.lines for unit in units] == [1, 1, 3, 2]


HEAD = f"{'The Vellmar Lantern':40}{'14 March 2025':40}Page 3"


def test_heads_of_pages_that_are_wider_than_the_columns_of_a_printed_text_do_not_hide_them():
    page = f"{HEAD}\n\n{WRAPPED}\n{WRAPPED}\n{WRAPPED}\n"
    assert [unit.lines for unit in split_units(page * 3)] == [1, *[3, 2] * 3] * 3


def test_a_short_list_among_paragraphs_of_a_line_each_is_not_joined():
    goods = "bread from the mill in the old town\ncheese from the farm up the hill\n" * 3
    assert {unit.lines for unit in split_units(f"{LATE}\n\n{LATE}\n\n{goods}\n{LATE}\n")} == {1}
