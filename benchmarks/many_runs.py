"""A lake after many small runs, before and after ``copydesk optimize``.

``python benchmarks/many_runs.py [RUNS] [MERGE]``. Each run commits one new article with two mentions, and every tenth
corrects the one before, through the same functions as the pipeline; small files are merged when a table has more than
MERGE (100 unless told). Prints files, bytes, and seconds of three queries, each the best of five with a connection of
its own.
"""

import argparse
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "warehouse"))

from rows import article, file, local_entity, mention, staged

from warehouse.commit import commit_batch
from warehouse.lake import open_lake
from warehouse.optimize import merge_when_many, optimize, size
from warehouse.staging import discard

QUERIES = {
    "count": "SELECT count(*) FROM articles",
    "full text": "SELECT count(*) FROM articles WHERE text ILIKE '%words of 77 %'",
    "join": "SELECT name, count(*) FROM mentions JOIN entities USING (entity_id) GROUP BY 1 ORDER BY 2 DESC LIMIT 5",
}  # fmt: skip


def commit_runs(lake: Path, work: Path, runs: int, merge: int) -> float:
    """Seconds for ``runs`` small commits."""
    began = time.perf_counter()
    with open_lake(lake, read_only=False) as con:
        for number in range(runs):
            which = number - 1 if number % 10 == 9 else number
            text = f"Ann Lee met Bo Ek. {number} Some words of {number} follow here. " * 20
            batch = staged(
                work / "batch",
                articles=[article(f"a{which}", text)],
                mentions=[mention(f"a{which}", 0, "Ann Lee", "lee"), mention(f"a{which}", 12, "Bo Ek", "ek")],
                local_entities=[local_entity(f"a{which}", "lee", "Ann Lee")],
                files=[file(f"a{which}.txt")],
            )  # fmt: skip
            commit_batch(con, batch, f"run{number}", "small")
            merge_when_many(con, merge)
            discard(batch)
            if number % 50 == 0:
                print(f"  {number} runs, {time.process_time():.0f} CPU seconds", file=sys.stderr, flush=True)
    return time.perf_counter() - began


def report(lake: Path, when: str) -> None:
    """Print size and query times."""
    now = size(lake)
    print(
        f"{when}: {now.files} files, {now.rows_bytes:,} bytes, catalog {now.catalog_bytes:,}, {now.snapshots} snapshots"
    )
    for name, sql in QUERIES.items():
        best = 1e9
        for _ in range(5):
            with open_lake(lake, read_only=True) as con:
                began = time.perf_counter()
                con.execute(sql).fetchall()
                best = min(best, time.perf_counter() - began)
        print(f"  {name}: {best * 1000:.0f} ms", flush=True)


def main(runs: int, merge: int) -> None:
    """Grow a lake, measure, optimize, measure."""
    with tempfile.TemporaryDirectory() as name:
        lake = Path(name) / "lake"
        print(f"{runs} runs in {commit_runs(lake, Path(name), runs, merge):.0f} s")
        report(lake, "before")
        began = time.perf_counter()
        optimize(lake, timedelta(0), timedelta(0))
        print(f"optimize took {time.perf_counter() - began:.1f} s, {datetime.now(UTC):%Y-%m-%d}")
        report(lake, "after")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", type=int, nargs="?", default=1000)
    parser.add_argument("merge", type=int, nargs="?", default=100)
    main(**vars(parser.parse_args()))
