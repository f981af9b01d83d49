"""Lines that no article has, read in proportion to their length: a hostile file must not hold up a run."""

import pytest

from transforms.lines import read_plain_text
from transforms.lines.dateline import is_dateline_alone
from transforms.lines.line_forms import is_url
from transforms.lines.page_lines import is_boilerplate

HEAD = "Bridge reopens after repairs\n\nBy Ada Lind\n\nMay 3, 2024"
LENGTH = 200_000


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Vellmar" + " " * LENGTH + "Harbour", id="spaces"),
        pytest.param("Vellmar" + "\u00a0" * LENGTH + "Harbour", id="hard spaces"),
        pytest.param("Vellmar" + "-" * LENGTH + "Harbour", id="hyphens"),
        pytest.param("Vellmar" + "—" * LENGTH + "Harbour", id="dashes"),
        pytest.param("Vellmar" + ":" * LENGTH + "Harbour", id="colons"),
        pytest.param("@" * LENGTH, id="at signs"),
        pytest.param("a@a." * (LENGTH // 4), id="addresses in a row"),
        pytest.param("http://" + "a." * (LENGTH // 2) + " x", id="dots behind an address"),
        pytest.param("SOURCE " + "A" * LENGTH + "!", id="capitals behind a source"),
        pytest.param("word " * (LENGTH // 5), id="words"),
        pytest.param("a" * LENGTH, id="one letter"),
        pytest.param('"' * LENGTH + "a", id="quotation marks"),
        pytest.param("(" * LENGTH + "a", id="brackets"),
        pytest.param("a. " * (LENGTH // 3), id="stops"),
        pytest.param("Ada Lind, " * (LENGTH // 10), id="names"),
        pytest.param("\n\n".join(["Word"] * (LENGTH // 10)), id="paragraphs of a word"),
    ],
)
def test_a_line_of_one_thing_is_read_in_time(line):
    assert read_plain_text(f"{HEAD}\n\n{line}\n\nThe bridge is open, she said.").blocks


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param("https://lantern.example/a.html", True, id="address"),
        pytest.param("URL: www.lantern.example", True, id="with a label"),
        pytest.param("www.lantern.", False, id="nothing behind the dot"),
        pytest.param("http://.example", False, id="nothing before the dot"),
        pytest.param("www.lantern.example is down", False, id="words behind it"),
    ],
)
def test_an_address_and_nothing_else(line, is_one):
    assert is_url(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param("ada@lantern.example", True, id="mail"),
        pytest.param("ada@desk@lantern.example", True, id="two at signs"),
        pytest.param("@adalind", True, id="handle"),
        pytest.param("@@.example", False, id="nothing between"),
        pytest.param("ada@lantern", False, id="no ending"),
        pytest.param("SOURCE Lind Harbour Works", True, id="source of a release"),
        pytest.param("SOURCE A B C D E F G H I", False, id="more words than a name has"),
        pytest.param("SOURCE of the river", False, id="small letters"),
    ],
)
def test_a_line_of_the_page(line, is_one):
    assert is_boilerplate(line) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        pytest.param("VELLMAR, Norland - ", True, id="space behind"),
        pytest.param("VELLMAR --", True, id="two hyphens"),
        pytest.param("VELLMAR — the bridge", False, id="goes on"),
        pytest.param("Vellmar - - ", False, id="two dashes apart"),
    ],
)
def test_a_dateline_and_nothing_else(line, is_one):
    assert is_dateline_alone(line) is is_one
