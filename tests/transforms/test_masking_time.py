"""What the parser is shown of a paragraph takes time in proportion to its length, whatever stands in it."""

import pytest
import spacy

from transforms.marks import quote_map
from transforms.masking import masked

ENGLISH = spacy.blank("en")
LENGTH = 20_000  # code points, as many as a paragraph has at most


@pytest.mark.timeout(30)
def test_a_bracket_that_never_closes_is_masked_in_time():
    text = "(" + "a" * LENGTH
    assert masked(text, (), ENGLISH.make_doc(text))[0].text == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Lind (R-Ohio) said so.", "Lind said so.", id="aside"),
        pytest.param("Lind (one two three) said so.", "Lind said so.", id="three words"),
        pytest.param(
            "Lind (one two three four) said so.", "Lind (one two three four) said so.", id="four words are no aside"
        ),
        pytest.param("Lind said so (“It is (R-Ohio) over”).", "Lind said so (“It is (R-Ohio) over”).", id="in marks"),
        pytest.param("The vice-mayor of Vellmar said so.", "The vice-mayor of Vellmar said so.", id="compound"),
        pytest.param("They ran the “Old Lady,” which sank.", "They ran the “Old Lady,” which sank.", id="a name"),
        pytest.param("“Old ladies,” which sank, Lind said.", "“This is so,” which sank, Lind said.", id="a sentence"),
    ],
)
def test_what_is_shown(text, shown):
    doc, _ = masked(text, quote_map([text])[0], ENGLISH.make_doc(text))
    assert doc.text == shown
