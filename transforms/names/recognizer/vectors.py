"""Vectors of words that were learned from much text, each as the first layer of the network takes it in.

Made by ``benchmarks/names_vectors.py``; what they are and where they come from: ``docs/ner-model-card.md``.
"""

from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

_SHORT = (1 << 32) - 1
"""Words are kept by half of their 64-bit hash: one unknown word in 6,000 gets the vector of another."""


def vector_number(word: str) -> int:
    """Row of the word's vector in the table; 0 if it has none."""
    keys, rows, _ = _files()
    key = np.uint32(get_string_id(word) & _SHORT)  # of the type of the keys: for another all of them would be cast
    at = int(np.searchsorted(keys, key))
    return int(rows[at]) + 1 if at < len(keys) and keys[at] == key else 0


@cache
def vector_table() -> NDArray[np.float32]:
    """One row a vector, 96 wide; row 0 is that of words without one, and zero."""
    _, _, table = _files()
    return np.vstack([np.zeros((1, table.shape[1])), table]).astype(np.float32)


@cache
def _files() -> tuple[NDArray[np.uint32], NDArray[np.uint16], NDArray[np.float16]]:
    folder = files("transforms.names.recognizer").joinpath("weights", "vectors")
    parts = []
    for name in ("words", "rows", "table"):
        with as_file(folder.joinpath(f"{name}.npy")) as path:
            parts.append(np.load(path, allow_pickle=False))
    keys, rows, table = parts
    return keys, rows, table
