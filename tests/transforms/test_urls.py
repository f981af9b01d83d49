"""One spelling for each address."""

import pytest

from transforms.urls import canonical_url


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
