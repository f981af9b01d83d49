"""What is done over a whole page the quick way gives what the plain way would."""

import pytest
from lxml import html

from transforms.html import body, live
from transforms.html import prose as prose_module
from transforms.html.bylines import _following
from transforms.html.marking import mark_paragraphs
from transforms.html.page import parse_page
from transforms.html.prose import prose

PAGE = "<html><body><div><h1>Bridge <i>reopens</i></h1><p>By <b>Ada Lind</b></p></div><ul><li>a</li></ul></body></html>"


def test_what_follows_the_headline_is_in_the_order_of_the_page():
    page = parse_page(PAGE)
    assert page is not None
    headline = next(page.tree.iter("h1"))
    assert list(_following(headline)) == headline.xpath("following::*")
    assert [tag.tag for tag in _following(headline)] == ["p", "b", "ul", "li"]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(PAGE, id="plain"),
        pytest.param('\n<?xml version="1.0" encoding="utf-16"?>' + PAGE, id="a declaration that lies"),
        pytest.param(PAGE.replace("Lind", "Li\x00n\x0bd\x1f"), id="control characters"),
        pytest.param(PAGE.replace("Lind", "Li\ud800nd"), id="half of a surrogate pair"),
    ],
)
def test_what_no_tree_can_hold_is_left_out(markup):
    page = parse_page(markup)
    assert page is not None
    assert page.tree.findtext(".//b") == "Ada Lind"


def test_an_article_of_many_paragraphs_is_asked_once_whether_it_is_a_post(monkeypatch):
    asked = []
    monkeypatch.setattr(live, "_may_be_post", asked.append)
    text = "The council reopened the old bridge on Monday after two years of repairs, the mayor said."
    page = parse_page(f"<html><body><article>{f'<p>{text}</p>' * 20}</article></body></html>")
    assert page is not None
    live.open_posts(page)
    assert [tag.tag for tag in asked] == ["article"]


def test_each_element_above_paragraphs_is_asked_once_whether_it_is_outside(monkeypatch):
    asked = []
    is_outside = prose_module.is_outside
    monkeypatch.setattr(prose_module, "is_outside", lambda element: asked.append(element) or is_outside(element))
    text = "The council reopened the old bridge on Monday after two years of repairs, the mayor said."
    inner = f"<p>{text} One.</p><aside><div><p>{text} Two.</p></div></aside><p>{text} Three.</p>" * 5
    page = parse_page(f"<body><article>{'<div>' * 50}{inner}<article><p>{text} Four.</p></article>{'</div>' * 50}")
    assert page is not None
    found = prose(page.tree)
    assert [paragraph.text.split()[-1] for paragraph in found] == ["One.", "Three."] * 5 + ["Four."]
    assert len({paragraph.container for paragraph in found}) == 2  # the inner article is one by itself
    assert len(asked) <= 2 * (1 + 50 + 2 * 5 + 1)  # once to see which are paragraphs, once to see which article


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        pytest.param("<div><span>", "</span></div>", id="paragraphs not marked as such"),
        pytest.param("<p>", "</p>", id="paragraphs"),
    ],
)
def test_what_is_beside_a_paragraph_is_not_counted(monkeypatch, opening, closing):
    counted = []
    count = html.HtmlElement.__len__
    monkeypatch.setattr(
        html.HtmlElement, "__len__", lambda tag: counted.append(count(tag)) or count(tag), raising=False
    )
    text = "The council reopened the old bridge on Monday after two years of repairs, the mayor said."
    page = parse_page(f"<body><article>{f'{opening}{text}{closing}' * 30}</article></body>")
    assert page is not None
    mark_paragraphs(page.tree)
    assert len(prose(page.tree)) == 30
    assert max(counted, default=0) < 30


def test_each_paragraph_is_searched_for_once_in_what_was_taken(monkeypatch):
    asked = []
    place = body._place
    monkeypatch.setattr(body, "_place", lambda joined, paragraph: asked.append(paragraph) or place(joined, paragraph))
    text = "The council reopened the old bridge on Monday after two years of repairs, the mayor said, for boat"
    page = parse_page(
        f"<body><article><h1>Bridge</h1>{''.join(f'<p>{text} {n}.</p>' for n in range(9))}</article></body>"
    )
    assert page is not None
    assert len(body.find_body(page)) == 1 + 9
    assert len(asked) == 9


def test_a_page_of_many_groups_of_posts_is_gone_through_once(monkeypatch):
    asked = []
    every = live.prose_elements
    monkeypatch.setattr(live, "prose_elements", lambda tree: asked.append(tree) or every(tree))
    text = "The council reopened the old bridge on Monday after two years of repairs, the mayor said."
    group = f"<section>{f'<article><h3>Bridge</h3><p>{text}</p></article>' * 3}</section>"
    page = parse_page(f"<body>{group * 10}<section>{f'<article><p>{text}</p></article>' * 100}</section></body>")
    assert page is not None
    live.open_posts(page)
    assert [tag.get("itemprop") for tag in page.tree.iter("section")] == [None] * 10 + ["articleBody"]
    assert len(asked) == 1


@pytest.mark.timeout(10)
def test_many_tags_of_one_name_are_taken_in_time():
    page = parse_page(f"<head>{'<meta name=keywords content=bridge>' * 200_000}</head><body><p>One.</p></body>")
    assert page is not None
    assert len(page.meta["keywords"]) == 200_000
