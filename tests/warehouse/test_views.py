"""What the views say, on a corpus small enough to count by hand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from rows import article, local_entity, mention, row, staged, with_fingerprints

from flows.copies import find_copies
from warehouse.commit import commit_batch
from warehouse.lake import open_lake

TEXT = 'Ann Lee praised Bo Ray. "Ray is right," Lee said. "So he is."'
OUTLETS = {one: {"publisher": "Gazette"} for one in "abc"} | {"d": {"site": "post.example"}}
GENDERS = {"a": "feminine", "b": "feminine", "c": "masculine"}


def quote(article_id: str, start: int, text: str, speaker: str, utterance: str = "1") -> dict[str, object]:
    return row(
        "quotes",
        quote_id=f"q{article_id}{start}",
        utterance_id=f"u{article_id}{utterance}",
        article_id=article_id,
        start=start,
        end=start + len(text),
        text=text,
        kind="direct",
        section="body",
        speaker_name="Lee",
        speaker_local_id=speaker,
        speaker_entity_id=speaker,
        confidence=1.0,
        rule="test",
    )


@pytest.fixture(scope="module")
def ask(template: Path, tmp_path_factory: pytest.TempPathFactory):
    import shutil  # noqa: PLC0415

    folder = shutil.copytree(template, tmp_path_factory.mktemp("views") / "lake")
    tables = {"articles": [], "blocks": [], "mentions": [], "local_entities": [], "quotes": []}
    times = {
        "a": {"published_at": datetime(2025, 3, 1, 12, tzinfo=UTC)},  # a Saturday
        "b": {"published_at": datetime(2025, 3, 1, 12, tzinfo=UTC)},  # a copy
        "c": {"published_local": datetime(2025, 3, 3, 9, tzinfo=None)},  # no zone printed
        "d": {},
    }
    for article_id, time in times.items():
        text = TEXT if article_id in "ab" else f"{TEXT} {article_id}"
        tables["articles"].append(article(article_id, text, **OUTLETS[article_id], **time))
        for index, kind, start, end in ((0, "title", 0, 23), (1, "body", 24, len(text))):
            tables["blocks"].append(
                row(
                    "blocks",
                    article_id=article_id,
                    block_index=index,
                    kind=kind,
                    start=start,
                    end=end,
                    text=text[start:end],
                )
            )
        placed = (("Ann Lee", 0, 0, "lee"), ("Bo Ray", 16, 0, "ray"), ("Ray", 25, 1, "ray"), ("Lee", 40, 1, "lee"))
        tables["mentions"] += [
            mention(article_id, start, name, entity) | {"sentence": number} for name, start, number, entity in placed
        ]
        tables["mentions"].append(mention(article_id, 51, "So", "so") | {"sentence": 2})
        role = "mayor" if article_id == "d" else "Mayor"
        tables["local_entities"] += [
            local_entity(article_id, "lee", "Ann Lee")
            | {"roles": [role], "referential_gender": GENDERS.get(article_id)},
            local_entity(article_id, "ray", "Bo Ray")
            | {"referential_gender": "masculine" if article_id == "a" else None},
            local_entity(article_id, "so", "So"),
        ]
        tables["quotes"] += [
            quote(article_id, 25, "Ray is right,", "lee", "1"),
            quote(article_id, 51, "So he is.", "lee", "1"),
        ]
        together = {"co_speaker_names": ["So"], "co_speaker_local_ids": ["so"], "co_speaker_entity_ids": ["so"]}
        tables["quotes"].append(quote(article_id, 16, "Bo Ray", "ray", "2") | (together if article_id == "d" else {}))
    tables["quotes"] += [
        quote("d", 8, "praised Bo Ray", "ray", "2"),  # another row of one act of speaking
        quote("c", 8, "praised Bo Ray", "lee", "3") | {"kind": "indirect", "confidence": 0.39},  # an act
        quote("c", 0, "Ann Lee praised", "ray", "4") | {"kind": "indirect", "confidence": 0.4},
    ]
    with open_lake(folder, read_only=False) as con:
        commit_batch(con, staged(tmp_path_factory.mktemp("batch"), **tables), "r", "test")
    with open_lake(folder, read_only=True) as con:
        yield lambda sql: con.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("SELECT speaker_name, quotes, articles FROM speakers", [("Bo Ray", 5, 4), ("Ann Lee", 4, 4), ("So", 1, 1)]),
        (
            "SELECT speaker_name, referential_gender FROM speakers",
            [("Bo Ray", "masculine"), ("Ann Lee", None), ("So", None)],
        ),
        ("SELECT * FROM referential_genders ORDER BY entity_id", [("lee", 2, 1, None), ("ray", 0, 1, "masculine")]),
        (
            "SELECT speaker_name, speaker_entity_id FROM quote_speakers WHERE quote_id = 'qd16'",
            [("Lee", "ray"), ("So", "so")],
        ),
        (
            "SELECT DISTINCT speaker, speaker_name, title, publisher, site FROM quotes_full WHERE speaker = 'Ann Lee' "
            "ORDER BY ALL",
            [("Ann Lee", "Lee", None, "Gazette", None), ("Ann Lee", "Lee", None, None, "post.example")],
        ),
        ("SELECT count(*) FROM quotes_once", [(12,)]),
        (
            "SELECT text FROM quotes_full WHERE is_said AND kind = 'indirect'",
            [("Ann Lee praised",)],
        ),
        ("SELECT count(*) FROM quotes_full WHERE NOT is_said", [(1,)]),
        ("SELECT articles, dated_articles FROM speakers WHERE speaker_name = 'Bo Ray'", [(4, 3)]),
        ("SELECT text, confidence FROM quotes_said WHERE kind = 'indirect'", [("Ann Lee praised", 0.4)]),
        (
            "SELECT name, mention_count, in_title FROM article_entities WHERE article_id = 'a' ORDER BY name",
            [("Ann Lee", 2, True), ("Bo Ray", 2, True), ("So", 1, False)],
        ),
        (
            "SELECT name, other_name, articles, sentences FROM co_mentions ORDER BY name, other_name",
            [("Ann Lee", "Bo Ray", 4, 8), ("Ann Lee", "So", 4, 0), ("Bo Ray", "So", 4, 0)],
        ),
        (
            "SELECT CAST(day AS VARCHAR), CAST(week AS VARCHAR), CAST(month AS VARCHAR), mentions, articles "
            "FROM entity_timeline WHERE name = 'Ann Lee' ORDER BY day",
            [("2025-03-01", "2025-02-24", "2025-03-01", 4, 2), ("2025-03-03", "2025-03-03", "2025-03-01", 2, 1)],
        ),
        (
            "SELECT speaker, about, quotes, articles FROM quoted_about ORDER BY ALL",
            [
                ("Ann Lee", "Bo Ray", 4, 4),
                ("Ann Lee", "So", 4, 4),
                ("Bo Ray", "Ann Lee", 1, 1),
                ("Bo Ray", "Bo Ray", 4, 4),
                ("So", "Bo Ray", 1, 1),
            ],
        ),
        (
            "SELECT publisher, quotes, speakers, share_of_top_1 FROM source_diversity ORDER BY publisher",
            [("Gazette", 5, 2, 3 / 5), ("post.example", 2, 3, 1 / 3)],
        ),
        (
            "SELECT name, role, articles, CAST(first_seen_at AS DATE)::VARCHAR, CAST(last_seen_at AS DATE)::VARCHAR "
            "FROM entity_roles",
            [("Ann Lee", "Mayor", 4, "2025-03-01", "2025-03-03")],
        ),
        (
            "SELECT CAST(first_quoted_at AT TIME ZONE 'UTC' AS DATE)::VARCHAR, "
            "CAST(last_quoted_at AT TIME ZONE 'UTC' AS VARCHAR) FROM speakers WHERE speaker_name = 'Bo Ray'",
            [("2025-03-01", "2025-03-03 09:00:00")],
        ),
        (
            "SELECT mention_count, article_count, CAST(last_seen_at AT TIME ZONE 'UTC' AS VARCHAR) FROM entities "
            "WHERE name = 'Bo Ray'",
            [(8, 4, "2025-03-03 09:00:00")],
        ),
    ],
    ids=lambda value: value.split(" FROM ")[1].split()[0] if isinstance(value, str) else "",
)
def test_a_view_gives_its_rows(ask, question: str, answer: list[tuple[object, ...]]) -> None:
    assert ask(question) == answer


WIRE = "The harbour bridge will stay closed until the spring after divers found cracks in a pier, the port said. "
REST = "Freight goes over the northern road meanwhile, and the ferry runs every hour until ten at night. Its captain "
REST += "wants two more deck hands for that, which the council is to pay, and a second boat when the ice has gone. "
OWN = "In our town shops along the quay count fewer customers than in any winter since the flood, owners say, and some "
OWN += "have let their helpers go or shortened their hours; the council wants to speak about it on Thursday evening. "


@pytest.fixture(scope="module")
def syndicated(template: Path, tmp_path_factory: pytest.TempPathFactory):
    """A wire story, a copy with a word changed and a quote more, an outlet's own story that holds it, and another."""
    import shutil  # noqa: PLC0415

    folder = shutil.copytree(template, tmp_path_factory.mktemp("syndicated") / "lake")
    texts = {
        "wire": WIRE + REST,
        "copy": (WIRE + REST).replace("two more", "three more") + " He wept.",
        "own": OWN + WIRE + REST + OWN.upper().replace("SHOPS", "PUBS"),
        "else": "Ten were hurt when a train left its rails near the old mill at noon. " * 3,
    }
    said = {
        "wire": ["We will not open it early", "very sad"],
        "copy": ["We will not open it early.", "very sad", "He wept"],
        "own": ["we will not  open it early", "very sad", "Nobody comes any more"],
        "else": ["We will not open it early"],
    }
    articles = [
        article(name, text, published_at=datetime(2025, 3, day, tzinfo=UTC))
        for day, (name, text) in enumerate(texts.items(), start=1)
    ]
    quotes = [
        quote(name, 100 * place, words, "lee" if name != "own" else "bo", f"u{place}")
        for name, spoken in said.items()
        for place, words in enumerate(spoken)
    ]
    with open_lake(folder, read_only=False) as con:
        batch = staged(tmp_path_factory.mktemp("batch"), **with_fingerprints(articles), quotes=quotes)
        commit_batch(con, batch, "r", "test")
        find_copies(con, "r")
    with open_lake(folder, read_only=True) as con:
        yield lambda sql: con.execute(sql).fetchall()


