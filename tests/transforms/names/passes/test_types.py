"""Whether a name is a person's, a body's or a place's, as the article tells.

What the recogniser saw is written by hand: ``[Ada Lind|PERSON]``.
"""

import pytest
from marked_articles import found, labels, names_of

from schemas.vocabulary import Label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        pytest.param("[Byron|ORG] and [Ada Byron|PERSON]", Label.PERSON, id="full form of a person"),
        pytest.param("[Lima|GPE]. In [Lima|GPE] and in [Lima|PERSON]", Label.GPE, id="most mentions"),
        pytest.param("[Harbour Ministry|GPE]", Label.ORG, id="word for a body"),
        pytest.param("[Signal Tower|PERSON]", Label.FAC, id="word for a building"),
        pytest.param("[University of Hatesy|PERSON]", Label.ORG, id="word for a body before what it is of"),
        pytest.param("[Peru|PERSON]", Label.GPE, id="country"),
        pytest.param("Mr [Lima|GPE]", Label.PERSON, id="form of address"),
        pytest.param("[Lima|GPE], who ran", Label.GPE, id="weak evidence does not outvote"),
        pytest.param("[Bocaranda|PERSON], [Lima|GPE] and [Quito|GPE]", Label.PERSON, id="one neighbour is not enough"),
        pytest.param("[Bocaranda|PERSON], [Lima|GPE]. [Quito|GPE], [Bocaranda|GPE]", Label.GPE, id="lists of places"),
        pytest.param("[Andhra Pradesh|PERSON] won.", Label.GPE, id="a region"),
        pytest.param("the [Warren|GPE] administration", Label.ORG, id="an administration that has a city's name"),
        pytest.param("the official [WFO|ORG] line", Label.ORG, id="an acronym behind a word for a role"),
        pytest.param("[Peruvian|NORP] said no. [Ada Peruvian|PERSON] left.", Label.PERSON, id="named like a people"),
        pytest.param("[Peruvian|NORP] said no. A [Peruvian|NORP] and [Ada Peruvian|PERSON]", Label.NORP, id="and both"),
        pytest.param("the newspaper [Hatesy|GPE] wrote", Label.ORG, id="behind a common noun for a body"),
        pytest.param("[Carmaker Hatesy|PERSON] grew", Label.ORG, id="with a kind of company that begins the sentence"),
        pytest.param("Insurer [Ada Byron|PERSON] grew", Label.ORG, id="a company that is called like somebody"),
        pytest.param("Sales of brewer [Hatesy|PERSON] fell", Label.ORG, id="behind what a company or a person is"),
        pytest.param("[Brewer Byron|PERSON] left. [Ada Byron|PERSON] fell", Label.PERSON, id="and it is a person"),
        pytest.param("[Brewer Ada Byron|PERSON] fell", Label.PERSON, id="which has two names"),
        pytest.param("[Hatesy|PERSON], a Peruvian bank, grew", Label.ORG, id="before a common noun for a body"),
        pytest.param("[Hatesy|PERSON], a bank manager, left", Label.PERSON, id="a bank's manager is no bank"),
        pytest.param("[Hatesy|PERSON], a cook", Label.PERSON, id="nor is a cook"),
        pytest.param("[Hatesy|PERSON], a man of the bank", Label.PERSON, id="nor who comes from one"),
        pytest.param("[Hatesy|PERSON], a tribal group", Label.PERSON, id="nor is a people"),
        pytest.param("the newspaper [Ada Byron|PERSON] reads", Label.PERSON, id="nor is a full name"),
        pytest.param("the newspaper [Peru|GPE]", Label.GPE, id="a known place"),
        pytest.param("the official [Hatesy|PERSON] news agency", Label.ORG, id="before a word for a medium"),
        pytest.param("the state-run [Kanal Hatesy|PERSON] broadcaster", Label.ORG, id="a medium of two words"),
        pytest.param("the official [Lima|ORG] news agency", Label.ORG, id="a medium that has a city's name"),
        pytest.param("the [Lima|GPE] newspaper", Label.GPE, id="a newspaper of a city"),
        pytest.param("[Byron|PERSON] websites. [Ada Byron|PERSON] left.", Label.PERSON, id="several media of somebody"),
        pytest.param("[Byron|PERSON] newspaper. [Ada Byron|PERSON] left.", Label.PERSON, id="a medium of somebody"),
        pytest.param("[Harbour Museum|ORG] opened.", Label.FAC, id="a museum"),
        pytest.param("[Harbour Affairs|PERSON] opened.", Label.ORG, id="affairs"),
        pytest.param("cold in the [Arctic|ORG]", Label.LOC, id="a word that is a landscape's name by itself"),
        pytest.param("the villages of [Bocaranda|PERSON] and Reed", Label.GPE, id="a village"),
        pytest.param("[Bocaranda|ORG], as it is based in [Bocaranda|ORG]", Label.ORG, id="one place is not enough"),
        pytest.param("a cook based in [Bocaranda|ORG]", Label.GPE, id="where somebody lives"),
        pytest.param("[Bocaran|PERSON] families and 150 [Bocaran|PERSON] who fled", Label.NORP, id="a people"),
        pytest.param("[Bocaran|PERSON] families and a [Bocaran|PERSON] who fled", Label.PERSON, id="hardly a people"),
        pytest.param(
            "many [Byron|PERSON] who, [Byron|PERSON] families: [Ada Byron|PERSON]", Label.PERSON, id="a family"
        ),
        pytest.param("[Hatesy|PERSON] and the [Harbour System|ORG] ([Hatesy|PERSON])", Label.ORG, id="in brackets"),
    ],
)
def test_a_name_has_the_type_the_article_speaks_for(line: str, label: Label) -> None:
    _, names = names_of(line)
    assert names.mentions[0].label is label


