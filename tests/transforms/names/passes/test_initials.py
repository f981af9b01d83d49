"""Initials before a surname, of which the recogniser saw none or the last: 'A [K Lind|PERSON]'."""

import pytest
from marked_articles import found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("We saw A [K Lind|PERSON] there.", "A K Lind", id="the first is missing"),
        pytest.param("A K [Lind|PERSON] left.", "A K Lind", id="both are missing"),
        pytest.param("A K S [Lind|PERSON] left.", "A K S Lind", id="three of them"),
        pytest.param("A [Lind|PERSON] left.", "Lind", id="an article"),
        pytest.param("What I [K Lind|PERSON] saw.", "I K Lind", id="an I before another initial"),
        pytest.param("a [K Lind|PERSON] left.", "K Lind", id="a small letter"),
        pytest.param("H E [Ada Lind|PERSON] left.", "Ada Lind", id="a form of address"),
        pytest.param("A/[K Lind|PERSON] left.", "K Lind", id="no space"),
        pytest.param("Plan A [K|PERSON] left.", "K", id="no surname"),
    ],
)
def test_initials_before_a_surname_are_part_of_the_name(line: str, name: str) -> None:
    assert found("Title", line) == {name: [name]}
