"""What the views say, on a corpus small enough to count by hand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from rows import article, local_entity, mention, row, staged

from warehouse.commit import commit_batch
from warehouse.lake import open_lake

TEXT = 'Ann Lee praised Bo Ray. "Ray is right," Lee said.'


def quote(article_id: str, start: int, text: str, speaker: str) -> dict[str, object]:
    return row(
        "quotes",
        quote_id=f"q{article_id}{start}",
        utterance_id="u",
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
    day = datetime(2025, 3, 1, 12, tzinfo=UTC)
    tables = {"articles": [], "blocks": [], "mentions": [], "local_entities": [], "quotes": []}
    for article_id in ("a", "b"):
        tables["articles"].append(article(article_id, TEXT, published_at=day, publisher="Gazette"))
        tables["blocks"].append(
            row("blocks", article_id=article_id, block_index=0, kind="title", start=0, end=23, text=TEXT[:23])
        )
        tables["blocks"].append(
            row("blocks", article_id=article_id, block_index=1, kind="body", start=24, end=len(TEXT), text=TEXT[24:])
        )
        tables["mentions"] += [
            mention(article_id, 0, "Ann Lee", "lee"),
            mention(article_id, 16, "Bo Ray", "ray"),
            mention(article_id, 25, "Ray", "ray"),
            mention(article_id, 40, "Lee", "lee"),
        ]
        lee = local_entity(article_id, "lee", "Ann Lee") | {"roles": ["Mayor"]}
        tables["local_entities"] += [lee, local_entity(article_id, "ray", "Bo Ray")]
        tables["quotes"].append(quote(article_id, 25, "Ray is right,", "lee"))
    with open_lake(folder, read_only=False) as con:
        commit_batch(con, staged(tmp_path_factory.mktemp("batch"), **tables), "r", "test")
    with open_lake(folder, read_only=True) as con:
        yield lambda sql: con.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("SELECT speaker_name, quotes, articles FROM speakers", [("Ann Lee", 2, 2)]),
        ("SELECT speaker, speaker_name, title, publisher FROM quotes_full", [("Ann Lee", "Lee", None, "Gazette")] * 2),
        ("SELECT count(*) FROM quotes_once", [(1,)]),
        (
            "SELECT name, mention_count, in_title FROM article_entities WHERE article_id = 'a' ORDER BY name",
            [("Ann Lee", 2, True), ("Bo Ray", 2, True)],
        ),
        ("SELECT name, other_name, articles, paragraphs FROM co_mentions", [("Ann Lee", "Bo Ray", 2, 4)]),
        (
            "SELECT name, CAST(day AS VARCHAR), mentions, articles FROM entity_timeline ORDER BY name",
            [("Ann Lee", "2025-03-01", 4, 2), ("Bo Ray", "2025-03-01", 4, 2)],
        ),
        ("SELECT speaker, about, quotes, articles FROM quoted_about", [("Ann Lee", "Bo Ray", 2, 2)]),
        ("SELECT publisher, quotes, speakers, share_of_top_1 FROM source_diversity", [("Gazette", 1, 1, 1.0)]),
        ("SELECT name, role, articles FROM entity_roles", [("Ann Lee", "Mayor", 2)]),
    ],
    ids=lambda value: value.split(" FROM ")[1].split()[0] if isinstance(value, str) else "",
)
def test_view(ask, question: str, answer: list[tuple[object, ...]]) -> None:
    assert ask(question) == answer