def test_copies_and_parts_are_told_with_their_share(syndicated) -> None:
    told = syndicated("SELECT article_id, other_id, likeness, round(share, 1) FROM article_copies ORDER BY ALL")
    assert told == [
        ("copy", "own", "partial", 0.9),
        ("copy", "wire", "copy", 0.9),
        ("own", "copy", "partial", 0.5),
        ("own", "wire", "partial", 0.5),
        ("wire", "copy", "copy", 0.9),
        ("wire", "own", "partial", 1.0),
    ]


def test_a_quotation_counts_once_over_copies_and_parts(syndicated) -> None:
    once = syndicated("SELECT article_id, text FROM quotes_once ORDER BY ALL")
    assert once == [
        ("copy", "He wept"),  # the canonical copy lacks it
        ("else", "We will not open it early"),  # the same words, and nothing else in common
        ("own", "Nobody comes any more"),
        ("own", "very sad"),  # two words of somebody else, in a text that is its own in part
        ("wire", "We will not open it early"),
        ("wire", "very sad"),
    ]


NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
FIRST = {
    "the earlier": ({"published_at": NOON}, {"published_at": NOON.replace(hour=11)}),
    "a time without a zone is one of UTC, if later": (
        {"published_local": datetime(2025, 3, 1, 13, tzinfo=None)},
        {"published_at": NOON},
    ),
    "a time without a zone is one of UTC, if earlier": (
        {"published_at": NOON},
        {"published_local": datetime(2025, 3, 1, 11, tzinfo=None)},
    ),
    "of one time the longer": ({"published_at": NOON}, {"published_at": NOON, "word_count": 99}),
    "undated the longer": ({}, {"word_count": 99}),
    "a dated one before a longer": ({"word_count": 99}, {"published_at": NOON}),
}


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York"])
@pytest.mark.parametrize("case", FIRST)
def test_of_copies_the_words_of_the_first_count_whatever_the_zone(
    template: Path, tmp_path: Path, case: str, zone: str
) -> None:
    """As asked by plain DuckDB, which takes the zone of the machine, and not by ``copydesk sql``."""
    import shutil  # noqa: PLC0415

    folder = shutil.copytree(template, tmp_path / "lake")
    articles = [article(name, WIRE, **given) for name, given in zip("ab", FIRST[case], strict=True)]
    quotes = [quote(name, 0, "We will not open it early", "lee") for name in "ab"]
    with open_lake(folder, read_only=False) as con:
        commit_batch(con, staged(tmp_path / "batch", articles=articles, quotes=quotes), "r", "test")
        con.execute("SET TimeZone = ?", [zone])
        assert con.execute("SELECT article_id FROM quotes_once").fetchall() == [("b",)]
        assert con.execute("SELECT article_id FROM articles WHERE is_canonical").fetchall() == [("b",)]
