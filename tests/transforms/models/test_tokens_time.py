"""Runs of signs are taken apart in time, into the tokens that the tokenizer makes of them."""

import pytest
import spacy

from transforms.models.tokens import tokens

ENGLISH = spacy.blank("en")
LENGTH = 20_000  # code points, as many as a paragraph has at most


@pytest.mark.timeout(10)
@pytest.mark.parametrize("sign", ["(", ")", '"', "\u201c", "$", "[)"])
def test_a_run_of_signs_is_taken_apart_in_time(sign):
    text = sign * (LENGTH // len(sign))
    assert [token.text for token in tokens(text, ENGLISH)] == list(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They didn't  say (so). " + "(" * 1200 + " Ms. Okoro couldn't hear.", id="within a text"),
        pytest.param("(" * 1000, id="of twice the length"),
        pytest.param("They can't " + "]" * 499 + "  go.", id="shorter than those that are cut"),
        pytest.param("", id="no text"),
    ],
)
def test_the_tokens_are_those_of_the_tokenizer(text):
    found, expected = tokens(text, ENGLISH), ENGLISH.make_doc(text)
    assert found.text == text
    assert [(token.text, token.norm_, token.idx) for token in found] == [
        (token.text, token.norm_, token.idx) for token in expected
    ]
    assert found.has_annotation("SENT_START") == expected.has_annotation("SENT_START")
