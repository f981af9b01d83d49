"""Which articles are copies does not depend on when they came, in what batches, and what else came and went."""

import itertools
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows import article, staged, with_fingerprints

from flows.copies import find_copies
from warehouse import overlaps
from warehouse.commit import commit_batch
from warehouse.errors import LakeError
from warehouse.forget import Named, forget
from warehouse.lake import open_lake

WORDS = [a + b for a in ("har", "brid", "coun", "tra", "sto", "mi") for b in ("bour", "ge", "cil", "m", "rm", "lk")]
STATE = {
    "groups": "SELECT article_id, duplicate_group_id, is_canonical FROM articles ORDER BY ALL",
    "alike": "FROM alike ORDER BY ALL",
    "fingerprints": "FROM fingerprints ORDER BY ALL",
    "stock": "FROM stock_runs ORDER BY ALL",
    "undecided": "FROM undecided_copies",
}


def story(seed: int, sentences: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [" ".join(chance.choices(WORDS, k=12)) + "." for _ in range(sentences)]


LONG, SHORT, OTHER = story(1, 60), story(2, 10), story(3, 8)  # LONG has more runs than are all kept
TEXTS = {
    "long": LONG,
    "long, trimmed": LONG[:54],
    "long, trimmed again": LONG[:48],
    "long, half of it": LONG[:30],
    "short": SHORT,
    "short, trimmed": SHORT[:8],
    "short, topped": [*OTHER[:1], *SHORT],
    "two glued": [*SHORT, *OTHER],
    "short inside of long": [*LONG[:40], *SHORT],
    "other": OTHER,
    "a few words": ["Harbour bridge."],
}


def an_article(number: int, kind: str, day: int) -> dict[str, object]:
    published = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=day)
    return article(f"a{number}", " ".join(TEXTS[kind]), published_at=published)


