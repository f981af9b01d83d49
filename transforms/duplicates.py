"""Copies and partial syndication: which articles are made of the same words, in whole or in part.

A text becomes the set of hashes of its runs of four words. Of a long text only hashes below a fixed bound are kept, a
quarter of them ("mod-m" or scaled MinHash: Broder 1997; Irber et al. 2022, doi:10.1101/2022.01.11.475838). As two texts
keep or drop a hash alike, the share of one that is in the other can be told from what they kept, for a
paragraph in a long article as well as for two of one length; signatures of a fixed length can't do that.

What is said of two texts depends on these two alone, and a group on all its pairs: so nothing depends on the order of
arrival. A lake keeps the fingerprints and finds what overlaps (``warehouse/overlaps.py``); this module judges.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from schemas.alike import Alike
from schemas.fingerprints import LOW_HASHES, Fingerprints
from schemas.frames import polars_types
from schemas.vocabulary import BlockKind, Likeness
from transforms.ids import derive_id

COPY = 0.7
"""Jaccard similarity from which two texts are copies."""
PARTIAL = 0.5
"""Share of the smaller text in the larger one from which it stands there in part; copies are above it, too."""

_LEAST_PART = 40
"""Runs, other than stock, that two texts must share for the one to be in part in the other: some 43 words. The standing
line of an outlet is mostly shorter, and can be half of a brief."""
_LEAST_COPY = 8
"""The same for copies. Forms that are filled in with other names and numbers have less than that in common."""
_LEAST_HASHES = 12
"""Hashes that tell so, where only a quarter was kept. Of a line of 30 words 7 are, and 12 two times in a hundred."""

_RUN_WORDS = 4  # a word changed costs four runs; with three, unrelated news share many more
_LEAST_RUNS = 8  # texts of a few words are alike by chance
_WHOLE_RUNS = 256  # up to here all hashes are kept, so that short texts are judged exactly
_FORM = 1  # goes up with any change to what is hashed, so that old and new fingerprints never mix

_WORD = re.compile(r"[^\W_]+")


class ProseHashes(dy.Schema):
    """The wording of each article of a batch."""

    article_id = dy.String(primary_key=True)
    prose_hash = dy.String(nullable=False)


class Overlaps(dy.Schema):
    """Two texts with hashes in common, counted in what both have kept; ``prose_hash`` sorts first.

    ``telling`` counts those of the shared that few texts have; ``runs`` are those of the whole text.
    """

    prose_hash = dy.String(primary_key=True)
    other_hash = dy.String(primary_key=True)
    shared = dy.Int64(min=0)
    telling = dy.Int64(min=0)
    size = dy.Int64(min=1)
    other_size = dy.Int64(min=1)
    runs = dy.Int64(min=1)
    other_runs = dy.Int64(min=1)


class Edges(dy.Schema):
    """Two wordings that belong to one group."""

    prose_hash = dy.String()
    other_hash = dy.String()


class Components(dy.Schema):
    """The component of each wording that has an edge, named by the wording in it that sorts first."""

    prose_hash = dy.String(primary_key=True)
    component = dy.String(nullable=False)


@dataclass(frozen=True, slots=True)
class Printed:
    """The wordings of a batch of articles, and a fingerprint of each that is long enough to have one."""

    prose: dy.DataFrame[ProseHashes]
    fingerprints: dy.DataFrame[Fingerprints]


def fingerprint(articles: pl.DataFrame, blocks: pl.DataFrame) -> Printed:
    """Take the fingerprints of articles (``article_id``, ``content_hash``) from the body among their ``blocks``.

    Title, captions and the like are left out: outlets change them first.
    """
    bodies = (
        blocks.filter(pl.col("kind") == BlockKind.BODY.value)
        .sort("article_id", "block_index")
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("text").str.join("\n"))
    )
    texts = articles.select("article_id", "content_hash").join(
        bodies, on="article_id", how="left", maintain_order="left"
    )
    told: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    for article_id, content_hash, body in texts.iter_rows():
        found = _WORD.findall((body or "").casefold())
        is_short = len(found) < _LEAST_RUNS + _RUN_WORDS
        told[article_id] = derive_id("text", content_hash) if is_short else derive_id("prose", _form(), " ".join(found))
        if not is_short:
            words[told[article_id]] = found
    return Printed(
        ProseHashes.validate(
            pl.DataFrame(
                {"article_id": list(told), "prose_hash": list(told.values())}, schema=polars_types(ProseHashes)
            )
        ),
        Fingerprints.validate(
            pl.DataFrame(list(_rows(dict(sorted(words.items())))), schema=polars_types(Fingerprints), orient="row")
        ),
    )


def _form() -> str:
    from rensa import RMinHash  # noqa: PLC0415  (a run with nothing new never needs it)

    return f"{_FORM}.{RMinHash.ALGORITHM_VERSION}"


def _rows(words: dict[str, list[str]]) -> Iterator[tuple[str, int, int, list[int]]]:
    from rensa import RMinHash  # noqa: PLC0415

    runs = [
        [" ".join(of_one[i : i + _RUN_WORDS]) for i in range(len(of_one) - _RUN_WORDS + 1)] for of_one in words.values()
    ]
    for prose_hash, hashes in zip(words, RMinHash.hash_token_sets(runs), strict=True):
        distinct = sorted({number & 0xFFFFFFFF for number in hashes})
        low = [number for number in distinct if number < LOW_HASHES]
        yield prose_hash, len(distinct), len(low), distinct if len(distinct) <= _WHOLE_RUNS else low


def judge(overlaps: dy.DataFrame[Overlaps]) -> dy.DataFrame[Alike]:
    """Those of the pairs that are alike, and how."""
    shared, size, other = pl.col("shared"), pl.col("size"), pl.col("other_size")
    return Alike.validate(
        overlaps.with_columns(
            similarity=shared / (size + other - shared), share=shared / size, other_share=shared / other
        )
        .with_columns(
            likeness=pl.when(pl.col("similarity") >= COPY, _tells(_LEAST_COPY))
            .then(pl.lit(Likeness.COPY.value))
            .when(pl.max_horizontal("share", "other_share") >= PARTIAL, _tells(_LEAST_PART))
            .then(pl.lit(Likeness.PARTIAL.value))
        )
        .filter(pl.col("likeness").is_not_null())
        .select(Alike.column_names())
        .sort("prose_hash", "other_hash")
    )


def _tells(least: int) -> pl.Expr:
    """Whether so many runs are shared that few texts have, as far as the kept hashes of the smaller text can tell."""
    is_smaller = pl.col("size") <= pl.col("other_size")
    size = pl.when(is_smaller).then("size").otherwise("other_size")
    runs = pl.when(is_smaller).then("runs").otherwise("other_runs")
    is_whole = (pl.col("size") == pl.col("runs")) & (pl.col("other_size") == pl.col("other_runs"))
    return (pl.col("telling") * runs >= least * size) & (is_whole | (pl.col("telling") >= min(_LEAST_HASHES, least)))


def components(edges: dy.DataFrame[Edges]) -> dy.DataFrame[Components]:
    """Gather what is connected, directly or over others."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in edges.iter_rows():
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    nodes = sorted(parent)
    return Components.validate(
        pl.DataFrame(
            {"prose_hash": nodes, "component": [root(node) for node in nodes]}, schema=polars_types(Components)
        )
    )
