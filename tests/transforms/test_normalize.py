"""From raw articles to rows."""

from datetime import UTC, datetime

import polars as pl

from schemas.articles import Articles
from schemas.vocabulary import BlockKind
from transforms.article import Block, Found, FoundNames, RawArticle
from transforms.hints import PublisherHint
from transforms.normalize import ADDED_BY_LAKE, NormalizedArticles, article_id, normalize

TEXT = "Bridge reopens\nThe council reopened the bridge on Monday, the mayor said."


def raw(**fields) -> RawArticle:
    given = {
        "uri": "file:///a.txt",
        "format": "plain",
        "encoding": "utf-8",
        "text": TEXT,
        "blocks": (Block(BlockKind.TITLE, 0, 14), Block(BlockKind.BODY, 15, len(TEXT))),
        "title": Found("Bridge reopens", "first-line"),
    }
    return RawArticle(**{**given, **fields})


def row(**fields) -> dict:
    articles, _ = normalize([raw(**fields)])
    return articles.row(0, named=True)


def test_columns_are_those_of_articles_without_what_the_lake_adds():
    assert set(NormalizedArticles.columns()) == set(Articles.columns()) - ADDED_BY_LAKE
    assert Articles.columns().keys() >= ADDED_BY_LAKE


def test_blocks_slice_the_text():
    articles, blocks = normalize([raw(), raw(uri="file:///b.txt")])
    assert articles.height == 2
    joined = blocks.join(articles.select("article_id", whole="text"), on="article_id")
    sliced = joined.select(pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start")))
    assert sliced["whole"].to_list() == blocks["text"].to_list()
    assert blocks["block_index"].to_list() == [0, 1, 0, 1]


def test_no_article_is_no_row():
    articles, blocks = normalize([])
    assert (articles.height, blocks.height) == (0, 0)


def test_identity_is_the_provider_then_the_address_then_the_place():
    by_id = article_id(raw(provider_id="x1", publisher=Found("Paper", "record"), url="https://paper.example/a"))
    assert by_id == article_id(raw(provider_id="x1", publisher=Found("Paper", "record"), uri="file:///b.txt"))
    assert by_id != article_id(raw(provider_id="x1", publisher=Found("Other", "record")))
    assert article_id(raw(url="https://paper.example/a?utm_source=x#c")) == article_id(
        raw(url="https://PAPER.example/a")
    )
    assert article_id(raw()) != article_id(raw(uri="file:///b.txt"))
    assert len(by_id) == 20


def test_the_address_of_a_front_page_is_no_identity():
    pages = [raw(uri=f"file:///{name}.html", url="https://paper.example/?utm_source=x") for name in "ab"]
    assert article_id(pages[0]) != article_id(pages[1])


def test_an_article_with_an_address_has_its_site():
    assert row(url="https://www.Paper.example/a")["site"] == "paper.example"
    assert row()["site"] is None


def test_one_identity_may_come_twice():
    older = raw(provider_id="x", text="Old", blocks=(Block(BlockKind.BODY, 0, 3),))
    articles, blocks = normalize([older, raw(provider_id="x")])
    assert articles["text"].to_list() == ["Old", TEXT]
    assert articles["article_id"].n_unique() == 1
    assert articles["word_count"].to_list() == [1, 12]
    assert blocks["text"].to_list() == ["Old", "Bridge reopens", TEXT[15:]]


def test_what_is_known_about_an_outlet_settles_its_dates():
    known = {
        "The Example": PublisherHint(zone="Africa/Nairobi", day_first=True),
        "paper.example": PublisherHint(day_first=False),
    }
    printed = Found("12/02/2025 09:00", "date-line")
    named, hosted, unknown = normalize(
        [
            raw(published=printed, publisher=Found("The Example", "meta")),
            raw(published=printed, url="https://www.paper.example/a"),
            raw(published=printed),
        ],
        publishers=known,
    )[0].iter_rows(named=True)
    assert named["published_at"] == datetime(2025, 2, 12, 6, tzinfo=UTC)
    assert named["published_zone_source"] == "publisher"
    assert (hosted["published_local"], hosted["published_at"]) == (datetime(2025, 12, 2, 9), None)
    assert unknown["published_local"] is None


def test_a_time_is_kept_as_printed_and_placed_where_its_zone_is_known():
    got = row(published=Found("March 4, 2019, 5:21 PM", "date-line"))
    assert got["published_local"] == datetime(2019, 3, 4, 17, 21)
    assert got["published_at"] is None
    assert got["published_zone_source"] is None
    assert (got["published_text"], got["published_precision"]) == ("March 4, 2019, 5:21 PM", "minute")
    zoned = row(published=Found("March 4, 2019, 5:21 PM EST", "date-line"))
    assert zoned["published_at"] == datetime(2019, 3, 4, 22, 21, tzinfo=UTC)
    assert zoned["published_zone_source"] == "zone-name"
    unread = row(published=Found("12/02/2025", "date-line"))
    assert (unread["published_local"], unread["published_text"]) == (None, "12/02/2025")


def test_words_language_and_names():
    got = row(authors=FoundNames(("By Ann Lee and Bo Ek, Reporters",), "byline"))
    assert got["authors"] == ["Ann Lee", "Bo Ek"]
    assert got["word_count"] == 12
    assert got["language"] == "en"
    french = "Le conseil municipal a rouvert le pont lundi matin, a annoncé la maire dans un communiqué."
    got = row(text=french, blocks=(Block(BlockKind.BODY, 0, len(french)),), title=None)
    assert got["language"] == "fr"
    assert (got["title"], got["title_method"]) == (None, None)
