"""The network: embedded words, a convolution over the paragraph, a memory over the article, a score per tag."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    chain,
    clone,
    concatenate,
    expand_window,
    residual,
    with_array,
)
from thinc.layers.array_getitem import ints_getitem

from transforms.models.products import quick_products
from transforms.names.recognizer.features import STOCK_COLUMNS, VECTOR_COLUMN, Features
from transforms.names.recognizer.pooling import pooled
from transforms.names.recognizer.tags import TAGS
from transforms.names.recognizer.vectors import vector_table

Floats = NDArray[np.float32]
Back = Callable[[Floats], None]
Part = Model[Any, Any]  # thinc's own array types don't match numpy's

WIDTH = 96
_HIDDEN = 128
_DEPTH = 4
# Rows and seeds of the tables of spaCy's models (their config), so that their weights fit; then our own columns.
_STOCK_ROWS = (5000, 1000, 2500, 2500)
_STOCK_SEED = 8
_OWN_ROWS = (2000, 4000, 4000, 512)
_OWN_SEED = 24
_PIECES = 3
_PORTION = 8192  # tokens that are worked on at once


class Network:
    """Scores every token of an article for every tag. Holds nothing but weights."""

    def __init__(self) -> None:
        self.stock: Part = _tables(_STOCK_ROWS, _STOCK_SEED, first=0)
        self.mix: Part = Maxout(WIDTH, WIDTH * (STOCK_COLUMNS + 1), nP=_PIECES, normalize=True, dropout=0.0)
        self.own: list[Part] = [
            _table(column, rows, _OWN_SEED) for column, rows in enumerate(_OWN_ROWS, start=STOCK_COLUMNS)
        ]
        window: Part = chain(expand_window(1), Maxout(WIDTH, WIDTH * 3, nP=_PIECES, normalize=True, dropout=0.0))
        self.convolve: Part = clone(residual(window), _DEPTH)
        self.encode: Part = with_array(self.convolve, pad=_DEPTH)
        self.head: Part = chain(
            Maxout(_HIDDEN, WIDTH * 3, nP=_PIECES, normalize=True, dropout=0.0), Linear(len(TAGS), _HIDDEN)
        )
        self._initialize()

    @property
    def parts(self) -> list[Part]:
        """The parts that hold weights."""
        return [self.stock, self.mix, *self.own, self.convolve, self.head]

    def words(self, columns: NDArray[np.uint64]) -> Floats:
        """Vectors of words out of their context."""
        vectors: Floats = self.mix.predict(self._with_vectors(self.stock.predict(columns), columns))
        for part in self.own:
            vectors = vectors + part.predict(columns)
        return vectors

    @staticmethod
    def _with_vectors(stock: Floats, columns: NDArray[np.uint64]) -> Floats:
        """The embeddings with the vectors of the words beside them; those are not trained further."""
        return np.hstack([stock, vector_table()[columns[:, VECTOR_COLUMN].astype(np.int64)]])

    def scores(self, words: Floats, features: Features) -> Floats:
        """Tokens x tags, from the vectors of the words."""
        paragraphs = np.split(words, np.cumsum(features.lengths)[:-1])
        seen = np.vstack([vectors for part in _portions(paragraphs) for vectors in self.encode.predict(part)])
        memory, _ = pooled(seen, features.groups)
        rows = range(0, len(seen), _PORTION)
        portions = [np.hstack([seen[at : at + _PORTION], memory[at : at + _PORTION]]) for at in rows]
        return np.vstack([self.head.predict(portion) for portion in portions])

    def begin_update(self, features: Features, drop: Callable[[Floats], Floats]) -> tuple[Floats, Back]:
        """Scores for training, and the function that takes their gradient back into the parts.

        ``drop`` makes a mask for an array, scaled so that its mean is one.
        """
        stock, back_stock = self.stock.begin_update(features.columns)
        mixed, back_mix = self.mix.begin_update(self._with_vectors(stock, features.columns))
        own = [part.begin_update(features.columns) for part in self.own]
        words = mixed + sum(vectors for vectors, _ in own)
        word_mask = drop(words)
        cuts = np.cumsum(features.lengths)[:-1]
        encoded, back_encode = self.encode.begin_update(np.split(words * word_mask, cuts))
        seen = np.vstack(encoded)
        memory, back_memory = pooled(seen, features.groups)
        seen_mask, memory_mask = drop(seen), drop(memory)
        scores, back_head = self.head.begin_update(np.hstack([seen * seen_mask, memory * memory_mask]))

        def back(gradient: Floats) -> None:
            joint = back_head(gradient)
            of_seen = joint[:, :WIDTH] * seen_mask + back_memory(joint[:, WIDTH:] * memory_mask)
            of_words = np.vstack(back_encode(np.split(of_seen.astype(np.float32), cuts))) * word_mask
            for _, back_own in own:
                back_own(of_words)
            back_stock(np.ascontiguousarray(back_mix(of_words)[:, : WIDTH * STOCK_COLUMNS]))

        return scores, back

    def weights(self) -> dict[str, Floats]:
        """All weights by a name that says where they belong."""
        return {name: np.asarray(node.get_param(parameter)) for name, node, parameter in self._parameters()}

    def load(self, weights: Mapping[str, NDArray[np.floating[Any]]]) -> None:
        """Take over weights as :meth:`weights` gives them.

        Raises:
            KeyError: one is missing.
        """
        for name, node, parameter in self._parameters():
            values: Any = np.ascontiguousarray(weights[name], dtype=np.float32)
            node.set_param(parameter, values)

    def _parameters(self) -> Iterator[tuple[str, Part, str]]:
        for part_number, part in enumerate(self.parts):
            for number, node in enumerate(part.walk()):
                for parameter in node.param_names:
                    if node.has_param(parameter):
                        yield f"{part_number}.{number}.{parameter}", node, parameter

    def _initialize(self) -> None:
        for part in self.parts:
            for node in part.walk():
                node.ops = quick_products()
        self.encode.ops = quick_products()
        columns = np.zeros((2, VECTOR_COLUMN + 1), dtype=np.uint64)
        for part in [self.stock, *self.own]:
            part.initialize(columns)
        self.mix.initialize(np.zeros((2, WIDTH * (STOCK_COLUMNS + 1)), dtype=np.float32))
        self.convolve.initialize(np.zeros((2, WIDTH), dtype=np.float32))
        self.head.initialize(np.zeros((2, WIDTH * 3), dtype=np.float32), np.zeros((2, len(TAGS)), dtype=np.float32))
        for part in self.own:  # nothing added to the stock vectors until something is learned
            for node in part.walk():
                if node.has_param("E"):
                    node.set_param("E", node.get_param("E") * 0)


def _portions(paragraphs: list[Floats]) -> Iterator[list[Floats]]:
    """The paragraphs in lists of so many tokens that a very long article takes no more memory than others."""
    portion: list[Floats] = []
    for paragraph in paragraphs:
        if portion and sum(map(len, portion)) + len(paragraph) > _PORTION:
            yield portion
            portion = []
        portion.append(paragraph)
    yield portion


def _tables(rows: tuple[int, ...], seed: int, first: int) -> Part:
    return concatenate(*[_table(first + number, count, seed) for number, count in enumerate(rows)])


def _table(column: int, rows: int, seed: int) -> Part:
    return chain(ints_getitem((slice(None), column)), HashEmbed(WIDTH, rows, seed=seed + column))
