"""Whoever is in the way of a commit is waited for: a writer that commits first, or a reader that locks the catalog."""

from itertools import count
from pathlib import Path

import duckdb
import pytest

from warehouse import transactions
from warehouse.errors import LakeError
from warehouse.lake import open_lake
from warehouse.place import Place

BEATEN = 'duplicate key value violates unique constraint "ducklake_snapshot_pkey"'


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Pauses between the tries, in seconds; none is slept."""
    slept: list[float] = []
    monkeypatch.setattr(transactions.time, "sleep", slept.append)
    monkeypatch.setattr(transactions.time, "monotonic", lambda: sum(slept))
    return slept


def test_a_writer_that_is_always_second_commits_when_the_other_is_done(tmp_path: Path, pauses: list[float]) -> None:
    tries = count(1)

    def work() -> str:
        if next(tries) <= 100:
            raise duckdb.TransactionException(BEATEN)
        return "done"

    with open_lake(Place(tmp_path / "lake"), read_only=False) as con:
        assert transactions.run_with_retries(con, work, "a batch") == "done"
    assert sum(pauses) > transactions._LOCKED_SECONDS


def test_a_catalog_that_stays_locked_ends_in_a_message(tmp_path: Path, pauses: list[float]) -> None:
    def work() -> None:
        raise duckdb.IOException("database is locked")

    with (
        open_lake(Place(tmp_path / "lake"), read_only=False) as con,
        pytest.raises(LakeError, match="a batch could not"),
    ):
        transactions.run_with_retries(con, work, "a batch")
    assert transactions._LOCKED_SECONDS <= sum(pauses) < 2 * transactions._LOCKED_SECONDS


def test_what_is_nobodys_fault_is_not_tried_again(tmp_path: Path, pauses: list[float]) -> None:
    def work() -> None:
        raise duckdb.IOException("No space left on device")

    with open_lake(Place(tmp_path / "lake"), read_only=False) as con, pytest.raises(LakeError, match="could not be"):
        transactions.run_with_retries(con, work, "a batch")
    assert pauses == []
