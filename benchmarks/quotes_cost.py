"""CPU seconds of attribution next to those of the bare model on the same texts, on one thread.

    COPYDESK_EVAL_DATA=... OMP_NUM_THREADS=1 python -m benchmarks.quotes_cost [--split dev]

The target is that finding quotations and their speakers costs at most 15 % of ``nlp.pipe``.
"""

import argparse
import time
from collections.abc import Callable
from typing import TypeVar

import spacy

from benchmarks.quotes_corpus import MODEL, blocks, texts
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes

Made = TypeVar("Made")


def main() -> None:
    """Print the cost of each stage; every stage is run once before it is measured on the whole."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", default="dev")
    source = texts(parser.parse_args().split)
    nlp = load_model(MODEL)
    articles = [(text, blocks(text)) for _, text in source]
    for (text, _), paragraphs in zip(articles[:2], read_paragraphs(articles[:2], nlp), strict=True):
        find_quotes(text, paragraphs, find_names(paragraphs))
    stock = spacy.load(MODEL)  # as everybody has it: ours multiplies by another library
    bare = measured("nlp.pipe", lambda: sum(len(doc) for doc in stock.pipe(text for text, _ in articles)))[1]
    read, _ = measured("paragraphs", lambda: list(read_paragraphs(articles, nlp)))
    names, _ = measured("names", lambda: [find_names(paragraphs) for paragraphs in read])
    everything = list(zip(articles, read, names, strict=True))
    _, own = measured("quotations", lambda: [find_quotes(text, p, n) for (text, _), p, n in everything])
    print(f"quotations over nlp.pipe: {100 * own / bare:.1f} %")


def measured(name: str, work: Callable[[], Made]) -> tuple[Made, float]:
    """What some work makes, and its CPU seconds, which are printed."""
    begin = time.process_time()
    made = work()
    seconds = time.process_time() - begin
    print(f"{name:12} {seconds:6.1f} s", flush=True)
    return made, seconds


if __name__ == "__main__":
    main()
