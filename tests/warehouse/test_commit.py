"""What a commit makes of a staged batch."""

import itertools
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from rows import article, file, local_entity, mention, reject, row, staged

from warehouse.arrivals import CommitCounts
from warehouse.commit import commit_batch
from warehouse.errors import LakeError
from warehouse.lake import open_lake

_numbers = itertools.count()


@pytest.fixture
def lake(folder: Path):
    with open_lake(folder, read_only=False) as con:
        yield con


@pytest.fixture
def commit(lake: duckdb.DuckDBPyConnection, tmp_path: Path):
    def do(run_id: str = "r1", **tables) -> CommitCounts:
        return commit_batch(lake, staged(tmp_path / f"batch{next(_numbers)}", **tables), run_id, "test")

    return do


def test_new_articles_come_as_revision_one(lake, commit) -> None:
    counts = commit(articles=[article("a", "First words."), article("b", "Second words.")])
    assert counts == CommitCounts(articles_new=2)
    assert lake.execute("SELECT article_id, revision, is_canonical, run_id FROM articles ORDER BY 1").fetchall() == [
        ("a", 1, True, "r1"),
        ("b", 1, True, "r1"),
    ]


def test_same_content_again_changes_no_row(lake, commit) -> None:
    commit(articles=[article("a", "Words.")], mentions=[mention("a", 0, "Words", "e")])
    before = lake.execute("FROM articles").fetchall()
    counts = commit("r2", articles=[article("a", "Words.")], mentions=[mention("a", 0, "Words", "e")])
    assert counts == CommitCounts(articles_unchanged=1)
    assert lake.execute("FROM articles").fetchall() == before
    assert lake.execute("SELECT count(*) FROM mentions").fetchone() == (1,)


def test_new_content_is_the_next_revision_and_its_old_spans_are_gone(lake, commit) -> None:
    commit(articles=[article("a", "Old Smith.")], mentions=[mention("a", 4, "Smith", "old")])
    counts = commit("r2", articles=[article("a", "New Jones.")], mentions=[mention("a", 4, "Jones", "new")])
    assert counts == CommitCounts(articles_revised=1, mentions=1)
    assert lake.execute("SELECT text, revision, run_id FROM articles").fetchall() == [("New Jones.", 2, "r2")]
    assert lake.execute("SELECT text FROM mentions").fetchall() == [("Jones",)]


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        pytest.param(11, "Mended.", id="an old crawl takes no correction back"),
        pytest.param(12, "Old.", id="of two of one time the last that came"),
        pytest.param(13, "Old.", id="a newer one"),
        pytest.param(None, "Old.", id="one that does not say"),
    ],
)
def test_an_older_version_that_comes_later_is_not_the_current_one(lake, commit, hour: int | None, text: str) -> None:
    def at(hour: int | None) -> datetime | None:
        return None if hour is None else datetime(2026, 3, 4, hour, tzinfo=UTC)

    commit(articles=[article("a", "Mended.", modified_at=at(12))], mentions=[mention("a", 0, "Mended", "e")])
    counts = commit("r2", articles=[article("a", "Old.", modified_at=at(hour))], mentions=[mention("a", 0, "Old", "e")])
    assert lake.execute("SELECT text FROM articles").fetchall() == [(text,)]
    assert lake.execute("SELECT text FROM mentions").fetchall() == [(text.rstrip("."),)]
    assert (counts.articles_unchanged, counts.articles_revised) == ((1, 0) if text == "Mended." else (0, 1))


def test_new_metadata_refreshes_without_a_new_revision(lake, commit) -> None:
    commit(articles=[article("a", "Words.", publisher="Gazette")])
    counts = commit("r2", articles=[article("a", "Words.", publisher="The Gazette")])
    assert counts == CommitCounts(articles_refreshed=1)
    assert lake.execute("SELECT publisher, revision FROM articles").fetchall() == [("The Gazette", 1)]


OTHER_SPANS = {
    "mentions": [mention("a", 0, "Ann Lee", "lee")],
    "local_entities": [local_entity("a", "lee", "Ann Lee")],
    "blocks": [row("blocks", article_id="a", block_index=0, kind="title", start=0, end=7, text="Ann Lee")],
    "quotes": [
        row("quotes", quote_id="q", utterance_id="u", article_id="a", start=0, end=7, text="Ann Lee", kind="direct",
            section="body", confidence=0.1 + 0.2, rule="subject")
    ],
}  # fmt: skip


@pytest.mark.parametrize("table", OTHER_SPANS)
@pytest.mark.parametrize("when", ["found", "lost"])
def test_other_rules_refresh_an_article_whose_own_row_is_the_same(lake, commit, table: str, when: str) -> None:
    states = [{}, {table: OTHER_SPANS[table]}]
    first, second = states if when == "found" else reversed(states)
    commit(articles=[article("a", "Ann Lee."), article("b", "Else.")], **first)
    counts = commit("r2", articles=[article("a", "Ann Lee."), article("b", "Else.")], **second)
    assert (counts.articles_refreshed, counts.articles_unchanged) == (1, 1)
    assert lake.execute(f"SELECT count(*) FROM {table}").fetchone() == (len(second.get(table, [])),)
    assert lake.execute("SELECT revision, run_id FROM articles ORDER BY article_id").fetchall() == [
        (1, "r2"),
        (1, "r1"),
    ]
    assert commit("r3", articles=[article("a", "Ann Lee.")], **second) == CommitCounts(articles_unchanged=1)


