"""Properties of a doc that spaCy computes anew each time: the text of a paragraph, and its language."""

from functools import lru_cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.language import FRENCH


@lru_cache(maxsize=128)  # asked for by several passes over one article
def text_of(doc: Doc) -> str:
    """The text of a paragraph, which spaCy joins from its tokens."""
    return str(doc.text)


def is_french(doc: Doc) -> bool:
    """Whether the model is French that read a paragraph."""
    return _language(doc.vocab) == FRENCH


@lru_cache(maxsize=8)  # one of each model
def _language(vocab: Vocab) -> str:
    return str(vocab.lang)
