"""Killed anywhere and run again, the lake equals that of an undisturbed run."""

import os
import shutil

import pytest
from harness import Damage, compare, dump, random_kills, survive

from warehouse.lake import open_lake, staging_folder

POINTS = [
    ("flows.run:discover", 1, 0),
    ("warehouse.lake:connect", 1, 0),
    ("warehouse.lake:_attach", 1, 0.03),
    ("warehouse.lake:_create", 1, 0),
    ("warehouse.lake:_create", 1, 0.05),
    ("warehouse.lake:_create:after", 1, 0),
    ("warehouse.runs:start_run", 1, 0),
    ("warehouse.runs:start_run:after", 1, 0),
    ("flows.plan:plan:after", 1, 0),
    ("flows.stages:read_batch", 1, 0),
    ("flows.stages:read_batch:after", 2, 0),
    ("warehouse.staging:stage", 2, 0),
    ("flows.stages:annotate_chunk:after", 2, 0),
    ("warehouse.arrivals:classify", 1, 0),
    ("warehouse.commit:_replace_articles", 2, 0),
    ("warehouse.commit:_replace_articles", 2, 0.02),
    ("warehouse.aggregates:mark_canonical:after", 1, 0),
    ("warehouse.aggregates:sum_up_entities:after", 2, 0),
    ("warehouse.commit:_replace_files:after", 1, 0),
    ("warehouse.commit:_replace_files:after", 1, 0.003),  # inside of the commit itself
    ("warehouse.commit:_replace_files:after", 2, 0.01),
    ("warehouse.commit:_replace_files:after", 3, 0.02),
    ("warehouse.commit:commit_batch:after", 1, 0),
    ("warehouse.staging:discard", 2, 0),
    ("flows.copies:find_copies", 1, 0),
    ("warehouse.overlaps:_record_once", 1, 0.01),
    ("warehouse.overlaps:record:after", 1, 0),
    ("warehouse.copy_groups:_regroup_once", 1, 0.02),
    ("warehouse.copy_groups:regroup:after", 1, 0),
    ("warehouse.runs:finish_run", 1, 0),
    ("warehouse.runs:finish_run:after", 1, 0),
]
"""Functions to die at, the how-manyeth call, and seconds to live on."""


WHILE_IT_IS_MADE = 7
"""So many of the points are before or in the making of the lake; for the others it is there, empty."""


@pytest.mark.parametrize(
    ("point", "nth", "delay", "is_made"),
    [(*point, number >= WHILE_IT_IS_MADE) for number, point in enumerate(POINTS)],
    ids=str,
)
def test_killed_at_a_point_and_run_again(
    commands, articles, calm, empty_lake, tmp_path, point, nth, delay, is_made
) -> None:
    if is_made:
        shutil.copytree(empty_lake, tmp_path / "lake")
    code, damage, broken = survive(commands, articles, tmp_path / "lake", calm, kill=[point, nth, delay])
    assert code == -9, "the point was never reached"
    assert (damage, broken) == (Damage(), 0)
    assert not staging_folder(tmp_path / "lake").exists()


@pytest.mark.parametrize(
    "point",
    [
        ("warehouse.optimize:transaction", 1, 0.005),
        ("warehouse.optimize:transaction", 2, 0),
        ("warehouse.optimize:merge_when_many:after", 1, 0),
    ],
    ids=str,
)
def test_killed_while_merging_small_files(commands, articles, calm, tmp_path, point) -> None:
    """After the end of the run, so there is nothing to do again but that."""
    run = ("run", "--direct", articles, "--root", articles, "--lake", tmp_path / "lake")
    env = {"COPYDESK_MERGE_FILES": "1"}
    assert commands(*run, env=env, kill=point) == -9
    assert commands(*run, env=env) == 0, commands.said
    assert compare(dump(tmp_path / "lake"), calm) == Damage()
    assert commands("history", "000.txt", "--lake", tmp_path / "lake") == 0, commands.said


@pytest.mark.slow
@pytest.mark.timeout(0)  # half an hour, or more
def test_killed_at_random_moments_and_run_again(commands, articles, calm, tmp_path) -> None:
    """COPYDESK_KILLS kills (200 unless told), at moments drawn over the length of a run."""
    tries = int(os.environ.get("COPYDESK_KILLS", "200"))
    total = random_kills(commands, articles, tmp_path, calm, tries, seed=int(os.environ.get("COPYDESK_SEED", "1")))
    assert (total.damage, total.torn) == (Damage(), 0)
    assert total.killed > tries / 2


def test_killed_again_and_again_and_then_let_be(commands, articles, calm, tmp_path) -> None:
    run = ("run", "--direct", articles, "--root", articles, "--lake", tmp_path / "lake")
    for batch in (1, 2, 1, 2):
        assert commands(*run, kill=["warehouse.commit:commit_batch:after", batch, 0]) in {-9, 0}
    assert commands(*run) == 0
    assert compare(dump(tmp_path / "lake"), calm) == Damage()
    with open_lake(tmp_path / "lake", read_only=True) as con:
        # Each article is counted by one run and no more, and each reject, though some of the runs were killed.
        uncounted = "SELECT (SELECT count(*) FROM {0}) - sum({1}) FROM runs"
        assert con.execute(uncounted.format("articles", "articles_new")).fetchone() == (0,)
        assert con.execute(uncounted.format("rejects", "rejects")).fetchone() == (0,)
        assert con.execute("SELECT count(DISTINCT files_seen) FROM runs").fetchone() == (1,)


@pytest.mark.parametrize(
    "point",
    [
        ("warehouse.lake:_create:after", 1, 0),
        ("warehouse.commit:_replace_files:after", 1, 0.01),
        ("warehouse.commit:commit_batch:after", 1, 0),
        ("warehouse.commit:commit_batch:after", 3, 0),
        ("warehouse.runs:finish_run:after", 1, 0),
    ],
    ids=str,
)
def test_the_power_fails_and_what_was_committed_is_on_the_disk(commands, articles, calm, tmp_path, point) -> None:
    """What was not synced is lost: files that the catalog tells of must not be."""
    code, damage, broken = survive(commands, articles, tmp_path / "lake", calm, power=True, kill=point)
    assert code == -9
    assert (damage, broken) == (Damage(), 0)
