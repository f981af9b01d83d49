"""Family names that are common words of the article: '[Nora Key|PERSON]' and a key."""

import pytest
from marked_articles import found

NORA = "[Nora Key|PERSON] lost the key to her car, a very long way from home."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("It was late when Key told us.", id="inside a sentence"),
        pytest.param("We asked for Key, a cook, and her car.", id="before a comma"),
        pytest.param("By then Mr. Key was gone.", id="behind a title"),
        pytest.param('"We are late," Key muttered.', id="behind a quotation"),
        pytest.param("But Key was late.", id="behind a small word with a capital"),
        pytest.param("In the end, Key was late.", id="behind a comma"),
        pytest.param("Key said no.", id="before a verb of speech"),
        pytest.param("Key believes in luck.", id="before a verb of thought"),
        pytest.param("Key's car is red.", id="a possessive"),
        pytest.param("Key, 54, left.", id="an age"),
        pytest.param("Key, who is tall, left.", id="who"),
        pytest.param("Key, a former mayor, left.", id="a role"),
    ],
)
def test_a_capital_or_what_stands_behind_tells_a_family_name(line: str) -> None:
    assert found("Title", NORA, line) == {"Nora Key": ["Nora Key", "Key"]}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Key rates went up.", id="a sentence's first word"),
        pytest.param("Key, however, is how it ends.", id="a sentence's first word and a comma"),
        pytest.param("Key", id="nothing behind"),
        pytest.param('He said: "Key rates went up."', id="the first word of speech"),
        pytest.param("He said it in London (Key rates went up).", id="the first word in brackets"),
        pytest.param('He said, "Key rates went up."', id="the first word of speech behind a comma"),
        pytest.param('"Why?" Key rates went up.', id="the first word behind speech"),
        pytest.param("Key, 2014, is a film.", id="a year"),
        pytest.param("Bank Looks At Trade And Key Rates", id="a headline"),
        pytest.param("HE SAID THE KEY WAS LOST, AND KEY SAID NO", id="capitals"),
        pytest.param("They find KEY people.", id="a word in capitals"),
        pytest.param("We saw the Key and left.", id="behind the"),
        pytest.param("We went to Key Largo and left.", id="before a capital"),
        pytest.param("Harbour Key was full.", id="behind a capital"),
    ],
)
def test_a_capital_that_is_explained_tells_nothing(line: str) -> None:
    assert found("Title", NORA, line) == {"Nora Key": ["Nora Key"]}


def test_a_surname_in_capitals_says_nothing_of_words_in_capitals() -> None:
    article = ("[NORA KEY|PERSON] SPEAKS", "[NORA KEY|PERSON] lost the key.", "They find KEY people.")
    assert found(*article) == {"NORA KEY": ["NORA KEY", "NORA KEY"]}


def test_somebody_must_be_named_in_full() -> None:
    assert found("Title", "[Key|PERSON] lost the key.", "It was late when Key told us.") == {"Key": ["Key"]}


@pytest.mark.parametrize(
    ("line", "is_she"), [("We met in August and left.", False), ("In the end August, 54, left.", True)]
)
def test_a_month_is_nobody_unless_it_is_told(line: str, *, is_she: bool) -> None:
    article = ("Title", "[Nora August|PERSON] gave an august speech.", line)
    assert found(*article) == {"Nora August": ["Nora August", *["August"] * is_she]}


def test_small_words_are_too_many() -> None:
    assert found("Title", "[Nora So|PERSON] was so late.", "And So said he was, too.") == {"Nora So": ["Nora So"]}


def test_a_longer_word_that_is_small_counts_inside_a_sentence() -> None:
    article = ("Title", "[Nora Down|PERSON] sat down.", "We told Down that it was late.", "Down says the sun.")
    assert found(*article) == {"Nora Down": ["Nora Down", "Down"]}
