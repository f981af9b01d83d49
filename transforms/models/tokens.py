"""The tokenizer, kept from runs of signs: spaCy takes time with the square of the length of one it takes apart."""

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

_SIGNS = 500
_RUN = re.compile(rf"[^\w\s]{{{_SIGNS}}}")


def tokens(text: str, nlp: Language) -> Doc:
    """The tokens of a text; a run of more than 500 brackets, marks or other signs is cut before it is taken apart."""
    cuts = [match.end() for match in _RUN.finditer(text)]
    if not cuts:
        return nlp.tokenizer(text)
    parts = [nlp.tokenizer(text[begin:end]) for begin, end in pairwise([0, *cuts, len(text)]) if begin < end]
    whole = Doc.from_docs(parts, ensure_whitespace=False, attrs=["NORM"])
    assert whole is not None  # noqa: S101  (it is for no parts)
    return whole
