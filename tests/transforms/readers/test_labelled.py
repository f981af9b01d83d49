"""One text below lines with labels, as scripts and archives write them: the labels say what each line is."""

import io

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.article import RawArticle, Source
from transforms.byline import clean_names
from transforms.readers.options import ReadOptions
from transforms.readers.plain import read_plain

TEXT = """
The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said.

Trams will cross it again from next month, according to the transport office, which gave no day.
"""


def read(text: str) -> RawArticle:
    data = text.encode()
    (article,) = read_plain(Source("file:///a.txt", "a.txt", len(data), io.BytesIO(data)), ReadOptions())
    assert isinstance(article, RawArticle)
    return article


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            "Headline: Old bridge reopens\nNewspaper: The Lamp\nDate: 3 May 2024\nJournalist: Ada Lind", id="journalist"
        ),
        pytest.param(
            "Title: Old bridge reopens\nOutlet: The Lamp\nPublication Date: 2024-05-03\nAuthor: Ada Lind",
            id="two words",
        ),
        pytest.param("Paper: The Lamp\nDate: 3 May 2024\nTitle: Old bridge reopens\nBy: Ada Lind", id="outlet first"),
        pytest.param("Old bridge reopens\nSource: The Lamp\nDate: 3 May 2024\nAuthor: Ada Lind", id="below a headline"),
        pytest.param(
            "# Old bridge reopens\n\n* Source: The Lamp\n* Date: 3 May 2024\n* Author: Ada Lind",
            id="bullets of Markdown",
        ),
        pytest.param(
            "# Old bridge reopens\n\n- **Source:** The Lamp\n- **Date**: 3 May 2024\n- **Author:** Ada Lind", id="bold"
        ),
        pytest.param(
            "Überschrift: Old bridge reopens\nQuelle: The Lamp\nDatum: 3. Mai 2024\nAutorin: Ada Lind", id="German"
        ),
        pytest.param(
            "Título: Old bridge reopens\nFuente: The Lamp\nFecha: 3 de mayo de 2024\nAutor: Ada Lind", id="Spanish"
        ),
    ],
)
def test_lines_with_labels_are_what_they_say(head: str) -> None:
    article = read(f"{head}\n{TEXT}")
    assert article.title is not None
    assert article.title.value == "Old bridge reopens"
    assert article.publisher is not None
    assert article.publisher.value == "The Lamp"
    assert article.published is not None
    assert "2024" in article.published.value
    assert article.authors is not None
    assert clean_names(article.authors.values) == ("Ada Lind",)
    assert article.dek is None
    kinds = [block.kind for block in article.blocks]
    assert sorted(kinds[:4]) == sorted([K.TITLE, K.BOILERPLATE, K.DATE, K.BYLINE])
    assert kinds[4:] == [K.BODY, K.BODY]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Old bridge reopens\nSource: The Lamp", id="one label"),
        pytest.param("Talk of the day\nReporter: How is it?\nSubject: It holds.", id="an interview"),
        pytest.param("Old bridges\nAuthor: Ada Lind\nPublisher: Lamp Books", id="a book"),
    ],
)
def test_other_lines_with_a_colon_state_nothing(head: str) -> None:
    article = read(f"{head}\n{TEXT}")
    assert article.title is None or article.title.value != "It holds."
    assert article.publisher is None
