"""Floors under the accuracy of the readers, on measuring data that is not part of the project.

The figures are kept in ``docs/accuracy-readers.md``; the floors lie a little below them.
"""

import gzip
import importlib.util
import json
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle
from transforms.decode import decode
from transforms.html.page import declared_charset
from transforms.lines import read_plain_text
from transforms.normalize import normalize
from transforms.readers.html import html_article

pytestmark = pytest.mark.evaluation

PAGES = {"title": 0.863, "authors_f1": 0.935, "day": 0.985, "instant": 0.98, "body_f1": 0.963}
BODIES = 0.973
SEED_ROLES = 34


@pytest.fixture(scope="module")
def scorer(scorers: Path) -> Any:
    spec = importlib.util.spec_from_file_location("eval_html", scorers / "eval_html.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_page(path: Path) -> RawArticle | None:
    page = gzip.decompress(path.read_bytes())
    decoded = decode(page, declared_charset(page))
    article = html_article(path.name, decoded.text, decoded.encoding)
    return article if isinstance(article, RawArticle) else None


def block_texts(article: RawArticle | None, kinds: set[BlockKind]) -> list[str]:
    blocks = article.blocks if article else ()
    return [article.text[block.start : block.end] for block in blocks if block.kind in kinds]


def gold_roles(gold: dict[str, Any]) -> Iterator[tuple[int, int, set[str]]]:
    for field, kind in (("title", "title"), ("dek", "dek"), ("published", "date")):
        yield gold[field]["start"], gold[field]["end"], {kind}
    for paragraph in gold["body_paragraphs"]:
        yield paragraph["start"], paragraph["end"], {"body"}
    links = {"related", "boilerplate"}
    names = {
        "photo_credit": {"credit"},
        "contributor_line": {"contributor"},
        "related_topics": links,
        "related-topics": links,
        "sponsored": links,
    }
    for line in gold["non_body"]:
        yield line["start"], line["end"], names.get(line["type"], {line["type"]})


def test_roles_of_the_seed_article(data):
    gold = json.loads(next((data / "seed").glob("*gold*.json")).read_text(encoding="utf-8"))
    blocks = read_plain_text(next((data / "seed").glob("*.txt")).read_text(encoding="utf-8")).blocks
    right = 0
    for start, end, kinds in gold_roles(gold):
        best = max(blocks, key=lambda block: min(end, block.end) - max(start, block.start))
        right += min(end, best.end) > max(start, best.start) and best.kind.value in kinds
    assert right == SEED_ROLES


def test_fields_and_bodies_of_publisher_pages(data, scorer):
    gold = [json.loads(line) for line in (data / "html/fundus/gold.jsonl").read_text(encoding="utf-8").splitlines()]
    predicted = {}
    for page in gold:
        article = read_page(data / "html/fundus/pages" / page["page"])
        if article is None:
            continue
        row = normalize([article])[0].row(0, named=True)
        predicted[page["page"]] = {
            "title": row["title"],
            "authors": row["authors"],
            "published_at": str(row["published_at"] or ""),
            "published_local": str(row["published_local"] or ""),
            "body": block_texts(article, {BlockKind.BODY, BlockKind.HEADING, BlockKind.DEK}),
        }
    scores = scorer.score(gold, predicted)
    assert {name: scores[name] for name in PAGES if scores[name] < PAGES[name]} == {}


def test_bodies_of_article_pages(data, scorer):
    """The rule of the benchmark: F1 of mean precision and mean recall of 4-grams."""
    gold = json.loads((data / "html/aeb/ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for name, page in gold.items():
        article = read_page(data / "html/aeb/html" / f"{name}.html.gz")
        body = "\n".join(block_texts(article, {BlockKind.BODY, BlockKind.HEADING}))
        wanted, found = scorer.grams(page["articleBody"]), scorer.grams(body)
        both = sum((wanted & found).values())
        precisions.append(both / max(1, sum(found.values())))
        recalls.append(both / max(1, sum(wanted.values())))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    assert 2 * precision * recall / (precision + recall) >= BODIES
