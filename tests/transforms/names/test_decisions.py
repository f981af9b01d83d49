"""What a user decides about entities wins over guesses."""

import polars as pl
import pytest

from schemas.vocabulary import Label
from transforms.names.corpus import DECISIONS
from transforms.names.decisions import ConflictingEntitiesError, UserEntity, listed, merged, settled
from transforms.names.identity import entity_id
from transforms.spans import LocalEntity

ADA = entity_id(LocalEntity("Ada Byron", Label.PERSON))
COUNTESS = entity_id(LocalEntity("Countess Lovelace", Label.PERSON))


def local(*names: str) -> pl.DataFrame:
    rows = [("1", entity_id(LocalEntity(name, Label.PERSON)), name, "PERSON") for name in names]
    schema = {"article_id": pl.String, "entity_id": pl.String, "name": pl.String, "label": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def guesses(*rows: tuple[str, str, str, str, str]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=DECISIONS, orient="row")


def test_a_listed_alias_means_the_listed_entity() -> None:
    users = [UserEntity("Ada Byron", Label.PERSON, ("Countess Lovelace",), "Q7259")]
    found = listed(local("Ada Byron", "COUNTESS LOVELACE", "Tom Reed"), users)
    assert found["entity_id"].to_list() == ["Q7259", "Q7259"]


def test_the_list_wins_over_a_guess() -> None:
    users = listed(local("Ada Byron"), [UserEntity("Ada Byron", Label.PERSON, (), "Q7259")])
    assert settled(guesses(("1", ADA, "other", "Other", "guess")), users)["entity_id"].to_list() == ["Q7259"]


def test_a_split_wins_over_the_list() -> None:
    users = listed(local("Ada Byron"), [UserEntity("Ada Byron", Label.PERSON, (), "Q7259")])
    splits = guesses(("1", ADA, "another", "Ada Byron", "split by the user"))
    assert settled(guesses(), users, splits=splits)["entity_id"].to_list() == ["another"]


def test_merges_are_followed_to_their_end() -> None:
    done = settled(guesses(("1", "a", "b", "B", "guess")), guesses(), merges={"b": "c", "c": "d"}, renames={"d": "D"})
    assert done.select("entity_id", "name", "reason").rows() == [("d", "D", "merged by the user")]


def test_merging_an_entity_that_nothing_was_decided_about() -> None:
    done = merged(local("Countess Lovelace", "Tom Reed"), {COUNTESS: ADA}, {ADA: "Ada Byron"})
    assert done.select("local_id", "entity_id", "name").rows() == [(COUNTESS, ADA, "Ada Byron")]


def test_merges_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        settled(guesses(("1", "a", "b", "B", "guess")), guesses(), merges={"b": "c", "c": "b"})


def test_two_rows_that_claim_a_name_are_refused() -> None:
    users = [UserEntity("Ada Byron", Label.PERSON, ("Ada",)), UserEntity("Ada Reed", Label.PERSON, ("Ada",))]
    with pytest.raises(ConflictingEntitiesError, match="Ada Reed"):
        listed(local("Ada"), users)
