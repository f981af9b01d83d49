"""Labels of turns, by form alone."""

import pytest

from transforms.turn_labels import is_stage_note, lone_label, turn_label


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        pytest.param("KAMAU: Why?", "KAMAU", "Why?", id="a last name"),
        pytest.param('"Ada Lind: Why?', "Ada Lind", "Why?", id="behind a mark"),
        pytest.param("KAMAU (on camera): Why?", "KAMAU", "Why?", id="an aside"),
        pytest.param("SEN. ADA LIND (D-LU): Why?", "SEN. ADA LIND", "Why?", id="a party"),
        pytest.param("ADA LIND, HOST AND EDITOR (voice-over): Why?", "ADA LIND", "Why?", id="an office and an aside"),
        pytest.param("Ada Lind -- North Bank -- Analyst: Why?", "Ada Lind", "Why?", id="a firm and an office"),
        pytest.param("Ada Lind, 34, baker: Why?", "Ada Lind", "Why?", id="an age"),
    ],
)
def test_a_label_is_taken_apart(text: str, name: str, said: str) -> None:
    label = turn_label(text)
    assert label is not None
    assert (label.name, text[label.start : label.end], text[label.said :]) == (name, name, said)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Yesterday, she said: Why?", id="one word before a comma"),
        pytest.param("the mayor: Why?", id="a small letter"),
        pytest.param("KAMAU:", id="nothing behind it"),
        pytest.param("Ada Lind came. Her question: Why?", id="a sentence"),
    ],
)
def test_no_label(text: str) -> None:
    assert turn_label(text) is None


@pytest.mark.parametrize(
    ("text", "has_prose"),
    [
        pytest.param("ADA LIND, HOST: Why?", False, id="capitals"),
        pytest.param("KAMAU (on camera): Why?", False, id="an aside"),
        pytest.param("On Monday, Lind said: Why?", True, id="a clause"),
    ],
)
def test_what_may_be_a_clause(text: str, has_prose: bool) -> None:
    label = turn_label(text)
    assert label is not None
    assert label.has_prose is has_prose


def test_a_line_may_be_a_label() -> None:
    label = lone_label("Ada Lind -- Chief Executive")
    assert label is not None
    assert (label.name, label.has_prose) == ("Ada Lind", True)
    assert lone_label("Ada Lind left.") is None


@pytest.mark.parametrize("text", ["(CROSSTALK)", "[20:05:00]", "(Laughter.)"])
def test_notes(text: str) -> None:
    assert is_stage_note(text)
    assert not is_stage_note(f"{text} So we left")
