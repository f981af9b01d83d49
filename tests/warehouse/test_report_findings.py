"""What the report finds in a lake of a few rows."""

from pathlib import Path

import pytest
from rows import article, local_entity, mention, row, staged

from warehouse.commit import commit_batch
from warehouse.lake import open_lake
from warehouse.report import Findings, Period, find

WORDS = "It is late, and the boats have not come in, and nobody knows when. So it is. No."
LONG, SHORT, LAST = (0, 66), (67, 76), (77, 79)  # places of its sentences


def said(article_id: str, place: tuple[int, int], utterance: str, **given: object) -> dict[str, object]:
    start, end = place
    values: dict[str, object] = {
        "speaker_name": "Ann Lee",
        "speaker_local_id": "lee",
        "speaker_entity_id": "lee",
        "confidence": 1.0,
    }
    return row(
        "quotes",
        quote_id=f"{article_id}{start}",
        utterance_id=f"{article_id}{utterance}",
        article_id=article_id,
        start=start,
        end=end,
        text=WORDS[start:end],
        kind="direct",
        section="body",
        rule="test",
        **(values | given),
    )


NOBODY = dict.fromkeys(("speaker_name", "speaker_local_id", "speaker_entity_id"))


@pytest.fixture
def found(folder: Path, tmp_path: Path) -> Findings:
    publishers = {"a": "Zephyr Gazette", "b": "Alpha Post", "c": "Alpha Post", "d": "Beta Post", "e": None}
    tables = {
        "articles": [
            article(one, f"{WORDS} {one}", publisher=outlet, site="post.example") for one, outlet in publishers.items()
        ],
        "mentions": [mention(one, 0, "It", "lee") for one in publishers],
        "local_entities": [local_entity(one, "lee", "Ann Lee") for one in publishers],
        "quotes": [
            said("a", LONG, "1", speaker_role="keen sailor", confidence=0.5),
            said("a", SHORT, "2", speaker_role="keen sailor"),
            said("a", LAST, "3", speaker_role="keen sailor"),
            said("b", SHORT, "1", speaker_role="mayor"),
            said("c", SHORT, "1", **NOBODY),  # a headline
            said("c", LAST, "1", speaker_role="mayor"),
            said("d", LONG, "1", confidence=0.5),
            said("e", LONG, "1", confidence=0.5),
        ],
    }
    with open_lake(folder, read_only=False) as con:
        commit_batch(con, staged(tmp_path / "batch", **tables), "r", "test")
    with open_lake(folder, read_only=True) as con:
        return find(con, Period(), 4)


def test_a_role_is_the_one_that_most_articles_state(found: Findings) -> None:
    assert [(one["speaker"], one["role"], one["quotes"]) for one in found.speakers] == [("Ann Lee", "mayor", 7)]


def test_outlets_that_quote_most_come_first(found: Findings) -> None:
    assert [(one["publisher"], one["quotes"]) for one in found.publishers] == [
        ("Zephyr Gazette", 3),
        ("Alpha Post", 2),
        ("Beta Post", 1),
        ("post.example", 1),  # the site of what has no publisher
    ]


def test_what_may_be_anothers_is_shown_last(found: Findings) -> None:
    assert [one["confidence"] for one in found.samples] == [1.0, 1.0, 1.0, 1.0, 0.5]
