"""Applies the trained network to the paragraphs of an article."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from transforms.names.recognizer.features import Features, WordFeatures, article_features
from transforms.names.recognizer.labels import ontonotes_label
from transforms.names.recognizer.network import Network
from transforms.names.recognizer.tags import best_path, to_spans

Floats = NDArray[np.float32]


class Recognizer:
    """Finds names in one article at a time.

    The docs of a call are the paragraphs of ONE article: what a word is in one of them counts in the others.
    """

    def __init__(self, strings: StringStore, network: Network) -> None:
        self._word_features = WordFeatures(strings)
        self._network = network

    def __call__(self, paragraphs: Sequence[Doc]) -> None:
        """Set ``doc.ents`` of each paragraph; labels are those of :class:`schemas.vocabulary.Label`."""
        docs = [doc for doc in paragraphs if len(doc)]
        if not docs:
            return
        scores = self.scores(article_features(docs, self._word_features))
        begin = 0
        for doc in docs:
            _set_entities(doc, scores[begin : begin + len(doc)])
            begin += len(doc)

    def scores(self, features: Features) -> Floats:
        """Tokens x tags: log-probabilities."""
        kinds, place = np.unique(features.columns, axis=0, return_inverse=True)
        words = self._network.words(kinds)[place.reshape(-1)]
        return log_softmax(self._network.scores(words, features))


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities of each row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result


@cache
def trained_network() -> Network:
    """The network whose weights come with the package; benchmarks/train_ner.py makes them."""
    network = Network()
    file = files("transforms.names.recognizer").joinpath("weights", "network.npz")
    with as_file(file) as path, np.load(path, allow_pickle=False) as weights:
        network.load(weights)
    return network


def _set_entities(doc: Doc, scores: Floats) -> None:
    spans = []
    for first, last, kind in to_spans(best_path(scores)):
        label = ontonotes_label(kind, doc[first:last].text, doc[first - 1].text if first else "")
        if label is not None:
            spans.append(Span(doc, first, last, label=label.value))
    doc.set_ents(spans)