def test_a_name_that_means_another_across_the_corpus_is_no_other_span(lake, commit) -> None:
    tables = {
        "articles": [article("a", "Lee.")],
        "mentions": [mention("a", 0, "Lee", "lee")],
        "local_entities": [local_entity("a", "lee", "Lee")],
    }
    commit(**tables)
    lake.execute("UPDATE mentions SET entity_id = 'ann lee'")
    lake.execute("UPDATE local_entities SET entity_id = 'ann lee', link_reason = 'the only one'")
    assert commit("r2", **tables) == CommitCounts(articles_unchanged=1)
    assert lake.execute("SELECT DISTINCT entity_id FROM mentions").fetchall() == [("ann lee",)]


@pytest.mark.parametrize("order", [("x.txt", "y.txt"), ("y.txt", "x.txt")])
def test_an_article_read_from_two_places_is_told_of_the_first_by_name(lake, commit, order) -> None:
    for uri in order:
        commit(articles=[article("a", "Words.", source_uri=uri)])
    assert lake.execute("SELECT source_uri, revision FROM articles").fetchall() == [("x.txt", 1)]


def test_of_copies_the_earliest_counts_then_the_longest(lake, commit) -> None:
    early, late = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 2, tzinfo=UTC)
    commit(articles=[article("late", "Copy.", published_at=late), article("other", "Else.")])
    commit(articles=[article("early", "Copy.", published_at=early)])
    rows = lake.execute("SELECT article_id, is_canonical FROM articles ORDER BY 1").fetchall()
    assert rows == [("early", True), ("late", False), ("other", True)]
    groups = lake.execute("SELECT count(DISTINCT duplicate_group_id) FROM articles").fetchone()
    assert groups == (2,)


def test_a_copy_that_is_revised_leaves_its_group(lake, commit) -> None:
    early = datetime(2025, 1, 1, tzinfo=UTC)
    commit(articles=[article("a", "Copy.", published_at=early), article("b", "Copy.")])
    commit(articles=[article("a", "Not a copy any more.", published_at=early)])
    assert lake.execute("SELECT bool_and(is_canonical) FROM articles").fetchone() == (True,)


def test_entities_are_summed_up_over_batches_and_revisions(lake, commit) -> None:
    commit(
        articles=[article("a", "Ann Lee and Lee.")],
        mentions=[mention("a", 0, "Ann Lee", "lee"), mention("a", 12, "Lee", "lee")],
        local_entities=[local_entity("a", "lee", "Ann Lee")],
    )
    commit(
        articles=[article("b", "A. Lee.")],
        mentions=[mention("b", 0, "A. Lee", "lee")],
        local_entities=[local_entity("b", "lee", "A. Lee")],
    )
    query = "SELECT name, aliases, mention_count, article_count FROM entities"
    assert lake.execute(query).fetchall() == [("Ann Lee", ["A. Lee", "Ann Lee", "Lee"], 3, 2)]
    commit(articles=[article("a", "Nobody.")])
    assert lake.execute(query).fetchall() == [("A. Lee", ["A. Lee"], 1, 1)]
    commit(articles=[article("b", "Nobody.")])
    assert lake.execute(query).fetchall() == []


def test_a_file_stands_once_and_its_rejects_go_when_it_is_mended(lake, commit) -> None:
    commit(files=[file("x", status="rejected")], rejects=[reject("x#2", "x")])
    commit("r2", files=[file("x")], articles=[article("a", "Words.")])
    assert lake.execute("SELECT status, run_id FROM files").fetchall() == [("loaded", "r2")]
    assert lake.execute("SELECT count(*) FROM rejects").fetchone() == (0,)


def test_an_article_that_its_file_holds_under_another_identity_is_there_once(lake, commit) -> None:
    """Lines are known by number: one that is taken out moves all below."""
    lines = [article(f"x#{number}", f"Words of {number}.", source_uri=f"x#{number}") for number in (1, 2, 3)]
    spans = [mention("x#3", 0, "Words", "e")]
    commit(articles=lines, mentions=spans, files=[file("x", article_ids=["x#1", "x#2", "x#3"])])
    moved = [article(f"x#{at}", f"Words of {at + 1}.", source_uri=f"x#{at}") for at in (1, 2)]
    commit("r2", articles=moved, files=[file("x", article_ids=["x#1", "x#2"])])
    assert lake.execute("SELECT text FROM articles ORDER BY 1").fetchall() == [("Words of 2.",), ("Words of 3.",)]
    assert lake.execute("SELECT count(*) FROM mentions").fetchone() == (0,)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        pytest.param("Other words.", [], id="the lake keeps what its file no longer holds"),
        pytest.param("Words.", [file("y", article_ids=["a"])], id="another file holds it, too"),
    ],
)
def test_an_article_that_did_not_move_stays(lake, commit, text: str, others: list[dict[str, object]]) -> None:
    commit(articles=[article("a", "Words.")], files=[file("x", article_ids=["a"]), *others])
    commit("r2", articles=[article("b", text)], files=[file("x", article_ids=["b"])])
    assert lake.execute("SELECT article_id FROM articles ORDER BY 1").fetchall() == [("a",), ("b",)]


def test_a_reader_sees_the_whole_batch_or_nothing(folder, lake, commit, monkeypatch) -> None:
    commit(articles=[article("a", "Words.")])
    seen = []

    def look(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
        with open_lake(folder, read_only=True) as reader:
            seen.append(reader.execute("SELECT count(*) FROM articles").fetchone())
        raise duckdb.IOException("the disk is full")

    monkeypatch.setattr("warehouse.commit._replace_files", look)
    with pytest.raises(LakeError, match="the lake is unchanged"):
        commit(articles=[article("b", "More words.")], files=[file("y", article_ids=["b"])])
    assert seen == [(1,)]
    assert lake.execute("SELECT article_id FROM articles").fetchall() == [("a",)]
    monkeypatch.undo()
    commit(articles=[article("b", "More words.")])
    assert lake.execute("SELECT count(*) FROM articles").fetchone() == (2,)
