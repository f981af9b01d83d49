"""Authors that a page marks in its own way, and what looks like one."""

import json

import pytest

from transforms.article import RawArticle
from transforms.normalize import normalize
from transforms.readers.html import html_article

BODY = [
    "The harbour board will close the east pier for a year after divers found cracks in its pillars, it said Friday.",
    "“Nobody wants a closed pier, but nobody wants to swim either,” the board's chair, Runa Holt, told reporters.",
    "Ferries to the outer islands will leave from the coal quay until the work is done, at the same hours as now.",
]


def authors(byline: str = "", stated: object = None, publisher: str = "Fjord Courier", after: str = "") -> list[str]:
    node = {"@type": "NewsArticle", "headline": "Pier closes", "publisher": {"name": publisher}, "author": stated}
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    article = html_article(
        "file:///a.html",
        f"<html lang='en'><head><script type='application/ld+json'>{json.dumps(node)}</script></head>"
        f"<body><article><h1>Pier closes</h1>{byline}{paragraphs}{after}</article></body></html>",
        "utf-8",
    )
    assert isinstance(article, RawArticle), article
    return normalize([article])[0].row(0, named=True)["authors"]


@pytest.mark.parametrize(
    "byline",
    [
        pytest.param(f"<div class='{name}'>By Ada Lind</div>", id=name)
        for name in (
            "author",
            "byline",
            "article-author",
            "article__author",
            "post-author vcard",
            "autor",
            "authorName",
            "Author_root__x2",
            "reporter-name",
        )
    ]
    + [
        pytest.param("<div>By Ada Lind</div>", id="a line of its own"),
        pytest.param("<a rel='author' href='/a'>Ada Lind</a>", id="relation"),
        pytest.param("<span itemprop='author'>Ada Lind</span>", id="microdata"),
        pytest.param("<p class='author'>Ada Lind, 6 May 2023</p>", id="with a date"),
        pytest.param("<p class='author'>By Ada Lind | Updated: 6 May 2023, 10:00 CET</p>", id="with an update"),
        pytest.param("<p class='author'>Ada Lind <a>Follow</a></p>", id="with a button"),
        pytest.param("<p class='byline'>Ada Lind Published 2:34 PM May 6</p>", id="with when, in one line"),
        pytest.param("<div class='author'><img><b>Ada Lind</b><i>Harbour correspondent</i></div>", id="with a role"),
    ],
)
def test_a_byline_in_the_markup(byline):
    assert authors(byline) == ["Ada Lind"]


@pytest.mark.parametrize(
    "byline",
    [
        pytest.param("<p class='author'>By Ada Lind and Karl Moe</p>", id="and"),
        pytest.param("<p class='author'>Ada Lind, Karl Moe</p>", id="comma"),
        pytest.param("<p><a class='author'>Ada Lind</a> and <a class='author'>Karl Moe</a></p>", id="side by side"),
        pytest.param(
            "<ul class='authors'><li class='author'>Ada Lind</li><li class='author'>Karl Moe</li></ul>", id="a list"
        ),
    ],
)
def test_several_names(byline):
    assert authors(byline) == ["Ada Lind", "Karl Moe"]


@pytest.mark.parametrize(
    ("stated", "publisher"),
    [
        pytest.param({"@type": "Organization", "name": "Fjord Courier"}, "Fjord Courier", id="the outlet"),
        pytest.param({"@type": "Person", "name": "The Fjord Courier"}, "Fjord Courier", id="with an article"),
        pytest.param({"name": "Fjord Courier Online"}, "Fjord Courier", id="with a word more"),
        pytest.param({"name": "Fjord Courier"}, "Fjord Courier AS", id="of the outlet's full name"),
        pytest.param({"name": "admin"}, "Fjord Courier", id="an account"),
        pytest.param("Web Desk", "Fjord Courier", id="a desk"),
    ],
)
def test_an_outlet_or_account_yields_to_a_name(stated, publisher):
    assert authors("<p class='author'>Ada Lind</p>", stated, publisher) == ["Ada Lind"]
    assert len(authors("", stated, publisher)) == 1


def test_a_desk_that_is_not_all_of_the_outlet_stays():
    assert authors("<p class='author'>Karl Moe</p>", {"name": "Fjord Courier Investigations"}) == [
        "Fjord Courier Investigations"
    ]


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param("<div class='comments'><p class='author'>Karl Moe</p><p>No.</p></div>", id="a comment"),
        pytest.param("<div class='author-bio'>Karl Moe</div>", id="a box about an author"),
        pytest.param("<p class='author-bio'>Karl Moe covers the coast.</p>", id="a line about an author"),
        pytest.param("<div class='related'><p class='author'>Karl Moe</p></div>", id="a teaser"),
        pytest.param("<ul><li>Old pier <span class='author'>Karl Moe</span></li></ul>", id="a list of teasers"),
        pytest.param("<aside><p class='author'>Karl Moe</p></aside>", id="an aside"),
        pytest.param("<p class='author'>The Harbour Board</p>", id="no person"),
        pytest.param("<figure><p class='author'>Karl Moe</p></figure>", id="a photographer"),
    ],
)
def test_what_is_no_byline(beside):
    assert authors(beside) == []
    assert authors(after=beside) == []


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("<h2>The winners</h2><p>Best Actress</p><p>Ada Lind</p>", id="the last of a list"),
        pytest.param(f"<p>Karl Moe</p><p>{BODY[0]}</p><p>Ada Lind</p>", id="names below letters"),
        pytest.param(f"<h2>By Sea</h2><p>{BODY[0]}</p><h2>By Bus</h2><p>{BODY[1]}</p>", id="ways to a place"),
    ],
)
def test_what_only_looks_like_a_byline(after):
    assert authors(after=after) == []


def test_a_name_below_the_last_paragraph_signs_it():
    assert authors(after="<p>Ada Lind</p>") == ["Ada Lind"]
