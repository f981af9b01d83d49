"""Applies the trained networks to the paragraphs of an article."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from transforms.names.recognizer.features import Features, Lexicon, article_features
from transforms.names.recognizer.labels import ontonotes_label
from transforms.names.recognizer.network import Network
from transforms.names.recognizer.tags import best_path, to_spans

Floats = NDArray[np.float32]


class Recognizer:
    """Finds names in one article at a time.

    The docs of a call are the paragraphs of ONE article: what a word is in one of them counts in the others.
    """

    def __init__(self, strings: StringStore, networks: Sequence[Network]) -> None:
        self._lexicon = Lexicon(strings)
        self._networks = tuple(networks)

    def __call__(self, paragraphs: Sequence[Doc]) -> None:
        """Set ``doc.ents`` of each paragraph; labels are those of :class:`schemas.vocabulary.Label`."""
        docs = [doc for doc in paragraphs if len(doc)]
        if not docs:
            return
        scores = self.scores(article_features(docs, self._lexicon))
        begin = 0
        for doc in docs:
            _set_entities(doc, scores[begin : begin + len(doc)])
            begin += len(doc)

    def scores(self, features: Features) -> Floats:
        """Tokens x tags: the mean over the networks of the log-probabilities."""
        kinds, place = np.unique(features.columns, axis=0, return_inverse=True)
        total = [
            log_softmax(network.scores(network.words(kinds)[place.reshape(-1)], features)) for network in self._networks
        ]
        mean: Floats = np.mean(total, axis=0, dtype=np.float32)
        return mean


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities of each row."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result


@cache
def trained_networks() -> tuple[Network, ...]:
    """The networks whose weights come with the package; benchmarks/train_ner.py makes them."""
    folder = files("transforms.names.recognizer").joinpath("weights")
    networks = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".npz"):
            network = Network()
            with as_file(file) as path, np.load(path, allow_pickle=False) as weights:
                network.load(weights)
            networks.append(network)
    return tuple(networks)


def _set_entities(doc: Doc, scores: Floats) -> None:
    spans = []
    for first, last, kind in to_spans(best_path(scores)):
        label = ontonotes_label(kind, doc[first:last].text, doc[first - 1].text if first else "")
        if label is not None:
            spans.append(Span(doc, first, last, label=label.value))
    doc.set_ents(spans)
