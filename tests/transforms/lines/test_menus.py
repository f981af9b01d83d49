"""Menus of pages that were copied with the article below them."""

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.lines import read_plain_text

TITLE = "Bridge reopens after two years"
LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."
DEK = "Trams will have to wait for the board"


def title(*lines: str) -> str | None:
    found = read_plain_text("\n\n".join(lines)).title
    return found.value if found else None


@pytest.mark.parametrize(
    "menu",
    [
        pytest.param(["Trams", "Boats", "Pell and Vellmar", "My bridges"], id="unknown words"),
        pytest.param(["Jump to content", "Log in", "Your account", "Boats"], id="buttons and a section"),
        pytest.param(["Sign in", "Accept all", "Boats", "Share", "Pell Courier"], id="an outlet"),
        pytest.param(["Trams", "Boats", "Ferries", "Home » Bridges of Vellmar » Trams"], id="a path below"),
        pytest.param(["Skip to content", "Menu", "Pell Courier"], id="two buttons and an outlet"),
        pytest.param(["Sunday, May 3, 2024", "Trams", "Boats", "Pell"], id="today"),
        pytest.param([f"Boats {i}" for i in range(20)], id="many lines"),
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        pytest.param(["By Ada Lind"], id="byline"),
        pytest.param([DEK, "May 3, 2024"], id="dek and day"),
        pytest.param([DEK, "Ada Lind", "Boats correspondent"], id="dek, name and role"),
        pytest.param([DEK, "Ada Lind | Staff Writer"], id="dek, name beside a role"),
        pytest.param(["Share", "Facebook", "Print", "Email", DEK, "By Ada Lind"], id="buttons, dek and byline"),
    ],
)
def test_a_menu_is_no_headline(menu, below):
    article = read_plain_text("\n\n".join([*menu, TITLE, *below, LEDE, NEXT]))
    assert article.title.value == TITLE
    assert {block.kind for block in article.blocks[: len(menu)]} <= {K.BOILERPLATE, K.DATE}
    assert (article.dek.value if article.dek else None) == (DEK if DEK in below else None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Bridge news", "Trams", "Boats", TITLE, "By Ada Lind", LEDE], "Bridge news", id="three lines"),
        pytest.param(["Print", "Bridge woes", TITLE, "By Ada Lind", LEDE], "Bridge woes", id="a button"),
        pytest.param(["Bridge", "Trams", "Boats", "Pell", TITLE, LEDE, NEXT], "Bridge", id="nobody signed"),
        pytest.param(
            ["Bridge", "Trams", "Boats", "Pell", TITLE, LEDE, NEXT, "By Ada Lind"], "Bridge", id="signed below the text"
        ),
        pytest.param(["Bridge", "trams cross", "boats", "Pell", TITLE, "By Ada Lind", LEDE], "Bridge", id="verse"),
        pytest.param(["Bridge!", "Trams.", "Boats.", "Pell.", TITLE, "By Ada Lind", LEDE], "Bridge!", id="sentences"),
        pytest.param(["Bridge", "Trams", "Boats", "Pell", LEDE, "By Ada Lind", NEXT], "Bridge", id="a paragraph"),
    ],
)
def test_short_lines_that_are_no_menu(lines, expected):
    assert title(*lines) == expected


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        pytest.param("Sunday, May 5, 2024", ["May 3, 2024"], "May 3, 2024", id="below the headline"),
        pytest.param("Sunday, May 5, 2024", [], "Sunday, May 5, 2024", id="above alone"),
        pytest.param(
            "Sunday, May 5, 2024", [NEXT, LEDE, "Published May 3, 2024"], "Sunday, May 5, 2024", id="below the text"
        ),
    ],
)
def test_the_day_of_a_page_gives_way_to_that_of_its_article(above, below, day):
    assert read_plain_text("\n\n".join([above, TITLE, "By Ada Lind", *below, LEDE])).published.value == day
