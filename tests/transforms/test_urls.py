"""One spelling for each address."""

import pytest

from transforms.urls import article_address, canonical_url, site_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "HTTPS://Paper.Example:443/A?utm_source=x&id=2#top", "https://paper.example/A?id=2", id="all at once"
        ),
        pytest.param("www.paper.example/a", "http://www.paper.example/a", id="without scheme"),
        pytest.param("//paper.example/a", "https://paper.example/a", id="without protocol"),
        pytest.param("https://paper.example", "https://paper.example/", id="root"),
        pytest.param(
            "https://paper.example/a?q=x%20y", "https://paper.example/a?q=x%20y", id="other query kept as written"
        ),
        pytest.param("https://paper.example/a/?ref=home&mod=x", "https://paper.example/a/", id="where from"),
        pytest.param("https://paper.example/a?ref=1001", "https://paper.example/a?ref=1001", id="a number names"),
        pytest.param("https://paper.example/i.php?module=x", "https://paper.example/i.php?module=x", id="a script"),
        pytest.param("https://paper.example/?source=x", "https://paper.example/?source=x", id="nothing else names"),
        pytest.param("https://paper.example/i.php?utm_id=3&id=2", "https://paper.example/i.php?id=2", id="only tracks"),
        pytest.param("https://paper.example/#/story/1", "https://paper.example/#/story/1", id="a route"),
        pytest.param("https://paper.example/#!story/1", "https://paper.example/#!story/1", id="an older route"),
        pytest.param("mailto:ann@paper.example", None, id="no web address"),
        pytest.param("https://[broken", None, id="broken"),
        pytest.param("https://paper.example:99999/", None, id="impossible port"),
        pytest.param("not an address", None, id="words"),
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="none"),
    ],
)
def test_canonical_url(url, expected):
    assert canonical_url(url) == expected


@pytest.mark.parametrize("url", ["https://paper.example", "https://paper.example/?utm_source=x#top", "words", None])
def test_a_front_page_names_no_article(url):
    assert article_address(url) is None


def test_an_address_with_a_path_or_a_query_names_an_article():
    for url in ("https://paper.example/a", "https://paper.example/?p=1", "https://paper.example/#/story/1"):
        assert article_address(url) == url


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Paper.example:8080/a", "paper.example"),
        ("http://news.paper.example/", "news.paper.example"),
        ("mailto:ann@paper.example", None),
        (None, None),
    ],
)
def test_the_site_of_an_address(url: str | None, site: str | None) -> None:
    assert site_of(url) == site
