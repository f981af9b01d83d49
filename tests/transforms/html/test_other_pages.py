"""Pages that are no article are refused with a reason that says so; articles that look like them are kept."""

import json
from io import BytesIO

import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers import read as read_source
from transforms.readers.html import html_article
from transforms.readers.options import ReadOptions

STORY = [
    "The harbour board will close the east pier for a year after divers found cracks in its pillars, it said.",
    "“Nobody wants a closed pier, but nobody wants to swim either,” the board's chair, Runa Holt, told reporters.",
    "Ferries to the outer islands will leave from the coal quay until the work is done, at the same hours as now.",
    "Fishermen, who use the pier at night, said that they had warned of the cracks two winters ago, to no avail.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)


def read(body: str, title: str = "Fjord Courier", head: str = "") -> RawArticle | Rejected:
    markup = f"<html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return html_article("file:///a.html", markup, "utf-8")


def card(number: int, text: str, tag: str = "article") -> str:
    return f"<{tag} class='card'><h3><a href='/{number}'>Story number {number}</a></h3><p>{text}</p></{tag}>"


CARDS = "".join(card(number, text) for number, text in enumerate(STORY))

OTHERS = "".join(card(number, f"The bridge, too: {text} It is so.", "div") for number, text in enumerate(STORY))
SOLD = CARDS.replace("href='", "href='https://shop.example")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(f"<main><h1>News</h1>{CARDS}</main>", "News - Fjord Courier", id="cards"),
        pytest.param(
            f"<main><h1>Ada Lind</h1><p>By Ada Lind</p>{CARDS}</main>", "Fjord Courier", id="cards of an author"
        ),
        pytest.param(f"<div>{CARDS.replace('article', 'div')}</div>", "Fjord Courier", id="divs"),
        pytest.param(
            f"<main><h1>News of the east pier</h1><p>{STORY[0]}</p><p>Search our articles by day.</p>{OTHERS}</main>",
            "Fjord Courier",
            id="below what introduces them",
        ),
        pytest.param(
            f"<main><h1>East pier</h1><p>{STORY[0]}</p><p>Nobody was hurt by it.</p>{OTHERS}</main>",
            "Fjord Courier",
            id="below what a section is about",
        ),
        pytest.param(
            "<ul>"
            + "".join(f"<li><a href='/{i}'><h3>Story {i}</h3><p>{t}</p></a></li>" for i, t in enumerate(STORY))
            + "</ul>",
            "Fjord Courier",
            id="a list",
        ),
        pytest.param(
            "<h1>Page not found</h1><p>Sorry, the page that you are looking for may have been moved or deleted.</p>",
            "Page not found - Fjord Courier",
            id="an address that is gone",
        ),
        pytest.param(
            "<h1><a href='/'>The Courier of the Fjord</a></h1><h1>Page not found</h1><p>It was moved or deleted.</p>",
            "Fjord Courier",
            id="an address that is gone, below the outlet's name",
        ),
        pytest.param("<h1>502 Bad Gateway</h1><p>proxy</p>", "502 Bad Gateway", id="a server that is down"),
        pytest.param(
            "<h1>courier.example</h1><p>We need to review the security of your connection before you go on.</p>",
            "Just a moment...",
            id="a guard",
        ),
        pytest.param(
            "<h1>We value your privacy</h1><p>We and our partners store information on a device, such as cookies.</p>",
            "Fjord Courier",
            id="consent",
        ),
    ],
)
def test_a_page_that_is_no_article(body, title):
    got = read(body, title)
    assert isinstance(got, Rejected)
    assert got.reason is RejectReason.NOT_AN_ARTICLE


@pytest.mark.parametrize(
    ("body", "title", "head"),
    [
        pytest.param(
            f"<article><h1>Pier closes</h1>{PARAGRAPHS}</article>{CARDS[:200]}", "Pier closes", "", id="with teasers"
        ),
        pytest.param(
            f"<article>{''.join(f'<h3>Part {i}</h3><p>{t}</p>' for i, t in enumerate(STORY))}</article>",
            "Pier closes",
            "",
            id="with headings",
        ),
        pytest.param(
            f"<article><h1>Pier closes</h1>{CARDS}</article>",
            "Pier closes",
            "<meta property='og:type' content='article'>",
            id="that says it is one",
        ),
        pytest.param(
            f"<article><h1>Access denied</h1>{PARAGRAPHS}</article>",
            "Access denied",
            "<meta property='article:published_time' content='2023-05-06T10:00:00Z'>",
            id="with such a headline",
        ),
        pytest.param(f"<h1>Access denied</h1>{PARAGRAPHS * 3}", "Access denied", "", id="of some length"),
        pytest.param(
            f"<h1>Access denied</h1><p>By Ada Lind</p>{PARAGRAPHS}",
            "Access denied",
            "",
            id="with such a headline, signed",
        ),
        pytest.param(
            f"<div><h1>We value your privacy</h1></div><h1>East pier closes for a year</h1>{PARAGRAPHS}",
            "East pier closes for a year",
            "",
            id="below a request for consent",
        ),
        pytest.param(
            f"<h1>The week at sea</h1><p>By Ada Lind</p><p>Four stories you need to know.</p>{CARDS}",
            "The week at sea",
            "",
            id="a round-up that is signed",
        ),
        pytest.param(
            f"<main><h1>East pier closes</h1><p>{STORY[0]}</p><p>{STORY[1]}</p><div>{OTHERS}</div></main>",
            "East pier closes for a year",
            "",
            id="short, above many teasers",
        ),
        pytest.param(
            f"<main><h1>East pier closes for repairs</h1><p>{STORY[0]}</p><p>Nobody was hurt by it.</p>{OTHERS}</main>",
            "East pier closes for repairs",
            "",
            id="very short, above many teasers",
        ),
        pytest.param(
            "<h1>In brief</h1>"
            + "".join(card(n, f"{text} It is so. Nobody knows why.") for n, text in enumerate(STORY)),
            "In brief",
            "",
            id="items of several sentences",
        ),
        pytest.param(
            f"<h1>Four books for the pier</h1>{SOLD}",
            "Four books for the pier",
            "<link rel='canonical' href='https://courier.example/books'>",
            id="a list of what others sell",
        ),
        pytest.param(f"<h1>Not found in the sea</h1>{PARAGRAPHS}", "Not found in the sea", "", id="with more words"),
    ],
)
def test_an_article_that_looks_like_one_of_them(body, title, head):
    assert isinstance(read(body, title, head), RawArticle)


def test_a_record_is_an_article_though_its_text_is_a_list_of_others():
    data = json.dumps({"id": "1", "title": "The week", "html": f"<div>{CARDS}</div>"}).encode()
    (article,) = read_source(Source("file:///a.json", "a.json", len(data), BytesIO(data)), ReadOptions())
    assert isinstance(article, RawArticle), article


@pytest.mark.parametrize(
    ("body", "head", "says"),
    [
        pytest.param(
            f"<div id='app'></div><script id='__NEXT_DATA__'>{json.dumps({'text': STORY * 4})}</script>",
            "",
            "as a browser shows it",
            id="text in a script",
        ),
        pytest.param(
            "<div id='app'></div>",
            "<script type='application/ld+json'>"
            f"{json.dumps({'@type': 'NewsArticle', 'headline': 'Pier closes', 'isAccessibleForFree': False})}</script>",
            "as a subscriber sees it",
            id="paywall",
        ),
    ],
)
def test_why_a_page_has_no_text(body, head, says):
    got = read(body, head=head)
    assert isinstance(got, Rejected)
    assert got.reason is RejectReason.NO_TEXT
    assert says in got.detail
