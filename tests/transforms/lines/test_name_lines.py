"""Bylines without "By": which lines count, and what an article with such a line says of its authors."""

from datetime import date

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.byline import clean_names
from transforms.dates import parse_time
from transforms.lines import read_plain_text
from transforms.lines.byline_lines import is_byline
from transforms.lines.name_lines import is_name_line, is_role, is_signed

TITLE = "Bridge reopens after two years"
LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Ada Lind", True, id="one"),
        pytest.param("Élodie Årud", True, id="accents"),
        pytest.param("J. R. Lind", True, id="initials"),
        pytest.param("Ludwig von der Heide", True, id="particles"),
        pytest.param("Ada Lind Jr.", True, id="a suffix"),
        pytest.param("Ada Lind and Karl Moe", True, id="two"),
        pytest.param("Ada Lind, Karl Moe & Bo van den Ek", True, id="three"),
        pytest.param("Fish and Chips", False, id="no full names"),
        pytest.param("Council Reopens Old Bridge and Trams Return", False, id="a headline in capitals"),
        pytest.param("Ada Lind and the council", False, id="words in small letters"),
        pytest.param("Ada Lind and The Lantern", False, id="an outlet"),
        pytest.param("Ada Lind said so.", False, id="a sentence"),
        pytest.param("Channel 5 News", False, id="a digit"),
        pytest.param("Happy New Year", False, id="a greeting"),
        pytest.param("TRAMS RETURN AFTER STORM", False, id="a headline, all in capitals"),
        pytest.param("Final Edition", False, id="an edition"),
    ],
)
def test_lines_of_names(line, expected):
    assert is_name_line(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Ada Lind | Staff Writer", True, id="role behind a bar"),
        pytest.param("Ada Lind, Senior Political Correspondent", True, id="role behind a comma"),
        pytest.param("Ada Lind and Karl Moe, Staff Writers", True, id="role of two"),
        pytest.param("Ada Lind | Staff Writer | The Vellmar Lantern", True, id="role and outlet"),
        pytest.param("Ada Lind, May 3, 2024", True, id="a day"),
        pytest.param("3 May 2024 | Ada Lind", True, id="a day before"),
        pytest.param("Published on May 3, 2024 by Ada Lind", True, id="a day, then by"),
        pytest.param("Posted on 3rd of May, 2024 at 2:12 pm by Ada Lind", True, id="a time, then by"),
        pytest.param("From Ada Lind in Oslo", True, id="from a place"),
        pytest.param("From Vellmar in May", False, id="a place alone"),
        pytest.param("Par Élodie Årud", True, id="French"),
        pytest.param("Von Ada Lind und Karl Moe", True, id="German, two"),
        pytest.param("Por fin abre el puente", False, id="Spanish prose"),
        pytest.param("Von Miller", False, id="a given name like a foreign by"),
        pytest.param("Ada Lind", False, id="nothing beside the name"),
        pytest.param("New York, May 3, 2024", False, id="a place and a day"),
        pytest.param("The Vellmar Lantern | May 3, 2024", False, id="an outlet and a day"),
        pytest.param("Ada Lind, Mayor of Vellmar", False, id="a role of somebody who is written about"),
        pytest.param("Ada Lind | Bridges | May 3, 2024", False, id="something else beside it"),
        pytest.param("May 3, 2024", False, id="a day alone"),
    ],
)
def test_signed_lines(line, expected):
    assert is_signed(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Reporter", True, id="one word"),
        pytest.param("Local Democracy Reporter", True, id="several"),
        pytest.param("Health correspondent, VRT News", True, id="for an outlet"),
        pytest.param("Correspondent in Oslo", True, id="in a place"),
        pytest.param("The mayor told a reporter", False, id="a sentence without its end"),
        pytest.param("reporter", False, id="small letters"),
        pytest.param("Bridges", False, id="something else"),
    ],
)
def test_roles(line, expected):
    assert is_role(line) is expected


