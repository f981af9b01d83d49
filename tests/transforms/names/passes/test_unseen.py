"""Names, and parts of names, that the recogniser passed over.

What the recogniser saw is written by hand: ``[Ada Lind|PERSON]``.
"""

import pytest
from marked_articles import found, labels

from schemas.vocabulary import Label


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("His wife, Ivy, said so.", ["Ivy"]),
        ("The baker's late father, Omar, said so.", ["Omar"]),
        ("A wife, Ivy, said so.", []),
        ("His wife, Monday, was late.", []),
        ("His wife, Ivy Lind and others said so.", []),  # what the recogniser passed over may be anything
        ("His wife, [Ivy Lind|PERSON], said so.", ["Ivy Lind"]),
        ("His boat, Ivy, sank.", []),
    ],
)
def test_a_lone_name_behind_a_relative_is_somebody(line: str, expected: list[str]) -> None:
    assert labels(line) == dict.fromkeys(expected, Label.PERSON)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("“Too late,” wrote @blue.heron, a sailor.", "@blue.heron"),
        ("@BlueHeron replied that it was too late.", "@BlueHeron"),
        ("“Too late,” said Harbourbook user blue_heron.", "blue_heron"),
        ("User heron99 on Harbourbook thought so.", "heron99"),
        ("Redditor heron_99 thought so.", "heron_99"),
    ],
)
def test_a_user_of_a_site_who_says_something_is_somebody(line: str, name: str) -> None:
    assert labels(line) == {name: Label.PERSON}


@pytest.mark.parametrize(
    "line",
    [
        "The club told @blue_heron to wait.",  # told, not telling
        "They wrote @blue_heron a letter.",
        "Photos by @blue_heron were shown.",
        "The user interface is new, as is user_id.",
        "The user 2024 survey",
    ],
)
def test_what_is_written_like_a_user_may_say_nothing(line: str) -> None:
    assert labels(line) == {}


def test_a_syllable_behind_a_hyphen_is_a_part_of_a_name() -> None:
    assert found("[Hyun-ju Reed|PERSON] left.", "[Reed|PERSON] spoke.") == {"Hyun-ju Reed": ["Hyun-ju Reed", "Reed"]}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("It rains, the Northern Ferry newspaper said.", "Northern Ferry"),
        ("It rains, the Voice of [Lima|GPE] newspaper said.", "Voice of Lima"),
        ("It rains, the Harbour Wave news agency said.", "Harbour Wave"),
    ],
)
def test_words_before_the_noun_for_a_medium_are_its_name(line: str, name: str) -> None:
    assert labels(line) == {name: Label.ORG}


@pytest.mark.parametrize(
    "line",
    [
        "It rains, the Sunday newspaper said.",
        "It rains, a Harbour newspaper said.",
        "The Harbour Safety agency said no.",
        "Mayor Buys The Northern Ferry newspaper",  # capitals tell nothing in a headline
    ],
)
def test_the_noun_for_a_medium_may_stand_by_itself(line: str) -> None:
    assert labels(line, "Text.") == {}


def test_a_medium_is_not_the_country_that_it_is_of() -> None:
    assert labels("It rains, the [Peruvian|NORP] newspaper said.") == {"Peruvian": Label.NORP}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("She is at the [University of Oregon|ORG], [Portland|GPE].", ["University of Oregon, Portland"]),
        ("She is at the [University of Oregon|ORG], [Peru|GPE].", ["University of Oregon", "Peru"]),
        (
            "Those at the [University of Oregon|ORG], [Portland|GPE] and [Harbour College|ORG] left.",
            ["University of Oregon", "Portland", "Harbour College"],
        ),
        ("She is at the [University of Lima|ORG], [Portland|GPE].", ["University of Lima", "Portland"]),
    ],
)
def test_the_town_of_a_campus_belongs_to_its_university(line: str, names: list[str]) -> None:
    assert list(labels(line)) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The owner, Harbour Homes REIT, said so.", "Harbour Homes REIT"),
        ("The owner, [Harbour|GPE] Homes plc, said so.", "Harbour Homes plc"),
        ("The money that [Byron Harbour|ORG] Homes Ltd has.", "Byron Harbour Homes Ltd"),
    ],
)
def test_words_before_the_form_of_a_firm_are_its_name(line: str, name: str) -> None:
    assert labels(line) == {name: Label.ORG}


@pytest.mark.parametrize(
    "line",
    [
        "It was a REIT. The Inc left.",
        "Harbour Homes Has Not Sold Byron REIT",  # capitals tell nothing in a headline
        "On Monday Ltd was added to it.",
    ],
)
def test_the_form_of_a_firm_may_stand_by_itself(line: str) -> None:
    assert labels(line, "Text.") == {}


def test_the_second_of_two_behind_a_title_in_the_plural_is_somebody() -> None:
    article = ("Justices [Ada Byron|PERSON] and Nora Contractor sat.", "Justice Contractor asked a contractor.")
    assert found(*article) == {"Ada Byron": ["Ada Byron"], "Nora Contractor": ["Nora Contractor", "Contractor"]}


@pytest.mark.parametrize(
    "line",
    [
        "Justice [Ada Byron|PERSON] and Harbour Homes sat.",  # of one
        "Justices [Ada Byron|PERSON] and Mondays sat.",  # a word alone
        "Justices [Ada Byron|PERSON] and the Nora Homes sat.",
    ],
)
def test_what_stands_behind_a_title_of_one_and_another_may_be_no_name(line: str) -> None:
    assert found(line) == {"Ada Byron": ["Ada Byron"]}
