"""Which names stand in one sentence."""

import pytest
import spacy

from schemas.vocabulary import BlockKind
from transforms.names.sentences import sentence_starts
from transforms.paragraphs import Paragraph

_ENGLISH = spacy.blank("en")


@pytest.mark.parametrize(
    "sentences",
    [
        ["Ada came. ", "Tom left."],
        ["Mr. Reed of the U.S. Senate met J. R. Marsh. ", "He left."],
        ['"It is over," Reed said. ', '"We go home."'],
        ['"It is over." ', "Reed left."],
        ["Really? ", "Yes! ", "He paid $3.5 million for St. Ann's."],
        ["He said ... nothing."],
        ["No stop at the end"],
    ],
)
def test_where_the_sentences_of_a_paragraph_begin(sentences: list[str]) -> None:
    doc = _ENGLISH("".join(sentences))
    starts = sentence_starts([Paragraph(BlockKind.BODY, 7, doc.text, (), doc, doc, ())])
    ends = [*(start - 7 for start in starts[1:]), len(doc.text)]
    assert [doc.text[start - 7 : end] for start, end in zip(starts, ends, strict=True)] == sentences
