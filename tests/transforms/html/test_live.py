"""Live blogs: posts that are marked like articles, listed, or only stated."""

import json

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle
from transforms.html import parse_page
from transforms.html.live import open_posts
from transforms.readers.html import html_article

POSTS = [
    [
        "Divers found cracks in eleven of the forty pillars of the east pier, the harbour board told reporters "
        "who had come to the quay in the rain, and it will be closed until they are mended, for a year or so.",
        "“Nobody wants a closed pier, but nobody wants to swim either,” the board's chair, Runa Holt, said, and "
        "the other members of the board, who had met in the old ferry hall in the morning, nodded.",
    ],
    [
        "Ferries to the outer islands now leave from the coal quay, at the same hours as on any other day this week.",
        "Two of them were late in the morning, and the queue for the first one reached the fish market before seven.",
    ],
    [
        "A diver could put his arm into the widest of the cracks, up to the elbow, he told the board on Monday.",
        "The county will be asked for nine million crowns, half of what the repair of the pier is expected to cost.",
    ],
    [
        "Fishermen had warned of the cracks two winters ago, they said at noon, and had got no answer to their letter.",
        "Shops on the pier will get no rent bills while it is closed, which may be for a year, or for a little longer.",
    ],
]
BLOG = {"@type": "LiveBlogPosting", "headline": "Pier closes: live", "datePublished": "2023-05-06T10:00:00+02:00"}


def post(tag: str, texts: list[str], number: int) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in texts)
    head = f"<time>1{number}:00</time><h2>Note {number}</h2>"
    return f"<{tag} class='post'>{head}<div class='text'>{paragraphs}</div></{tag}>"


def posts(tag: str, shown: list[list[str]] | None = None) -> str:
    return "".join(post(tag, texts, number) for number, texts in enumerate(shown or POSTS))


def bodies(body: str, node: dict[str, object] | None = None) -> list[str]:
    head = f"<script type='application/ld+json'>{json.dumps(node)}</script>" if node else ""
    markup = f"<html lang='en'><head>{head}<title>Pier closes: live</title></head><body>{body}</body></html>"
    article = html_article("file:///a.html", markup, "utf-8")
    assert isinstance(article, RawArticle), article
    return [article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.BODY]


ALL = [text for texts in POSTS for text in texts]
H1 = "<h1>Pier closes: live</h1>"


@pytest.mark.parametrize(
    ("body", "node"),
    [
        pytest.param(f"<main>{H1}{posts('article')}</main>", BLOG, id="articles"),
        pytest.param(f"<div>{H1}{posts('article')}</div>", BLOG, id="articles without a main"),
        pytest.param(f"<main>{H1}<ol>{posts('li')}</ol></main>", BLOG, id="a list"),
        pytest.param(f"<article>{H1}{posts('article')}</article>", BLOG, id="articles in an article"),
        pytest.param(f"<main>{H1}{posts('article')}</main>", None, id="a page that says nothing of itself"),
        pytest.param(f"<main>{H1}{posts('div')}</main>", BLOG, id="divs"),
    ],
)
def test_all_posts_are_there(body, node):
    assert bodies(body, node) == ALL


def test_all_posts_are_there_though_the_first_has_the_class_of_an_article():
    intro = "All that is known of the pier, by the minute, from our reporters at the harbour and in the county's hall."
    assert bodies(f"<main>{H1}<p>{intro}</p>{posts('article', [texts[:1] for texts in POSTS[1:]])}</main>") == [
        intro, *(texts[0] for texts in POSTS[1:])
    ]  # fmt: skip


def test_comments_that_are_marked_like_posts_are_none():
    story = "".join(f"<p>{text}</p>" for text in ALL[:5])
    comments = posts("article", [[text] for text in ALL[5:]])
    assert bodies(f"<main>{H1}<div class='text'>{story}</div></main><section>{comments}</section>") == ALL[:5]


@pytest.mark.parametrize(
    "line_end",
    [pytest.param("\n\n", id="lines"), pytest.param("</p><p>", id="markup"), pytest.param("<br/>", id="breaks")],
)
@pytest.mark.parametrize("shown", [0, 1, 2])
def test_stated_updates_go_on_where_the_page_ends(shown, line_end):
    intro = "All that is known of the pier, by the minute, from our reporters at the harbour and in the county's hall."
    updates = [{"@type": "BlogPosting", "headline": "Note", "articleBody": line_end.join(texts)} for texts in POSTS]
    seen = posts("article", POSTS[:shown]) if shown else ""
    assert bodies(f"<main>{H1}<p>{intro}</p>{seen}</main>", {**BLOG, "liveBlogUpdate": updates}) == [intro, *ALL]


def test_the_introduction_of_a_live_blog_stays():
    intro = "All that is known of the pier, by the minute, from our reporters at the harbour and in the county's hall."
    assert bodies(f"<main>{H1}<div class='intro'><p>{intro}</p></div>{posts('article')}</main>", BLOG) == [intro, *ALL]


def test_what_the_page_shows_is_taken_before_what_it_states():
    updates = [{"@type": "BlogPosting", "headline": "Note", "articleBody": " ".join(texts)} for texts in POSTS]
    assert bodies(f"<main>{H1}{posts('article')}</main>", {**BLOG, "liveBlogUpdate": updates}) == ALL


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(
            posts("article").replace("<h2>", "<h2><a href='/other'>").replace("</h2>", "</a></h2>"), id="teasers"
        ),
        pytest.param(posts("article").replace("h2", "h1"), id="whole articles, one after the other"),
        pytest.param(posts("article").replace("'post'", "'comment-body'"), id="comments"),
    ],
)
def test_articles_that_are_no_posts(others):
    page = parse_page(f"<html><body><main>{H1}{others}</main></body></html>")
    assert page is not None
    open_posts(page)
    assert len(list(page.tree.iter("article"))) == len(POSTS)