@pytest.mark.parametrize(
    ("head", "authors", "day"),
    [
        pytest.param(["Ada Lind and Karl Moe", "May 3, 2024"], ("Ada Lind", "Karl Moe"), 3, id="two"),
        pytest.param(["Ada Lind in Oslo", "May 3, 2024"], ("Ada Lind",), 3, id="place"),
        pytest.param(["Élodie Årud", "May 3, 2024"], ("Élodie Årud",), 3, id="accents"),
        pytest.param(["Ada Lind at Vellmar Stadium", "May 3, 2024"], ("Ada Lind",), 3, id="at a place"),
        pytest.param(["Ada Lind and Bo Ek at Pell harbour", "May 3, 2024"], ("Ada Lind", "Bo Ek"), 3, id="two at one"),
        pytest.param(["Market Report at Pell Stadium", "May 3, 2024"], (), 3, id="a report at a place"),
        pytest.param(["Pell Herald", "Ada Courier", "May 3, 2024"], ("Ada Courier",), 3, id="an outlet above a name"),
        pytest.param(["Ferry Owners at Odds", "May 3, 2024"], (), 3, id="no place"),
        pytest.param(["Old Trams at Vellmar Bridge", "May 3, 2024"], (), 3, id="what the text tells of"),
        pytest.param(["Ada Lind at Vellmar Stadium"], (), None, id="at a place, without a day beside it"),
        pytest.param(["Ada Lind", "Pell Courier", "May 3, 2024"], ("Ada Lind",), 3, id="an outlet below the name"),
        pytest.param(
            ["Contact Ada Lind at 555-0142 or by post.", "Ada Lind", "Pell Courier", "May 3, 2024"],
            ("Ada Lind",),
            3,
            id="an outlet below a name that the page has elsewhere",
        ),
        pytest.param(["Ada Lind", "Bo Ek", "May 3, 2024"], ("Bo Ek",), 3, id="no outlet below a name"),
        pytest.param(["Old Trams Return", "Ada Courier", "May 3, 2024"], ("Ada Courier",), 3, id="a dek above a name"),
        pytest.param(["Ada Lind", "@adalind", LEDE], ("Ada Lind",), None, id="an account below the name"),
        pytest.param(["By", "Ada Lind"], ("Ada Lind",), None, id="by on its own line"),
        pytest.param(["Ada Lind | Staff Writer"], ("Ada Lind",), None, id="role"),
        pytest.param(["Ada Lind, Political Correspondent"], ("Ada Lind",), None, id="role behind a comma"),
        pytest.param(["Ada Lind", "Reporter", "May 3, 2024"], ("Ada Lind",), 3, id="role on its own line"),
        pytest.param(["From Ada Lind in Oslo"], ("Ada Lind",), None, id="from a place"),
        pytest.param(["Words: Ada Lind", "Pictures: Karl Moe"], ("Ada Lind",), None, id="words and pictures"),
        pytest.param(
            ["Posted on 3rd of May, 2024 at 2:12 pm by Ada Lind"], ("Ada Lind",), 3, id="day and time before it"
        ),
        pytest.param(["Story by Ada Lind • 2d • 3 min read"], ("Ada Lind",), None, id="how long it takes"),
        pytest.param(["By our staff", "May 3, 2024"], (), 3, id="our staff"),
        pytest.param(["Ada Lind • May 3, 2024"], ("Ada Lind",), 3, id="day behind the name"),
        pytest.param(["Published on May 3, 2024 by Ada Lind"], ("Ada Lind",), 3, id="day before it"),
        pytest.param(
            ["The trams return in June, the council says.", "Ada Lind, Staff Writer"], ("Ada Lind",), None, id="dek"
        ),
        pytest.param([LEDE, NEXT, LEDE, "Ada Lind, Senior Political Analyst"], (), None, id="not behind paragraphs"),
        pytest.param(["Ada Lind in Oslo"], (), None, id="place without a day beside it"),
    ],
)
def test_authors_of_a_head(head, authors, day):
    article = read_plain_text("\n\n".join([TITLE, *head, LEDE, NEXT]))
    assert article.title.value == TITLE
    assert (clean_names(article.authors.values) if article.authors else ()) == authors
    assert (parse_time(article.published.value).local.date() if article.published else None) == (
        date(2024, 5, day) if day else None
    )
    assert [block.kind for block in article.blocks][-2:] == [K.BODY, K.BODY]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("By Julio Lind", True, id="a given name that is a month elsewhere"),
        pytest.param("By March 4", False, id="a day"),
        pytest.param("By March, Lind", False, id="a month, then a name"),
        pytest.param("By March the bridge was open", False, id="a month"),
        pytest.param("By Ada Lind, photographs by Karl Moe", True, id="with a photographer"),
        pytest.param("By Ada Lind, May 3, 2024, 5:00 p.m.", True, id="with a time"),
        pytest.param(
            "By Ada Lind, bridges correspondent, and Karl Moe, trams editor", True, id="roles in small letters"
        ),
        pytest.param("By Ada Lind (trams editor) in Oslo", True, id="a role in brackets"),
        pytest.param("Story by Ada Lind • 2d • 3 min read", True, id="how old it is and how long it takes"),
        pytest.param("By Ada Lind | 5h ago", True, id="hours ago"),
        pytest.param("By Ada Lind • 3 min of rain", False, id="minutes of something"),
        pytest.param("By our own correspondent", True, id="our own"),
        pytest.param("By our staff", True, id="our staff"),
        pytest.param("Words: Ada Lind", True, id="words"),
        pytest.param("Words: what they mean", False, id="words that mean"),
        pytest.param("By Ada, the son of the editor", False, id="a relation"),
    ],
)
def test_bylines(line, expected):
    assert is_byline(line) is expected


@pytest.mark.timeout(5)
@pytest.mark.parametrize("line", [pytest.param("1" * 20_000, id="digits"), pytest.param("Ada | " * 4_000, id="bars")])
def test_a_line_that_is_far_too_long_is_none(line):
    assert not is_signed(line)
    assert not is_name_line(line)
    assert not is_role(line)
