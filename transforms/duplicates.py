"""Near copies and partial syndication: MinHash signatures (Broder 1997), banded so that copies meet in a join.

A signature depends on the text alone, a pair on its two signatures alone, and a group on all its pairs, so that the
result is the same whatever the order of arrival. A lake keeps the fingerprints; new articles are joined with old ones.
"""

import hashlib
import re
from collections.abc import Iterable
from enum import StrEnum

import dataframely as dy
import polars as pl

PERMUTATIONS = 128
ROWS = 2
"""Rows a band: pairs that share a quarter of their shingles meet in one of 64 bands 98 times in 100."""

SHINGLE_WORDS = 5
SEED = 20_250_101
NEAR = 0.7
"""Jaccard similarity of the shingles from which two articles are copies."""
PARTIAL = 0.5
"""Share of the smaller article's shingles in the larger one from which it is syndicated in part."""

_WORD = re.compile(r"[^\W_]+")
_SHORT = 8


class Likeness(StrEnum):
    """How two articles are alike."""

    COPY = "copy"
    PARTIAL = "partial"


class Fingerprints(dy.Schema):
    """The signature of one article."""

    article_id = dy.String(primary_key=True, description="The article.")
    shingles = dy.UInt32(description="Distinct runs of five words.")
    signature = dy.List(dy.UInt32(), description="MinHash values, always 128.")


class Pairs(dy.Schema):
    """Two articles that are alike; ``article_id`` sorts before ``other_id``."""

    article_id = dy.String(primary_key=True, description="The one.")
    other_id = dy.String(primary_key=True, description="The other.")
    similarity = dy.Float64(min=0, max=1, description="Estimated Jaccard similarity of their shingles.")
    containment = dy.Float64(min=0, max=1, description="Estimated share of the smaller one that is in the larger one.")
    likeness = dy.String(check=lambda column: column.is_in(list(Likeness)), description="`copy` or `partial`.")


def shingles(text: str) -> frozenset[str]:
    """Runs of five words without case and punctuation; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    count = max(1, len(words) - SHINGLE_WORDS + 1)
    return frozenset(" ".join(words[i : i + SHINGLE_WORDS]) for i in range(count)) if words else frozenset()


def fingerprints(texts: Iterable[tuple[str, str]]) -> dy.DataFrame[Fingerprints]:
    """Signatures of (article id, prose). Texts of a few words are left out: they are alike by chance."""
    from rensa import RMinHash  # noqa: PLC0415  (only duplicates need it)

    rows = []
    for article_id, text in texts:
        runs = shingles(text)
        if len(runs) < _SHORT:
            continue
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        minhash.update(sorted(runs))
        rows.append({"article_id": article_id, "shingles": len(runs), "signature": minhash.digest()})
    return Fingerprints.validate(pl.DataFrame(rows, schema=Fingerprints.create_empty().schema, orient="row"))


def alike(arriving: dy.DataFrame[Fingerprints], known: dy.DataFrame[Fingerprints]) -> dy.DataFrame[Pairs]:
    """Pairs that hold at least one arriving article; ``known`` may hold the arriving ones too."""
    everything = pl.concat([arriving, known]).unique("article_id", keep="first", maintain_order=True)
    candidates = (
        _bands(arriving)
        .join(_bands(everything), on=["band", "key"], suffix="_right")
        .filter(pl.col("article_id") != pl.col("article_id_right"))
        .select(
            article_id=pl.min_horizontal("article_id", "article_id_right"),
            other_id=pl.max_horizontal("article_id", "article_id_right"),
        )
        .unique()
    )
    one = everything.select("article_id", a="signature", n="shingles")
    other = everything.select(other_id="article_id", b="signature", m="shingles")
    return Pairs.validate(
        candidates.join(one, on="article_id")
        .join(other, on="other_id")
        .with_columns(similarity=_equal_share(pl.col("a"), pl.col("b")))
        .with_columns(containment=_containment(pl.col("similarity"), pl.col("n"), pl.col("m")))
        .with_columns(
            likeness=pl.when(pl.col("similarity") >= NEAR)
            .then(pl.lit(Likeness.COPY.value))
            .when(pl.col("containment") >= PARTIAL)
            .then(pl.lit(Likeness.PARTIAL.value))
        )
        .filter(pl.col("likeness").is_not_null())
        .select(*Pairs.columns())
        .sort("article_id", "other_id")
    )


def _bands(frame: pl.DataFrame) -> pl.DataFrame:
    """One row per article and band; articles of one key in one band are candidates."""
    keys = [
        pl.concat_str(
            [pl.col("signature").list.get(band * ROWS + row).cast(pl.String) for row in range(ROWS)], separator="-"
        )
        for band in range(PERMUTATIONS // ROWS)
    ]
    return (
        frame.select("article_id", key=pl.concat_list(keys))
        .with_columns(band=pl.int_ranges(0, PERMUTATIONS // ROWS, dtype=pl.UInt8))
        .explode("key", "band")
    )


def _equal_share(a: pl.Expr, b: pl.Expr) -> pl.Expr:
    equal = [(a.list.get(i) == b.list.get(i)).cast(pl.Float64) for i in range(PERMUTATIONS)]
    return pl.sum_horizontal(equal) / PERMUTATIONS


def _containment(similarity: pl.Expr, n: pl.Expr, m: pl.Expr) -> pl.Expr:
    """From |A∩B| = J (|A| + |B|) / (1 + J)."""
    total = n.cast(pl.Float64) + m.cast(pl.Float64)
    return (similarity * total / (1 + similarity) / pl.min_horizontal(n, m).cast(pl.Float64)).clip(0, 1)


def groups(pairs: dy.DataFrame[Pairs]) -> dict[str, str]:
    """Group id of each article that has a copy: a digest of the smallest article id of its group."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in pairs.filter(pl.col("likeness") == Likeness.COPY).select("article_id", "other_id").iter_rows():
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {node: hashlib.sha256(f"group:{root(node)}".encode()).hexdigest()[:20] for node in sorted(parent)}
