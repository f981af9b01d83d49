"""Copies of articles: retitled, trimmed, topped, reparagraphed; the same result in any order."""

import random

import polars as pl
import pytest

from transforms.duplicates import Likeness, alike, fingerprints, groups

WORDS = [
    first + last
    for first in ("har", "brid", "coun", "tra", "sto", "mi")
    for last in ("bour", "ge", "cil", "m", "rm", "lk")
]


def story(seed: int, sentences: int = 40) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences)]


def text(sentences: list[str]) -> str:
    return " ".join(sentences)


ORIGINAL = story(1)
OTHER = story(2)

CASES = [
    pytest.param(text(ORIGINAL).upper(), Likeness.COPY, id="other case"),
    pytest.param("A new headline here. " + text(ORIGINAL), Likeness.COPY, id="retitled"),
    pytest.param("\n\n".join(ORIGINAL), Likeness.COPY, id="reparagraphed"),
    pytest.param(text(ORIGINAL[:36]), Likeness.COPY, id="trimmed by a tenth"),
    pytest.param(text(ORIGINAL[:20]), Likeness.PARTIAL, id="trimmed by half"),
    pytest.param(text(ORIGINAL + OTHER[:30]), Likeness.PARTIAL, id="topped up"),
    pytest.param(text(ORIGINAL[:20] + OTHER[:8]), Likeness.PARTIAL, id="half merged"),
    pytest.param(text(OTHER), None, id="another story"),
    pytest.param(text(ORIGINAL[:3] + OTHER), None, id="three sentences quoted"),
    pytest.param("Harbour bridge.", None, id="too short to tell"),
]


@pytest.mark.parametrize(("copy", "likeness"), CASES)
def test_likeness(copy, likeness):
    prints = fingerprints([("a", text(ORIGINAL)), ("b", copy)])
    pairs = alike(prints, prints)
    assert pairs["likeness"].to_list() == ([likeness] if likeness else [])


def test_old_articles_are_found_from_new_ones_in_any_order():
    texts = [(f"{seed:02}{part}", text(story(seed)[: 40 - part])) for seed in range(12) for part in range(3)]
    prints = fingerprints(texts)
    at_once = alike(prints, prints)
    assert at_once.height == 12 * 3
    for shuffle in range(3):
        order = list(range(prints.height))
        random.Random(shuffle).shuffle(order)  # noqa: S311
        known, pairs = prints.clear(), []
        for batch in range(0, len(order), 7):
            arriving = prints[order[batch : batch + 7]]
            pairs.append(alike(arriving, known))
            known = pl.concat([known, arriving])
        assert pl.concat(pairs).unique().sort("article_id", "other_id").equals(at_once)
    found = groups(at_once)
    assert len(set(found.values())) == 12
    assert all(found[f"{seed:02}0"] == found[f"{seed:02}2"] for seed in range(12))


def test_no_articles():
    none = fingerprints([])
    assert alike(none, none).height == 0
    assert groups(alike(none, none)) == {}
