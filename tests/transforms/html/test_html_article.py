"""Fields and body of pages, each from the best evidence the page gives."""

import json

import pytest

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import RawArticle, Rejected
from transforms.html import parse_page
from transforms.html.prose import class_names
from transforms.readers.html import html_article

BODY = [
    "The council reopened the old bridge on Monday morning after two years of repairs to its piers.",
    "“We are glad that people can cross again,” the mayor, Ann Lee, told a crowd of about two hundred.",
    "Repairs cost four million crowns, twice as much as planned, because the river had worn the piers away.",
    "Trams will use the bridge again from next month, the city's transport office said in a statement.",
]


def page(
    head: str = "", before: str = "", after: str = "", body: list[str] | None = None, h1: str = "Bridge reopens"
) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in body or BODY)
    article = f"<article><h1>{h1}</h1>{before}{paragraphs}{after}</article>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{article}</body></html>"


SCRIPT = '<script type="application/ld+json">{}</script>'


def ld(**fields) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def read_page(markup: str) -> RawArticle:
    article = html_article("file:///a.html", markup, "utf-8")
    assert isinstance(article, RawArticle), article
    return article


def bodies(article: RawArticle, *kinds: BlockKind) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind in (kinds or {BlockKind.BODY})]


def test_text_is_title_and_body_one_block_a_line():
    article = read_page(page())
    assert article.text == "\n".join(["Bridge reopens", *BODY])
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE, *[BlockKind.BODY] * 4]


NODE = {
    "@type": "NewsArticle",
    "headline": "Bridge reopens after two years",
    "author": [{"@type": "Person", "name": "Bo Ek"}, {"@type": "Person", "name": "Cy Day"}],
    "datePublished": "2019-03-04T17:21:00+01:00",
    "dateModified": "2019-03-05T08:00:00+01:00",
    "publisher": {"@type": "Organization", "name": "The Example"},
    "articleSection": "City",
    "keywords": "bridges, repairs",
    "isAccessibleForFree": False,
    "inLanguage": "en",
}


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(ld(**NODE), id="plain"),
        pytest.param(ld(**{"@graph": [{"@type": "WebPage", "name": "x"}, NODE]}), id="graph"),
        pytest.param(SCRIPT.format(json.dumps([NODE, {"@type": "Thing"}])), id="list"),
        pytest.param(ld(**{**NODE, "@type": ["Thing", "http://schema.org/ReportageNewsArticle"]}), id="several types"),
        pytest.param(
            ld(
                **{
                    "@graph": [
                        {**NODE, "author": [{"@id": "#1"}, {"@id": "#2"}]},
                        {"@id": "#1", "@type": "Person", "name": "Bo Ek"},
                        {"@id": "#2", "@type": "Person", "name": "Cy Day"},
                    ]
                }
            ),
            id="references",
        ),
        pytest.param(
            SCRIPT.format(f"//<![CDATA[\n{json.dumps(NODE)[:-1]},}}\n//]]>"), id="wrapped, with a trailing comma"
        ),
        pytest.param('<script type="application/ld+json">{broken</script>' + ld(**NODE), id="after a broken one"),
        pytest.param(ld(**{"@type": "NewsArticle", "headline": "A teaser"}) + ld(**NODE), id="after a teaser"),
    ],
)
def test_json_ld(head):
    article = read_page(page(head))
    assert (article.title.value, article.title.method) == ("Bridge reopens after two years", "json-ld")
    assert article.authors.values == ("Bo Ek", "Cy Day")
    assert (article.published.value, article.modified.value) == (NODE["datePublished"], NODE["dateModified"])
    assert article.publisher.value == "The Example"
    assert (article.section, article.keywords, article.is_free) == ("City", ("bridges", "repairs"), False)


def test_meta_tags_where_there_is_no_json_ld():
    head = """<meta property="og:title" content="Bridge reopens - The Example">
    <meta property="og:site_name" content="The Example">
    <meta name="author" content="By Bo Ek">
    <meta property="article:published_time" content="2019-03-04T17:21:00Z">
    <meta property="og:description" content="Trams follow next month.">
    <link rel="canonical" href="https://paper.example/bridge">"""
    article = read_page(page(head))
    assert article.title.value == "Bridge reopens"
    assert article.authors.values == ("By Bo Ek",)
    assert (article.published.value, article.published.method) == ("2019-03-04T17:21:00Z", "meta")
    assert article.url == "https://paper.example/bridge"
    assert (article.dek.value, article.dek.method) == ("Trams follow next month.", "meta")


