"""Names that the recogniser cut: '[Ada|PERSON] Key Jr.'."""

import pytest
from marked_articles import found


@pytest.mark.parametrize(
    "full",
    [
        pytest.param("[Omar Lind Key Jr.|PERSON] left.", id="whole"),
        pytest.param("[Omar Lind Key|PERSON] Jr. left.", id="cut before the suffix"),
        pytest.param("[Omar Lind|PERSON] Key Jr. left.", id="cut before the family name"),
        pytest.param("[Omar Lind|PERSON] Key [Jr.|PERSON] left.", id="and the suffix a name of its own"),
    ],
)
def test_the_family_name_before_a_suffix_means_its_bearer(full: str) -> None:
    assert found("Title", full, "Later Key slept.") == {"Omar Lind Key Jr.": ["Omar Lind Key Jr.", "Key"]}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("In [Omar Lind|PERSON], Jr. Key saw a son.", "Omar Lind", id="behind a comma"),
        pytest.param("[Omar Lind|PERSON] and Jr. Key left.", "Omar Lind", id="behind a small word"),
        pytest.param("[Omar Lind|PERSON] But Jr. left.", "Omar Lind", id="behind a small word with a capital"),
        pytest.param("[Omar Lind|PERSON] jr. left.", "Omar Lind", id="in small letters"),
        pytest.param("The [Key Forum|ORG] II left.", "Key Forum", id="no person"),
        pytest.param("We saw [Omar Lind|PERSON]", "Omar Lind", id="nothing behind"),
    ],
)
def test_what_is_no_suffix_stays_outside(line: str, name: str) -> None:
    assert found("Title", line)[name] == [name]


def test_a_name_of_its_own_before_a_suffix_stays() -> None:
    assert found("Title", "[Omar Lind|PERSON] [Key Jr.|PERSON] left.").keys() == {"Omar Lind", "Key Jr."}


def test_a_family_name_that_is_a_title_is_somebody_with_a_suffix_too() -> None:
    assert found("Title", "[Omar Bishop Jr.|PERSON] left. [Bishop|PERSON] slept.") == {
        "Omar Bishop Jr.": ["Omar Bishop Jr.", "Bishop"]
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("JT [Lind|PERSON] left.", "JT Lind", id="initials of given names"),
        pytest.param("We saw RJ [Lind|PERSON].", "RJ Lind", id="with a J at the end"),
        pytest.param("The UN [Lind|PERSON] knew left.", "Lind", id="other initials"),
        pytest.param("DJ [Lind|PERSON] left.", "Lind", id="a title"),
        pytest.param("JP [Lind|PERSON] asked another JP.", "Lind", id="a title that stands by itself, too"),
        pytest.param("JP [Lind|PERSON] is a JP here.", "Lind", id="and before a small letter"),
    ],
)
def test_initials_before_a_lone_name_are_part_of_it(line: str, name: str) -> None:
    assert found("Title", line) == {name: [name]}
