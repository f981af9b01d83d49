"""What stands beside a name and is no part of it: roles, titles, ranks, trades, letters.

What the recogniser saw is written by hand: ``[Ada Lind|PERSON]``.
"""

import pytest
from marked_articles import found, labels, names_of

from schemas.vocabulary import Label


def test_roles_and_gender_come_from_the_text() -> None:
    _, names = names_of("Harbour councilman [Ilya Voss|PERSON] met [Mona Reyes|PERSON], the minister of fisheries.")
    assert [(entity.roles, entity.gender) for entity in names.entities] == [
        (("Harbour councilman",), "m"),
        (("minister of fisheries",), None),
    ]


@pytest.mark.parametrize(
    ("line", "roles", "gender"),
    [
        pytest.param("Secretary of State [Mona Reyes|PERSON]", ("Secretary of State",), None, id="of"),
        pytest.param("Former Vice President [Mona Reyes|PERSON]", ("Former Vice President",), None, id="former"),
        pytest.param("Mrs. [Reyes|PERSON]", (), "f", id="Mrs"),
        pytest.param("Mr [Reyes|PERSON]", (), "m", id="Mr without a stop"),
        pytest.param("harbour spokeswoman [Mona Reyes|PERSON]", ("spokeswoman",), "f", id="spokeswoman"),
        pytest.param("harbour spokesman [Mona Reyes|PERSON]", ("spokesman",), None, id="women are spokesmen, too"),
        pytest.param("[Mona Reyes|PERSON], a Peruvian poet, read.", ("Peruvian poet",), None, id="apposition"),
        pytest.param("[Mona Reyes|PERSON], the mayor of Port Ada, read.", ("mayor of Port Ada",), None, id="mayor of"),
        pytest.param("[Mona Reyes|PERSON], running late, read.", (), None, id="a clause is no role"),
        pytest.param("But President [Mona Reyes|PERSON]", ("President",), None, id="first word of the sentence"),
        pytest.param("Sens. [Mona Reyes|PERSON]", ("Sens.",), None, id="a full stop of its own"),
        pytest.param("Queen [Mona|PERSON]", ("Queen",), "f", id="queen"),
        pytest.param("Her late elder brother, [Omar Reyes|PERSON], read.", (), "m", id="a relation with its kind"),
    ],
)  # fmt: skip
def test_roles(line: str, roles: tuple[str, ...], gender: str | None) -> None:
    _, names = names_of(line)
    assert (names.entities[0].roles, names.entities[0].gender) == (roles, gender)


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    article = ("[Ada Lind KC|PERSON] spoke.", "[Omar Haddad MP|PERSON] left.", "[Lind|PERSON] and [Haddad|PERSON] met.")
    assert found(*article) == {"Ada Lind": ["Ada Lind", "Lind"], "Omar Haddad": ["Omar Haddad", "Haddad"]}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[Det Con Ada Lind|PERSON] left.", "Ada Lind"),
        ("Det [Ch Insp Ada Lind|PERSON] left.", "Ada Lind"),
        ("[DC Ada Lind|PERSON] left.", "Ada Lind"),
        ("[DC Lind|PERSON] left.", "DC Lind"),
        ("[Con Lind|PERSON] left.", "Con Lind"),
        ("[SSP Ada Lind|PERSON] left.", "Ada Lind"),
        ("[Halvik DSP Ada Lind|PERSON] left.", "Ada Lind"),
        ("[SP Lind|PERSON] left.", "SP Lind"),
        ("[Ada SP Lind|PERSON] left.", "Ada SP Lind"),
        ("Ask [Tan Sri Ada Lind|PERSON] now.", "Ada Lind"),
        ("Ask [Puan Sri Datin Seri Ada Lind|PERSON] now.", "Ada Lind"),
        ("Ask Tan Sri [Lind|PERSON] now.", "Lind"),
        ("Ask [Tan Lind|PERSON] now.", "Tan Lind"),
    ],
)
def test_a_rank_that_may_be_a_given_name_is_none_where_the_neighbours_tell(line: str, name: str) -> None:
    assert found(line) == {name: [name]}


def test_an_office_and_its_initials_are_no_body() -> None:
    line = "The [Member of Parliament|ORG] ([MP|ORG]) left. The [MP|ORG] slept. The [Harbour Board|ORG] sat."
    assert found(line) == {"Harbour Board": ["Harbour Board"]}


def test_a_title_of_two_words_alone_is_nobody() -> None:
    assert found("My quarrel is not with [Tan Sri|PERSON].") == {}


@pytest.mark.parametrize(
    "trade", ["Barrister", "Chef", "Coroner", "Firefighter", "Midwife", "Nurse", "Paramedic", "Revd", "Surveyor"]
)
def test_a_trade_before_a_name_is_no_part_of_it(trade: str) -> None:
    assert found(f"[{trade} Ada Byron|PERSON] left.") == {"Ada Byron": ["Ada Byron"]}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[Orchardist Ada Byron|PERSON] said so.", "Ada Byron"),
        ("It rained. [Shopkeeper Ada Byron|PERSON] closed early.", "Ada Byron"),
        ("[Husband Karl|PERSON] said so.", "Karl"),
        ("[Quoting Byron|PERSON], the clerk read on.", "Byron"),
        ("[Son Heung-min|PERSON] scored.", "Son Heung-min"),
        ("[Plumber Ada Byron|PERSON] said so.", "Ada Byron"),
        ("[Neighbour Ada Byron|PERSON] said so.", "Ada Byron"),
        ("[Pole Ada Byron|PERSON] said so.", "Ada Byron"),
        ("[Shopper Ada|PERSON] said so.", "Ada"),
        ("[Cook Byron|PERSON] said so.", "Cook Byron"),  # as somebody may be called
        ("[Linist Byron|PERSON] said so.", "Linist Byron"),  # a given name, for what the text tells
        ("The clerk met [Orchardist Ada Byron|PERSON].", "Orchardist Ada Byron"),  # no capital without a reason there
    ],
)
def test_the_capital_of_a_sentence_makes_no_name_of_what_somebody_is(line: str, name: str) -> None:
    assert labels(line) == {name: Label.PERSON}


def test_what_somebody_is_before_a_name_that_the_article_has_elsewhere() -> None:
    assert labels("[Plumber Ada Byron|PERSON] left.", "[Plumber Ada|PERSON] said so.") == {"Ada Byron": Label.PERSON}
    assert labels("[Cook Byron|PERSON] left.", "[Cook Fox|PERSON] said so.") == {
        "Cook Byron": Label.PERSON, "Cook Fox": Label.PERSON
    }  # fmt: skip


@pytest.mark.parametrize("title", ["Garda", "Maître", "Recorder", "Taoiseach"])
def test_offices_of_other_countries_are_no_names(title: str) -> None:
    assert labels(f"[{title} Ada Byron|PERSON] said so.") == {"Ada Byron": Label.PERSON}