@pytest.mark.parametrize(
    "full",
    [
        "The party's leader, [Marina La Torre|ORG], voted.",
        "[Marina La Torre|ORG] is a candidate of the party.",
        "[Marina La Torre|ORG], a road planning engineer at the port, voted.",
        "[Marina La Torre|ORG], a road engineer, voted.",
        "A woman named [Marina La Torre|ORG] voted.",
        "An engineer called [Marina La Torre|ORG] voted.",
    ],
)
def test_a_role_beside_a_name_and_its_family_name_with_a_particle_tell_a_person(full: str) -> None:
    text, names = names_of(full, "It was late, [La Torre|ORG] told reporters. [La Torre|ORG] left.")
    assert {(text[one.start : one.end], one.label) for one in names.mentions} == {
        ("Marina La Torre", Label.PERSON),
        ("La Torre", Label.PERSON),
    }
    assert len(names.entities) == 1


@pytest.mark.parametrize(
    "line",
    [
        "[Lake House|ORG], a teacher training college, closed.",
        "[Lake House|ORG], a house of the engineer, closed.",
        "A bank named [Lake House|ORG] closed.",
    ],
)
def test_a_role_beside_it_that_is_not_its_own_leaves_a_body(line: str) -> None:
    assert labels(line) == {"Lake House": Label.ORG}


def test_a_title_before_a_person_outweighs_a_surname_that_is_a_building() -> None:
    assert labels("director [Mia Park|PERSON] left. [Park|FAC] was late.") == {"Mia Park": Label.PERSON}
    assert labels("[Det Insp Will Hall|FAC] left.") == {"Will Hall": Label.PERSON}
    assert labels("the fair at [Mia Park|PERSON] began.") == {"Mia Park": Label.FAC}


def test_a_town_in_capitals_before_a_dash_is_a_town_and_named_without_them() -> None:
    assert labels("[HALVIK|PERSON] - The bridge fell.", "[Halvik|GPE] slept.") == {"Halvik": Label.GPE}
    assert labels("[HALVIK|PERSON]: The bridge fell.") == {"HALVIK": Label.GPE}
    turns = labels("[HALVIK|PERSON]: The bridge fell.", "[BYRON|PERSON]: It did.")
    assert turns == {"HALVIK": Label.PERSON, "BYRON": Label.PERSON}


