"""Texts with fields between lines of dashes, as site generators have them, and texts that begin with such a line."""

import io

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.article import RawArticle, Source
from transforms.readers import ReadOptions, read

LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."


def article(text: str) -> RawArticle:
    data = text.encode()
    (item,) = read(Source("file:///a.md", "a.md", len(data), io.BytesIO(data)), ReadOptions())
    assert isinstance(item, RawArticle), item
    return item


@pytest.mark.parametrize(
    ("fields", "authors", "dek"),
    [
        pytest.param('title: "Bridge reopens"\nauthor: Ada Lind\n', ("Ada Lind",), None, id="in quotation marks"),
        pytest.param(
            "title: Bridge reopens\nauthors: [Ada Lind, Bo Ek]\n", ("Ada Lind", "Bo Ek"), None, id="in brackets"
        ),
        pytest.param(
            "title: Bridge reopens\nauthors:\n  - Ada Lind\n  - Bo Ek\n", ("Ada Lind", "Bo Ek"), None, id="a list"
        ),
        pytest.param(
            "title: Bridge reopens\nauthor:\n  name: Ada Lind\n  mail: a@lantern.example\n",
            ("Ada Lind",),
            None,
            id="nested",
        ),
        pytest.param(
            "title: >\n  Bridge\n  reopens\nsubtitle: Trams return\nbyline: Ada Lind\n",
            ("Ada Lind",),
            "Trams return",
            id="folded",
        ),
    ],
)
def test_fields(fields, authors, dek):
    item = article(f"---\n{fields}date: 2024-05-03\ndraft: false\n---\n\n{LEDE}\n\n{NEXT}\n")
    assert (item.title.value, item.authors.values, item.published.value) == ("Bridge reopens", authors, "2024-05-03")
    assert (item.dek.value if item.dek else None) == dek
    assert [item.text[b.start : b.end] for b in item.blocks if b.kind is K.BODY] == [LEDE, NEXT]


def test_a_title_with_a_colon_needs_no_quotation_marks():
    item = article(f"---\ntitle: Bridge reopens: trams return\ndate: 2024-05-03\n---\n\n{LEDE}\n\n{NEXT}\n")
    assert item.title.value == "Bridge reopens: trams return"


def test_fields_that_nest_too_deep_are_text():
    assert article(f"---\ntitle: Bridge\ndate: {'[' * 5000}\n---\n\n{LEDE}\n\n{NEXT}\n").format == "plain"


def test_marks_of_the_text_are_left_out():
    said = "The *old* bridge is **open**, [she said](https://lantern.example/a_(b))."
    text = f"## The trams\n\n{said}\n\n![Bo Ek crosses](b.jpg)\n\n{NEXT}"
    item = article(f"---\ntitle: Bridge reopens\ndate: 2024-05-03\n---\n{LEDE}\n\n{text}\n")
    blocks = [(b.kind, item.text[b.start : b.end]) for b in item.blocks]
    assert blocks[2:5] == [
        (K.HEADING, "The trams"),
        (K.BODY, "The old bridge is open, she said."),
        (K.CAPTION, "Bo Ek crosses"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"---\nBridge reopens\n---\n{LEDE}\n\n{NEXT}\n", id="a headline between rulers"),
        pytest.param(f"---\ntitle: Bridge reopens\n{LEDE}\n\n{NEXT}\n", id="never closed"),
        pytest.param(f"---\nNote: see below\nDate: May 3, 2024\n---\n{LEDE}\n\n{NEXT}\n", id="no title"),
    ],
)
def test_other_texts_below_a_line_of_dashes(text):
    assert article(text).format == "plain"
