"""Nicknames in marks and what an editor put in brackets: '[Margaret|PERSON] “Peggy” [Lind|PERSON]'."""

from types import SimpleNamespace

import pytest
from marked_articles import found
from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.names.passes.nicknames import with_nicknames


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("It was [Omar|PERSON] “Ace” [Lind|PERSON].", "Omar “Ace” Lind", id="in quotation marks"),
        pytest.param("[Omar|PERSON] 'Ace' [Lind|PERSON] left.", "Omar 'Ace' Lind", id="at the beginning"),
        pytest.param("[Omar|PERSON] “Ace” O’Lind’s cat", "Omar “Ace” O’Lind", id="apostrophes"),
        pytest.param('[Omar|PERSON] "The Big Ace" [Lind|PERSON] left.', 'Omar "The Big Ace" Lind', id="three words"),
        pytest.param("[Omar “Ace|PERSON]” [Lind|GPE] left.", "Omar “Ace” Lind", id="cut inside"),
        pytest.param("Omar “[Ace” Lind|PERSON] left.", "Omar “Ace” Lind", id="begun inside"),
        pytest.param("[Omar|PERSON] “Ace” Lind left.", "Omar “Ace” Lind", id="nothing found behind"),
        pytest.param("[Omar Ali|PERSON] “Ace” [Lind Moss|PERSON] left.", "Omar Ali “Ace” Lind Moss", id="longer"),
        pytest.param("[Margaret|PERSON] ([Peggy|ORG]) [Lind|PERSON] left.", "Margaret (Peggy) Lind", id="in brackets"),
        pytest.param("I told ([Peggy|PERSON]) [Lind|PERSON].", "Peggy Lind", id="put in by an editor"),
        pytest.param("I told [Peggy] [Lind|PERSON].", "Peggy Lind", id="in square brackets"),
    ],
)
def test_a_name_with_marks_is_one(line: str, name: str) -> None:
    assert list(found("Title", line)) == [name]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("We told [Omar|PERSON] “no” [Lind|PERSON] left.", ["Omar", "Lind"], id="a small letter"),
        pytest.param("He sang “Ace” [Lind|PERSON] left.", ["Lind"], id="nobody before"),
        pytest.param("We saw “[Ace” Lind|PERSON] there.", ["Ace” Lind"], id="a small letter before"),
        pytest.param("[Omar|PERSON] “Ace” [Lima|GPE] left.", ["Omar", "Lima"], id="a place behind"),
        pytest.param("[Omar|PERSON] (Harbour) [Lind|PERSON] left.", ["Omar", "Lind"], id="no given name in brackets"),
        pytest.param("I told (Peggy) [Lima|GPE].", ["Lima"], id="a place behind brackets"),
        pytest.param("[Omar|PERSON] “Ace” Don't go.", ["Omar"], id="half a token"),
        pytest.param(
            "[Omar|PERSON] “Ace” [Lind|PERSON] “Kit” [Moss|PERSON]", ["Omar “Ace” Lind", "Moss"], id="two in a row"
        ),
        pytest.param("“Ace” [Lind|PERSON] left.", ["Lind"], id="nothing before"),
    ],
)
def test_marks_between_names_of_two_or_none(line: str, names: list[str]) -> None:
    assert list(found("Title", line)) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("[Omar|PERSON] “ace” [Lind|NORP], who left, won.", "Omar “ace” Lind", id="a small letter"),
        pytest.param('[Omar|PERSON] "ace9" [Lind|PERSON] said so.', 'Omar "ace9" Lind', id="with a number"),
        pytest.param("It was Tuvshin “Ace” [Lind|WORK_OF_ART], 24.", "Tuvshin “Ace” Lind", id="nobody found"),
        pytest.param("Tuvshin “Ace” [Lind Moss|PERSON], a coach, won.", "Tuvshin “Ace” Lind Moss", id="one behind"),
        pytest.param("[Ali Omar|PERSON] “Ace” [Lima|GPE], an in-game leader.", "Ali Omar “Ace” Lima", id="two before"),
    ],
)
def test_what_follows_tells_that_a_name_with_a_nickname_is_one(line: str, name: str) -> None:
    assert list(found("Title", line)) == [name]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Coach “Ace” [Lind|PERSON], 54, won.", ["Lind"], id="a title"),
        pytest.param("The “Ace” [Lind|PERSON], who won, left.", ["Lind"], id="an article"),
        pytest.param("[Omar|PERSON] “loves” [Lind|PERSON], who won.", ["Omar", "Lind"], id="a verb"),
        pytest.param(
            "[Omar|PERSON] left. [Omar|PERSON] “hurt” [Lind|PERSON], who won.", ["Omar", "Lind"], id="named before"
        ),
        pytest.param("They called [Omar|PERSON] “unfit” Tuesday, the spokesman said.", ["Omar"], id="a day"),
        pytest.param("They told [Omar|PERSON] “no” [Lima|GPE], and that was it.", ["Omar", "Lima"], id="not told"),
    ],
)
def test_a_word_in_marks_between_two_may_be_no_nickname(line: str, names: list[str]) -> None:
    assert list(found("Title", line)) == names


def test_the_family_name_that_stands_first_means_who_has_it() -> None:
    article = ("Title", "[Park Seo-yeon|PERSON] left.", "Asked why, Park laughed.")
    assert found(*article) == {"Park Seo-yeon": ["Park Seo-yeon", "Park"]}


@pytest.mark.parametrize("name", ["Omar “Ace” Lind", 'Omar "Ace" Lind', "Omar 'Ace' Lind", "Omar (Ace) Lind"])
def test_the_nickname_and_the_family_name_mean_the_one_whose_they_are(name: str) -> None:
    article = ("Title", f"[{name}|PERSON] left.", "[Ace Lind|PERSON] slept. [Lind|PERSON] woke.")
    assert found(*article) == {name: [name, "Ace Lind", "Lind"]}


def test_what_an_editor_put_in_is_the_given_name_of_who_is_named_without() -> None:
    assert found("Title", "[Lind|PERSON] left. I told ([Peggy|PERSON]) [Lind|PERSON].") == {
        "Peggy Lind": ["Lind", "(Peggy) Lind"]
    }


@pytest.mark.timeout(10)
def test_a_word_of_nothing_but_hyphens_is_searched_for_nicknames_in_time() -> None:
    paragraphs = [SimpleNamespace(doc=Doc(Vocab(), words=["A-" * 40_000]))]
    assert with_nicknames(paragraphs, []) == []