def test_an_outlet_that_calls_itself_the_author_yields_to_a_byline():
    head = ld(**{**NODE, "author": {"@type": "Organization", "name": "The Example"}})
    named = read_page(page(head, before="<div class='byline'>By <a rel='author'>Bo Ek</a></div>"))
    assert named.authors.values == ("Bo Ek",)
    alone = read_page(page(head))
    assert alone.authors.values == ("The Example",)


@pytest.mark.parametrize(
    ("before", "value"),
    [
        pytest.param(
            "<div class='publish-info'>4 March 2019, 17:21 CET</div>", "4 March 2019, 17:21 CET", id="in a class"
        ),
        pytest.param("<p>Monday, March 4, 2019</p>", "Monday, March 4, 2019", id="in a line"),
        pytest.param("<p>Vellmar, 4 March 2019</p>", "Vellmar, 4 March 2019", id="behind a place"),
        pytest.param("<p>By Ann Lee, March 4, 2019</p>", "By Ann Lee, March 4, 2019", id="in a byline"),
        pytest.param(
            "<div class='date'>Updated 5 March 2019 | Published 4 March 2019</div>",
            "Published 4 March 2019",
            id="below an update in a class",
        ),
        pytest.param(
            "<p>Updated 5 March 2019 | Published 4 March 2019</p>", "Published 4 March 2019", id="in a line of both"
        ),
    ],
)
def test_a_printed_date_is_found(before, value):
    assert read_page(page(before=before)).published.value == value


@pytest.mark.parametrize("line", ["4 March 2019", "Vellmar, 4 March 2019"])
def test_a_day_below_a_paragraph_is_not_that_of_the_article(line):
    article = read_page(page(body=[*BODY[:2], line, *BODY[2:]]))
    assert article.published is None


def test_where_and_when_amid_the_text_of_a_page_stays_a_heading():
    markup = page(body=BODY).replace(f"<p>{BODY[2]}", f"<h2>Vellmar, 4 March 2019</h2><p>{BODY[2]}")
    assert bodies(read_page(markup), BlockKind.HEADING) == ["Vellmar, 4 March 2019"]


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        pytest.param("<p>Read more: Trams to return to the old bridge</p>", BlockKind.RELATED, id="link line"),
        pytest.param(
            "<p><a href='/x'>Trams to return to the old town bridge</a></p>", BlockKind.RELATED, id="only a link"
        ),
        pytest.param(
            "<p>Sign up for our morning newsletter to get the news of the city</p>",
            BlockKind.BOILERPLATE,
            id="newsletter",
        ),
        pytest.param("<p>Cy Day contributed to this report.</p>", BlockKind.CONTRIBUTOR, id="contributor"),
    ],
)
def test_what_is_no_body_is_labelled(extra, kind):
    article = read_page(page(after=extra))
    assert bodies(article) == BODY
    assert [block.kind for block in article.blocks if block.kind not in {BlockKind.TITLE, BlockKind.BODY}] in (
        [kind],
        [],
    )


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        pytest.param(
            "<blockquote>“We are glad that people can cross again”</blockquote>", BlockKind.HEADING, id="marks"
        ),
        pytest.param(
            "<p class='pull'>“We are glad that people can cross again.”</p>", BlockKind.BOILERPLATE, id="a sentence"
        ),
        pytest.param("<p>“We are glad that people can walk again.”</p>", BlockKind.BODY, id="another sentence"),
        pytest.param("<p>We are glad that</p>", BlockKind.BODY, id="a few words"),
    ],
)
def test_a_sentence_that_is_shown_once_more_is_said_once(shown, kind):
    article = read_page(page(before=f"<p>{BODY[0]}</p>{shown}", body=BODY[1:]))
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE, BlockKind.BODY, kind, *[BlockKind.BODY] * 3]


@pytest.mark.parametrize("heading", ["Watch the weather", "By Sea", "More on the menu"])
def test_a_heading_that_looks_like_a_link_or_a_byline_stays_one(heading):
    article = read_page(page(after=f"<h2>{heading}</h2><p>{BODY[1]}</p><p>{BODY[0]} It rained.</p>"))
    assert BlockKind.HEADING in {b.kind for b in article.blocks if article.text[b.start : b.end] == heading}


@pytest.mark.parametrize("below", ["<p>By Ann Lee</p>", "<p>4 March 2019</p>"])
def test_what_stands_above_the_byline_or_the_day_is_the_dek(below):
    article = read_page(page(before=f"<p>Trams of the old town will have to wait for another month.</p>{below}"))
    assert article.dek.value == "Trams of the old town will have to wait for another month."
    assert bodies(article) == BODY


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(
            "<p>By Ann Lee</p><p>The old town waits for its trams.</p><p>4 March 2019</p>", id="below a byline"
        ),
        pytest.param("<p>The old town waits for its trams.</p>", id="above a paragraph"),
    ],
)
def test_another_first_paragraph_is_no_dek(before):
    assert read_page(page(before=before)).dek is None


