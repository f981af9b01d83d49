"""What the network is told about a token: the spaCy model's own four attributes, word parts and word lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc

from transforms.names.forms.folding import fold
from transforms.names.recognizer.vectors import vector_number
from transforms.wordlists import pairs

STOCK_COLUMNS = 4  # norm, prefix, suffix, shape: what the tables of embeddings of spaCy's models are made for
OWN_COLUMNS = 4  # first three, last four, first five letters; word lists
VECTOR_COLUMN = STOCK_COLUMNS + OWN_COLUMNS  # number of the word's vector
_ATTRIBUTES: list[int | str] = ["ORTH", "NORM", "PREFIX", "SUFFIX", "SHAPE"]
_NO_KEY = 0
_CITY = 64 | 128  # classes that only count for capitalised words
_ALL = 255
_APOSTROPHE = re.compile(r"(?<=[A-Z])’(?=[A-Z][a-z])")  # of "O’Reed": the vectors were learned from straight ones
_MOST_WORDS = 500_000  # whose features are kept


@dataclass(frozen=True, slots=True)
class Features:
    """The tokens of an article, all paragraphs in a row.

    ``columns`` is tokens x 9: eight hashes and the number of the word's vector; ``lengths`` the tokens of each
    paragraph; ``groups`` numbers the capitalised words of the article so that the repeats of a word share a number,
    and is -1 elsewhere.
    """

    columns: NDArray[np.uint64]
    lengths: NDArray[np.int32]
    groups: NDArray[np.int64]


class WordFeatures:
    """Features of words, each worked out once. Bounded: it starts afresh when it is full."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self._rows: dict[int, tuple[int, ...]] = {}

    def row(self, orth: int) -> tuple[int, ...]:
        """Own columns of a word and its vector's number, then the key under which its repeats meet (0: none)."""
        row = self._rows.get(orth)
        if row is None:
            if len(self._rows) >= _MOST_WORDS:
                self._rows.clear()
            row = self._rows[orth] = _row(self._strings[orth])
        return row


def article_features(docs: Sequence[Doc], word_features: WordFeatures) -> Features:
    """Features of the paragraphs of one article; at least one must have a token."""
    stock = np.vstack([doc.to_array(_ATTRIBUTES).reshape(-1, 5) for doc in docs])
    own = np.array([word_features.row(orth) for orth in stock[:, 0].tolist()], dtype=np.uint64)
    keys = own[:, -1]
    _, numbers = np.unique(keys, return_inverse=True)
    return Features(
        columns=np.hstack([stock[:, 1:], own[:, :-1]]).astype(np.uint64),
        lengths=np.array([len(doc) for doc in docs], dtype=np.int32),
        groups=np.where(keys == _NO_KEY, -1, numbers),
    )


def _row(word: str) -> tuple[int, ...]:
    word = _APOSTROPHE.sub("'", word)
    lower = word.lower()
    folded = fold(word)
    is_name_like = word[:1].isupper() and any(char.isalpha() for char in word)
    return (
        get_string_id(f"p3{lower[:3]}"),
        get_string_id(f"s4{lower[-4:]}"),
        get_string_id(f"p5{lower[:5]}"),
        1 + (_classes().get(folded, 0) & (_ALL if is_name_like else ~_CITY)),
        vector_number(word),
        get_string_id(folded) if is_name_like else _NO_KEY,
    )


@cache
def _classes() -> dict[str, int]:
    """Sums of word classes, as they were when the weights were trained."""
    table = pairs("transforms.names.recognizer", "weights/word_classes.tsv")
    return {word: int(classes) for word, classes in table}