def test_the_first_word_of_a_firm_is_the_firm() -> None:
    article = (
        "[Tolvex|PERSON] Cuts Harbour Jobs",
        "[Tolvex Foods|ORG] grew. [Tolvex|PERSON] said so. [Tolvex|PERSON] won.",
    )
    assert labels(*article) == {"Tolvex Foods": Label.ORG}


@pytest.mark.parametrize(
    "line",
    [
        "[Byron|PERSON] spoke. [Byron Foods|ORG] grew.",  # before it
        "[Byron Foods|ORG] grew. Mr. [Byron|PERSON] spoke.",  # titled
        "[Byron Foods|ORG] grew. [Byron|PERSON], 54, spoke.",  # of an age
        "[Byron Foods|ORG] grew. [Byron|PERSON] spoke. [Ada Byron|PERSON] left.",  # somebody's family name
    ],
)
def test_the_first_word_of_a_firm_may_be_somebody(line: str) -> None:
    assert labels(line).get("Byron", Label.PERSON) is Label.PERSON
    assert len([label for label in labels(line).values() if label is Label.ORG]) == 1


@pytest.mark.parametrize(
    "clause",
    [
        "who gave only her first name, [Tomas|ORG]",
        "who gave his name as [Tomas|GPE]",
        "who asked to be called [Tomas|ORG]",
        "who asked to be identified only as [Tomas|GPE]",
        "who identified himself as [Tomas|ORG]",
    ],
)
def test_a_name_that_somebody_gives_for_his_own_is_a_persons(clause: str) -> None:
    assert labels(f"A driver {clause}, left.") == {"Tomas": Label.PERSON}


@pytest.mark.parametrize(
    "line", ["A board to be called [Tomas|ORG] met.", "It came to be known as [Tomas|ORG].", "Its name, [Tomas|ORG]."]
)
def test_a_name_that_something_is_given_is_no_persons(line: str) -> None:
    assert labels(line) == {"Tomas": Label.ORG}


@pytest.mark.parametrize(
    "line",
    [
        "He was called [Teodor|ORG].",
        "She’s named [Teodor|GPE] and lives there.",
        "An ‘experience guide’ called [Teodor|GPE] left.",
        "A driver who gave his name simply as [Teodor|ORG] left.",
    ],
)
def test_who_is_called_something_is_somebody_of_that_name(line: str) -> None:
    assert labels(line) == {"Teodor": Label.PERSON}


@pytest.mark.parametrize("line", ["It was called [Teodor|ORG].", "A ‘village of the year’ called [Teodor|ORG] won."])
def test_what_is_called_something_is_not_somebody(line: str) -> None:
    assert labels(line) == {"Teodor": Label.ORG}


def test_an_event_named_after_somebody_is_not_that_person() -> None:
    named = ("[Ada Byron|PERSON] left.", "He came to the [Ada Byron Symposium|PERSON]. [Ada Byron|PERSON] spoke.")
    assert labels(*named) == {"Ada Byron": Label.PERSON, "Ada Byron Symposium": Label.EVENT}


def test_somebody_may_be_named_like_an_event() -> None:
    assert labels("[Ada Byron|PERSON] met [Nora Reed Day|PERSON].")["Nora Reed Day"] is Label.PERSON


def test_types_are_known_before_given_names_are_looked_for() -> None:
    article = ("[Bo Lind|PERSON] sang. [Lind|PERSON] sat.", "It was then that Ada [Lind|ORG] said so.")
    assert found(*article) == {"Bo Lind": ["Bo Lind", "Lind"], "Ada Lind": ["Ada Lind"]}


def test_what_stands_beside_a_repeat_tells_the_type() -> None:
    assert labels("[Lind|ORG] rose on Monday.", "It fell, said Mr. Lind on Friday.") == {"Lind": Label.PERSON}


def test_a_broadcast_named_after_somebody_is_nobody() -> None:
    article = ("Title", '[Ada Byron|PERSON] came to "The [Nora Reed Show|PERSON]". Then [Reed|PERSON] left.')
    assert found(*article) == {"Ada Byron": ["Ada Byron"], "Nora Reed Show": ["Nora Reed Show"], "Reed": ["Reed"]}
    assert labels(*article)["Nora Reed Show"] == Label.WORK_OF_ART