def test_whom_the_press_may_ask_is_no_part_of_the_body():
    article = read_page(page(after="<p>Press contact:<br>Bo Ek<br>press@trams.example</p>"))
    assert bodies(article) == BODY


def test_a_heading_above_links_is_one_of_them():
    links = "".join(f"<p><a href='/{n}'>Bridge story number {n} of the week</a></p>" for n in range(3))
    article = read_page(page(after=f"<h2>More on the bridge</h2>{links}"))
    assert BlockKind.HEADING not in {block.kind for block in article.blocks}


def test_a_headline_is_not_repeated_in_the_body():
    article = read_page(page(ld(**NODE), before="<h2>Bridge reopens after two years</h2>"))
    assert article.text.count("Bridge reopens") == 1


def test_markup_with_no_article_is_refused():
    got = html_article("file:///a.html", "<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>", "utf-8")
    assert isinstance(got, Rejected)
    assert got.reason is RejectReason.NO_TEXT


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 5000 + "x", id="deep"),
        pytest.param("<p>" + "a " * 200_000, id="one long paragraph"),
        pytest.param(
            "<html><script type='application/ld+json'>" + '{"a":' * 50_000 + "</script></html>", id="deep JSON-LD"
        ),
        pytest.param("<html>\ud800<p>x</p></html>", id="lone surrogate"),
        pytest.param("<html><!DOCTYPE x [<!ENTITY a 'b'>]>&a;</html>", id="entity"),
        pytest.param("<<<<>>>>", id="brackets"),
        pytest.param("<table><tr><td>" * 3000 + f"{BODY[0]}<br><br>{BODY[1]}", id="tables in tables"),
        pytest.param(f"<h1>{'<b>a</b>' * 5000}</h1><p>{BODY[0]}</p>", id="a heading in pieces"),
    ],
)
def test_hostile_markup_ends(markup):
    assert html_article("file:///a.html", markup, "utf-8") is not None


def test_of_very_many_classes_the_first_are_read():
    tree = parse_page(f"<html><body class='{'x ' * 500_000}'></body></html>").tree
    assert len(class_names(next(tree.iter("body")))) == 1000


def test_the_stated_text_goes_on_where_the_page_ends():
    """Behind a login, or where a script shows the rest."""
    stated = ld(**{"@type": "NewsArticle", "headline": "Bridge reopens", "articleBody": "\n\n".join(BODY * 2)})
    assert bodies(read_page(page(head=stated, body=BODY[:2]))) == BODY * 2


def test_a_stated_text_keeps_its_paragraphs():
    stated = ld(**{"@type": "NewsArticle", "headline": "Bridge reopens", "articleBody": "\n\n".join(BODY * 2)})
    assert bodies(read_page(f"<html><head>{stated}</head><body><div id=root></div></body></html>")) == BODY * 2


def test_a_stated_text_that_is_another_is_not_taken():
    other = " ".join(["Nothing of this stands on the page, which is about a bridge and no boat."] * 20)
    stated = ld(**{"@type": "NewsArticle", "headline": "Bridge reopens", "articleBody": other})
    assert bodies(read_page(page(head=stated))) == BODY


@pytest.mark.parametrize(
    "before",
    [
        "<header><time datetime='2026-01-02'>Today</time></header>",
        "<aside><time datetime='2018-01-02'>2018</time></aside>",
        "<ul><li><time datetime='2018-01-02'>2018</time></li></ul>",
        "<div><article><h3>Old</h3><time datetime='2018-01-02'>2018</time></article></div>",
    ],
)
def test_the_time_of_a_teaser_or_of_today_is_not_the_articles(before):
    own = "<time datetime='2019-03-04T17:21:00+01:00'>4 March</time>"
    markup = page(before=own).replace("<body>", f"<body>{before}")
    published = read_page(markup).published
    assert published is not None
    assert published.value.startswith("2019-03-04")


def test_an_update_of_a_live_blog_is_not_the_page():
    update = {"@type": "BlogPosting", "headline": "Trams run", "datePublished": "2019-03-04T19:00:00+01:00"}
    blog = {"@type": "LiveBlogPosting", "headline": "Bridge reopens", "datePublished": "2019-03-04T17:21:00+01:00"}
    article = read_page(page(head=ld(**blog, liveBlogUpdate=[update])))
    assert article.title is not None
    assert article.published is not None
    assert (article.title.value, article.published.value) == ("Bridge reopens", blog["datePublished"])
