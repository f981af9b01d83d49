"""The headline of a page among the outlet's name, sections, kickers and shortened copies of it."""

import json

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle
from transforms.readers.html import html_article

TITLE = "East pier closes for a year after divers find cracks"
BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The harbour board will close the east pier for a year after divers found cracks in its pillars, it said.",
        "“Nobody wants a closed pier, but nobody wants to swim either,” the board's chair, Runa Holt, told reporters.",
        "Ferries to the outer islands will leave from the coal quay until the work is done, at the same hours as now.",
    )
)
LOGO = "<header><h1><a href='/'>Fjord Courier</a></h1></header>"


def og(title: str) -> str:
    return f"<meta property='og:title' content='{title}'>"


def ld(headline: str) -> str:
    node = {"@type": "NewsArticle", "headline": headline}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


SITE = "<meta property='og:site_name' content='Fjord Courier'>"


@pytest.mark.parametrize(
    ("head", "before"),
    [
        pytest.param(
            f"<title>{TITLE} | Fjord Courier</title>", f"{LOGO}<h2>{TITLE}</h2>", id="logo, then a lesser heading"
        ),
        pytest.param(
            f"<title>{TITLE} | Fjord Courier</title>", f"{LOGO}<h1>{TITLE}</h1>", id="logo, then the headline"
        ),
        pytest.param("", f"{LOGO}<h1>{TITLE}</h1>", id="logo, no title"),
        pytest.param("", f"<h1 class='site-title'>Fjord Courier</h1><h1>{TITLE}</h1>", id="logo by class"),
        pytest.param(f"<title>{TITLE} | News | Fjord Courier</title>", f"<h2>{TITLE}</h2>", id="section and outlet"),
        pytest.param(f"<title>Fjord Courier: {TITLE}</title>", f"<h2>{TITLE}</h2>", id="outlet ahead"),
        pytest.param(
            f"<title>Fjord Courier: {TITLE}</title>",
            f"{LOGO}<h2>Friday</h2><h3>{TITLE}</h3>",
            id="outlet ahead, as in blogs",
        ),
        pytest.param(
            f"<title>{TITLE} | Fjord Courier</title>", f"<h1>News</h1><h2>{TITLE}</h2>", id="section for heading"
        ),
        pytest.param(
            f"<title>{TITLE} | Fjord Courier</title>",
            f"<h1><span>Harbour</span><b>{TITLE}</b></h1>",
            id="kicker within",
        ),
        pytest.param(og("Fjord Courier") + SITE, f"<h1>{TITLE}</h1>", id="shared under the outlet's name"),
        pytest.param(ld("Fjord Courier") + SITE, f"<h1>{TITLE}</h1>", id="stated is the outlet's name"),
        pytest.param(ld("East pier closes for a…") + og(TITLE), "", id="stated is cut"),
        pytest.param(ld(TITLE) + og("Pier closes"), "<h1>Pier</h1>", id="stated"),
    ],
)
def test_the_headline_is_found(head, before):
    markup = f"<html lang='en'><head>{head}</head><body>{before}<article>{BODY}</article></body></html>"
    article = html_article("file:///a.html", markup, "utf-8")
    assert isinstance(article, RawArticle)
    assert article.title is not None
    assert article.title.value == TITLE
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE, *[BlockKind.BODY] * 3]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        pytest.param("<h1>A pier<br>Ferries move</h1>", "A pier Ferries move", id="two lines"),
        pytest.param("<h1><a href='/2023/pier'>East pier closes</a></h1>", "East pier closes", id="a link to itself"),
        pytest.param("<h1><a href=''>East pier closes</a></h1>", "East pier closes", id="an empty link"),
        pytest.param("<h1><span>E</span>ast pier closes</h1>", "East pier closes", id="a large first letter"),
    ],
)
def test_a_heading_without_any_title(heading, title):
    article = html_article("file:///a.html", f"<html><body><article>{heading}{BODY}</article></body></html>", "utf-8")
    assert isinstance(article, RawArticle)
    assert article.title is not None
    assert article.title.value == title
