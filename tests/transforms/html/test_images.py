"""Pictures of a page, its paywall and its corrections."""

import json

import pytest

from transforms.article import Image
from transforms.readers.html import html_article

BASE = "https://paper.example/2025/story.html"
PROSE = "".join(
    f"<p>Paragraph {n} of the story about the bridge that the council reopened on Monday.</p>" for n in range(6)
)


def article(head: str = "", figures: str = "", **node: object):
    script = json.dumps({"@type": "NewsArticle", "headline": "Bridge", **node})
    page = (
        f'<html><head><link rel="canonical" href="{BASE}">{head}<script type="application/ld+json">{script}</script>'
        f"</head><body><article><h1>Bridge</h1>{figures}{PROSE}</article>"
        '<aside><figure><img src="/promo.jpg"><figcaption>A promotion.</figcaption></figure></aside></body></html>'
    )
    return html_article("file:///a", page, "utf-8")


@pytest.mark.parametrize(
    ("given", "images"),
    [
        pytest.param({}, (), id="none but a promotion"),
        pytest.param({"image": "https://x.example/a.jpg"}, (Image("https://x.example/a.jpg"),), id="an address"),
        pytest.param(
            {"image": [{"@type": "ImageObject", "url": "/a.jpg", "caption": "The bridge.", "creditText": "Ada Kern"}]},
            (Image("https://paper.example/a.jpg", "The bridge.", "Ada Kern"),),
            id="an object with a relative address",
        ),
        pytest.param(
            {"image": {"@type": "ImageObject", "contentUrl": BASE + "/a.jpg", "author": {"name": "Ada Kern"}}},
            (Image(BASE + "/a.jpg", None, "Ada Kern"),),
            id="an author",
        ),
        pytest.param(
            {"head": '<meta property="og:image" content="https://x.example/a.jpg">'},
            (Image("https://x.example/a.jpg"),),
            id="a meta tag",
        ),
        pytest.param(
            {
                "figures": '<figure><img src="/a.jpg?w=90"><figcaption>The bridge on Monday. '
                '<span class="credit">Ada Kern</span></figcaption></figure>',
                "image": "https://paper.example/a.jpg",
            },
            (Image("https://paper.example/a.jpg?w=90", "The bridge on Monday.", "Ada Kern"),),
            id="a figure, named once more in another size",
        ),
        pytest.param(
            {
                "figures": '<figure><img data-src="/a.jpg" src="data:x">'
                "<figcaption>The bridge. (Photo: Ada Kern)</figcaption></figure>"
            },
            (Image("https://paper.example/a.jpg", "The bridge.", "Photo: Ada Kern"),),
            id="a credit in words, loaded late",
        ),
        pytest.param({"image": "javascript:alert(1)"}, (), id="no address"),
    ],
)
def test_images(given: dict, images: tuple[Image, ...]) -> None:
    assert article(**given).images == images


@pytest.mark.parametrize(
    ("stated", "is_free"),
    [(True, True), (False, False), ("False", False), ("true", True), (None, None), ("perhaps", None)],
)
def test_paywall(stated: object, is_free: bool | None) -> None:
    assert article(isAccessibleForFree=stated).is_free is is_free


@pytest.mark.parametrize(
    ("given", "notes"),
    [
        pytest.param({"correction": "The year was 1997."}, ("The year was 1997.",), id="a text"),
        pytest.param(
            {"correction": [{"@type": "CorrectionComment", "text": "The year was 1997."}]},
            ("The year was 1997.",),
            id="a comment",
        ),
        pytest.param({"correction": "https://paper.example/corrections"}, (), id="a policy's address"),
        pytest.param(
            {"figures": "<p>Correction: An earlier version of this story gave the wrong year. It was 1997.</p>"},
            ("Correction: An earlier version of this story gave the wrong year. It was 1997.",),
            id="a paragraph",
        ),
    ],
)
def test_corrections(given: dict, notes: tuple[str, ...]) -> None:
    assert article(**given).notes == notes
