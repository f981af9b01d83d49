"""What a nightly batch costs in a big lake: ``python benchmarks/duplicates_nightly.py [ARTICLES] [BATCH]``.

The lake holds made-up fingerprints as those of articles of 500 words: nine of ten hashes are of one text, the rest of
50,000 phrases that are as frequent as phrases are, the first of them in most texts. Of the batch a quarter are edited
copies of old articles, a quarter hold half of one, and half are new. Prints seconds and memory of the commit and of
finding the copies, and how many of them were found.
"""

import argparse
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

import duckdb
import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "warehouse"))

from rows import article

from flows.copies import find_copies
from schemas.fingerprints import LOW_HASHES
from warehouse.commit import commit_batch
from warehouse.lake import open_lake
from warehouse.overlaps import _STOCK
from warehouse.staging import complete, stage, staged_schema

KEPT, OWN = 125, 112  # hashes of a text, and those that no other has
RUNS = 4 * KEPT


class Maker:
    """Makes up lists of hashes."""

    def __init__(self, seed: int = 1) -> None:
        self.phrases = np.random.default_rng(0).integers(0, LOW_HASHES, 50_000, dtype=np.uint32)
        self.draw = np.random.default_rng(seed)
        weights = 1 / (np.arange(50_000) + 3)
        self.weights = weights / weights.sum()

    def texts(self, count: int) -> np.ndarray:
        """So many texts, a row each."""
        own = self.draw.integers(0, LOW_HASHES, (count, OWN), dtype=np.uint32)
        shared = self.draw.choice(self.phrases, (count, KEPT - OWN), p=self.weights)
        return np.hstack([own, shared])


def fingerprints(first: int, hashes: np.ndarray) -> pl.DataFrame:
    """Rows of the table ``fingerprints``."""
    kept = [sorted(set(row)) for row in hashes.tolist()]
    return pl.DataFrame(
        {
            "prose_hash": [f"{first + number:020x}" for number in range(len(kept))],
            "runs": [RUNS] * len(kept),
            "sampled": [len(row) for row in kept],
            "hashes": pl.Series(kept, dtype=pl.List(pl.UInt32)),
        }
    )


def grow(lake: duckdb.DuckDBPyConnection, maker: Maker, count: int) -> None:
    """Fill a lake with articles and fingerprints."""
    for first in range(0, count, 20_000):
        hashes = maker.texts(min(20_000, count - first))
        lake.register("made", fingerprints(first, hashes).to_arrow())
        lake.execute("INSERT INTO fingerprints BY NAME FROM made")
        lake.execute("""
            INSERT INTO articles BY NAME
            SELECT
                'a' || prose_hash AS article_id, 1 AS revision, sha256(prose_hash) AS content_hash, prose_hash,
                prose_hash AS source_uri, 'plain' AS format, repeat(md5(prose_hash) || ' ', 90) AS text,
                []::VARCHAR[] AS authors, []::VARCHAR[] AS contributors, []::VARCHAR[] AS keywords, 'en' AS language,
                'done' AS annotation, 500 AS word_count, sha256(prose_hash)[:20] AS duplicate_group_id,
                true AS is_canonical, 'r' AS run_id
            FROM made
        """)


def arriving(maker: Maker, old: np.ndarray, count: int) -> np.ndarray:
    """Hashes of a nightly batch."""
    hashes = maker.texts(count)
    quarter = count // 4
    hashes[:quarter, : KEPT * 9 // 10] = old[:quarter, : KEPT * 9 // 10]
    hashes[quarter : 2 * quarter, : KEPT * 3 // 5] = old[quarter : 2 * quarter, : KEPT * 3 // 5]
    return hashes


def staged(folder: Path, number: int, prints: pl.DataFrame) -> Path:
    """A staged batch of articles with these fingerprints."""
    rows = [article(f"n{number}-{hash_}", f"{hash_} " * 300, prose_hash=hash_) for hash_ in prints["prose_hash"]]
    stage(folder, {"articles": pl.DataFrame(rows, schema=staged_schema("articles")), "fingerprints": prints})
    complete(folder)
    return folder


def peak() -> int:
    """Peak memory of the process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def nights(place: Path, size: int, batch: int) -> None:
    """Let two nights come to the lake in ``place``, and print what they cost."""
    maker = Maker(seed=2)
    with open_lake(place / "lake", read_only=False) as lake:
        rows = lake.execute("SELECT hashes FROM fingerprints WHERE len(hashes) = ? LIMIT ?", [KEPT, batch]).fetchall()
        old = np.array([hashes for (hashes,) in rows], np.uint32)
        for night in (1, 2):
            prints = fingerprints(size * night * 10, arriving(maker, old, batch))
            for part in range(0, batch, 64):
                staged(place / f"night{night}-{part}", night, prints[part : part + 64])
            before = peak()
            began, cpu = time.perf_counter(), time.process_time()
            for part in range(0, batch, 64):
                commit_batch(lake, place / f"night{night}-{part}", "r", "benchmark")
            committed, cpu_committed, memory = time.perf_counter(), time.process_time(), peak()
            find_copies(lake, "r")
            ended, cpu_ended = time.perf_counter(), time.process_time()
            print(
                f"night {night}, {batch} articles: "
                f"commit {committed - began:.1f} s ({cpu_committed - cpu:.1f} CPU), "
                f"copies {ended - committed:.1f} s ({cpu_ended - cpu_committed:.1f} CPU), "
                f"peak memory {before} MB before, {memory} MB after the commit, {peak()} MB after the copies"
            )
        told = lake.execute("SELECT likeness, count(*) FROM alike GROUP BY ALL ORDER BY ALL").fetchall()
        stock = lake.execute("SELECT count(*) FROM stock_runs").fetchone()
        print(f"pairs: {dict(told)}; stock runs: {stock}, over {_STOCK} texts each")


def main(size: int, batch: int) -> None:
    """Make the lake, and let the nights come in a process of their own, so that its memory is theirs."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with open_lake(place / "lake", read_only=False) as lake:
            grow(lake, Maker(), size)
        index = place / "lake" / "data" / "main" / "fingerprints"
        taken = sum(path.stat().st_size for path in index.rglob("*.parquet"))
        print(f"{size} articles, {taken / size:.0f} bytes each for the fingerprint", flush=True)
        night = get_context("spawn").Process(target=nights, args=(place, size, batch))
        night.start()
        night.join()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, nargs="?", default=100000)
    parser.add_argument("batch", type=int, nargs="?", default=200)
    main(**vars(parser.parse_args()))
