"""What is decided about the names of the corpus reaches every table."""

import itertools
from pathlib import Path

import duckdb
import polars as pl
import pytest
from rows import article, local_entity, mention, row, staged

from warehouse.commit import commit_batch
from warehouse.decisions import write
from warehouse.lake import open_lake
from warehouse.link import link, unlinked

NOTHING = dict.fromkeys(("article_id", "local_id", "entity_id", "reason"), pl.String)


@pytest.fixture
def lake(folder: Path):
    with open_lake(folder, read_only=False) as con:
        yield con


@pytest.fixture
def commit(lake: duckdb.DuckDBPyConnection, tmp_path: Path):
    numbers = itertools.count()

    def do(run_id: str, article_id: str, name: str, entity_id: str) -> None:
        tables = {
            "articles": [article(article_id, f"{name} spoke.")],
            "mentions": [mention(article_id, 0, name, entity_id)],
            "local_entities": [local_entity(article_id, entity_id, name)],
        }
        commit_batch(lake, staged(tmp_path / f"batch{next(numbers)}", **tables), run_id, "test")

    return do


def decisions(*rows: tuple[str, str, str, str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=NOTHING, orient="row")


def test_a_short_name_comes_to_mean_the_person_and_back(lake, commit) -> None:
    commit("r1", "a", "Lee", "lee")
    assert link(lake, decisions(), "r1") == 0
    assert unlinked(lake).is_empty()

    commit("r2", "b", "Ann Lee", "ann-lee")
    assert unlinked(lake)["article_id"].to_list() == ["a", "b"], "old rows of the block are looked at again"
    assert link(lake, decisions(("a", "lee", "ann-lee", "family name alone")), "r2") == 1
    assert lake.execute("SELECT DISTINCT entity_id FROM mentions").fetchall() == [("ann-lee",)]
    entities = "SELECT entity_id, name, aliases, article_count FROM entities"
    assert lake.execute(entities).fetchall() == [("ann-lee", "Ann Lee", ["Ann Lee", "Lee"], 2)]
    assert lake.execute("SELECT run_id, old_entity_id, new_entity_id, reason FROM entity_changes").fetchall() == [
        ("r2", "lee", "ann-lee", "family name alone")
    ]

    commit("r3", "b", "Somebody", "somebody")
    assert unlinked(lake)["article_id"].to_list() == ["a", "b"], "a name that went away counts too"
    assert link(lake, decisions(), "r3") == 1
    assert sorted(lake.execute("SELECT entity_id, name FROM entities").fetchall()) == [
        ("lee", "Lee"),
        ("somebody", "Somebody"),
    ]


@pytest.mark.parametrize(
    ("printed", "label", "name"),
    [
        (["ANN LEE", "ANN LEE", "Ann Lee"], "PERSON", "Ann Lee"),
        (["ANN LEE", "ANN LEE"], "PERSON", "ANN LEE"),
        (["PORT BOARD", "PORT BOARD", "Port Board"], "ORG", "Port Board"),
        (["NATO", "NATO", "Nato"], "ORG", "NATO"),
    ],
)
def test_capitals_are_a_name_where_nothing_else_is_printed(
    lake, tmp_path: Path, printed: list[str], label: str, name: str
) -> None:
    tables = {
        "articles": [article(str(number), f"{form} spoke.") for number, form in enumerate(printed)],
        "local_entities": [
            local_entity(str(number), "lee", form) | {"label": label} for number, form in enumerate(printed)
        ],
    }
    commit_batch(lake, staged(tmp_path / "batch", **tables), "r1", "test")
    assert lake.execute("SELECT name FROM entities").fetchall() == [(name,)]


def test_who_speaks_along_comes_to_mean_the_person(lake, tmp_path: Path) -> None:
    ids = ["ray", "lee", "fox"]
    said = row(
        "quotes",
        quote_id="q",
        utterance_id="u",
        article_id="a",
        start=0,
        end=3,
        text="Yes",
        kind="direct",
        section="body",
        co_speaker_names=["Ray", "Lee", "Fox"],
        co_speaker_local_ids=ids,
        co_speaker_entity_ids=ids,
        confidence=1.0,
        rule="test",
    )
    tables = {
        "articles": [article("a", "Yes, Ray, Lee and Fox said.")],
        "local_entities": [local_entity("a", one, one.title()) for one in ids],
        "quotes": [said],
    }
    commit_batch(lake, staged(tmp_path / "batch", **tables), "r1", "test")
    link(lake, decisions(("a", "lee", "ann-lee", "family name alone")), "r1")
    asked = "SELECT co_speaker_names, co_speaker_local_ids, co_speaker_entity_ids FROM quotes"
    assert lake.execute(asked).fetchall() == [(["Ray", "Lee", "Fox"], ids, ["ray", "ann-lee", "fox"])]


def test_what_the_same_run_brought_is_no_change(lake, commit) -> None:
    commit("r1", "a", "Lee", "lee")
    commit("r1", "b", "Ann Lee", "ann-lee")
    link(lake, decisions(("a", "lee", "ann-lee", "family name alone")), "r1")
    assert lake.execute("SELECT count(*) FROM entity_changes").fetchone() == (0,)
    assert lake.execute("SELECT link_reason FROM local_entities ORDER BY local_id").fetchall() == [
        (None,),
        ("family name alone",),
    ]


@pytest.mark.parametrize(
    ("waiting", "left"),
    [
        pytest.param(["its own"], [], id="what a run left of the decided names is done"),
        pytest.param(["its own", "another"], ["another"], id="what it left of others still waits"),
    ],
)
def test_a_decision_leaves_what_a_killed_run_left_undone(lake, commit, waiting: list[str], left: list[str]) -> None:
    commit("r1", "a", "Lee", "lee")
    lake.execute("UPDATE local_entities SET block = 'its own'")
    lake.execute("DELETE FROM unlinked_blocks")
    lake.execute("INSERT INTO unlinked_blocks SELECT unnest(?::VARCHAR[])", [waiting])
    meant = decisions(("a", "lee", "ann-lee", "decided"))
    assert write(lake, lambda: None, meant, ["its own"], [], "d1") == 1
    assert lake.execute("SELECT DISTINCT entity_id FROM mentions").fetchall() == [("ann-lee",)]
    assert lake.execute("FROM unlinked_blocks").fetchall() == [(block,) for block in left]
