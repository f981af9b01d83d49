"""Plain texts that hold several articles between rulers, and those whose rulers part something else."""

import io
import textwrap

import pytest

from transforms.article import RawArticle, Source
from transforms.byline import clean_names
from transforms.readers import ReadOptions, read

LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."
BRIDGE = f"Bridge reopens after two years\nBy Ada Lind\nMay 3, 2024\n\n{LEDE}\n\n{NEXT}\n"
TITLES = ["Bridge reopens after two years", "Ferry to stop in autumn", "Trams run late", "Mill sold to its crew"]
FERRY = f"Ferry to stop in autumn\n\n4 May 2024\n\n{NEXT}\n\n{LEDE}\n"


def articles(text: str) -> list[RawArticle]:
    data = text.encode()
    source = Source("file:///a.txt", "a.txt", len(data), io.BytesIO(data))
    return [item for item in read(source, ReadOptions()) if isinstance(item, RawArticle)]


NARROW, BRIEF = ("\n".join(textwrap.wrap(words, 50)) for words in (f"{LEDE} {NEXT}", LEDE))


@pytest.mark.parametrize(
    "end",
    [
        pytest.param("", id="narrow columns"),
        pytest.param("- 7 -\n", id="the number of the page above the ruler"),
    ],
)
def test_each_of_many_wrapped_articles_is_one(end):
    bodies = [*[f"{NARROW}\n\n{NARROW}"] * 3, BRIEF]
    texts = (f"{title}\nBy Ada Lind\n\n{body}\n\n{end}" for title, body in zip(TITLES, bodies, strict=True))
    text = "----------\n".join(texts)
    assert [article.title.value for article in articles(text)] == TITLES


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BRIDGE}\n----------\n\n{FERRY}", id="dashes"),
        pytest.param(f"=====\n{BRIDGE}=====\n{FERRY}=====\n", id="around each"),
        pytest.param(f"{BRIDGE}\n* * * * *\n{FERRY}", id="stars with spaces"),
        pytest.param(f"Article 1 of 2\n\n{BRIDGE}\nArticle 2 of 2\n\n{FERRY}", id="counted"),
        pytest.param(f"MY CUTTINGS\n_____\n{BRIDGE}\n_____\n{FERRY}", id="what it is, above"),
        pytest.param(f"{BRIDGE}\n_____\n{FERRY}\n_____\nKept by the library of Vellmar\n", id="who keeps it, below"),
    ],
)
def test_articles_between_rulers(text):
    first, second = articles(text)
    assert [first.uri, second.uri] == ["file:///a.txt#1", "file:///a.txt#2"]
    assert [first.title.value, second.title.value] == ["Bridge reopens after two years", "Ferry to stop in autumn"]
    assert [first.published.value, second.published.value] == ["May 3, 2024", "4 May 2024"]
    assert (clean_names(first.authors.values), second.authors) == (("Ada Lind",), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BRIDGE}\n-----\n\n{NEXT}\n", id="a paragraph between them"),
        pytest.param(f"{BRIDGE}\n-----\n\nThe ferry\n\n{NEXT}\n", id="a heading between them"),
        pytest.param(f"{BRIDGE}\n***\n\n{FERRY}", id="three stars"),
        pytest.param(
            f"Bridge reopens\n==============\nMay 3, 2024\n\n{LEDE}\n\nThe ferry\n---------\n{NEXT}\n", id="lines under"
        ),
        pytest.param(
            f"{BRIDGE}\n-----\n\nBo Ek\nMay 4, 2024\n\n{NEXT}\n-----\nCy Day\nMay 5, 2024\n\n{LEDE}", id="comments"
        ),
        pytest.param(f"{BRIDGE}\n-----\nRights and contact\n", id="what stands below"),
    ],
)
def test_rulers_within_one_article(text):
    (article,) = articles(text)
    assert article.uri == "file:///a.txt"
    assert article.title.value.startswith("Bridge reopens")
