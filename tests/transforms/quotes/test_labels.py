"""Whom the label of a turn names, among the names of an article."""

import pytest

from schemas.vocabulary import Label
from transforms.quotes.turns.labels import full_names, named
from transforms.spans import LocalEntity, Names

NAMES = Names(
    (),
    (
        LocalEntity("Karl Moe", Label.PERSON, roles=("senior doctor at the harbour hospital",)),
        LocalEntity("Ada Lind", Label.PERSON),
        LocalEntity("Ada Fox", Label.PERSON),
        LocalEntity("A Better Harbour", Label.ORG),
        LocalEntity("Q Radio", Label.ORG),
    ),
)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        pytest.param("MOE", "Karl Moe", id="the end of a name"),
        pytest.param("Karl", "Karl Moe", id="its beginning"),
        pytest.param("K.M.", "Karl Moe", id="its initials"),
        pytest.param("Doctor", "Karl Moe", id="the noun of a role"),
        pytest.param("President Moe", "Karl Moe", id="a title before the end of a name"),
        pytest.param("SEN. KARL MOE", "Karl Moe", id="a title before the whole name"),
        pytest.param("President Better Harbour", None, id="a title before the end of a body's name"),
        pytest.param("The Q Radio", "Q Radio", id="a body and its article"),
        pytest.param("Ada", None, id="the beginning of two"),
        pytest.param("AF", "Ada Fox", id="initials of one of them"),
        pytest.param("hospital", None, id="what a role is of"),
        pytest.param("Q", None, id="a question, and not the first word of a body"),
        pytest.param("A", None, id="an answer, and not the first word of a body"),
    ],
)
def test_whom_a_label_names(label: str, name: str | None) -> None:
    entity = named(label, NAMES)
    assert (None if entity is None else NAMES.entities[entity].name) == name


def test_what_labels_stand_for() -> None:
    labels = ["KARL MOE", "MOE", "KM", "ADA LIND", "LIND", "BO LIND", "Q2"]
    assert full_names(labels) == {
        "KARL MOE": "KARL MOE", "MOE": "KARL MOE", "KM": "KARL MOE", "ADA LIND": "ADA LIND", "BO LIND": "BO LIND",
        "LIND": "LIND", "Q2": "Q",
    }  # fmt: skip
