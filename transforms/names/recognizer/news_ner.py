"""The recogniser of names that the pipeline uses for English."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.names.recognizer.recognize import Recognizer, trained_network


@lru_cache(maxsize=4)
def news_ner(vocab: Vocab) -> Callable[[Sequence[Doc]], None]:
    """A function that sets ``doc.ents`` on the tokenized paragraphs of one article, all given in one call.

    It takes the place of the stock model's ``ner``; ``vocab`` is that of the docs. English only.
    """
    return Recognizer(vocab.strings, trained_network())
