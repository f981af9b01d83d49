"""Names of authors with nothing beside them, and other lines of capitalised words that stand where they may."""

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.byline import clean_names
from transforms.lines import read_plain_text

TITLE = "Bridge reopens after two years"
LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."
LAST = "Nobody at the ferry, which loses most of its passengers to the trams, wanted to speak of it on Monday."


def authors(*lines: str) -> tuple[str, ...]:
    found = read_plain_text("\n\n".join(lines)).authors
    return clean_names(found.values) if found else ()


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([TITLE, "Ada Lind", LEDE, NEXT], id="below the headline"),
        pytest.param(
            [TITLE, "What the council paid for it, and who will cross", "Ada Lind", LEDE, NEXT], id="below a dek"
        ),
        pytest.param([TITLE, "ADA LIND", LEDE, NEXT], id="in capitals"),
        pytest.param(["12 May 2024", TITLE, "Ada Lind", LEDE, NEXT], id="the day above the headline"),
        pytest.param([TITLE, "Ada Lind", LEDE, NEXT, "Ada Lind writes on bridges."], id="told of at the end"),
        pytest.param([TITLE, LEDE, NEXT, "-- Ada Lind"], id="behind the last paragraph and dashes"),
        pytest.param([TITLE, LEDE, NEXT, "Ada Lind"], id="behind the last paragraph"),
        pytest.param([TITLE, LEDE, NEXT, "— Ada Lind", "Advertisement"], id="above what is of the page"),
        pytest.param(
            [TITLE, "Ada Lind", "Local government reporter", "Published", "12 May 2024", LEDE, NEXT],
            id="role in small letters",
        ),
    ],
)
def test_a_name_alone(lines):
    assert authors(*lines) == ("Ada Lind",)


def test_a_line_between_the_headline_and_a_name_is_the_dek():
    article = read_plain_text("\n\n".join([TITLE, "What it cost, and who will cross", "Ada Lind", LEDE, NEXT]))
    assert article.dek.value == "What it cost, and who will cross"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([TITLE, "Ada Lind", f"{LEDE} Lind smiled.", NEXT], id="whom it is about"),
        pytest.param([TITLE, "Ada Lind", LEDE, "Bo Ek", NEXT, "Cy Day", LAST], id="one of several"),
        pytest.param([TITLE, "Ferry Passengers", LEDE, NEXT, LAST], id="what it is about"),
        pytest.param([TITLE, "Market Report", LEDE, NEXT], id="a column"),
        pytest.param([TITLE, "New York", LEDE, NEXT], id="a place"),
        pytest.param([TITLE, "The Lantern", LEDE, NEXT], id="an outlet"),
        pytest.param([TITLE, "By Bo Ek", LEDE, NEXT, "Ada Lind"], id="below another byline"),
        pytest.param(
            [TITLE, LEDE, "“We have waited for this day as one waits for a train that is late.”", "Ada Lind"],
            id="a quotation",
        ),
        pytest.param([TITLE, LEDE, "Ada Lind", NEXT, LAST], id="a heading"),
    ],
)
def test_what_is_no_author(lines):
    assert "Ada Lind" not in authors(*lines)
    assert len(authors(*lines)) == (1 if "By Bo Ek" in lines else 0)


def test_a_signature_is_no_part_of_the_body():
    blocks = read_plain_text("\n\n".join([TITLE, LEDE, NEXT, "-- Ada Lind"])).blocks
    assert [block.kind for block in blocks] == [K.TITLE, K.BODY, K.BODY, K.BYLINE]