class Lake:
    """A lake that articles come to and leave. It is opened once, as opening takes longer than a small commit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count()
        self._stack = ExitStack()
        self._opened: duckdb.DuckDBPyConnection | None = None

    @property
    def con(self) -> duckdb.DuckDBPyConnection:
        if self._opened is None:
            self._opened = self._stack.enter_context(open_lake(self.folder, read_only=False))
        return self._opened

    def close(self) -> None:
        self._stack.close()
        self._opened = None

    def commit(self, *articles: dict[str, object], decide: bool = True) -> None:
        batch = staged(
            self.folder.parent / f"{self.folder.name}-{next(self._numbers)}", **with_fingerprints([*articles])
        )
        commit_batch(self.con, batch, "r", "test")
        if decide:
            self.decide()

    def decide(self) -> None:
        find_copies(self.con, "r")

    def forget(self, article_id: str) -> None:
        self.close()
        forget(self.folder, [Named(article_id, None, "")], lambda con: find_copies(con, "forget"))

    def ask(self, sql: str) -> list[tuple]:
        return self.con.execute(sql).fetchall()

    def state(self) -> dict[str, list[tuple]]:
        return {name: self.ask(sql) for name, sql in STATE.items()}

    def groups(self) -> list[tuple[set[str], str]]:
        rows = self.ask(
            "SELECT list(article_id), list(article_id) FILTER (is_canonical) FROM articles GROUP BY duplicate_group_id"
        )
        assert all(len(canonical) == 1 for _, canonical in rows)
        return sorted(((set(ids), canonical[0]) for ids, canonical in rows), key=lambda pair: min(pair[0]))


@pytest.fixture
def lake(folder: Path) -> Iterator[Lake]:
    lake = Lake(folder)
    yield lake
    lake.close()


ALL = [an_article(number, kind, day=number) for number, kind in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def calm(template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple]]:
    """The state of a lake that all articles came to at once."""
    lake = Lake(shutil.copytree(template, tmp_path_factory.mktemp("calm") / "lake"))
    lake.commit(*ALL)
    state = lake.state()
    lake.close()
    return state


def test_a_near_copy_joins_its_original_whichever_came_first(lake: Lake) -> None:
    lake.commit(an_article(1, "short, trimmed", day=2), an_article(9, "other", day=1))
    lake.commit(an_article(2, "short", day=1))
    assert lake.groups() == [({"a1", "a2"}, "a2"), ({"a9"}, "a9")]


def test_partial_syndication_is_told_from_both_sides_and_joins_no_groups(lake: Lake) -> None:
    lake.commit(an_article(1, "short", day=1), an_article(2, "two glued", day=2))
    assert len(lake.groups()) == 2
    told = lake.ask(
        "SELECT article_id, other_id, likeness, containment, round(share, 1), round(other_share, 1) "
        "FROM article_copies ORDER BY ALL"
    )
    assert told == [("a1", "a2", "partial", 1.0, 1.0, 0.5), ("a2", "a1", "partial", 1.0, 0.5, 1.0)]


def test_copies_of_one_wording_are_compared_once_and_told_all(lake: Lake) -> None:
    lake.commit(*(an_article(number, "short", day=number) for number in range(5)))
    lake.commit(an_article(5, "short, trimmed", day=5))
    assert lake.ask("SELECT count(*) FROM alike") == [(1,)]
    assert lake.ask("SELECT count(*), min(similarity) > 0.7 FROM article_copies") == [(30, True)]
    assert lake.groups() == [({f"a{number}" for number in range(6)}, "a0")]


def test_a_group_splits_when_what_held_it_together_is_corrected(lake: Lake) -> None:
    lake.commit(an_article(1, "long", day=1), an_article(3, "long, trimmed again", day=3))
    assert lake.ask("SELECT likeness FROM alike") == [("copy",)]
    lake.commit(an_article(4, "long, half of it", day=4))
    before = lake.groups()
    lake.commit(an_article(2, "long, trimmed", day=2))
    assert lake.groups() == [({"a1", "a2", "a3"}, "a1"), ({"a4"}, "a4")]
    lake.commit(an_article(2, "other", day=2))
    assert lake.groups() == sorted([*before, ({"a2"}, "a2")], key=lambda pair: min(pair[0]))


def test_without_the_article_that_was_forgotten_the_next_counts(lake: Lake) -> None:
    lake.commit(an_article(1, "short", day=1), an_article(2, "short, trimmed", day=2), an_article(3, "other", day=3))
    lake.forget("a1")
    assert lake.groups() == [({"a2"}, "a2"), ({"a3"}, "a3")]
    assert lake.ask("SELECT count(*) FROM alike") == [(0,)]
    assert lake.ask("SELECT count(*) FROM fingerprints ANTI JOIN articles USING (prose_hash)") == [(0,)]
    assert lake.ask("SELECT count(*) FROM fingerprints") == [(2,)]


def test_new_metadata_can_make_another_copy_the_one_that_counts(lake: Lake) -> None:
    lake.commit(an_article(1, "short", day=1), an_article(2, "short, trimmed", day=2))
    lake.commit(an_article(2, "short, trimmed", day=0))
    assert lake.groups() == [({"a1", "a2"}, "a2")]


def test_articles_of_an_older_lake_get_their_fingerprints(lake: Lake) -> None:
    lake.commit(an_article(1, "short", day=1))
    lake.con.execute("UPDATE articles SET prose_hash = NULL")
    lake.con.execute("DELETE FROM fingerprints")
    lake.commit(an_article(2, "short, trimmed", day=2))
    assert lake.groups() == [({"a1", "a2"}, "a1")]
    assert lake.ask("SELECT count(*) FROM fingerprints JOIN articles USING (prose_hash)") == [(2,)]


def test_stopped_while_deciding_the_next_run_goes_on(lake: Lake, calm, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise duckdb.IOException("the disk is full")

    monkeypatch.setattr(overlaps, "_SLICE", 3)
    lake.commit(*ALL, decide=False)
    for step in (
        "warehouse.overlaps._record_once",
        "warehouse.copy_groups._regroup_once",
        "warehouse.aggregates.mark_canonical",
    ):
        with monkeypatch.context() as broken:
            broken.setattr(step, fail)
            with pytest.raises(LakeError, match="the disk is full"):
                lake.decide()
        assert lake.ask("SELECT count(*) > 0 FROM undecided_copies") == [(True,)]
    lake.decide()
    assert lake.state() == calm


def runs(kind: str) -> frozenset[tuple[str, ...]]:
    words = " ".join(TEXTS[kind]).replace(".", "").split()
    return frozenset(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def test_short_texts_are_judged_exactly(lake: Lake) -> None:
    kinds = [kind for kind in TEXTS if "long" not in kind and kind != "a few words"]
    lake.commit(*(an_article(number, kind, day=number) for number, kind in enumerate(kinds)))
    found = {(one, other): rest for one, other, *rest in lake.ask(
        "SELECT article_id, other_id, similarity, share FROM article_copies"
    )}  # fmt: skip
    for (i, one), (j, other) in itertools.permutations(enumerate(kinds), 2):
        a, b = runs(one), runs(other)
        if len(a & b) >= 0.5 * min(len(a), len(b)):
            assert found.pop((f"a{i}", f"a{j}")) == [len(a & b) / len(a | b), len(a & b) / len(a)]
    assert found == {}


def test_what_all_articles_have_pairs_none_of_them_until_few_have_it(lake: Lake, monkeypatch) -> None:
    monkeypatch.setattr(overlaps, "_STOCK", 3)
    form = " ".join(SHORT)

    def filled_in(number: int) -> dict[str, object]:
        return article(f"a{number}", f"{form} The winning numbers are {number} and {number + 1}.")

    lake.commit(filled_in(1), filled_in(2), filled_in(3))
    assert len(lake.groups()) == 1
    lake.commit(filled_in(4))
    assert len(lake.groups()) == 4
    assert lake.ask("SELECT count(*) FROM alike") == [(0,)]
    lake.commit(article("a4", " ".join(OTHER)))
    assert lake.groups() == [({"a1", "a2", "a3"}, "a1"), ({"a4"}, "a4")]


def pieces(ops: list[tuple], cuts: list[int]) -> Iterator[list[tuple]]:
    """The list cut into batches in which no article stands twice."""
    batch: list[tuple] = []
    for place, op in enumerate(ops):
        if batch and (place in cuts or op[0] in {number for number, *_ in batch}):
            yield batch
            batch = []
        batch.append(op)
    if batch:
        yield batch


@given(
    ops=st.lists(
        st.tuples(st.integers(0, 6), st.sampled_from(sorted(TEXTS)), st.integers(0, 3)), min_size=1, max_size=8
    ),
    cuts=st.lists(st.integers(0, 8), max_size=4),
    undecided=st.lists(st.booleans(), min_size=8, max_size=8),
    gone=st.none() | st.integers(0, 6),
    stock=st.sampled_from([1, 2, 1000]),
    slice_=st.sampled_from([1, 2, 1000]),
)  # fmt: skip
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_what_is_found_depends_on_the_articles_alone(
    template: Path, tmp_path_factory, ops, cuts, undecided, gone, stock, slice_
) -> None:
    place = tmp_path_factory.mktemp("copies")
    grown = Lake(shutil.copytree(template, place / "grown"))
    at_once = Lake(shutil.copytree(template, place / "at_once"))
    final = {number: (number, kind, day) for number, kind, day in ops if number != gone}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlaps, "_STOCK", stock)
        patch.setattr(overlaps, "_SLICE", slice_)
        for batch, wait in zip(pieces(ops, cuts), undecided, strict=False):
            grown.commit(*(an_article(*op) for op in batch), decide=not wait)
        if gone is not None:
            grown.forget(f"a{gone}")
        grown.decide()
        if final:
            at_once.commit(*(an_article(*op) for _, op in sorted(final.items())))
    assert grown.state() == at_once.state()
    grown.close()
    at_once.close()
    shutil.rmtree(place)


def test_no_article_is_no_trouble(lake: Lake) -> None:
    assert find_copies(lake.con, "r") == 0
    assert lake.ask("FROM article_copies") == []


def test_how_far_the_comparison_is_is_told(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlaps, "_SLICE", 1)  # each text is one
    lake.commit(*ALL[:3], ALL[0] | {"article_id": "the same words"}, decide=False)
    told: list[tuple[int, int]] = []
    find_copies(lake.con, "r", lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
