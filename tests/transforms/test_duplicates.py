"""Fingerprints, and what is said of two texts: retitled, reparagraphed, trimmed, topped, merged, or something else."""

import random

import polars as pl
import pytest

from schemas.fingerprints import Fingerprints
from transforms.duplicates import components, fingerprint, judge

WORDS = [
    first + last
    for first in ("har", "brid", "coun", "tra", "sto", "mi")
    for last in ("bour", "ge", "cil", "m", "rm", "lk")
]


def story(seed: int, sentences: int = 12) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences)]


def text(sentences: list[str]) -> str:
    return " ".join(sentences)


def printed(**bodies: str):
    articles = pl.DataFrame({"article_id": list(bodies), "content_hash": [f"c{name}" for name in bodies]})
    blocks = pl.DataFrame(
        [
            (article_id, index, kind, words)
            for article_id, body in bodies.items()
            for index, (kind, words) in enumerate([("title", f"About {article_id}"), ("body", body)])
        ],
        schema=["article_id", "block_index", "kind", "text"],
        orient="row",
    )
    return fingerprint(articles, blocks)


def overlap(fingerprints: pl.DataFrame) -> pl.DataFrame:
    """What the lake would find of two texts that have kept all their hashes, or a quarter."""
    (one, n, low, a), (other, m, other_low, b) = fingerprints.sort("prose_hash").iter_rows()
    is_whole = len(a) == n and len(b) == m
    shared = len(set(a) & set(b))
    return pl.DataFrame(
        {
            "prose_hash": [one],
            "other_hash": [other],
            "shared": [shared],
            "telling": [shared],
            "size": [n if is_whole else low],
            "other_size": [m if is_whole else other_low],
            "runs": [n],
            "other_runs": [m],
        }
    )


ORIGINAL, OTHER = story(1), story(2)
LONG = story(3, 60)

CASES = [
    pytest.param(ORIGINAL, ["New.", *ORIGINAL], "copy", id="a word on top"),
    pytest.param(ORIGINAL, ORIGINAL[:10], "copy", id="trimmed by a sixth"),
    pytest.param(ORIGINAL, ORIGINAL[:6], "partial", id="trimmed by half"),
    pytest.param(ORIGINAL, [*ORIGINAL, *OTHER[:9]], "partial", id="topped up"),
    pytest.param(ORIGINAL, [*ORIGINAL[:6], *OTHER[:3]], "partial", id="half merged"),
    pytest.param(ORIGINAL, [*OTHER, *ORIGINAL], "partial", id="two glued"),
    pytest.param(ORIGINAL, OTHER, None, id="another story"),
    pytest.param(ORIGINAL, [*ORIGINAL[:2], *OTHER], None, id="two sentences quoted"),
    pytest.param([*ORIGINAL[:2], *OTHER[:1]], [*ORIGINAL[:2], *OTHER[3:4]], None, id="briefs with one standing line"),
    pytest.param(LONG, LONG[:54], "copy", id="long, trimmed by a tenth"),
    pytest.param(LONG, LONG[20:28], "partial", id="a long one's excerpt"),
    pytest.param(LONG, story(4, 60), None, id="two long ones"),
    pytest.param([*LONG, *ORIGINAL[:2]], [*ORIGINAL[:2], *OTHER[:1]], None, id="long and brief with one standing line"),
]


@pytest.mark.parametrize(("one", "other", "likeness"), CASES)
def test_likeness(one: list[str], other: list[str], likeness: str | None) -> None:
    found = judge(overlap(printed(a=text(one), b=text(other)).fingerprints))
    assert found["likeness"].to_list() == ([likeness] if likeness else [])


def test_shares_are_those_of_the_texts() -> None:
    found = judge(overlap(printed(a=text(ORIGINAL), b=text(ORIGINAL[:6])).fingerprints)).to_dicts()[0]
    assert sorted([found["share"], found["other_share"]]) == [pytest.approx(81 / 165), 1.0]
    assert found["similarity"] == pytest.approx(81 / 165)


@pytest.mark.parametrize(
    "same",
    [
        pytest.param(text(ORIGINAL).upper(), id="case"),
        pytest.param("\n\n".join(ORIGINAL), id="paragraphs"),
        pytest.param("“" + text(ORIGINAL).replace(".", " –") + "”", id="marks"),
        pytest.param(text(ORIGINAL).replace(" ", "\n"), id="line ends"),
    ],
)
def test_a_wording_is_the_words_of_the_body(same: str) -> None:
    found = printed(a=text(ORIGINAL), b=same)
    assert found.prose["prose_hash"].n_unique() == 1
    assert found.fingerprints.height == 1


def test_words_in_another_order_are_another_wording() -> None:
    assert printed(a=text(ORIGINAL), b=text(ORIGINAL[::-1])).prose["prose_hash"].n_unique() == 2


def test_a_few_words_are_told_by_the_whole_text() -> None:
    found = printed(a="Harbour bridge.", b="Harbour bridge.", c="")
    assert found.prose["prose_hash"].n_unique() == 3, "they differ in their titles"
    assert found.fingerprints.is_empty()


def test_of_a_long_text_only_low_hashes_are_kept() -> None:
    short, long = (printed(a=text(one)).fingerprints.row(0, named=True) for one in (ORIGINAL, LONG))
    assert len(short["hashes"]) == short["runs"]
    assert len(long["hashes"]) == long["sampled"] < long["runs"] / 3
    assert max(long["hashes"]) < 2**30 < max(short["hashes"])


def test_fingerprints_are_the_same_on_every_machine() -> None:
    """As those in a lake are compared with those of years ago; if this fails, `_FORM` must go up."""
    found = printed(a="One two three four five six seven eight nine ten eleven twelve.")
    assert found.prose["prose_hash"].to_list() == ["70dfa4813c24d457ce8b"]
    assert found.fingerprints["hashes"].to_list()[0][:2] == [440600623, 641889352]


def test_components_are_named_alike_whatever_the_order_of_edges() -> None:
    edges = [("b", "c"), ("d", "e"), ("a", "b"), ("f", "g"), ("e", "g")]
    for shuffle in range(5):
        shuffled = random.Random(shuffle).sample(edges, len(edges))  # noqa: S311
        found = components(pl.DataFrame(shuffled, schema=["prose_hash", "other_hash"], orient="row"))
        assert found.rows() == [*((one, "a") for one in "abc"), *((one, "d") for one in "defg")]


def test_no_articles_give_empty_tables() -> None:
    assert printed().fingerprints.schema == Fingerprints.create_empty().schema
    none = pl.DataFrame(schema=["prose_hash", "other_hash"])
    assert components(none).is_empty()
